import { assert, assertEquals } from "@std/assert";
import { fc } from "../support/random.ts";
import {
  atom,
  binary,
  BitString,
  charlist,
  decode,
  decodePrefix,
  Export,
  float,
  format,
  formatCut,
  type FormatOptions,
  improper,
  map,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Syntax,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { readFixture, sameNode, type TextFixture } from "../support/texts.ts";
import { terms } from "../support/terms.ts";

const SYNTAXES: readonly Syntax[] = ["erlang", "elixir", "gleam", "lfe"];

/** More keys than this, and the order depends on who walks the map. */
const isLargeMap = (name: string): boolean =>
  name === "map_33_deterministic" || name === "z_map";

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Every bracket of an Erlang text is closed, in order. */
function assertBalanced(text: string): void {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, "q")
    .replace(/(?:#\w+)?<(?!<)[^<>]*>(?!>)/g, "id").replaceAll("=>", "");
  const open: string[] = [];
  const closing: Record<string, string> = { "{": "}", "[": "]", "<<": ">>" };
  for (const [bracket] of bare.matchAll(/<<|>>|[{}[\]]/g)) {
    const close = closing[bracket];
    if (close !== undefined) open.push(close);
    else assertEquals(bracket, open.pop(), text);
  }
  assertEquals(open, [], text);
}

function assertFormats(
  syntax: Syntax,
  expected: readonly (readonly [Term, string])[],
  options: Omit<FormatOptions, "syntax"> = {},
): void {
  for (const [term, text] of expected) {
    assertEquals(format(term, { ...options, syntax }), text);
  }
}

Deno.test("format() writes every vector as OTP 25 did, started plainly", async () => {
  const vectors = await readFixture("etf-vectors.json") as {
    name: string;
    kind: string;
    hex: string;
    erlang_text: string;
  }[];
  const accepted = vectors.filter(({ kind, name }) =>
    kind !== "reject" && !isLargeMap(name)
  );
  assertEquals(accepted.length, 336);
  for (const { hex, erlang_text: text, name } of accepted) {
    const { term } = decodePrefix(Uint8Array.fromHex(hex));
    const written = format(term, {
      syntax: "erlang",
      printable: "latin1",
      release: 25,
    });
    assertEquals(sameNode(written), sameNode(text), name);
  }
});

for (const syntax of ["erlang", "elixir"] as const) {
  const who = { erlang: "OTP 27 with +pc unicode", elixir: "Elixir 1.18" };
  Deno.test(`format() in ${syntax} writes every term as ${who[syntax]} does`, async () => {
    const { terms } = await readFixture("texts.json") as TextFixture;
    const defined = terms.filter((term) =>
      term[syntax] !== null && !(syntax === "erlang" && isLargeMap(term.name))
    );
    assert(defined.length > 650);
    for (const { name, hex, [syntax]: text } of defined) {
      const term = decode(Uint8Array.fromHex(hex));
      const written = format(term, { syntax, printable: "unicode" });
      assertEquals(sameNode(written), sameNode(text ?? ""), name);
    }
  });
}

Deno.test("format() writes floats of older releases as those do", () => {
  const texts: [number, number, string][] = [
    [23, 1e4, "1.0e4"],
    [23, 9007199254740993, "9007199254740992.0"],
    [25, 9007199254740993, "9.007199254740992e15"],
    [24, 1e-4, "1.0e-4"],
    [25, 1e-4, "0.0001"],
    [24, 1.5, "1.5"],
  ];
  for (const [release, value, text] of texts) {
    assertEquals(format(float(value), { syntax: "erlang", release }), text);
  }
});

Deno.test("format() writes binaries as text and numbers as numbers, if not told otherwise", () => {
  assertFormats("erlang", [
    [binary("naïve 日本"), '<<"naïve 日本"/utf8>>'],
    [[1000, 2000], "[1000,2000]"],
    [charlist("naïve"), '"naïve"'],
  ]);
});

Deno.test("format() quotes the words its release reserves", () => {
  const maybe = atom("maybe");
  assertFormats("erlang", [[maybe, "maybe"]], { release: 26 });
  assertFormats("erlang", [[maybe, "'maybe'"]], { release: 27 });
});

Deno.test("format() writes Gleam as echo does", () => {
  assertFormats("gleam", [
    [atom("true"), "True"],
    [atom("nil"), "Nil"],
    [atom("file_not_found"), "FileNotFound"],
    [atom("hello world"), 'atom.create("hello world")'],
    [atom("Elixir.Foo"), 'atom.create("Elixir.Foo")'],
    [tuple(atom("ok"), 1), "Ok(1)"],
    [tuple(atom("error"), atom("enoent")), "Error(Enoent)"],
    [tuple(1, binary("b")), '#(1, "b")'],
    [tuple(atom("nil"), 1), "#(Nil, 1)"],
    [tuple(), "#()"],
    [float(1), "1.0"],
    [binary('a"\n\u0007é'), '"a\\"\\n\\u{0007}é"'],
    [Uint8Array.of(255, 1), "<<255, 1>>"],
    [Uint8Array.of(0, 0x7f), "<<0, 127>>"],
    [Uint8Array.of(0, 9), '"\\u{0000}\\t"'],
    [atom("a_1"), "A1"],
    [new BitString(Uint8Array.of(1, 0x20), 3), "<<1, 1:size(3)>>"],
    [[1, 2], "[1, 2]"],
    [charlist("ab"), 'charlist.from_string("ab")'],
    [improper([1], 2), "//erl([1 | 2])"],
    [map([[1, 2]]), "dict.from_list([#(1, 2)])"],
    [map([]), "dict.from_list([])"],
    [new Export(atom("lists"), atom("map"), 2), "//erl(fun lists:map/2)"],
    [new Pid(atom("n@h"), 1, 2, 3), "//erl(<0.1.2>)"],
  ]);
});

Deno.test("format() writes LFE as its own printer does", () => {
  assertFormats("lfe", [
    [atom("ok"), "ok"],
    [atom("hello world"), "|hello world|"],
    [atom("12"), "|12|"],
    [atom("1+"), "1+"],
    [atom(""), "||"],
    [atom("|a\\"), "|\\|a\\\\|"],
    [[], "()"],
    [[atom("ok"), 1, float(2.5)], "(ok 1 2.5)"],
    [improper([atom("a")], atom("b")), "(a . b)"],
    [charlist("text"), '"text"'],
    [tuple(atom("error"), atom("enoent")), "#(error enoent)"],
    [map([[atom("a"), 1], [2, binary("b")]]), '#M(a 1 2 #"b")'],
    [Uint8Array.of(1, 255), "#B(1 255)"],
    [new BitString(Uint8Array.of(5, 0x20), 3), "#B(5 (1 (size 3)))"],
    [[atom("quote"), atom("x")], "'x"],
    [[atom("comma-at"), [1]], ",@(1)"],
    [new Export(atom("lists"), atom("map"), 2), "(function lists map 2)"],
    [new Pid(atom("n@h"), 1, 2, 3), "#Pid<0.1.2>"],
  ]);
});

Deno.test("format() writes LFE that LFE reads back, where its own printer does not", () => {
  // Read by lfe_io:read_string/1 of LFE 2.2.1, with thousands of random terms besides.
  assertFormats("lfe", [
    [atom(".."), "|..|"],
    [[atom(".a"), atom("....")], "(|.a| |....|)"],
    [atom("a\nb\u007f"), "|a\nb\u007f|"],
    [atom("丰"), "|丰|"],
    [atom("日本"), "日本"],
    [atom("1,5"), "|1,5|"],
    [binary(""), "#B()"],
    [[atom("comma"), atom("@x")], "(comma @x)"],
    [[atom("comma"), [atom("comma"), atom("@x")]], ",(comma @x)"],
    [[atom("quote"), atom("@x")], "'@x"],
    [[atom("comma"), [atom("comma-at"), atom("x")]], ",,@x"],
  ]);
});

Deno.test("format() writes native records with their fields", () => {
  const record = new NativeRecord(
    atom("nr"),
    atom("user"),
    true,
    [atom("name"), atom("age")],
    [binary("bob"), 7],
  );
  assertFormats("erlang", [[record, '#nr:user{name = <<"bob">>,age = 7}']]);
  assertFormats("elixir", [[record, '#:nr.user{name: "bob", age: 7}']]);
});

Deno.test("format() names the node of what is not at home", () => {
  const home = { node: "a@host", creation: 5 };
  const here = atom("a@host");
  assertFormats("erlang", [
    [new Pid(here, 1, 2, 5), "<0.1.2>"],
    [new Pid(here, 1, 2, 4), "<a@host.1.2>"],
    [new Pid(atom("b@host"), 1, 2, 5), "<b@host.1.2>"],
    [new Port(atom("b@host"), 7n, 5), "#Port<b@host.7>"],
    [new Reference(here, [3, 2, 1], 5), "#Ref<0.1.2.3>"],
    [new Pid(atom("> 'x"), 1, 2, 5), "<'%3E%20'x'.1.2>"],
  ], { home });
});

Deno.test("format() says what limits left out, where it is missing", () => {
  const long = Array.from({ length: 1000 }, (_, index) => index + 1000);
  const state = map([[atom("list"), long], [
    atom("text"),
    binary("ab".repeat(500)),
  ]]);
  const nested = tuple(atom("a"), [tuple(atom("b"), [1, map([[1, 2]])])]);
  const erlang = { syntax: "erlang" } as const;
  assertEquals(formatCut(long, { ...erlang, maxItems: 2 }), {
    text: "[1000,1001,... 998 more]",
    cut: { items: 998, bytes: 0, limits: ["items"] },
  });
  assertEquals(formatCut(nested, { ...erlang, maxDepth: 3 }), {
    text: "{a,[{b,[... 2 more]}]}",
    cut: { items: 2, bytes: 0, limits: ["depth"] },
  });
  assertEquals(formatCut(state, { ...erlang, maxItems: 1, maxText: 4 }), {
    text: "#{list => [1000,... 999 more],... 1 more}",
    cut: { items: 1000, bytes: 0, limits: ["items"] },
  });
  assertEquals(formatCut(binary("naïve text"), { ...erlang, maxText: 5 }), {
    text: '<<"naïv"/utf8>>... 6 more bytes',
    cut: { items: 0, bytes: 6, limits: ["text"] },
  });
  assertEquals(formatCut(long, { ...erlang, maxBytes: 40 }), {
    text: "[1000,1001,1002,1003,1004,... 995 more]",
    cut: { items: 995, bytes: 0, limits: ["bytes"] },
  });
  assertEquals(
    format(new Uint8Array(1000), { ...erlang, maxBytes: 30 }),
    "<<0,0,0,0,0,0,... 994 more>>",
  );
  assertEquals(
    format(atom("x".repeat(50)), { ...erlang, maxBytes: 20 }),
    "...",
  );
  assertEquals(formatCut([1, 2], erlang).cut, undefined);
});

Deno.test("format() keeps to its bytes and its brackets, whatever is cut", () => {
  const options = fc.record({
    maxBytes: fc.integer({ min: 3, max: 300 }),
    maxDepth: fc.integer({ min: 0, max: 5 }),
    maxItems: fc.integer({ min: 0, max: 6 }),
    maxText: fc.integer({ min: 0, max: 40 }),
    width: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    syntax: fc.constantFrom(...SYNTAXES),
  });
  fc.assert(
    fc.property(terms, options, (term, options) => {
      const { text, cut } = formatCut(term, options);
      const full = format(term, { syntax: options.syntax });
      assert(bytes(text) <= options.maxBytes, text);
      if (cut === undefined && options.width === undefined) {
        assertEquals(text, full);
      }
      if (cut !== undefined) assert(text.includes("..."), text);
      if (options.syntax === "erlang") assertBalanced(text);
    }),
    { numRuns: 500 },
  );
});

Deno.test("format() with a budget looks at no more than fits it", () => {
  const huge = Array.from({ length: 200_000 }, () => [1, 2, 3]);
  const visited = new Set<PropertyKey>();
  const spied = new Proxy(huge, {
    get(target, key): unknown {
      visited.add(key);
      return Reflect.get(target, key);
    },
  });
  const text = format([spied], { syntax: "elixir", maxBytes: 200 });
  assert(text.endsWith("more]]"), text);
  assert(visited.size < 50, `${visited.size}`);
});

Deno.test("format() breaks lines where a bracket does not fit on one", () => {
  const term = map([
    [atom("name"), binary("a process")],
    [atom("links"), [100, 200, 300]],
    [atom("state"), tuple(atom("state"), [tuple(1, 2), tuple(3, 4)], [])],
  ]);
  assertFormats("erlang", [[
    term,
    `#{name => <<"a process">>,
  links => [100,200,300],
  state => {state,
            [{1,2},{3,4}],
            []}}`,
  ]], { width: 28 });
  assertFormats("elixir", [[
    term,
    `%{
  name: "a process",
  links: [100, 200, 300],
  state: {
    :state,
    [{1, 2}, {3, 4}],
    []
  }
}`,
  ]], { width: 28 });
  assertFormats("lfe", [[
    [atom("abc"), [1, 2], tuple(3, 4)],
    `(abc
 (1 2)
 #(3 4))`,
  ]], { width: 8 });
});

Deno.test("format() does not overflow the stack on deep terms", () => {
  let deep: Term = [];
  for (let i = 0; i < 100_000; i++) deep = tuple(deep);
  for (const syntax of SYNTAXES) {
    const { text, cut } = formatCut(deep, { syntax, maxDepth: Infinity });
    assertEquals(cut?.limits, ["depth"]);
    assert(text.includes("... 1 more"), text.slice(0, 100));
  }
});

Deno.test("format() in erlang takes damaged UTF-8 for Latin-1 as each release does", () => {
  const texts: [number[], "latin1" | "unicode", string, string][] = [
    [[0xd4, 0xa3, 0xff], "latin1", '<<"Ô£ÿ">>', "<<212,163,255>>"],
    [[0xd4, 0xa3, 0xff], "unicode", '<<"Ô£ÿ">>', '<<"Ô£ÿ">>'],
    [[0xff, 0xd4, 0xa3], "latin1", '<<"ÿÔ£">>', '<<"ÿÔ£">>'],
    [[0xc3, 0xa9, 0xff], "latin1", '<<"Ã©ÿ">>', '<<"Ã©ÿ">>'],
    [[0xef, 0xbf, 0xbd, 0xff], "unicode", '<<"ï¿½ÿ">>', '<<"ï¿½ÿ">>'],
    [[0xef, 0xbf, 0xbe, 0xff], "unicode", '<<"ï¿¾ÿ">>', "<<239,191,190,255>>"],
  ];
  for (const [bytes, printable, otp27, otp29] of texts) {
    const term = Uint8Array.from(bytes);
    const write = (release: number): string =>
      format(term, { syntax: "erlang", printable, release });
    assertEquals([write(27), write(29)], [otp27, otp29]);
  }
});

Deno.test("what is left of cut terms is written in each syntax", () => {
  const cut = (kind: string, size: number, kept: Term): Term =>
    tuple(atom("$cut"), atom(kind), size, kept);
  const id = tuple(atom("id"), 7);
  const name = tuple(atom("__struct__"), atom("Elixir.Shop.Cart"));
  for (
    const [term, erlang, elixir, gleam, lfe] of [
      [
        cut("list", 60, [1, id]),
        "[1,{id,7},… 58 more]",
        "[1, {:id, 7}, … 58 more]",
        "[1, Id(7), … 58 more]",
        "(1 #(id 7) … 58 more)",
      ],
      [
        cut("list", 8, [id, tuple(atom("at"), cut("tuple", 2, []))]),
        "[{id,7},{at,{… 2 more}},… 6 more]",
        "[id: 7, at: {… 2 more}, … 6 more]",
        "[Id(7), At(#(… 2 more)), … 6 more]",
        "(#(id 7) #(at #(… 2 more)) … 6 more)",
      ],
      [
        cut("list", 99, [104, 105]),
        '"hi"… 97 more',
        '~c"hi"… 97 more',
        'charlist.from_string("hi")… 97 more',
        '"hi"… 97 more',
      ],
      [
        cut("map", 12, [id]),
        "#{id => 7,… 11 more}",
        "%{id: 7, … 11 more}",
        "dict.from_list([#(Id, 7), … 11 more])",
        "#M(id 7 … 11 more)",
      ],
      [
        cut("map", 12, [name, id]),
        "#{'__struct__' => 'Elixir.Shop.Cart',id => 7,… 10 more}",
        "%Shop.Cart{id: 7, … 10 more fields}",
        undefined,
        undefined,
      ],
      [
        [cut("map", 12, [name])],
        undefined,
        "[%Shop.Cart{… 11 more fields}]",
        undefined,
        undefined,
      ],
      [
        map([
          [atom("__struct__"), atom("Elixir.MapSet")],
          [atom("map"), cut("map", 9, [tuple(7, [])])],
        ]),
        undefined,
        "MapSet.new([7, … 8 more])",
        undefined,
        undefined,
      ],
      [
        // The start of a letter that was cut apart is left out.
        cut("binary", 500, Uint8Array.of(97, 0xc3)),
        '<<"a">>… 499 more bytes',
        '"a"… 499 more bytes',
        '"a"… 499 more bytes',
        '#"a"… 499 more bytes',
      ],
      [
        cut("fun", 800, []),
        "… fun of 800 bytes",
        "… fun of 800 bytes",
        "… fun of 800 bytes",
        "… fun of 800 bytes",
      ],
      // A tuple that only looks like a cut one.
      [
        cut("tuple", 4, [atom("$cut"), atom("list"), 9, []]),
        "{'$cut',list,9,[]}",
        '{:"$cut", :list, 9, []}',
        undefined,
        undefined,
      ],
      [
        tuple(atom("$cut"), atom("a"), atom("b"), atom("c")),
        "{'$cut',a,b,c}",
        '{:"$cut", :a, :b, :c}',
        undefined,
        undefined,
      ],
    ] as const
  ) {
    for (
      const [syntax, text] of Object.entries({ erlang, elixir, gleam, lfe })
    ) {
      if (text === undefined) continue;
      assertEquals(
        format(term, { syntax: syntax as Syntax, cuts: true }),
        text,
      );
    }
  }
  assertEquals(
    format(cut("list", 9, []), { syntax: "erlang" }),
    "{'$cut',list,9,[]}",
  );
});
