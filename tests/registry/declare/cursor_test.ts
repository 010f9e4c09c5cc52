import { assert, assertEquals, assertThrows } from "@std/assert";
import * as z from "zod";
import {
  makeCursor,
  queryText,
  readCursor,
} from "../../../lib/registry/declare/cursor.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
  ToolError,
} from "../../../lib/registry/mod.ts";
import { makeRig, principal } from "../support.ts";

/** Lists the numbers below 100, 30 at a time unless more are asked for. */
function counting(budgetBytes: number): Tool {
  return defineNodeTool({
    name: "count_up",
    title: "Count",
    description: "Counts.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    probes: [],
    budgetBytes,
    pages: { list: "numbers", total: "total" },
    input: { limit: z.int().default(30).describe("How many.") },
    output: { numbers: z.array(z.int()), total: z.int() },
    run: ({ limit }, { offset }) =>
      Promise.resolve({
        numbers: Array.from({ length: 100 }, (_, n) => n)
          .slice(offset, offset + limit),
        total: 100,
      }),
  });
}

const ANSWER = z.object({
  numbers: z.array(z.int()),
  next_cursor: z.string().optional(),
  truncated: z.boolean().optional(),
});

for (
  const [what, budget, limit] of [["whole", 8192, 30], [
    "cut",
    300,
    80,
  ]] as const
) {
  Deno.test(`following the cursors of ${what} pages gives every item once`, async () => {
    const { registry } = makeRig({ tools: [counting(budget)] });
    const numbers: number[] = [];
    let cursor: string | undefined;
    let cut = false;
    do {
      const result = await registry.call(principal(), "count_up", {
        limit,
        ...cursor === undefined ? {} : { cursor },
      });
      assert(result.ok, result.text);
      const page = ANSWER.parse(result.structured);
      if (page.truncated) cut = true;
      numbers.push(...page.numbers);
      cursor = page.next_cursor;
    } while (cursor !== undefined);
    assertEquals(cut, what === "cut");
    assertEquals(numbers, Array.from({ length: 100 }, (_, n) => n));
  });
}

Deno.test("a cursor is good for its own query alone", async () => {
  const { registry } = makeRig({
    tools: [counting(8192)],
    nodes: ["a@h", "b@h"],
  });
  const first = await registry.call(principal(), "count_up", { node: "a@h" });
  assert(first.ok);
  const cursor = first.structured?.next_cursor;
  for (
    const args of [
      { node: "b@h", cursor },
      { node: "a@h", limit: 31, cursor },
      { node: "a@h", cursor: "30" },
      { node: "a@h", cursor: "60-1y2p0ij" },
    ]
  ) {
    const other = await registry.call(principal(), "count_up", args);
    assertEquals(other.ok ? "ok" : other.code, "bad_cursor");
  }
});

Deno.test("the order of arguments makes no other query", () => {
  assertEquals(
    queryText("t", { a: 1, b: undefined, c: 2 }),
    queryText("t", { c: 2, a: 1 }),
  );
  assertEquals(readCursor(makeCursor(7, "q"), "q"), 7);
  assertThrows(() => readCursor(makeCursor(7, "q"), "r"), ToolError);
});
