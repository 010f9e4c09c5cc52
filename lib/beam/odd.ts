/**
 * Values in an unexpected form: shown as the node prints them, beside the well-formed
 * ones.
 *
 * @module
 */

import * as z from "zod";
import type { Term } from "../etf/mod.ts";
import { readAtom, readList, readText, readTuple } from "./read.ts";
import { OptionalShape } from "./shape.ts";

/** A value of an odd form, and where it was. */
export interface Odd {
  /** Where it is. */
  readonly key: string;
  /** Its text in Erlang, cut. */
  readonly text: string;
}

/** `[{Key, Text}]`. */
export function readOdd(term: Term): Odd[] {
  return readList(term).map((pair) => {
    const [key = pair, text = pair] = readTuple(pair, 2);
    return { key: readAtom(key), text: readText(text) };
  });
}

/** The odd parts in one line; undefined without any. */
export function oddText(odd: readonly Odd[]): string | undefined {
  return odd.length === 0
    ? undefined
    : odd.map(({ key, text }) => `${key}: ${text}`).join(", ");
}

/** `[{Key, Text}]` in one line; left out if the list is empty. */
export const odd: OptionalShape<string> = new OptionalShape(
  (term) => oddText(readOdd(term)),
  () => z.string().optional(),
);
