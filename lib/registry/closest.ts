/**
 * "Did you mean …?", for everything that a person or a model may misspell.
 *
 * @module
 */

import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** A guess may differ from the text in this share of its characters, and in one at least. */
const MAX_SHARE = 0.4;

/**
 * A guess at what a misspelt text means, as `; did you mean "x"?`, or nothing
 * if no candidate is near; case-insensitive.
 *
 * @example
 * ```ts
 * import { didYouMean } from "./mod.ts";
 *
 * `unknown sort key "memry"${didYouMean("memry", ["memory", "mailbox"])}`;
 * ```
 */
export function didYouMean(
  text: string,
  candidates: Iterable<string>,
): string {
  const limit = Math.max(1, Math.floor(text.length * MAX_SHARE));
  // No distance is less than this, and a megabyte is not a misspelt name.
  const near = [...candidates]
    .filter(({ length }) => Math.abs(text.length - length) <= limit);
  if (near.length === 0) return "";
  const best = closestString(text, near);
  const distance = levenshteinDistance(text.toLowerCase(), best.toLowerCase());
  return distance <= limit ? `; did you mean "${best}"?` : "";
}
