/**
 * The text of an answer, made from its structured form by rule, so that the two
 * cannot come to differ.
 *
 * Some clients show a model the structured form, others the text. Both must say
 * the same; so the text is not written by each tool but derived: a line for
 * each scalar, an aligned table for each list of records, and a part for each
 * record that holds much itself. A table names its
 * columns once where JSON repeats them on every row, which saves about a third
 * of the tokens and reads well in a shell.
 *
 * Strings from a node are data. One that is not plain is shown as a JSON
 * string, so a newline in a process name cannot start a line of its own.
 *
 * @module
 */

import { visible, visibleJson } from "../../etf/mod.ts";

/** Cells are padded up to this width; longer ones are shown in full. */
const MAX_PAD = 32;

/** Records up to this length stay in one line. */
const MAX_LINE = 100;

/** No quotes needed: one word that cannot end a line, a cell or a list; a character that was spelt out is one too. */
const PLAIN =
  /^(?:[\p{L}\p{N}\p{M}_@.:\/<>#()'*+%&=?!~^$…-]|\\x\{[\dA-F]+\})+$/u;

/** Words that would read as something else than a string. */
const AMBIGUOUS = /^(-|true|false|null|none|-?\d[\d.e+-]*)$/i;

/** The text for a structured answer: every value in it, under its own name. */
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

/** Rows that hold much, each in lines that begin at a dash. */
function sections(rows: readonly object[], indent: string): string[] {
  return rows.flatMap((row) => {
    const [first = "", ...rest] = section(row, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** Whether a row has a table or a record that is too long for a cell. */
function holdsMuch(row: object): boolean {
  return Object.values(row).some((value) =>
    (isTable(value) || isRecord(value)) && inline(value).length > MAX_LINE
  );
}

/** A short record of scalars is a line, as other scalars are. */
function fitsLine(record: Record<string, unknown>): boolean {
  return !Object.values(record).some(isRecord) &&
    inline(record).length <= MAX_LINE;
}

function table(rows: readonly object[], indent: string): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => {
    const fields = new Map(Object.entries(row));
    return columns.map((column) => inline(fields.get(column)));
  });
  const widths = columns.map((column, index) =>
    Math.min(
      MAX_PAD,
      Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
    )
  );
  return [columns.map(label), ...cells].map((row) =>
    indent + row.map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ").trimEnd()
  );
}

/** A value within a line: nothing as `-`, records and lists as compact JSON-like text. */
function inline(value: unknown): string {
  if (value === undefined || value === null) return "-";
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : `[${value.map(inline).join(", ")}]`;
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).map(([k, v]) =>
      `${label(k)}: ${inline(v)}`
    );
    return fields.length === 0 ? "none" : `{${fields.join(", ")}}`;
  }
  return String(value);
}

function text(value: string): string {
  return isPlain(value) && !AMBIGUOUS.test(value) ? value : quote(value);
}

function label(key: string): string {
  return isPlain(key) ? key : quote(key);
}

function isPlain(value: string): boolean {
  return PLAIN.test(value) && visible(value) === value;
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
