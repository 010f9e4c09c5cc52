/**
 * The schemas of a tool as JSON Schema (2020-12, MCP's default dialect), without
 * what only costs a reader tokens.
 *
 * @module
 */

import * as z from "zod";

/** A JSON Schema of an object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a caller may send: nothing but what is named. */
export function inputSchema(schema: z.ZodObject): JsonSchema {
  return lean(schema, "input");
}

/** What an answer holds; more may be added later. */
export function outputSchema(schema: z.ZodObject): JsonSchema {
  return lean(schema, "output");
}

function lean(schema: z.ZodObject, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) {
        delete jsonSchema.minimum;
      }
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
        delete jsonSchema.maximum;
      }
      if (io === "output" && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
      if (jsonSchema.propertyNames !== undefined) {
        delete jsonSchema.propertyNames;
      }
    },
  });
  return rest;
}
