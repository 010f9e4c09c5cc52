/**
 * A tool as data: what it is called, what it takes and gives, what it needs,
 * and the function that answers, in one declaration.
 *
 * @module
 */

import * as z from "zod";
import type { AnyProbe } from "./asker.ts";
import type { LocalContext, NodeContext } from "./context.ts";
import { explainIssues } from "./arguments.ts";
import { ToolError } from "./errors.ts";
import type { Permission } from "./permissions.ts";
import type { Scope } from "./scopes.ts";

/** How long a call may take unless its tool says otherwise, in ms. */
export const DEFAULT_DEADLINE_MS = 20_000;

/** What no tool may exceed, in ms. */
export const MAX_DEADLINE_MS = 300_000;

/** How large an answer may be unless its tool says otherwise, in bytes. */
export const DEFAULT_BUDGET_BYTES = 8192;

/** What no tool may exceed, in bytes. */
export const MAX_BUDGET_BYTES = 40_960;

/** How a client may treat a tool, as MCP's tool annotations. */
export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** The annotations of a tool that only looks. */
export const LOOKS_ONLY: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** What every tool declares. */
interface Declaration {
  /** `verb_noun`. */
  readonly name: string;
  /** For people, a few words. */
  readonly title: string;
  /** For models: when to use it, and what it costs the target. */
  readonly description: string;
  /** The group it is switched on and off with. */
  readonly toolset: string;
  readonly annotations: Annotations;
  /** All of them are needed. */
  readonly scopes: readonly Scope[];
  /** Permissions of the runtime beside reaching the node. */
  readonly permissions?: readonly Permission[];
  /** How long a call may take in all, in ms. @default {20_000} */
  readonly deadlineMs?: number;
  /** How large an answer may be, in bytes. @default {8_192} */
  readonly budgetBytes?: number;
}

/** A registered tool's declaration, its types forgotten. */
export interface Tool extends Declaration {
  readonly kind: "tool";
  /** Whether a call is about one node. */
  readonly target: "node" | "none";
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** What it may run on a node; nothing else is reachable. */
  readonly probes: readonly AnyProbe[];
  /**
   * Checks the arguments of a call.
   *
   * @throws {ToolError} `invalid_arguments`
   */
  readonly prepare: (args: unknown) => PreparedCall;
}

/** A call whose arguments are sound. */
export type PreparedCall =
  | {
    readonly target: "node";
    /** As the caller gave it. */
    readonly node: string | undefined;
    readonly incarnation: number | undefined;
    run(context: NodeContext): Promise<object>;
  }
  | {
    readonly target: "none";
    run(context: LocalContext): Promise<object>;
  };

/** An answer may be made of values that nobody may change. */
type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> }
  : T;

/** Fields that every tool about one node takes. */
const NODE_INPUT = {
  node: z.string().min(3).max(255).optional().describe(
    "Full node name (see list_nodes); may be left out when only one is known.",
  ),
  incarnation: z.int().min(0).max(0xffffffff).optional().describe(
    "As an earlier answer gave it with the pids you pass: refused if the node has restarted since.",
  ),
};

/** Fields that every answer about one node has. */
const NODE_OUTPUT = {
  node: z.string(),
  incarnation: z.int().describe(
    "Which run of the node; pids are only good within it.",
  ),
};

/** Fields by which any answer says that it is not everything. */
const HINTS = {
  truncated: z.literal(true).optional().describe(
    "Cut to the byte budget.",
  ),
  omitted: z.record(z.string(), z.int()).optional().describe(
    "Items cut from each list, or bytes from each text.",
  ),
};

/** Declares a tool about one node; `node` and `incarnation` are handled here, for all alike. */
export function defineNodeTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: Declaration & {
    readonly input: Input;
    readonly output: Output;
    readonly probes: readonly AnyProbe[];
    run(
      args: z.output<z.ZodObject<Input>>,
      context: NodeContext,
    ): Promise<Immutable<z.input<z.ZodObject<Output>>>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const own = z.object(declaration.input);
  const target = z.object(NODE_INPUT);
  const input = z.strictObject({ ...NODE_INPUT, ...declaration.input });
  return {
    ...rest,
    kind: "tool",
    target: "node",
    input,
    output: z.object({ ...NODE_OUTPUT, ...declaration.output, ...HINTS }),
    prepare(args: unknown): PreparedCall {
      check(declaration.name, input, args);
      const { node, incarnation } = target.parse(args);
      const parsed = own.parse(args);
      return {
        target: "node",
        node,
        incarnation,
        run: async (context) => ({
          node: context.beam.node,
          incarnation: context.beam.incarnation,
          ...await run(parsed, context),
        }),
      };
    },
  };
}

/** Declares a tool that is about no single node. */
export function defineTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: Declaration & {
    readonly input: Input;
    readonly output: Output;
    run(
      args: z.output<z.ZodObject<Input>>,
      context: LocalContext,
    ): Promise<Immutable<z.input<z.ZodObject<Output>>>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const own = z.object(declaration.input);
  const input = z.strictObject(declaration.input);
  return {
    ...rest,
    kind: "tool",
    target: "none",
    input,
    output: z.object({ ...declaration.output, ...HINTS }),
    probes: [],
    prepare(args: unknown): PreparedCall {
      check(declaration.name, input, args);
      const parsed = own.parse(args);
      return {
        target: "none",
        run: (context) => run(parsed, context),
      };
    },
  };
}

/** One pass over all arguments, so that one answer names everything wrong with them. */
function check(name: string, input: z.ZodObject, args: unknown): void {
  const result = input.safeParse(args);
  if (result.success) return;
  throw new ToolError(
    "invalid_arguments",
    `${name}: ${explainIssues(result.error.issues, Object.keys(input.shape))}`,
    { hint: "correct the arguments and call again" },
  );
}
