/**
 * Fields that several tools share, so that one word means one thing in all.
 *
 * @module
 */

import * as z from "zod";
import { type Cost, encodeProcess, type Mfa, mfaText } from "../beam/mod.ts";
import { atom, type Term } from "../etf/mod.ts";

/** A function as text, where there is one. */
export function knownMfaText(mfa: Mfa | undefined): string | undefined {
  return mfa && mfaText(mfa);
}

/** A function in an argument. */
export const FUNCTION_INPUT = z.string().min(1).max(260).optional().describe(
  "name or name/arity.",
);

/** Reads `name`, `name/arity`, or either after its module: `lists:map/2`, `Enum.map/2`, `&Enum.map/2`. */
export function functionOf(
  module: string,
  text: string,
): { readonly name: string; readonly arity: number | undefined } {
  const plain = text.trim().replace(/^(?:&|fun )\s*/, "");
  const [, before = plain, digits] = /^(.+)\/(\d{1,3})$/.exec(plain) ?? [];
  const prefix = [":", "."].map((mark) => module + mark)
    .find((each) => before.startsWith(each) && before !== each);
  return {
    name: before.slice(prefix?.length ?? 0),
    arity: digits === undefined ? undefined : Number(digits),
  };
}

/** The note for a filtered list that is empty. */
export const NONE_MATCH =
  "nothing matches: all given filters must match; try a shorter text or fewer filters";

/** What an answer cost the node. */
export const COST: z.ZodType<Cost, Cost> = z.object({
  ms_on_target: z.number(),
  processes_scanned: z.int(),
  partial: z.literal(true).optional().describe(
    "Time ran out before all was seen.",
  ),
  no_answer: z.array(z.string()).optional().describe(
    "Processes in native code that does not yield, or too large to look at.",
  ),
});

/** Picks what one process owns. */
export const OWNED_BY = z.string().min(1).max(300).optional().describe(
  "The owner.",
);

/** The owner that {@linkcode OWNED_BY} picks, as probes take it: `any` if left out. */
export function encodeOwner(process: string | undefined): Term {
  return process === undefined ? atom("any") : encodeProcess(process);
}

/** One of several processes. */
export const PROCESS_NAME = z.string().min(1).max(300);

/** One process. */
export const PROCESS_INPUT = PROCESS_NAME.describe(
  "Pid, name or via tuple.",
);
