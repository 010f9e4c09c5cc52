/**
 * The text of an answer, derived from its structure by rule, so that the two
 * cannot differ: some clients show a model the one, some the other.
 *
 * Each scalar is a line, each list of records an aligned table, each large
 * record a section. A table names its columns once where JSON repeats them in
 * every row, which saves about a third of the tokens and reads well in a shell.
 *
 * Strings from a node are data. One that is not plain is shown as a JSON
 * string, so a newline in a process name cannot start a line of its own.
 *
 * @module
 */

import { visible, visibleJson } from "../../etf/mod.ts";

/** Cells are padded up to this width, in characters; longer ones are shown in full. */
const MAX_PAD = 32;

/** Records up to this length stay on one line, in characters. */
const MAX_LINE = 100;

/** One word that cannot end a line, a cell or a list needs no quotes; nor does an escaped character. */
const PLAIN =
  /^(?:[\p{L}\p{N}\p{M}_@.:\/<>#()'*+%&=?!~^$…-]|\\x\{[\dA-F]+\})+$/u;

/** Words that would read as something other than a string. */
const AMBIGUOUS = /^(-|true|false|null|none|-?\d[\d.e+-]*)$/i;

/**
 * The text for a structured answer: every value in it, under its own name.
 *
 * @example
 * ```ts
 * import { render } from "../mod.ts";
 *
 * render({ node: "a@h", processes: [{ pid: "<0.1.0>", mailbox: 3 }] });
 * // node: a@h
 * // processes:
 * //   pid      mailbox
 * //   <0.1.0>  3
 * ```
 */
export function render(value: Record<string, unknown>): string {
  return section(value, "").join("\n");
}

function section(value: object, indent: string): string[] {
  const lines: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const name = indent + label(key);
    if (isTable(item)) {
      const rows = item.some(holdsMuch) ? sections : table;
      lines.push(`${name}:`, ...rows(item, `${indent}  `));
    } else if (isRecord(item) && !fitsLine(item)) {
      lines.push(`${name}:`, ...section(item, `${indent}  `));
    } else lines.push(`${name}: ${inline(item)}`);
  }
  return lines;
}

/** Rows that are sections of their own, each after a dash. */
function sections(rows: readonly object[], indent: string): string[] {
  return rows.flatMap((row) => {
    const [first = "", ...rest] = section(row, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** Whether a row has a table or a record that is too long for a cell. */
function holdsMuch(row: object): boolean {
  for (const value of Object.values(row)) {
    const nested = isTable(value) || isRecord(value);
    if (nested && inline(value).length > MAX_LINE) return true;
  }
  return false;
}

/** Whether a record is short and holds no other. */
function fitsLine(record: Record<string, unknown>): boolean {
  return !Object.values(record).some(isRecord) &&
    inline(record).length <= MAX_LINE;
}

function table(rows: readonly object[], indent: string): string[] {
  const columns = new Map<string, number>();
  const lines = [new Map<string, string>()];
  for (const row of rows) {
    const cells = new Map<string, string>();
    for (const [key, value] of Object.entries(row)) {
      if (!columns.has(key)) {
        columns.set(key, key.length);
        lines[0]?.set(key, label(key));
      }
      const cell = inline(value);
      cells.set(key, cell);
      columns.set(key, Math.max(columns.get(key) ?? 0, cell.length));
    }
    lines.push(cells);
  }
  return lines.map((cells) => {
    let line = indent;
    for (const [key, width] of columns) {
      line += `${(cells.get(key) ?? "-").padEnd(Math.min(MAX_PAD, width))}  `;
    }
    return line.trimEnd();
  });
}

/** A value within a line: nothing as `-`, records and lists as compact JSON-like text. */
function inline(value: unknown): string {
  if (value === undefined || value === null) return "-";
  if (typeof value === "string") {
    return AMBIGUOUS.test(value) ? quote(value) : label(value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : `[${value.map(inline).join(", ")}]`;
  }
  if (isRecord(value)) {
    const fields: string[] = [];
    for (const [key, item] of Object.entries(value)) {
      fields.push(`${label(key)}: ${inline(item)}`);
    }
    return fields.length === 0 ? "none" : `{${fields.join(", ")}}`;
  }
  return String(value);
}

/** A text as it is if it is plain, else as a JSON string. */
function label(text: string): string {
  return PLAIN.test(text) && visible(text) === text ? text : quote(text);
}

function quote(value: string): string {
  return visibleJson(JSON.stringify(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTable(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
