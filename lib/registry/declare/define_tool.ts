/**
 * A tool as data: what it is called, what it takes and gives, what it needs,
 * and the function that answers, in one declaration.
 *
 * @module
 */

import * as z from "zod";
import type { Mfa } from "../../beam/mod.ts";
import { Rich } from "./content.ts";
import type { AdminContext, LocalContext, NodeContext } from "./context.ts";
import type {
  Annotations,
  Declaration,
  Immutable,
  Manifest,
} from "./declaration.ts";
import { checkArguments, HINTS, NODE_INPUT, NODE_OUTPUT } from "./define.ts";
import type { Prepared, Tool, ToolAnswer } from "./handler.ts";

/** What every tool declares. */
export interface ToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> extends Declaration {
  readonly annotations: Annotations;
  readonly input: Input;
  readonly output: Output;
}

/** The arguments of a tool, as its function gets them. */
export type Arguments<Input extends z.ZodRawShape> = z.output<
  z.ZodObject<Input>
>;

/** What the function of a tool gives: the fields of its output, alone or with content. */
export type Answer<Output extends z.ZodRawShape> =
  | Immutable<z.input<z.ZodObject<Output>>>
  | Rich<Immutable<z.input<z.ZodObject<Output>>>>;

/** What a tool about one node declares. */
export interface NodeToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> extends ToolDeclaration<Input, Output>, Manifest {
  /**
   * The function that the arguments name, for a tool that calls one. It may be
   * called beside what is declared, and a grant `call:` for it will do in place
   * of the scopes.
   */
  readonly names?: (args: Arguments<Input>) => Mfa;
  /** How a person is asked about a call, for a tool without `dry_run`. */
  readonly approve?: {
    /** Numbers of the input that the person may change. */
    readonly edits: readonly (keyof Input & string)[];
    /** What the call would do, in one sentence; may refuse it. */
    action(args: Arguments<Input>, context: NodeContext): Promise<string>;
    /** Whether a call only goes on with what was approved when it began. */
    continues?(args: Arguments<Input>): boolean;
  };
  run(args: Arguments<Input>, context: NodeContext): Promise<Answer<Output>>;
}

const REHEARSED = { action: z.string().describe("What would be done.") };

/** Declares a tool about one node; `node` and `incarnation` are handled for all alike. */
export function defineNodeTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(declaration: NodeToolDeclaration<Input, Output>): Tool {
  const { run, names, approve, ...rest } = declaration;
  const own = z.object(declaration.input);
  const target = z.object(NODE_INPUT);
  const input = z.strictObject({
    ...NODE_INPUT,
    ...declaration.input,
  });
  return {
    ...rest,
    ...names && { names: true as const },
    ...approve && {
      approve: {
        edits: approve.edits,
        continues(args): boolean {
          const { success, data } = own.safeParse(args);
          return success && approve.continues?.(data) === true;
        },
        rehearsal: defineNodeTool({
          ...rest,
          ...names && { names },
          output: REHEARSED,
          run: async (args, context) => ({
            action: await approve.action(args, context),
          }),
        }),
      },
    },
    kind: "tool",
    target: "node",
    input,
    output: z.object({
      ...NODE_OUTPUT,
      ...declaration.output,
      ...HINTS,
    }),
    prepare(args): Prepared<ToolAnswer> {
      checkArguments(rest.name, input, args);
      const { node, incarnation } = target.parse(args);
      const parsed = own.parse(args);
      return {
        target: "node",
        node,
        incarnation,
        calls: names?.(parsed),
        run: async (context) => {
          const answer = plain(await run(parsed, context));
          const incarnation = await context.beam.incarnation();
          const place = { node: context.beam.node, incarnation };
          return { ...answer, structured: { ...place, ...answer.structured } };
        },
      };
    },
  };
}

/** Declares a tool that is about no single node. */
export function defineTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: ToolDeclaration<Input, Output> & {
    run(args: Arguments<Input>, context: LocalContext): Promise<Answer<Output>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const input = z.strictObject(declaration.input);
  return {
    ...rest,
    kind: "tool",
    target: "none",
    input,
    output: z.object({ ...declaration.output, ...HINTS }),
    probes: [],
    prepare(args): Prepared<ToolAnswer> {
      const parsed = checkArguments(rest.name, input, args);
      return {
        target: "none",
        run: async (context) => plain(await run(parsed, context)),
      };
    },
  };
}

/** Declares a tool that decides which nodes are known; its `node` need not be known yet. */
export function defineAdminTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: ToolDeclaration<Input, Output> & {
    run(args: Arguments<Input>, context: AdminContext): Promise<Answer<Output>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const node = z.object({
    node: z.string().min(1).max(255).describe("Full node name or alias."),
  });
  const own = z.object(declaration.input);
  const input = z.strictObject({ ...node.shape, ...declaration.input });
  return {
    ...rest,
    kind: "tool",
    target: "admin",
    input,
    output: z.object({ node: z.string(), ...declaration.output, ...HINTS }),
    probes: [],
    prepare(args): Prepared<ToolAnswer> {
      checkArguments(rest.name, input, args);
      const parsed = own.parse(args);
      return {
        target: "admin",
        node: node.parse(args).node,
        run: async (context) => {
          const answer = plain(await run(parsed, context));
          const structured = { node: context.node, ...answer.structured };
          return { ...answer, structured };
        },
      };
    },
  };
}

/** What a tool's function gave, in one form. */
export function plain<Output extends z.ZodRawShape>(
  answer: Answer<Output>,
): ToolAnswer {
  return answer instanceof Rich ? answer : { structured: answer };
}
