import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import {
  inputSchema,
  outputSchema,
  shortOutputSchema,
} from "../../../lib/registry/mod.ts";
import { isPlain } from "../../../lib/registry/declare/schema.ts";
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

Deno.test("an input schema says all that a caller must keep to", () => {
  assertEquals(inputSchema(nodeTool().input).properties, {
    node: {
      type: "string",
      description:
        "Full name or alias; may be left out when only one node is known.",
    },
    incarnation: {
      type: "integer",
      description:
        "Of the answer that your pids come from: refused if the node has restarted since.",
    },
    limit: {
      type: "integer",
      minimum: 1,
      default: 3,
      description: "How many.",
    },
  });
  assertEquals(inputSchema(nodeTool().input).additionalProperties, false);
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

Deno.test("what is taken for plain can be told, and what cannot be told is not taken for plain", () => {
  const field: z.ZodType[] = [
    z.string().min(1).describe("x"),
    z.int().optional(),
    z.enum(["a", "b"]).default("a"),
    z.union([z.null(), z.literal([1, "x", true])]),
    z.record(z.string(), z.array(z.tuple([z.boolean()], z.unknown()))),
    z.preprocess((value) => value, z.string()),
    z.strictObject({ deep: z.intersection(z.object({}), z.any()) }).readonly(),
  ];
  for (const each of field) {
    const schema = z.object({ each });
    assert(isPlain(schema), each.type);
    inputSchema(schema);
    outputSchema(schema);
  }
  const node: z.ZodType = z.object({
    get next(): z.ZodType {
      return node;
    },
  });
  const others = [
    ...[z.date(), z.bigint(), z.literal(1n), z.symbol(), z.map(node, node)],
    ...[z.string().transform(Number), z.custom(() => true), z.undefined()],
  ];
  for (const each of [...others, node]) {
    assertEquals(isPlain(z.object({ list: z.array(each) })), false, each.type);
  }
});
