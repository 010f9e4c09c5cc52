/**
 * Answers that show the first of something and say how much there is of it:
 * `{Number, First}` on the way from a node.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import {
  type Fields,
  readAtom,
  readInteger,
  readKnown,
  readList,
  readTable,
  readText,
  readTuple,
} from "./read.ts";

/** Some of many. */
export interface Counted<Item> {
  /** True number, also where fewer are shown. */
  readonly count: number;
  readonly first: readonly Item[];
}

/** `{Number, [Item]}`. */
export function readCounted<Item>(
  term: Term,
  read: (item: Term) => Item,
): Counted<Item> {
  const [count = term, first = term] = readTuple(term, 2);
  return { count: readInteger(count), first: readList(first).map(read) };
}

/** `{Number, {Columns, Rows}}`. */
export function readCountedTable<Item>(
  term: Term,
  read: (row: Fields) => Item,
): Counted<Item> {
  const [count = term, table = term] = readTuple(term, 2);
  return { count: readInteger(count), first: readTable(table).map(read) };
}

/** `{Number, [Atom]}`. */
export function readNames(term: Term): Counted<string> {
  return readCounted(term, readAtom);
}

/** A text that is missing where it is empty. */
export function readSomeText(term: Term): string | undefined {
  return readText(term) || undefined;
}

/** The id of a child, unless it is `none` or `undefined`. */
export function readChildId(term: Term): Term | undefined {
  return readKnown(term, (id) => id);
}

/** An integer, where it is known. */
export function readKnownInteger(term: Term): number | undefined {
  return readKnown(term, readInteger);
}

/** An atom, where it is known. */
export function readKnownAtom(term: Term): string | undefined {
  return readKnown(term, readAtom);
}
