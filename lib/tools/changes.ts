/**
 * What tools that change something on a node have in common: they say which run of
 * it is meant, can report what would happen without doing it, and answer with one
 * sentence about what was done.
 *
 * @module
 */

import * as z from "zod";
import { s, type Shape } from "../beam/mod.ts";
import type { Annotations } from "../registry/mod.ts";

/** How a client may treat them. */
export const CHANGES: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: false,
};

/** Arguments of each of them. */
export const INTERVENTION_INPUT = {
  incarnation: z.int().describe(
    "Of the answer that led here, or of get_node_info: refused if the node has restarted since.",
  ),
  dry_run: z.boolean().default(false).describe(
    "Only checks, and says what would happen.",
  ),
};

/** Whether the change was made. */
export const DONE: Shape<boolean> = s.flag.describe("false: it was a dry run.");

/** Fields of each of their answers. */
export const INTERVENTION_OUTPUT = {
  done: DONE.schema,
  action: z.string().describe("What was done, or would be."),
};

/** A duration in a sentence: `90 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
