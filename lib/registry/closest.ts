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

/** Maximum similar names to show. */
const MAX_SIMILAR = 8;

/** A longer list is not shown whole. */
const MAX_LIST = 30;

/**
 * The names that share a word with a text, for a hint: `similar: list_ets, read_ets`; all
 * names if there are few and none is similar, nothing if there are many.
 */
export function similarNames(
  text: string,
  names: readonly string[],
): string | undefined {
  // A word of many names tells none of them from the others.
  const words = wordsOf(text).filter((word) =>
    names.filter((name) => wordsOf(name).includes(word)).length <=
      names.length / 3
  );
  const similar = names.filter((name) =>
    wordsOf(name).some((word) =>
      words.some((each) => word.startsWith(each) || each.startsWith(word))
    )
  ).slice(0, MAX_SIMILAR);
  if (similar.length > 0) return `similar: ${similar.join(", ")}`;
  return names.length <= MAX_LIST
    ? `there are ${names.join(", ") || "none"}`
    : undefined;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^a-z\d]+/)
    .filter((word) => word.length > 2);
}
