/**
 * Describes the arguments of a tool for a person at a shell, from their JSON Schema.
 *
 * @module
 */

import * as z from "zod";
import { inputSchema, type Tool } from "../registry/mod.ts";

/** Returns the arguments of a tool as rows: name, type, default and meaning. */
export function argumentsOf(tool: Tool): object[] {
  const { properties = {}, required = [] } = SCHEMA.parse(
    inputSchema(tool.input),
  );
  return Object.entries(properties).map(([argument, schema]) => ({
    argument,
    type: typeText(schema),
    default: required.includes(argument) ? "required" : schema.default,
    means: schema.description,
  }));
}

/** Formats a type: `integer`, `memory|heap`, `[string]`. */
function typeText({ type, enum: values, items, anyOf }: Field): string {
  if (values !== undefined) return values.join("|");
  if (items !== undefined) return `[${typeText(items)}]`;
  if (anyOf !== undefined) return anyOf.map(typeText).join("|");
  return [type ?? "any"].flat().join("|");
}

interface Field {
  readonly type?: string | string[] | undefined;
  readonly enum?: unknown[] | undefined;
  readonly items?: Field | undefined;
  readonly anyOf?: Field[] | undefined;
  readonly default?: unknown;
  readonly description?: string | undefined;
}

const FIELD: z.ZodType<Field> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    items: FIELD.optional(),
    anyOf: z.array(FIELD).optional(),
    default: z.unknown().optional(),
    description: z.string().optional(),
  })
);

const SCHEMA = z.object({
  properties: z.record(z.string(), FIELD).optional(),
  required: z.array(z.string()).optional(),
});
