/**
 * The schemas of a handler as JSON Schema (2020-12, MCP's default dialect), as
 * short as possible: a model reads the list of tools in every conversation,
 * and arguments and answers are checked here in any case.
 *
 * @module
 */

import * as z from "zod";
import { HINTS, NODE_OUTPUT, NODES_OUTPUT } from "./fields.ts";

/** A JSON Schema of an object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * An argument that a tool takes, and that its help has, but not the list that a model reads in
 * every session.
 */
export function unlisted<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ unlisted: true });
}

/** The JSON Schema of the arguments; others are not allowed. */
export function inputSchema(schema: z.ZodObject): JsonSchema {
  return withoutDialect(z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      dropUnsaid(jsonSchema);
      delete jsonSchema.unlisted;
    },
  }));
}

/** Left out of tool lists: these limits are rarely hit, and a refusal names them. */
const UNSAID = ["minimum", "minItems", "maxItems", "pattern"] as const;

/** Defaults that tool lists need not mention. */
const USUAL = ["false", "[]", "{}"];

/** The same in short form: of numeric limits, only the longest durations. */
export function shortInputSchema(schema: z.ZodObject): JsonSchema {
  const { $defs: _, ...short } = withoutDialect(z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema, path }) => {
      dropUnsaid(jsonSchema);
      for (const key of UNSAID) delete jsonSchema[key];
      if (path.at(-1) !== "duration_ms") delete jsonSchema.maximum;
      if (isUnsaidDefault(jsonSchema)) delete jsonSchema.default;
    },
  }));
  const { properties, ...rest } = short;
  const listed = Object.entries<object>(Object(properties))
    .filter(([, property]) => !("unlisted" in property));
  return JSON.parse(
    JSON.stringify({ ...rest, properties: Object.fromEntries(listed) }),
    simpler,
  );
}

/** The first of several values, as the instructions say; all of them; or nothing. */
function isUnsaidDefault(
  { default: value, enum: values, items }: z.core.JSONSchema.BaseSchema,
): boolean {
  const text = JSON.stringify(value);
  return value !== undefined && value === values?.[0] ||
    USUAL.includes(text) || text === JSON.stringify(Object(items).enum);
}

/** The JSON Schema of an answer, descriptions included. */
export function outputSchema(schema: z.ZodObject): JsonSchema {
  return withoutDialect(z.toJSONSchema(schema, {
    io: "output",
    override: ({ jsonSchema }) => {
      dropSafeBounds(jsonSchema);
      if (jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
      delete jsonSchema.propertyNames;
    },
  }));
}

/** Fields that the answers of all tools have: {@linkcode shortOutputSchema} leaves them out. */
const COMMON: ReadonlySet<string> = new Set(
  Object.keys({ ...NODE_OUTPUT, ...HINTS }),
);

/** Fields of tools that ask several nodes; others may have fields with the same names. */
const OF_SEVERAL: ReadonlySet<unknown> = new Set(Object.values(NODES_OUTPUT));

/** The JSON Schema of an answer, reduced to its fields with their types and the columns of its tables. */
export function shortOutputSchema(schema: z.ZodObject): JsonSchema {
  const own = Object.entries(schema.shape)
    .filter(([name, field]) => !COMMON.has(name) && !OF_SEVERAL.has(field));
  const { properties = {} } = PART.parse(
    outputSchema(z.object(Object.fromEntries(own))),
  );
  return { type: "object", properties: mapValues(properties, shortened) };
}

function shortened(schema: unknown): JsonSchema {
  const { type, items } = PART.parse(schema);
  const columns = PART.optional().parse(items)?.properties;
  return {
    ...type !== undefined && { type },
    ...columns !== undefined &&
      { items: { properties: mapValues(columns, () => ({})) } },
  };
}

function mapValues<Value>(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}

const PART = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** A reviver of schemas: some models know no list of types, and none needs to be told what JSON is. */
function simpler(_key: string, value: unknown): unknown {
  const { type: types, $ref, ...rest } = Object(value);
  if ($ref !== undefined) return rest;
  return Array.isArray(types)
    ? { ...rest, anyOf: types.map((type) => ({ type })) }
    : value;
}

/** Drops lengths and names of keys: they are checked, but tell a model nothing. */
function dropUnsaid(schema: z.core.JSONSchema.BaseSchema): void {
  dropSafeBounds(schema);
  delete schema.minLength;
  delete schema.maxLength;
  delete schema.propertyNames;
}

/** zod adds the bounds of a safe integer, which tell a model nothing. */
function dropSafeBounds(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function withoutDialect(
  { $schema: _dialect, ...rest }: z.core.JSONSchema.BaseSchema,
): JsonSchema {
  return rest;
}

/** Returns the range of a number in words: `at most 500`, `1 to 100`, or nothing. */
export function rangeOf(schema: object): string {
  const { minimum, maximum } = Object(schema);
  if (minimum === undefined) {
    return maximum === undefined ? "" : `at most ${maximum}`;
  }
  return maximum === undefined
    ? `at least ${minimum}`
    : `${minimum} to ${maximum}`;
}
