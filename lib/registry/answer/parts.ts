/**
 * What the parts of an answer are, for those who show it.
 *
 * @module
 */

import * as z from "zod";

/** Texts that are shown with their line ends. */
const BLOCKS = z.registry<object>();

/** Has a text shown with its line ends: output, documentation, a drawing. Its schema is the outermost but for `optional()`. */
export function asBlock<Schema extends z.ZodType>(schema: Schema): Schema {
  BLOCKS.add(schema, {});
  return schema;
}

/** An answer that kept the node busy for this long says so, in ms. */
const NOTABLE_MS = 2000;

/** Fields by their names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a field is not worth a line: a `cost` as usual, and that something was cut where `omitted` says what. */
export function isUsual(key: string, { omitted, cost }: Fields): boolean {
  if (key === "truncated") return omitted !== undefined;
  if (key !== "cost" || !isRecord(cost)) return false;
  const { ms_on_target, processes_scanned: _, ...notable } = cost;
  return Number(ms_on_target) < NOTABLE_MS &&
    Object.keys(notable).length === 0;
}

/** Whether a part of a row is too much for a cell: a table, or a text of several lines. */
export function holdsMuch(schema: unknown): boolean {
  const part = inner(schema);
  return isBlock(part) || part instanceof z.ZodArray &&
      inner(part.element) instanceof z.ZodObject;
}

/** Whether a value is a record of fields. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list or record without anything in it. */
export function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null &&
    Object.keys(value).length === 0;
}

/** Whether a text is shown with its line ends. */
export function isBlock(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && BLOCKS.has(schema);
}

/** The schema of a field. */
export function partOf(
  schema: z.ZodType | undefined,
  key: string,
): z.ZodType | undefined {
  if (schema instanceof z.ZodRecord) return inner(schema.valueType);
  return schema instanceof z.ZodObject ? inner(schema.shape[key]) : undefined;
}

/** The schema of the items of a list. */
export function itemOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodArray ? inner(schema.element) : undefined;
}

/** Whether rows of a schema have other fields than it names: those of the whole answer. */
export function isOpen(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject &&
    schema.def.catchall instanceof z.ZodUnknown;
}

/** The schema of a value that is there. */
function inner(schema: unknown): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return inner(schema.unwrap());
  }
  return schema instanceof z.ZodType ? schema : undefined;
}
