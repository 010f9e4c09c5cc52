/**
 * Fields that several tools share, so that one word means one thing in all.
 *
 * @module
 */

import * as z from "zod";
import type { Mfa } from "../beam/mod.ts";

/** `gen_server:loop/7`. */
export function mfaText(mfa: Mfa): string {
  return `${mfa.module}:${mfa.function}/${mfa.arity}`;
}

/** What an answer cost the node. */
export const COST = z.object({
  ms_on_target: z.number(),
  processes_scanned: z.int(),
  partial: z.boolean().describe(
    "Time was up before all was seen.",
  ),
  no_answer: z.array(z.string()).describe(
    "Processes in native code that does not yield, or too large to look at.",
  ),
});

/** A number of things, and how many there can be. */
export const USAGE = z.object({ count: z.int(), limit: z.int() });
