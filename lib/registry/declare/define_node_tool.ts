/**
 * Tools about one node as data: which node, and which run of it, is handled
 * for all alike.
 *
 * @module
 */

import * as z from "zod";
import type { Mfa } from "../../beam/mod.ts";
import { splitArguments } from "./arguments.ts";
import type { NodeContext } from "./context.ts";
import type { Manifest } from "./declaration.ts";
import {
  type Answer,
  type Arguments,
  sound,
  type ToolDeclaration,
} from "./define_tool.ts";
import {
  havePids,
  HINTS,
  NODE_INPUT,
  NODE_OUTPUT,
  shownNodeInput,
} from "./fields.ts";
import type { Approve, Prepared, Tool, ToolAnswer } from "./handler.ts";

/** What a tool about one node declares. */
export interface NodeToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> extends ToolDeclaration<Input, Output>, Manifest {
  /**
   * The function that the arguments name, for a tool that calls one: it may
   * call that function beside those declared, and a grant `call:` for it is
   * enough.
   */
  readonly names?: (args: Arguments<Input>) => Mfa;
  /** How a person is asked about a call, for a tool without `dry_run`. */
  readonly approve?: {
    /** Numbers of the input that the person may change. */
    readonly edits: readonly (keyof Input & string)[];
    /** What the call would do, in one sentence; may throw to refuse it. */
    action(
      args: Arguments<Input>,
      context: NodeContext,
    ): string | Promise<string>;
    /** Whether a call only continues what was approved when it started. */
    continues?(args: Arguments<Input>): boolean;
  };
  /** Answers a call. */
  run(args: Arguments<Input>, context: NodeContext): Promise<Answer<Output>>;
}

const TARGET = z.object(NODE_INPUT);

/** Declares a tool about one node; `node` and `incarnation` are added to what it takes and gives. */
export function defineNodeTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(declaration: NodeToolDeclaration<Input, Output>): Tool {
  const { run, names, approve, ...rest } = declaration;
  const changes = rest.scopes.some((scope) =>
    scope === "mutate" || scope === "eval"
  );
  const input = z.object(declaration.input);
  const output: z.ZodObject<Output> = z.object(declaration.output);
  return {
    ...rest,
    ...names && { names: true as const },
    ...approve && { approve: approval(declaration, approve) },
    kind: "tool",
    target: "node",
    input: z.strictObject({
      ...shownNodeInput(declaration.input),
      ...declaration.input,
    }),
    output: z.object({ ...NODE_OUTPUT, ...declaration.output, ...HINTS }),
    prepare(args): Prepared<ToolAnswer> {
      const [own, target] = splitArguments(rest.name, input, TARGET, args);
      return {
        target: "node",
        node: target.node,
        incarnation: target.incarnation,
        guarded: changes && havePids(own),
        calls: names?.(own),
        run: async (context) => {
          const answer = await run(own, context);
          const { node } = context.beam;
          const incarnation = await context.beam.incarnation();
          const place = { node, incarnation };
          return sound(rest.note, output, place, own, answer);
        },
      };
    },
  };
}

const REHEARSED = { action: z.string().describe("What would be done.") };

function approval<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  declaration: NodeToolDeclaration<Input, Output>,
  { edits, action, continues }: NonNullable<
    NodeToolDeclaration<Input, Output>["approve"]
  >,
): Approve {
  const { approve: _, note: __, ...rest } = declaration;
  const input = z.object(declaration.input);
  return {
    edits,
    continues(args): boolean {
      const { success, data } = input.safeParse(args);
      return success && continues?.(data) === true;
    },
    rehearsal: defineNodeTool({
      ...rest,
      output: REHEARSED,
      run: async (args, context) => ({ action: await action(args, context) }),
    }),
  };
}
