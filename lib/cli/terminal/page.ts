/**
 * An answer as a page for people, from its structure: tables fitted to the terminal,
 * fields one below the other, numbers with their units.
 *
 * Every text of the answer is made visible before colour is added, so that nothing of a
 * node reaches the terminal as a command.
 *
 * @module
 */

import type * as z from "zod";
import { visible, visibleLines } from "../../etf/mod.ts";
import {
  fieldOf,
  type Fields,
  isEmpty,
  isRecord,
  isUsual,
  type Layout,
  layoutOf,
} from "../../registry/mod.ts";
import { type Paint, plain } from "./colour.ts";
import { columnsOf, type Shown } from "./columns.ts";
import { fitTable, sameInEveryRow } from "./table.ts";
import { percent } from "./units.ts";
import { hasUnit, itemText, nameOf, titleOf, valueText } from "./values.ts";
import { padded, shortened, widthOf, wrapped } from "./width.ts";

/** How a page is laid out. */
export interface PageOptions extends Shown {
  /** The columns of the terminal; `Infinity` for no limit. */
  readonly width: number;
  /** Gives texts their colour. @default {none} */
  readonly paint?: Paint;
  /** The schema of the answer. */
  readonly schema?: z.ZodType | undefined;
}

/** Lays out an answer; returns its lines. */
export function page(answer: Fields, options: PageOptions): string[] {
  const { node, incarnation, ...fields } = answer;
  const sheet = new Sheet(options);
  if (typeof node === "string") sheet.title(node, incarnation);
  sheet.fields(fields, { layout: layoutOf(options.schema) });
  return sheet.end();
}

/** Where fields are: what is known of all of them. */
export interface Place {
  readonly layout?: Layout | undefined;
  /** @default {""} */
  readonly indent?: string;
  /** The record that says the unit of all. */
  readonly of?: string | undefined;
  /** What comes before their titles where they are named alone. @default {""} */
  readonly prefix?: string;
}

/** One field. */
interface Part {
  readonly key: string;
  readonly title: string;
  readonly indent: string;
  readonly layout: Layout | undefined;
}

/** The longest title beside which values are aligned. */
const MAX_TITLE = 28;

/** Lines being laid out. */
export class Sheet {
  readonly #options: PageOptions;
  readonly #paint: Paint;
  readonly #lines: string[] = [];
  readonly #empty: string[] = [];
  /** Titles and texts of scalars that are not lines yet. */
  #pending: [string, string][] = [];
  /** Whether a table or the like has come before, which fields stand apart from. */
  #apart = false;

  /** Starts without lines. */
  constructor(options: PageOptions) {
    this.#options = options;
    this.#paint = options.paint ?? plain;
  }

  /** Adds what the page is about. */
  title(node: string, incarnation: unknown, verdict = ""): void {
    const run = incarnation === undefined
      ? ""
      : this.#paint("dim", `  incarnation ${incarnation}`);
    this.#lines.push(this.#paint("bold", visible(node)) + verdict + run);
  }

  /** Adds fields, one after the other. */
  fields(fields: Fields, place: Place): void {
    const { layout, indent = "", of, prefix = "" } = place;
    const title = layout?.any ? nameOf : titleOf;
    for (const [key, value] of Object.entries(fields)) {
      if (value === undefined || isUsual(key, fields)) continue;
      const part: Part = {
        ...{ key, title: title(key), indent, layout: fieldOf(layout, key) },
      };
      if (isNothing(value)) this.#empty.push(prefix + part.title);
      else if (typeof value === "string" && isText(value, part.layout)) {
        this.#text(value, part);
      } else if (Array.isArray(value)) this.#list(value, part);
      else if (isRecord(value)) this.#record(value, part);
      else this.#pending.push([part.title, shareOf(of, value, key, fields)]);
    }
    this.#flush(indent);
  }

  /** Adds titles and texts: on one line if they fit and need not be `apart`, else one below the other. */
  pairs(
    pairs: readonly (readonly [string, string | readonly string[]])[],
    indent: string,
    apart = false,
  ): void {
    if (pairs.length === 0) return;
    const { width } = this.#options;
    const line = pairs.map(([title, text]) => `${title} ${text}`).join("   ");
    if (!apart && pairs.length < 7 && widthOf(line) + indent.length <= width) {
      const parts = pairs.map(([title, text]) =>
        `${this.#paint("dim", title)} ${text}`
      );
      return this.line(parts.join("   "), indent);
    }
    const titles = Math.min(
      MAX_TITLE,
      Math.max(...pairs.map(([title]) => widthOf(title))),
    );
    const room = width - indent.length - titles - 2;
    for (const [title, text] of pairs) {
      const [first = "", ...more] = typeof text === "string"
        ? wrapped(text, Math.max(20, room))
        : text;
      const head = this.#paint("dim", padded(title, titles));
      this.line(`${head}  ${first}`, indent);
      for (const rest of more) {
        this.line(rest, `${indent}${" ".repeat(titles + 2)}`);
      }
    }
  }

  /** Adds a line. */
  line(text: string, indent = ""): void {
    this.#lines.push(`${indent}${text}`.trimEnd());
  }

  /** Returns the lines; the last names what is empty. */
  end(): string[] {
    this.#flush("");
    if (this.#empty.length > 0) {
      const { width } = this.#options;
      const names = [...new Set(this.#empty)].join(", ");
      for (const line of wrapped(`none: ${names}`, width)) {
        this.line(this.#paint("dim", line));
      }
    }
    return this.#lines;
  }

  #flush(indent: string): void {
    const pairs = this.#pending.splice(0);
    if (pairs.length > 0 && this.#apart && indent === "") this.line("");
    this.pairs(pairs, indent);
  }

  #heading(text: string, indent: string): void {
    this.#flush(indent);
    if (indent === "" && this.#lines.length > 0) this.line("");
    this.line(this.#paint("bold", text), indent);
    this.#apart = true;
  }

  #text(text: string, { title, indent }: Part): void {
    this.#heading(title, indent);
    for (const line of text.replace(/\n$/, "").split("\n")) {
      this.line(visibleLines(line).replaceAll("\t", "  "), `${indent}  `);
    }
  }

  #record(record: Fields, part: Part): void {
    const { key, title, indent, layout } = part;
    const { count, first, limit, ...others } = record;
    const counted = typeof count === "number" && isEmpty(others);
    if (counted && Array.isArray(first) && limit === undefined) {
      const size = valueText("", count);
      if (first.length === 0) return void this.#pending.push([title, size]);
      const heading = first.length === count
        ? `${title} (${size})`
        : `${title} (first ${first.length} of ${size})`;
      return this.#list(first, {
        ...{ ...part, title: heading, layout: fieldOf(layout, "first") },
      });
    }
    const names = layout?.any ? nameOf : titleOf;
    const line = valueText(key, record, "exact", names);
    const isPart = counted && typeof limit === "number";
    if (isPart || !hasTable(record) && this.#fits(part, line)) {
      return void this.#pending.push([title, line]);
    }
    this.#heading(title, indent);
    this.fields(record, {
      ...{ layout, indent: `${indent}  `, prefix: `${title} ` },
      of: hasUnit(key) ? key : undefined,
    });
  }

  #list(list: readonly unknown[], part: Part): void {
    const { key, title, indent, layout } = part;
    if (!list.every(isRecord)) {
      const items = list.map((each) => itemText(key, each));
      const line = items.join(", ");
      if (this.#fits(part, line)) {
        return void this.#pending.push([title, line]);
      }
      this.#heading(title, indent);
      const within = `${indent}  `;
      const short = items.every((each) => /^\S{0,40}$/.test(each));
      const room = this.#options.width - within.length;
      const lines = short ? wrapped(line, room) : items;
      for (const each of lines) this.line(each, within);
      return;
    }
    this.#heading(title, indent);
    const item = layout?.item;
    const columns = [...item?.fields?.keys() ?? []];
    const open = item?.isOpen;
    if (!open && !item?.isWide && !list.some(hasTable)) {
      return this.#table(list, columns, `${indent}  `);
    }
    for (const [index, { node, incarnation, ...row }] of list.entries()) {
      const number = `${index + 1}`;
      if (typeof node === "string") this.title(node, incarnation);
      else this.line(this.#paint("dim", number), indent);
      this.fields(row, {
        layout: open ? layoutOf(this.#options.schema) : item,
        indent: `${indent}  `,
        prefix: `${title} ${number} `,
      });
    }
  }

  /** Whether a text has room beside its title. */
  #fits({ title, indent }: Part, text: string): boolean {
    const needed = indent.length + widthOf(title) + 2 + widthOf(text);
    return needed <= this.#options.width;
  }

  #table(
    rows: readonly Fields[],
    known: readonly string[],
    indent: string,
  ): void {
    const { width } = this.#options;
    const keys = new Set(known);
    for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
    const { columns, order, hidden } = columnsOf(
      rows,
      [...keys],
      this.#options,
    );
    const room = width - indent.length;
    const same = sameInEveryRow(columns, room);
    const kept = order.filter((index) => !same.includes(index));
    const parts = same.flatMap((index) => {
      const { title, cells: [text = ""] } = columns[index] ?? { cells: [] };
      return `${title} ${shortened(text, Math.floor(room / 2))}`;
    });
    const every = parts.length > 0 ? `in every row: ${parts.join(", ")}` : "";
    for (const line of wrapped(every, room)) if (line) this.line(line, indent);
    const { lines: [head = "", ...body], left } = fitTable(
      kept.toSorted((a, b) => a - b).flatMap((index) => columns[index] ?? []),
      room,
      kept.map((index) => kept.filter((other) => other < index).length),
    );
    this.line(this.#paint("dim", head), indent);
    for (const line of body) this.line(line, indent);
    const more = [...left, ...hidden];
    if (more.length === 0) return;
    const text = `not shown: ${more.join(", ")} (-o wide)`;
    for (const line of wrapped(text, width - indent.length)) {
      this.line(this.#paint("dim", line), indent);
    }
  }
}

/** A value; a number of a record `of` one unit with its share of the record's total. */
function shareOf(
  of: string | undefined,
  value: unknown,
  key: string,
  { total }: Fields,
): string {
  const text = valueText(of ?? key, value);
  return of !== undefined && key !== "total" && typeof value === "number" &&
      typeof total === "number" && total > 0 && value <= total
    ? `${text} (${percent(100 * value / total)})`
    : text;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === "" || isEmpty(value)) return true;
  if (!isRecord(value)) return false;
  const { count, first } = value;
  if (count === 0 && isEmpty(first)) return true;
  const parts = Object.values(value);
  return parts.some((part) => typeof part === "object") &&
    parts.every((part) =>
      part === undefined || part === false || isNothing(part)
    );
}

/** Whether a text has lines of its own. */
function isText(value: string, layout: Layout | undefined): boolean {
  return layout?.isBlock || value.includes("\n");
}

/** Whether a value has rows in it. */
function hasTable(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isRecord);
  return isRecord(value) && Object.values(value).some(hasTable);
}
