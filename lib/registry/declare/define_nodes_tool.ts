/**
 * Tools about several nodes as data: one question to each, or one answer made
 * of what all of them say.
 *
 * @module
 */

import * as z from "zod";
import type { Probe } from "../../beam/mod.ts";
import { DEFAULT_BUDGET_BYTES, fitRows } from "../answer/budget.ts";
import { splitArguments } from "./arguments.ts";
import type { NodesContext } from "./context.ts";
import type { Immutable, Manifest } from "./declaration.ts";
import {
  type Answer,
  type Arguments,
  sound,
  type ToolDeclaration,
} from "./define_tool.ts";
import {
  HINTS,
  NODE_INPUT,
  NODE_OUTPUT,
  NODES_OUTPUT,
  shownNodeInput,
} from "./fields.ts";
import type { Prepared, Tool, ToolAnswer } from "./handler.ts";

/** What a tool about one node or several declares: one question, whose answer is that of the tool. */
export interface NodesToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> extends ToolDeclaration<Input, Output> {
  /** The question. */
  readonly probe: Probe<
    Arguments<Input>,
    Immutable<z.input<z.ZodObject<Output>>>
  >;
}

const NODES_INPUT = {
  nodes: z.string().min(1).max(255).optional().describe(
    'Several: "all" or a glob.',
  ),
};
const TARGET = z.object({ ...NODE_INPUT, ...NODES_INPUT });

/**
 * Declares a tool about one node, or about all that match a glob in `node`: the same
 * question to each, answered in one call. What several nodes answer stands in
 * `nodes`, those that did not answer in `no_answer`.
 */
export function defineNodesTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(declaration: NodesToolDeclaration<Input, Output>): Tool {
  const { probe, ...rest } = declaration;
  const input: z.ZodObject<Input> = z.object(declaration.input);
  const output: z.ZodObject<Output> = z.object(declaration.output);
  const row = z.object({ ...NODE_OUTPUT, ...declaration.output });
  const rowOf = (
    place: { readonly node: string; readonly incarnation: number },
    told: Answer<Output>,
    args: Arguments<Input>,
  ): Record<string, unknown> => ({
    ...sound(rest.note, output, place, args, told).structured,
  });
  return {
    ...rest,
    kind: "tool",
    target: "nodes",
    input: z.strictObject({
      ...shownNodeInput(declaration.input),
      node: NODE_INPUT.node.describe(
        "Name, glob or all.",
      ),
      ...declaration.input,
    }),
    output: z.object({ ...row.partial().shape, ...NODES_OUTPUT, ...HINTS }),
    probes: [probe],
    prepare(args): Prepared<ToolAnswer> {
      const [own, target] = splitArguments(rest.name, input, TARGET, args);
      const { incarnation } = target;
      // One argument says it all, and `nodes` beside `node` whom to ask for the others.
      const { nodes = severalOf(target.node) } = target;
      const node = nodes === target.node ? undefined : target.node;
      if (nodes === undefined) {
        return {
          target: "node",
          node,
          incarnation,
          run: async ({ beam }) => {
            const told = await beam.run(probe, own);
            const incarnation = await beam.incarnation();
            return {
              structured: rowOf({ node: beam.node, incarnation }, told, own),
            };
          },
        };
      }
      return {
        target: "nodes",
        node,
        nodes: globOf(nodes),
        run: async (context) => {
          const { answers, silent } = await context.ask(probe, own);
          const rows = answers.map(({ node, incarnation, answer: told }) =>
            rowOf({ node, incarnation }, told, own)
          );
          const budget = rest.budgetBytes ?? DEFAULT_BUDGET_BYTES;
          return {
            structured: { nodes: fitRows(rows, budget), no_answer: silent },
          };
        },
      };
    },
  };
}

const CLUSTER_TARGET = z.object({ node: NODE_INPUT.node, ...NODES_INPUT });

/**
 * Declares a tool about a cluster as a whole: what several nodes say makes one
 * answer. `node` is asked for the others, `nodes` says which are meant.
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
  const input: z.ZodObject<Input> = z.object(declaration.input);
  const output: z.ZodObject<Output> = z.object(declaration.output);
  return {
    ...rest,
    kind: "tool",
    target: "nodes",
    input: z.strictObject({ ...CLUSTER_TARGET.shape, ...declaration.input }),
    output: z.object({
      ...declaration.output,
      no_answer: NODES_OUTPUT.no_answer,
      ...HINTS,
    }),
    prepare(args): Prepared<ToolAnswer> {
      const { name } = rest;
      const [own, target] = splitArguments(name, input, CLUSTER_TARGET, args);
      const { node, nodes = "all" } = target;
      return {
        target: "nodes",
        node,
        nodes: globOf(nodes),
        run: async (context) =>
          sound(rest.note, output, {}, own, await run(own, context)),
      };
    },
  };
}

/** What a name says if it is no name of one node. */
function severalOf(node = ""): string | undefined {
  return node === "all" || /[*,]/.test(node) ? node : undefined;
}

function globOf(nodes: string): string {
  return nodes === "all" ? "*" : nodes;
}
