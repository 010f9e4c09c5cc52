/**
 * What a view that is a table is made of.
 *
 * @module
 */

import type { Column } from "../terminal/table.ts";
import { compact } from "../terminal/units.ts";

/** What a row is about. */
export interface Row {
  /** Tells it from the others. */
  readonly key: string;
  /** The process that Enter shows. */
  readonly process?: string | undefined;
  /** The application whose processes Enter shows. */
  readonly application?: string | undefined;
}

/** A table as it is shown. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Indexes of the columns, the most important first. */
  readonly order: readonly number[];
  readonly rows: readonly Row[];
}

/** Widths of counts and of bytes, so that columns stay in their places. */
export const COUNT = 7;
const BYTES = 8;

/** A column of numbers. */
export function numbers(
  title: string,
  cells: readonly string[],
  width = BYTES,
): Column {
  return {
    title: title.padStart(width),
    cells: cells.map((cell) => cell.padStart(width)),
    right: true,
  };
}

/** The measure of each sort, as a title says it. */
const BY: Readonly<Record<string, string>> = {
  reductions: "reductions/s",
  growth: "growth of memory",
  binary: "binaries",
  count: "number of processes",
  size: "rows",
};

/** The order of a table, in words. */
export function by(sort: string): string {
  return `by ${BY[sort] ?? sort}`;
}

/** By how much a count has changed; nothing if it has not. */
export function change(count: number | undefined): string {
  return count === undefined || count === 0
    ? ""
    : `${count > 0 ? "+" : ""}${compact(count)}`;
}

/** A value as text; nothing where it is not known. */
export function known<Value>(
  value: Value | undefined,
  format: (value: Value) => string,
): string {
  return value === undefined ? "" : format(value);
}

/** Rows with this text in them, in any case. */
export function matching<Row>(
  rows: readonly Row[],
  text: string | undefined,
  words: (row: Row) => readonly (string | undefined)[],
): readonly Row[] {
  if (text === undefined) return rows;
  const wanted = text.toLowerCase();
  return rows.filter((row) =>
    words(row).some((word) => word?.toLowerCase().includes(wanted))
  );
}
