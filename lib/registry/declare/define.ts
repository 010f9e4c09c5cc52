/**
 * What all builders of handlers share: the fields that are handled for all
 * alike, and the check of arguments.
 *
 * @module
 */

import * as z from "zod";
import { explainIssues } from "./arguments.ts";
import { ToolError } from "../errors.ts";

/** The field that says which node is meant. */
export const NODE: z.ZodOptional<z.ZodString> = z.string().min(1).max(255)
  .optional().describe(
    "Full name or alias; may be left out when only one node is known.",
  );

/** Fields that every handler about one node takes. */
export const NODE_INPUT = {
  node: NODE,
  incarnation: z.int().optional().describe(
    "Of the answer that your pids come from: refused if the node has restarted since.",
  ),
};

/** Fields that every answer about one node has. */
export const NODE_OUTPUT = {
  node: z.string(),
  incarnation: z.int().describe(
    "Which run of the node; pids are only good within it.",
  ),
};

/** Fields that every answer about several nodes has. */
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

/** Fields by which any answer says that it is not everything. */
export const HINTS = {
  truncated: z.literal(true).optional().describe("Cut to the byte budget."),
  omitted: z.record(z.string(), z.int()).optional().describe(
    "Items cut from each list, or bytes from each text.",
  ),
};

/**
 * The arguments, if they are sound. One pass over all of them, so that one
 * answer names everything wrong with them.
 *
 * @throws {ToolError} `invalid_arguments`
 */
export function checkArguments<Shape extends z.ZodRawShape>(
  name: string,
  input: z.ZodObject<Shape>,
  args: unknown,
): z.output<z.ZodObject<Shape>> {
  const result = input.safeParse(args);
  if (result.success) return result.data;
  throw new ToolError(
    "invalid_arguments",
    `${name}: ${explainIssues(result.error.issues, input.shape, args)}`,
    { hint: "correct the arguments and call again" },
  );
}
