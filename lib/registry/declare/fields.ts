/**
 * The fields that all handlers about nodes take, and that all answers may have.
 *
 * @module
 */

import * as z from "zod";

/** Fields that every handler about one node takes. */
export const NODE_INPUT = {
  node: z.string().min(1).max(255).optional().describe(
    "Full name or alias; may be left out when only one node is known.",
  ),
  incarnation: z.int().optional().describe(
    "Of the answer that your pids come from: refused if the node has restarted since.",
  ),
};

/** Fields of every answer about one node. */
export const NODE_OUTPUT = {
  node: z.string(),
  incarnation: z.int().describe(
    "Which run of the node; pids are only good within it.",
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

/** Fields of any answer that was cut. */
export const HINTS = {
  truncated: z.literal(true).optional().describe("Cut to the byte budget."),
  omitted: z.record(z.string(), z.int()).optional().describe(
    "Items cut from each list, or bytes from each text.",
  ),
};
