import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
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
  Fun,
  improper,
  type Json,
  keyOf,
  map,
  ParseError,
  Pid,
  Reference,
  type Term,
  type TermSchema,
  toJson,
  toJsonCut,
  tuple,
} from "../../lib/etf/mod.ts";
import { literals, terms } from "../support/terms.ts";

const HOME = { node: "a@host", creation: 7 };

/** The table of the module, row by row. */
const TABLE: readonly (readonly [Term, Json])[] = [
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

function size(json: Json): number {
  return new TextEncoder().encode(JSON.stringify(json)).length;
}

Deno.test("toJson() and fromJson() keep to the table", () => {
  for (const [term, json] of TABLE) {
    const made = toJson(term, { home: HOME });
    assertEquals(JSON.stringify(made), JSON.stringify(json));
    const back = fromJson(JSON.parse(JSON.stringify(made)), "term", {
      home: HOME,
    });
    assert(equals(back, term), JSON.stringify(made));
  }
});

/** The module's table of schemas, row by row. */
const SCHEMAS: readonly (readonly [TermSchema, Json, Term])[] = [
  ["term", ":ok", atom("ok")],
  ["atom", "ok", atom("ok")],
  ["atom", ":ok", atom(":ok")],
  ["atom", true, atom("true")],
  ["atom", null, atom("nil")],
  ["binary", ":text", binary(":text")],
  ["binary", "\\", binary("\\")],
  ["base64", "/w==", Uint8Array.of(255)],
  ["charlist", "text", charlist("text")],
  ["charlist", "", []],
  ["integer", 1, 1],
  ["integer", -0, 0],
  ["integer", "9007199254740993", 9007199254740993n],
  ["float", 1, float(1)],
  ["float", -0, float(-0)],
  [{ list: "atom" }, ["a"], [atom("a")]],
  [{ list: "atom" }, [], []],
  [{ tuple: ["atom", "integer"] }, ["a", 1], tuple(atom("a"), 1)],
  [
    { map: { key: "integer", value: "atom" } },
    { "1": "a" },
    map([[1, atom("a")]]),
  ],
  [
    { map: { key: "binary", value: "term" } },
    { $tuple: [{ $tuple: [] }] },
    map([[binary("$tuple"), [tuple()]]]),
  ],
  [{ fields: { a: "float" } }, { a: 1 }, map([[atom("a"), float(1)]])],
  [
    { proplist: { a: "float", b: "term" } },
    { a: 1 },
    [tuple(atom("a"), float(1))],
  ],
  [
    { record: { tag: "r", fields: { b: "atom", a: "float" } } },
    { a: 1, b: "x" },
    tuple(atom("r"), atom("x"), float(1)),
  ],
];

Deno.test("fromJson() reads plain JSON by a schema", () => {
  for (const [schema, json, term] of SCHEMAS) {
    const made = fromJson(json, schema);
    assert(equals(made, term), JSON.stringify([schema, json]));
  }
});

Deno.test("fromJson() says where plain JSON departs from its schema", () => {
  const fields = { a: "integer" } as const;
  const wrong: [TermSchema, unknown, string][] = [
    ["atom", 1, "expected an atom's name, got 1"],
    ["atom", "a".repeat(256), "255 characters at most"],
    ["binary", { $base64: "" }, "expected text, got an object"],
    ["binary", "\ud800", "half a surrogate pair"],
    ["charlist", "\ud800", "half a surrogate pair"],
    ["base64", "?", "expected base64"],
    ["integer", 1.5, "expected an integer, got 1.5"],
    ["integer", 2 ** 53, "expected an integer, got 9007199254740992"],
    ["integer", "1e3", "expected digits"],
    ["float", "1.0", "expected a number, got 1.0"],
    ["float", NaN, "expected a number, got NaN"],
    ["atom", Symbol("s"), "got Symbol(s)"],
    ["term", { a: [{ $foo: 1 }] }, "a.0: $foo is no tag known here"],
    [{ list: "atom" }, null, "expected an array, got null"],
    [{ list: { list: "atom" } }, [[], ["a", 2]], "1.1: expected an atom's"],
    [{ list: "term" }, [{ $cut: 3 }], "0: part of this was left out"],
    [{ tuple: ["atom"] }, [], "expected an array of 1, got one of 0"],
    [{ fields }, [], "expected an object, got an array"],
    [{ fields }, {}, "a: is missing"],
    [{ proplist: fields }, { b: 1 }, "b: not among the names a"],
    [{ proplist: fields }, { toString: 1 }, "toString: not among"],
    [{ record: { tag: "r", fields } }, { a: "x" }, "a: expected digits"],
    [
      { map: { key: "integer", value: "term" } },
      { "1": 1, "01": 2 },
      "a key is there twice",
    ],
    [
      { map: { key: { tuple: [] }, value: "term" } },
      { x: 1 },
      "x: expected an array, got x",
    ],
  ];
  for (const [schema, json, message] of wrong) {
    assertThrows(() => fromJson(json, schema), EtfError, message);
  }
});

Deno.test("fromJson() stops at its depth under a schema too", () => {
  const schema = { list: { list: "term" } } as const;
  const error = assertThrows(
    () => fromJson([[[1]]], schema, { maxDepth: 2 }),
    EtfError,
  );
  assertEquals(error.code, "too_deep");
  assertEquals(fromJson([[[1]]], schema, { maxDepth: 3 }), [[[1]]]);
});

Deno.test("toJson() shows what cannot be read back", () => {
  const fun = new Fun({
    module: atom("m"),
    arity: 0,
    index: 1,
    uniq: new Uint8Array(16),
    oldIndex: 2,
    oldUniq: 3,
    pid: new Pid(atom("a@host"), 1, 2, 7),
  }, []);
  assertEquals(toJson(fun), { $term: "#Fun<m.2.3>" });
  assertThrows(() => fromJson({ $term: "#Fun<m.2.3>" }), ParseError);
});

Deno.test("fromJson() gives back what toJson() was given", () => {
  fc.assert(
    fc.property(literals, (term) => {
      const text = JSON.stringify(toJson(term));
      assert(equals(fromJson(JSON.parse(text)), term), text);
    }),
    { numRuns: 500 },
  );
});

Deno.test("toJson() makes different JSON of different terms", () => {
  const seen = new Map<string, string>();
  for (const term of fc.sample(literals, { numRuns: 2000, seed: 1 })) {
    const text = JSON.stringify(toJson(term));
    const key = keyOf(term);
    // The order of a map's keys differs in JSON and not in the term.
    assertEquals(seen.get(text) ?? key, key, text);
    seen.set(text, key);
  }
});

Deno.test("toJson() counts what its limits leave out", () => {
  const long = Array.from({ length: 100 }, (_, index) => 1000 + index);
  assertEquals(toJsonCut(long, { maxItems: 2 }), {
    json: [1000, 1001, { $cut: 98 }],
    cut: { items: 98, bytes: 0, limits: ["items"] },
  });
  assertEquals(toJson(tuple(1, tuple(2, [3])), { maxDepth: 2 }), {
    $tuple: [1, { $tuple: [2, [{ $cut: 1 }]] }],
  });
  assertEquals(toJson(map([[atom("a"), 1], [atom("b"), 2]]), { maxItems: 1 }), {
    ":a": 1,
    $cut: 1,
  });
  assertEquals(toJson(binary("ä".repeat(10)), { maxText: 5 }), {
    $binary: "ää",
    $cut: 16,
  });
  assertEquals(toJson(new Uint8Array(10).fill(255), { maxText: 4 }), {
    $base64: "////",
    $cut: 7,
  });
  assertEquals(toJsonCut([1, 2]).cut, undefined);
  const cut = toJsonCut(long, { maxBytes: 200 });
  assert(size(cut.json) <= 200 && (cut.cut?.items ?? 0) > 50);
});

Deno.test("toJson() keeps to its bytes", () => {
  const options = fc.record({
    maxBytes: fc.integer({ min: 24, max: 600 }),
    maxDepth: fc.integer({ min: 0, max: 5 }),
    maxItems: fc.integer({ min: 0, max: 6 }),
    maxText: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(terms, options, (term, options) => {
      const { json, cut } = toJsonCut(term, options);
      assert(size(json) <= options.maxBytes, JSON.stringify(json));
      const text = JSON.stringify(json);
      if (cut === undefined) assertEquals(text, JSON.stringify(toJson(term)));
      else assert(text.includes('"$cut":'), text);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("fromJson() says what is wrong, and where", () => {
  const wrong: [unknown, string][] = [
    [{ ":a": [{ $foo: 1 }] }, ":a.0: $foo is no tag known here"],
    [[{ $cut: 3 }], "0: part of this was left out ($cut)"],
    [{ a: 1, $cut: 1 }, "part of this was left out"],
    [{ a: 1, $tuple: [] }, "$tuple: a tag stands alone"],
    [{ $tuple: [], a: 1 }, "$tuple stands alone"],
    [{ $tuple: 1 }, "$tuple: expected an array"],
    [{ $map: [[1]] }, "$map.0: expected [key, value]"],
    [{ $map: [[1, 2], [1, 3]] }, "a key is there twice"],
    [{ $list: [1] }, "beside $list must be $tail"],
    [{ $list: [], $tail: 1 }, "$list is empty"],
    [{ $base64: "?" }, "expected base64"],
    [{ $integer: "1.5" }, "expected digits"],
    [{ $float: "NaN" }, "expected a float"],
    [{ $charlist: 1 }, "expected a string"],
    [2 ** 53, "integers beyond 2^53"],
    [NaN, "integers beyond 2^53"],
    [undefined, "undefined is no JSON"],
    [":" + "a".repeat(256), "255 characters at most"],
    ["\ud800", "half a surrogate pair"],
    [{ ":\ud800": 1 }, "half a surrogate pair"],
  ];
  for (const [json, message] of wrong) {
    assertThrows(() => fromJson(json), EtfError, message);
  }
});

Deno.test("fromJson() does not overflow the stack on deep JSON", () => {
  const deep = JSON.parse("[".repeat(5000) + "]".repeat(5000));
  const error = assertThrows(
    () => fromJson(deep, "term", { maxDepth: Infinity }),
    EtfError,
  );
  assertEquals(error.code, "too_deep");
});

Deno.test("toJson() does not overflow the stack on deep terms", () => {
  let deep: Term = [];
  for (let i = 0; i < 100_000; i++) deep = tuple(deep);
  const { cut } = toJsonCut(deep, { maxDepth: Infinity });
  assertEquals(cut?.limits, ["depth"]);
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
