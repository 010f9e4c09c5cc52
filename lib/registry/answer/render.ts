/**
 * The text of an answer, derived from its structure by rule, so that the two
 * cannot differ: it takes a model two thirds of the tokens of JSON.
 *
 * ```text
 * node=shop@10.0.0.1 incarnation=1796027492 uptime_ms=6642 atoms=9885/1048576
 * application: the shop
 * os: rss_bytes=83509248 threads=20
 * processes:
 *  pid	registered_name	label	memory_bytes
 *  <0.93.0>	shop_mailer		875712
 * links (first 2 of 40): <0.90.0>, #Port<0.5>
 * none: monitors, troubles
 * ```
 *
 * Scalars that follow each other share lines, where none has spaces: `key: value` costs two tokens
 * more than `key=value` beside others, and most of a short answer is such. A record is a line of its
 * scalars (between tabs where one has spaces) and one for each part, by a name of two words; so are
 * rows that have tables of their own. Cells are separated by tabs; columns are those of the schema,
 * whatever the data. What is empty is named in the last line.
 *
 * Texts from a node are data. Only lines of ours begin at the margin: rows, items and the
 * lines of a text that has several begin with a space. Elsewhere a text with line ends or tabs
 * is a JSON string.
 *
 * @module
 */

import type * as z from "zod";
import { visible, visibleJson } from "../../etf/mod.ts";
import {
  fieldOf,
  type Fields,
  isEmpty,
  isRecord,
  isUsual,
  type Layout,
  layoutOf,
} from "./parts.ts";

/** Lists and scalars up to this length stay on one line, in characters. */
const MAX_LINE = 100;

/** A text that needs no quotes between others. */
const WORD = /^[^\s"=,;{}[\]]+$/;

/** A scalar: its name and its text. */
type Scalar = readonly [name: string, text: string];

/**
 * The text for a structured answer: every value in it under its own name, but for a
 * `cost` that is not notable. Without a schema, the columns of a table are those of its rows.
 *
 * @example
 * ```ts
 * import { render } from "../mod.ts";
 *
 * render({ node: "a@h", processes: [{ pid: "<0.1.0>", mailbox: 3 }] });
 * // node: a@h
 * // processes:
 * //  pid	mailbox
 * //  <0.1.0>	3
 * ```
 */
export function render(
  value: Readonly<Record<string, unknown>>,
  schema?: z.ZodType,
): string {
  const layout = layoutOf(schema);
  const page: Page = { lines: [], empty: [], layout };
  addFields(page, "", value, layout);
  if (page.empty.length > 0) page.lines.push(`none: ${page.empty.join(", ")}`);
  return page.lines.join("\n");
}

/** A text in the making. */
interface Page {
  readonly lines: string[];
  /** The names of what is empty. */
  readonly empty: string[];
  /** That of the whole answer. */
  readonly layout: Layout | undefined;
}

function addFields(
  page: Page,
  prefix: string,
  fields: Fields,
  layout: Layout | undefined,
): void {
  let scalars: Scalar[] = [];
  const flush = (): void => {
    addScalars(page, scalars);
    scalars = [];
  };
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || isUsual(key, fields)) continue;
    const name = prefix + label(key);
    const part = fieldOf(layout, key);
    if (value === null) {
      page.empty.push(name);
      continue;
    }
    const text = isFill(value)
      ? `${value.count}/${value.limit}`
      : typeof value === "object" || part?.isBlock
      ? undefined
      : plain(value);
    if (text !== undefined && WORD.test(text)) {
      scalars.push([name, text]);
      continue;
    }
    flush();
    if (Array.isArray(value)) addList(page, name, value, part);
    else if (isRecord(value)) addRecord(page, name, value, part);
    else if (typeof value === "string" && part?.isBlock) {
      const lines = value.replace(/\n$/, "").split("\n").map(visible);
      if (value.trim() === "") page.empty.push(name);
      else addBlock(page, name, lines);
    } else page.lines.push(`${name}: ${text}`);
  }
  flush();
}

/** Adds scalars that follow each other, as many to a line as there is room for. */
function addScalars(page: Page, scalars: readonly Scalar[]): void {
  const [only, second] = scalars;
  if (only === undefined) return;
  if (second === undefined) return void page.lines.push(only.join(": "));
  let line = "";
  for (const scalar of scalars) {
    const pair = scalar.join("=");
    if (line !== "" && line.length + pair.length >= MAX_LINE) {
      page.lines.push(line);
      line = "";
    }
    line += line === "" ? pair : ` ${pair}`;
  }
  page.lines.push(line);
}

/** Whether a value says how much of a limit is in use. */
function isFill(
  value: unknown,
): value is { readonly count: number; readonly limit: number } {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false;
  return typeof value.count === "number" && typeof value.limit === "number";
}

function addRecord(
  page: Page,
  name: string,
  record: Fields,
  layout: Layout | undefined,
): void {
  const { count, first, ...others } = record;
  if (
    typeof count === "number" && Array.isArray(first) &&
    Object.keys(others).length === 0
  ) {
    const { length } = first;
    if (length < 1 && count > 0) {
      return void page.lines.push(`${name}: count=${count}`);
    }
    const size = length === count ? `${count}` : `first ${length} of ${count}`;
    const heading = length > 0 ? `${name} (${size})` : name;
    return addList(page, heading, first, fieldOf(layout, "first"));
  }
  const own: [string, unknown][] = [];
  const parts: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (isUsual(key, record)) continue;
    const isPart = typeof value === "object" && value !== null ||
      fieldOf(layout, key)?.isBlock;
    if (isPart) parts.push([key, value]);
    else if (value !== undefined) own.push([key, value]);
  }
  const nothing = Object.values(record).every((value) =>
    value === false || value === undefined || isEmpty(value)
  );
  if (nothing && parts.length > 0) return void page.empty.push(name);
  if (own.length > 0) page.lines.push(`${name}: ${pairs(own)}`);
  else if (parts.length === 0) page.empty.push(name);
  addFields(page, `${name}.`, Object.fromEntries(parts), layout);
}

function addList(
  page: Page,
  name: string,
  list: readonly unknown[],
  layout: Layout | undefined,
): void {
  if (list.length === 0) return void page.empty.push(name);
  if (list.every(isRecord)) return addTable(page, name, list, layout?.item);
  const items = list.map(plain);
  const line = items.join(", ");
  const fits = line.length <= MAX_LINE &&
    items.every((item) => WORD.test(item));
  if (fits || items.length === 1) page.lines.push(`${name}: ${line}`);
  else addBlock(page, name, items);
}

function addTable(
  page: Page,
  name: string,
  rows: readonly Fields[],
  item: Layout | undefined,
): void {
  // The answers of several nodes have the fields of the whole.
  const whole = item?.isOpen ? page.layout : item;
  if (item?.isOpen || item?.isWide) {
    const empty = new Map<string, number[]>();
    for (const [index, row] of rows.entries()) {
      const one = `${name}.${index + 1}`;
      const own: Page = { ...page, empty: [] };
      addRecord(own, one, row, whole);
      for (const each of own.empty) {
        const key = each.slice(one.length);
        empty.set(key, [...empty.get(key) ?? [], index + 1]);
      }
    }
    for (const [key, at] of empty) {
      const which = at.length === 1
        ? at[0]
        : at.length === rows.length
        ? "*"
        : `{${at.join(",")}}`;
      page.empty.push(`${name}.${which}${key}`);
    }
    return;
  }
  const columns = new Set(item?.fields?.keys());
  for (const row of rows) for (const key of Object.keys(row)) columns.add(key);
  const lines = [[...columns].map(label).join("\t")];
  for (const row of rows) {
    const cells: string[] = [];
    for (const key of columns) cells.push(plain(row[key]));
    lines.push(cells.join("\t"));
  }
  addBlock(page, name, lines);
}

/** The scalars of a record, between tabs where one has spaces. */
function pairs(own: readonly (readonly [string, unknown])[]): string {
  const words = own.map(([key, value]) => `${label(key)}=${plain(value)}`);
  return words.join(words.some((text) => text.includes(" ")) ? "\t" : " ");
}

function addBlock(page: Page, name: string, lines: readonly string[]): void {
  page.lines.push(`${name}:`);
  for (const line of lines) page.lines.push(` ${line}`);
}

/** A value that ends with its line or its cell; the empty text if there is none. */
function plain(value: unknown): string {
  if (typeof value === "string") {
    const isPlain = value !== "" && value.trim() === value;
    return isPlain && visible(value) === value ? value : quoted(value);
  }
  const isNothing = value === undefined || value === null || isEmpty(value);
  return isNothing ? "" : word(value);
}

/** A value beside others. */
function word(value: unknown): string {
  if (typeof value === "string") {
    return WORD.test(value) && visible(value) === value ? value : quoted(value);
  }
  if (Array.isArray(value)) return `[${value.map(word).join(", ")}]`;
  if (!isRecord(value)) return String(value);
  const fields: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) fields.push(`${label(key)}=${word(item)}`);
  }
  return `{${fields.join(" ")}}`;
}

/** The name of a field: ours, or an atom or text of a node. */
function label(key: string): string {
  return /^[\w.@$\/-]+$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  return visibleJson(JSON.stringify(text));
}
