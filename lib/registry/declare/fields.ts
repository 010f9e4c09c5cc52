/**
 * The fields that all handlers about nodes take, and that all answers may have.
 *
 * @module
 */

import * as z from "zod";

/** Fields that every handler about one node takes. */
export const NODE_INPUT = {
  node: z.string().min(1).max(255).optional().describe(
    "Its name.",
  ),
  incarnation: z.int().optional().describe("Guards pids."),
};

/** Arguments that may contain pids. */
const PIDS = ["process", "arguments", "bindings"];

/** The fields of {@linkcode NODE_INPUT} that a list of tools shows: it need not say that `incarnation` is taken where no pid is. */
export function shownNodeInput(
  input: Readonly<Record<string, unknown>>,
): Partial<typeof NODE_INPUT> & Pick<typeof NODE_INPUT, "node"> {
  const { node } = NODE_INPUT;
  return PIDS.some((name) => name in input) ? NODE_INPUT : { node };
}

/** Whether any text in the arguments contains a pid. */
export function havePids(args: unknown): boolean {
  return /<\d+\.\d+\.\d+>|#Port<\d+\.\d+>/.test(JSON.stringify(args) ?? "");
}

/** Fields of every answer about one node. */
export const NODE_OUTPUT = {
  node: z.string(),
  incarnation: z.int().describe(
    "Which run of the node; pids are only valid in it.",
  ),
};

/** Fields of every answer about several nodes. */
export const NODES_OUTPUT = {
  nodes: z.array(z.looseObject(NODE_OUTPUT)).optional().describe(
    "The answer of each node, where several were asked.",
  ),
  no_answer: z.array(z.object({
    node: z.string(),
    code: z.string(),
    problem: z.string(),
  })).optional(),
};

/** Fields that any answer may have: what it lacks, and why. */
export const HINTS = {
  note: z.string().optional().describe(
    "Why the answer is empty, and what to try.",
  ),
  truncated: z.literal(true).optional().describe("Cut to the byte budget."),
  omitted: z.record(z.string(), z.int()).optional().describe(
    "Items cut from each list, or bytes from each text.",
  ),
};
