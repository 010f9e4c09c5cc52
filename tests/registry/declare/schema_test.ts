import { assertEquals } from "@std/assert";
import * as z from "zod";
import {
  inputSchema,
  outputSchema,
  shortInputSchema,
  shortOutputSchema,
  unlisted,
} from "../../../lib/registry/mod.ts";
import { nodeTool } from "../support.ts";

const output = z.object({
  node: z.string(),
  total: z.int().describe("All there are."),
  rows: z.array(z.object({
    pid: z.string().describe("Of a process."),
    gc: z.object({ minor: z.int() }).optional(),
  })),
  cost: z.object({ ms: z.number() }),
  either: z.union([z.string(), z.int()]),
});

Deno.test("an input schema says all that a caller must keep to, a short one what a model must know", () => {
  const node = { type: "string", description: "Its name." };
  const limit = { type: "integer", default: 3, description: "How many." };
  const { properties, additionalProperties } = inputSchema(nodeTool().input);
  assertEquals(properties, { node, limit: { ...limit, minimum: 1 } });
  assertEquals(additionalProperties, false);
  const short = shortInputSchema(nodeTool().input);
  assertEquals(short.properties, { node, limit });
  assertEquals(short.additionalProperties, false);
});

Deno.test("a short input schema leaves out what goes without saying", () => {
  const kinds = z.enum(["small", "large"]);
  const input = z.strictObject({
    first: kinds.default("small"),
    second: kinds.default("large"),
    every: z.array(kinds).default(["small", "large"]),
    some: z.array(kinds).default(["large"]),
    window_ms: z.int().max(10).default(0),
    duration_ms: z.int().max(10),
    value: z.json(),
  });
  const { properties, ...rest } = shortInputSchema(input);
  const values = { type: "string", enum: ["small", "large"] };
  assertEquals(properties, {
    first: values,
    second: { ...values, default: "large" },
    every: { type: "array", items: values },
    some: { type: "array", items: values, default: ["large"] },
    window_ms: { type: "integer", default: 0 },
    duration_ms: { type: "integer", maximum: 10 },
    value: {},
  });
  assertEquals(Object.keys(rest), ["type", "required", "additionalProperties"]);
});

Deno.test("a short output schema names fields and columns, and no more", () => {
  assertEquals(shortOutputSchema(output), {
    type: "object",
    properties: {
      total: { type: "integer" },
      rows: { type: "array", items: { properties: { pid: {}, gc: {} } } },
      cost: { type: "object" },
      either: { type: ["string", "integer"] },
    },
  });
});

Deno.test("the long output schema keeps what is said of each field", () => {
  const { properties, required } = outputSchema(output);
  assertEquals(
    z.object({ total: z.unknown() }).parse(properties).total,
    { type: "integer", description: "All there are." },
  );
  assertEquals(required, ["node", "total", "rows", "cost", "either"]);
});

Deno.test("an unlisted argument is taken and explained, and not in the list that models read", () => {
  const input = z.strictObject({
    text: z.string().describe("Part of it."),
    limit: unlisted(z.int().default(5).describe("Rows.")),
  });
  assertEquals(Object.keys(Object(inputSchema(input).properties)), [
    "text",
    "limit",
  ]);
  assertEquals(inputSchema(input).properties, {
    text: { type: "string", description: "Part of it." },
    limit: { type: "integer", description: "Rows.", default: 5 },
  });
  assertEquals(Object.keys(Object(shortInputSchema(input).properties)), [
    "text",
  ]);
  assertEquals(input.parse({ text: "a", limit: 7 }), { text: "a", limit: 7 });
});
