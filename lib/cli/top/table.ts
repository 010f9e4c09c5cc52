/**
 * What a view that is a table is made of.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { Column } from "../terminal/table.ts";
import { bytes, compact } from "../terminal/units.ts";

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

/** A column of a table of items. */
export interface Field<Item> extends Omit<Column, "cells"> {
  /** The cell of an item; nothing where it is not known. */
  cell(item: Item): string | undefined;
}

/** A column of texts, which may be cut to `least`. */
export function text<Item>(
  title: string,
  cell: (item: Item) => string | undefined,
  least?: number,
): Field<Item> {
  return { title, cell, ...least !== undefined && { least } };
}

/** Widths of counts and of bytes, so that columns stay in their places. */
export const COUNT = 7;
const BYTES = 8;

/** A column of numbers. */
export function numbers<Item>(
  title: string,
  format: (value: number) => string,
  value: (item: Item) => number | undefined,
  width = BYTES,
): Field<Item> {
  const cell = (item: Item): string => {
    const number = value(item);
    return (number === undefined ? "" : format(number)).padStart(width);
  };
  return { title: title.padStart(width), cell, right: true };
}

/** Lays out items; `order` has the titles of the columns to show, the most important first. */
export function tabled<Item>(
  title: string,
  items: readonly Item[],
  fields: readonly Field<Item>[],
  order: readonly string[],
  rowOf: (item: Item, index: number) => Row,
): Table {
  const titles = fields.map((field) => field.title.trim());
  return {
    title,
    columns: fields.map(({ cell, ...field }) => ({
      ...field,
      cells: items.map((item) => visible(cell(item) ?? "")),
    })),
    order: [...new Set(order)].map((each) => titles.indexOf(each)),
    rows: items.map(rowOf),
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
export function change(count: number): string {
  return count === 0 ? "" : `${count > 0 ? "+" : ""}${compact(count)}`;
}

/** A whole number. */
export function whole(value: number): string {
  return compact(Math.round(value));
}

/** Bytes a second, of those that came in so many ms. */
export function bytesPerSecond(ms: number): (count: number) => string {
  return (count) => bytes(Math.round(1000 * count / Math.max(1, ms)));
}

/** Items with this text in them, in any case. */
export function matching<Item>(
  items: readonly Item[],
  text: string | undefined,
  words: (item: Item) => readonly (string | undefined)[],
): readonly Item[] {
  if (text === undefined) return items;
  const wanted = text.toLowerCase();
  return items.filter((item) =>
    words(item).some((word) => word?.toLowerCase().includes(wanted))
  );
}
