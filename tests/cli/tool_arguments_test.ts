import { assertEquals } from "@std/assert";
import * as z from "zod";
import { argumentsOf } from "../../lib/cli/tool_arguments.ts";
import { defineTool } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { plainTool } from "../registry/support.ts";

Deno.test("arguments are told with their types, what stands in for them, and what they mean", () => {
  const tool = defineTool({
    ...plainTool("add_up"),
    name: "add_up",
    input: {
      name: z.string().describe("A name."),
      sort: z.enum(["size", "age"]).default("age").describe("First."),
      limit: z.int().max(500).default(50).describe("Most."),
      parts: z.union([z.array(z.int()), z.string()]).optional().describe("Or."),
    },
    output: {},
    run: () => Promise.resolve({}),
  });
  assertEquals(argumentsOf(tool), [
    { argument: "name", type: "string", default: "required", means: "A name." },
    { argument: "sort", type: "size|age", default: "age", means: "First." },
    {
      argument: "limit",
      type: "integer, at most 500",
      default: 50,
      means: "Most.",
    },
    {
      argument: "parts",
      type: "[integer]|string",
      default: undefined,
      means: "Or.",
    },
  ]);
  for (const tool of TOOLS) argumentsOf(tool);
});
