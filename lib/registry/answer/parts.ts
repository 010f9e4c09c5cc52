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

/** Whether a value is a record of fields. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list or record without anything in it. */
export function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null &&
    Object.keys(value).length === 0;
}

/** What a schema says about how its values are shown. */
export interface Layout {
  /** Whether it is a text that is shown with its line ends. */
  readonly isBlock: boolean;
  /** The fields of a record, in their order. */
  readonly fields: ReadonlyMap<string, Layout | undefined> | undefined;
  /** Any field of a record whose names are data. */
  readonly any: Layout | undefined;
  /** The items of a list. */
  readonly item: Layout | undefined;
  /** Whether it is a record with other fields than it names: those of the whole answer. */
  readonly isOpen: boolean;
  /** Whether it is a record with a part that is too much for a cell: a table, or a text of several lines. */
  readonly isWide: boolean;
}

const layouts = new WeakMap<z.ZodType, Layout>();

/** The layout of a schema, worked out when it is first asked for. */
export function layoutOf(schema: unknown): Layout | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const known = layouts.get(schema);
  if (known !== undefined) return known;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return layoutOf(schema.unwrap());
  }
  const fields = schema instanceof z.ZodObject
    ? new Map(
      Object.entries(schema.shape).map(([key, each]) => [key, layoutOf(each)]),
    )
    : undefined;
  const layout: Layout = {
    isBlock: BLOCKS.has(schema),
    fields,
    any: schema instanceof z.ZodRecord ? layoutOf(schema.valueType) : undefined,
    item: schema instanceof z.ZodArray ? layoutOf(schema.element) : undefined,
    isOpen: schema instanceof z.ZodObject &&
      schema.def.catchall instanceof z.ZodUnknown,
    isWide:
      fields?.values().some((each) =>
        each?.isBlock || each?.item?.fields !== undefined
      ) ?? false,
  };
  layouts.set(schema, layout);
  return layout;
}

/** The layout of a field. */
export function fieldOf(
  layout: Layout | undefined,
  key: string,
): Layout | undefined {
  return layout?.fields?.get(key) ?? layout?.any;
}
