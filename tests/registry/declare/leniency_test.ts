import { assertEquals, assertThrows } from "@std/assert";
import * as z from "zod";
import { checkArguments } from "../../../lib/registry/mod.ts";

const INPUT = z.object({
  limit: z.int().max(9).optional(),
  force: z.boolean().optional(),
  sort: z.enum(["wait_for", "memory"]).optional(),
  sections: z.array(z.enum(["gc", "stack"])).optional(),
  processes: z.array(z.string()).optional(),
  key: z.string().optional(),
  value: z.unknown().optional(),
});

function read(args: Record<string, unknown>): unknown {
  return checkArguments("tool", INPUT, args);
}

Deno.test("arguments are read as they are meant", () => {
  const cases: [Record<string, unknown>, Record<string, unknown>][] = [
    [{ limit: "5", force: "true" }, { limit: 5, force: true }],
    [{ limit: null, other: null, sort: null, force: "null" }, {}],
    [{ sort: ":wait_for" }, { sort: "wait_for" }],
    [{ sort: "Wait-For" }, { sort: "wait_for" }],
    [{ sort: '"memory"' }, { sort: "memory" }],
    [{ sections: '["gc"]' }, { sections: ["gc"] }],
    [{ sections: "gc, stack" }, { sections: ["gc", "stack"] }],
    [{ sections: ["GC", ":stack"] }, { sections: ["gc", "stack"] }],
    [{ sections: "gc" }, { sections: ["gc"] }],
    [{ force: "True", key: ["one"] }, { force: true, key: "one" }],
    [{ processes: "<0.1.0>" }, { processes: ["<0.1.0>"] }],
    [{ processes: [17] }, { processes: ["17"] }],
    [{ key: 17 }, { key: "17" }],
    [{ key: false }, { key: "false" }],
    // What the schema accepts stays as it is.
    [{ key: "17", value: null }, { key: "17", value: null }],
    [{ key: ":Odd-Name" }, { key: ":Odd-Name" }],
  ];
  for (const [given, expected] of cases) assertEquals(read(given), expected);
});

Deno.test("nodes are named by a list as by a text with commas", () => {
  const shape = z.object({ nodes: z.string().max(9).optional() });
  const nodes = (given: unknown): unknown =>
    checkArguments("tool", shape, { nodes: given });
  for (const given of [["a@h", "b@h"], '["a@h","b@h"]', ' [ "a@h", "b@h" ]']) {
    assertEquals(nodes(given), { nodes: "a@h,b@h" });
  }
  assertEquals(nodes("[ab]@h"), { nodes: "[ab]@h" });
  assertThrows(() => nodes(["a@h", 1]), Error, "nodes");
  assertThrows(() => nodes(["abcdef@h", "b@h"]), Error, "at most 9");
});

Deno.test("a function is taken out of either argument", () => {
  const shape = z.object({
    module: z.string(),
    function: z.string().optional(),
  });
  const both = (module: string, name: string): unknown => ({
    module,
    function: name,
  });
  for (
    const [given, expected] of [
      [{ module: "Enum.map/2" }, both("Enum", "map/2")],
      [{ function: "My.App.Server.start?" }, both("My.App.Server", "start?")],
      [{ function: "&Enum.map/2" }, both("Enum", "map/2")],
      [{ module: "fun lists:map/2" }, both("lists", "map/2")],
      [{ module: ":lists.map" }, both(":lists", "map")],
      [{ module: "My.App" }, { module: "My.App" }],
      [{ module: ":lists" }, { module: ":lists" }],
      [{ module: "my.app" }, { module: "my.app" }],
      [{ module: "Enum", function: "Enum.map" }, both("Enum", "Enum.map")],
    ] as const
  ) assertEquals(checkArguments("tool", shape, given), expected);
  // Elsewhere these are words like any other.
  const alone = z.object({ module: z.string() });
  assertEquals(checkArguments("tool", alone, { module: "Enum.map/2" }), {
    module: "Enum.map/2",
  });
});

Deno.test("what no reading fits is refused by what would be right", () => {
  const refused: [Record<string, unknown>, string][] = [
    [{ limit: "10" }, "limit: at most 9"],
    [{ limit: "many" }, 'limit: "many" is not a number'],
    [{ force: "yes" }, 'force: "yes" is not true or false'],
    [{ sort: "Wait" }, '"Wait"'],
    [
      { sections: "gc,stck" },
      'sections[1]: there is no "stck"; did you mean "stack"?',
    ],
    [{ lmit: "5" }, 'did you mean "limit"?'],
    [{ key: { a: 1 } }, "key: "],
    [{ key: ["a", "b"] }, "key: "],
  ];
  for (const [given, words] of refused) {
    assertThrows(() => read(given), Error, words);
  }
});
