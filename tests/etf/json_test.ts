import { assert, assertEquals, assertThrows } from "@std/assert";
import { fc } from "../support/random.ts";
import {
  atom,
  binary,
  BitString,
  charlist,
  encode,
  equals,
  EtfError,
  Export,
  float,
  fromJson,
  improper,
  map,
  Pid,
  Reference,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";

const HOME = { node: "a@host", creation: 7 };

/** The table of the module, row by row. */
const TABLE: readonly (readonly [Term, unknown])[] = [
  [1, 1],
  [-(2 ** 53 - 1), -(2 ** 53 - 1)],
  [2n ** 53n + 1n, { $integer: "9007199254740993" }],
  [float(1.5), 1.5],
  [float(1), { $float: "1.0" }],
  [float(-0), { $float: "-0.0" }],
  [float(1e22), { $float: "1.0e22" }],
  [atom("true"), true],
  [atom("false"), false],
  [atom("nil"), null],
  [atom("ok"), ":ok"],
  [atom("Elixir.Foo"), ":Elixir.Foo"],
  [binary("naïve"), "naïve"],
  [binary(":ok"), "\\:ok"],
  [binary("\\"), "\\\\"],
  [binary("$tuple"), "\\$tuple"],
  [Uint8Array.of(255), { $base64: "/w==" }],
  [[], []],
  [[1, [2]], [1, [2]]],
  [[1000, 2000], [1000, 2000]],
  [charlist("text\n"), { $charlist: "text\n" }],
  [[tuple(atom("b"), 1), tuple(atom("a"), [])], {
    $proplist: { ":b": 1, ":a": [] },
  }],
  [[tuple(atom("a"), 1), tuple(atom("a"), 2)], [
    { $tuple: [":a", 1] },
    { $tuple: [":a", 2] },
  ]],
  [[tuple(atom("a"), 1), atom("b")], [{ $tuple: [":a", 1] }, ":b"]],
  [improper([1, 2], 3), { $list: [1, 2], $tail: 3 }],
  [tuple(), { $tuple: [] }],
  [tuple(atom("ok"), 1), { $tuple: [":ok", 1] }],
  [map([]), {}],
  [map([[atom("a"), 1], [binary("a"), 2]]), { ":a": 1, a: 2 }],
  [map([[binary("$map"), 1], [binary("__proto__"), 2]]), {
    "\\$map": 1,
    ["__proto__"]: 2,
  }],
  [map([[1, atom("one")], [float(1), []]]), {
    $map: [[1, ":one"], [{ $float: "1.0" }, []]],
  }],
  [map([[Uint8Array.of(255), 1]]), { $map: [[{ $base64: "/w==" }, 1]] }],
  [new Pid(atom("a@host"), 1, 2, 7), { $term: "<0.1.2>" }],
  [new Reference(atom("a@host"), [3, 2, 1], 7), { $term: "#Ref<0.1.2.3>" }],
  [new BitString(Uint8Array.of(0x20), 3), { $term: "<<1:3>>" }],
  [new Export(atom("m"), atom("f"), 1), { $term: "fun m:f/1" }],
];

Deno.test("fromJson() keeps to its table", () => {
  for (const [term, json] of TABLE) {
    const made = fromJson(JSON.parse(JSON.stringify(json)), { home: HOME });
    assert(equals(made, term), JSON.stringify(json));
  }
});

Deno.test("fromJson() stops at its depth", () => {
  const deep = [[[1]]];
  const error = assertThrows(() => fromJson(deep, { maxDepth: 2 }), EtfError);
  assertEquals(error.code, "too_deep");
  assertEquals(fromJson(deep, { maxDepth: 3 }), deep);
});

Deno.test("fromJson() says what is wrong, and where", () => {
  const wrong: [unknown, string][] = [
    [{ ":a": [{ $foo: 1 }] }, ":a.0: unknown tag $foo"],
    [{ a: 1, $tuple: [] }, "$tuple: a tag must be the only key of its object"],
    [{ $tuple: [], a: 1 }, "$tuple must be the only key of its object"],
    [{ $tuple: 1 }, "$tuple: expected an array"],
    [{ $map: [[1]] }, "$map.0: expected [key, value]"],
    [{ $map: [[1, 2], [1, 3]] }, "duplicate key"],
    [{ $list: [1] }, "$list must come with $tail and nothing else"],
    [{ $list: [], $tail: 1 }, "$list is empty"],
    [{ $base64: "?" }, "expected base64"],
    [{ $integer: "1.5" }, "expected digits"],
    [{ $float: "NaN" }, "expected a float"],
    [{ $charlist: 1 }, "expected a string"],
    [2 ** 53, "integers beyond 2^53"],
    [NaN, "integers beyond 2^53"],
    [undefined, "undefined is not JSON"],
    [":" + "a".repeat(256), "at most 255 characters"],
    ["\ud800", "lone surrogate"],
    [{ ":\ud800": 1 }, "lone surrogate"],
  ];
  for (const [json, message] of wrong) {
    assertThrows(() => fromJson(json), EtfError, message);
  }
});

Deno.test("fromJson() does not overflow the stack on deep JSON", () => {
  const deep = JSON.parse("[".repeat(5000) + "]".repeat(5000));
  const error = assertThrows(
    () => fromJson(deep, { maxDepth: Infinity }),
    EtfError,
  );
  assertEquals(error.code, "too_deep");
});

Deno.test("fromJson() refuses any JSON with its own errors only", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
      try {
        encode(fromJson(json));
      } catch (error) {
        if (!(error instanceof EtfError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
