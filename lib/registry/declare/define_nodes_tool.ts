/**
 * Tools about several nodes as data: one question to each, or one answer made
 * of what all of them say.
 *
 * @module
 */

import * as z from "zod";
import type { Probe } from "../../beam/mod.ts";
import { fitRows } from "../answer/budget.ts";
import type { NodesContext } from "./context.ts";
import {
  DEFAULT_BUDGET_BYTES,
  type Immutable,
  type Manifest,
} from "./declaration.ts";
import {
  checkArguments,
  HINTS,
  NODE_INPUT,
  NODE_OUTPUT,
  NODES_OUTPUT,
} from "./define.ts";
import {
  type Answer,
  type Arguments,
  plain,
  type ToolDeclaration,
} from "./define_tool.ts";
import type { Prepared, Tool, ToolAnswer } from "./handler.ts";

/** What a tool about one node or several declares: one question, and how its answer is told. */
export interface NodesToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
  Args,
  Told,
> extends ToolDeclaration<Input, Output> {
  readonly probe: Probe<Args, Told>;
  /** The question. */
  ask(args: Arguments<Input>): Args;
  /** What a node's answer comes to. */
  answer(
    told: Told,
    args: Arguments<Input>,
  ): Immutable<z.input<z.ZodObject<Output>>>;
}

/**
 * Declares a tool about one node, or about all that match a glob: the same
 * question to each, answered in one call. What several nodes answer is in
 * `nodes`, and those that did not in `no_answer`.
 */
export function defineNodesTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
  Args,
  Told,
>(declaration: NodesToolDeclaration<Input, Output, Args, Told>): Tool {
  const { probe, ask, answer, ...rest } = declaration;
  const own: z.ZodObject<Input> = z.object(declaration.input);
  const target = z.object({ ...NODE_INPUT, ...NODES_INPUT });
  const input = z.strictObject({ ...target.shape, ...declaration.input });
  const one = z.object({ ...NODE_OUTPUT, ...declaration.output });
  return {
    ...rest,
    kind: "tool",
    target: "nodes",
    input,
    output: z.object({ ...one.partial().shape, ...NODES_OUTPUT, ...HINTS }),
    probes: [probe],
    prepare(args): Prepared<ToolAnswer> {
      checkArguments(rest.name, input, args);
      const { node, nodes, incarnation } = target.parse(args);
      const parsed = own.parse(args);
      if (nodes === undefined) {
        return {
          target: "node",
          node,
          incarnation,
          run: async ({ beam }) => {
            const told = await beam.run(probe, ask(parsed));
            const incarnation = await beam.incarnation();
            const place = { node: beam.node, incarnation };
            return {
              structured: one.parse({ ...place, ...answer(told, parsed) }),
            };
          },
        };
      }
      return {
        target: "nodes",
        node,
        nodes: globOf(nodes),
        run: async (context) => {
          const { answers, silent } = await context.ask(probe, ask(parsed));
          const rows = answers.map(({ node, incarnation, answer: told }) =>
            one.parse({ node, incarnation, ...answer(told, parsed) })
          );
          const budget = rest.budgetBytes ?? DEFAULT_BUDGET_BYTES;
          return {
            structured: {
              nodes: fitRows(rows, budget),
              no_answer: [...silent],
            },
          };
        },
      };
    },
  };
}

/**
 * Declares a tool about a cluster as a whole: what several nodes say makes one
 * answer. `node` says whom to ask for the others, `nodes` which are meant.
 */
export function defineClusterTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: ToolDeclaration<Input, Output> & Manifest & {
    run(args: Arguments<Input>, context: NodesContext): Promise<Answer<Output>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const own: z.ZodObject<Input> = z.object(declaration.input);
  const target = z.object({ node: NODE_INPUT.node, ...NODES_INPUT });
  const input = z.strictObject({ ...target.shape, ...declaration.input });
  return {
    ...rest,
    kind: "tool",
    target: "nodes",
    input,
    output: z.object({
      ...declaration.output,
      no_answer: NODES_OUTPUT.no_answer,
      ...HINTS,
    }),
    prepare(args): Prepared<ToolAnswer> {
      checkArguments(rest.name, input, args);
      const { node, nodes = "all" } = target.parse(args);
      const parsed = own.parse(args);
      return {
        target: "nodes",
        node,
        nodes: globOf(nodes),
        run: async (context) => plain(await run(parsed, context)),
      };
    },
  };
}

function globOf(nodes: string): string {
  return nodes === "all" ? "*" : nodes;
}

const NODES_INPUT = {
  nodes: z.string().min(1).max(255).optional().describe(
    'Asks several at once: "all", an alias, or a glob such as "web*@*".',
  ),
};
