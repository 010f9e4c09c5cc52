import { assert, assertEquals, assertThrows } from "@std/assert";
import { fc } from "../support/random.ts";
import {
  atom,
  binary,
  BitString,
  charlist,
  equals,
  type ErlangMap,
  Export,
  Float,
  float,
  format,
  improper,
  map,
  parse,
  ParseError,
  Pid,
  Port,
  Reference,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { readFixture, sameNode, type TextFixture } from "../support/texts.ts";
import { literals } from "../support/terms.ts";

type Language = "erlang" | "elixir";

const HOME = { node: "a@host", creation: 7 };
const here = atom(HOME.node);

function assertParses(
  language: Language,
  expected: Record<string, Term>,
): void {
  for (const [text, term] of Object.entries(expected)) {
    const parsed = parse(text, language, { home: HOME });
    const shown = format(parsed, { syntax: "erlang" });
    assert(equals(parsed, term), `${text} gave ${shown}`);
  }
}

function assertRefuses(
  language: Language,
  expected: Record<string, string>,
): void {
  for (const [text, message] of Object.entries(expected)) {
    const error = assertThrows(() => parse(text, language), ParseError);
    const told = `${error.message} (${error.hint})`;
    assert(told.includes(message), `${text}: ${told}`);
    assert(!error.message.includes("\n"), error.message);
  }
}

function struct(name: string, fields: Record<string, Term>): ErlangMap {
  return map([
    [atom("__struct__"), atom(`Elixir.${name}`)],
    ...Object.entries(fields).map(([key, value]): [Term, Term] => [
      atom(key),
      value,
    ]),
  ]);
}

const ISO = atom("Elixir.Calendar.ISO");

Deno.test("parse() reads Erlang's numbers", () => {
  assertParses("erlang", {
    "42": 42,
    "-5": -5,
    "+5": 5,
    "- 5": -5,
    "1_000": 1000,
    "16#fF": 255,
    "-2#1010": -10,
    "36#zz": 1295,
    "170141183460469231731687303715884105728": 2n ** 127n,
    "$a": 97,
    "$\\n": 10,
    "$\\x{1F600}": 0x1f600,
    "$\\^A": 1,
    "$ ": 32,
    "$é": 233,
    "1.5": float(1.5),
    "-0.0": float(-0),
    "1.0e22": float(1e22),
    "2.5E-7": float(2.5e-7),
    "1_0.5": float(10.5),
  });
});

Deno.test("parse() reads Erlang's atoms and strings with every escape", () => {
  assertParses("erlang", {
    "ok": atom("ok"),
    "a@b_C9": atom("a@b_C9"),
    "åäö": atom("åäö"),
    "maybe": atom("maybe"),
    "funny": atom("funny"),
    "'end'": atom("end"),
    "''": atom(""),
    "'it\\'s \\x{20ac}'": atom("it's €"),
    '""': [],
    '"abc"': charlist("abc"),
    '"a" "b"\n "c"': charlist("abc"),
    '"\\b\\d\\e\\f\\n\\r\\s\\t\\v\\0\\101\\x41\\^a\\q\\""': charlist(
      '\b\x7f\x1b\f\n\r \t\v\0AA\x01q"',
    ),
    '"""\n  a\n    "b\\n"\n  """': charlist('a\n  "b\\n"'),
    '~"naïve"': binary("naïve"),
    '~S"\\d"': charlist("\\d"),
    '~B"\\d"': binary("\\d"),
    '~s"\\n"': charlist("\n"),
  });
});

Deno.test("parse() reads Erlang's binaries with sizes and types", () => {
  const bits = (size: number, ...data: number[]): BitString =>
    new BitString(Uint8Array.from(data), size);
  assertParses("erlang", {
    "<<>>": new Uint8Array(),
    "<<1,2,300,-1>>": Uint8Array.of(1, 2, 44, 255),
    '<<"aé">>': Uint8Array.of(97, 233),
    '<<"aé"/utf8>>': binary("aé"),
    '<<"a€"/utf16-little>>': Uint8Array.of(97, 0, 0xac, 0x20),
    '<<"a":16>>': Uint8Array.of(0, 97),
    "<<$a/utf32>>": Uint8Array.of(0, 0, 0, 97),
    "<<1:1>>": bits(1, 0x80),
    "<<5,165,1:1>>": bits(1, 5, 165, 0x80),
    "<<1:4,2:12>>": Uint8Array.of(0x10, 2),
    "<<257:12/little>>": bits(4, 1, 0x10),
    "<<257:32/little-signed-integer>>": Uint8Array.of(1, 1, 0, 0),
    "<<1:2/unit:8>>": Uint8Array.of(0, 1),
    "<<1.0/float>>": Uint8Array.of(63, 240, 0, 0, 0, 0, 0, 0),
    "<<1.5:32/float,1:16/float>>": Uint8Array.of(63, 192, 0, 0, 60, 0),
    "<< <<1,2>>/binary, 3 >>": Uint8Array.of(1, 2, 3),
    "<<1:1,<<255>>/binary>>": bits(1, 0xff, 0x80),
    "<<<<1:3>>/bits,1:5>>": Uint8Array.of(0x21),
    "<<<<1,2,3>>:2/binary>>": Uint8Array.of(1, 2),
  });
});

Deno.test("parse() reads Erlang's compound terms, comments and all", () => {
  assertParses("erlang", {
    "[]": [],
    "[1,[2]|3]": improper([1, [2]], 3),
    "[1|[2,3]]": [1, 2, 3],
    '[1|"a"]': [1, 97],
    "[1|[2|3]]": improper([1, 2], 3),
    "{}": tuple(),
    " { ok , % it went well\n 1 } . ": tuple(atom("ok"), 1),
    "#{}": map([]),
    "#{a=>1,{b}=>[]}": map([[atom("a"), 1], [tuple(atom("b")), []]]),
    "#{a => 1,a => 2}": map([[atom("a"), 2]]),
    "#{1 => a,1.0 => b}": map([[1, atom("a")], [float(1), atom("b")]]),
    "fun lists:map/2": new Export(atom("lists"), atom("map"), 2),
    "fun 'Elixir.Enum':'a b'/0": new Export(
      atom("Elixir.Enum"),
      atom("a b"),
      0,
    ),
  });
});

Deno.test("parse() resolves pids, ports and references at home", () => {
  for (const language of ["erlang", "elixir"] as const) {
    assertParses(language, {
      "<0.38.2>": new Pid(here, 38, 2, 7),
      "#PID<0.38.2>": new Pid(here, 38, 2, 7),
      "#Ref<0.3.2.1>": new Reference(here, [1, 2, 3], 7),
      "#Reference<0.3.2.1>": new Reference(here, [1, 2, 3], 7),
      "#Port<0.18446744073709551615>": new Port(here, 2n ** 64n - 1n, 7),
      "[<0.1.0>, #PID<0.2.0>]": [
        new Pid(here, 1, 0, 7),
        new Pid(here, 2, 0, 7),
      ],
    });
    const wrong = {
      "<0.1.2>": "needs a node to belong to",
      "<9123.1.2>": "only identifiers of the node itself",
      "<b@host.1.2>": "another node, or to this one before a restart",
      "#Fun<m.1.2>": "cannot be read back",
    };
    assertRefuses(language, wrong);
    for (const text of ["<0.1>", "<0.4294967296.0>", "#Port<0.1.2>"]) {
      const error = assertThrows(
        () => parse(text, language, { home: HOME }),
        ParseError,
      );
      assert(error.message.includes("wrong number of parts"), error.message);
    }
  }
});

Deno.test("parse() reads Elixir's scalars", () => {
  assertParses("elixir", {
    "42": 42,
    "-1_000": -1000,
    "0xFF": 255,
    "0b1010": 10,
    "0o17": 15,
    "1.0e-3": float(0.001),
    "?a": 97,
    "?\\n": 10,
    "? ": 32,
    ":ok": atom("ok"),
    ":ok?": atom("ok?"),
    ':"hello world"': atom("hello world"),
    ":+": atom("+"),
    ":%{}": atom("%{}"),
    ":Foo": atom("Foo"),
    "nil": atom("nil"),
    "true": atom("true"),
    ":nil": atom("nil"),
    "Foo.Bar": atom("Elixir.Foo.Bar"),
    "Elixir.Foo": atom("Elixir.Foo"),
    "&Enum.map/2": new Export(atom("Elixir.Enum"), atom("map"), 2),
    '&:m."f g"/0': new Export(atom("m"), atom("f g"), 0),
    "&Kernel.+/2": new Export(atom("Elixir.Kernel"), atom("+"), 2),
  });
});

Deno.test("parse() reads Elixir's strings, charlists, sigils and heredocs", () => {
  assertParses("elixir", {
    '""': new Uint8Array(),
    '"naïve 日本"': binary("naïve 日本"),
    '"\\a\\b\\d\\e\\f\\n\\r\\s\\t\\v\\0\\x41\\u0042\\u{1F600}\\q\\"\\#{"':
      binary('\x07\b\x7f\x1b\f\n\r \t\v\0AB😀q"#{'),
    '"\\xFF\\xFEé"': Uint8Array.of(255, 254, 0xc3, 0xa9),
    '"a\\\nb"': binary("ab"),
    '"""\n  a\n    b\n  """': binary("a\n  b\n"),
    "'abc'": charlist("abc"),
    '~c"abc"': charlist("abc"),
    "~c'a\\nb'": charlist("a\nb"),
    '~s(a "b" \\))': binary('a "b" )'),
    "~S(a\\n)": binary("a\\n"),
    '~S"""\n#{x}\\n\n"""': binary("#{x}\\n\n"),
    "~w(a b  c)": [binary("a"), binary("b"), binary("c")],
    "~w[a b]a": [atom("a"), atom("b")],
    "~w|a|c": [charlist("a")],
    "~W(a\\n)": [binary("a\\n")],
  });
});

Deno.test("parse() reads Elixir's compound terms, keywords among them", () => {
  const keywords = [tuple(atom("a"), 1), tuple(atom("b c"), atom("nil"))];
  assertParses("elixir", {
    "[]": [],
    "[1, 2,]": [1, 2],
    "[1 | 2]": improper([1], 2),
    "[1 | [a: 1]]": [1, tuple(atom("a"), 1)],
    '[a: 1, "b c": nil]': keywords,
    "[:x, a: 1]": [atom("x"), tuple(atom("a"), 1)],
    "[+: 1, nil: 2]": [tuple(atom("+"), 1), tuple(atom("nil"), 2)],
    "{}": tuple(),
    "{:ok, 1}": tuple(atom("ok"), 1),
    '{:ok, a: 1, "b c": nil}': tuple(atom("ok"), keywords),
    "%{}": map([]),
    '%{"k" => 1, a: 2}': map([[binary("k"), 1], [atom("a"), 2]]),
    "%{1 => [2], # one\n :b => %{}}": map([[1, [2]], [atom("b"), map([])]]),
    '%User{name: "bob"}': struct("User", { name: binary("bob") }),
    "<<>>": new Uint8Array(),
    '<<1, "é", 2::4, 3::size(4)>>': Uint8Array.of(1, 0xc3, 0xa9, 0x23),
    "<<1::3>>": new BitString(Uint8Array.of(0x20), 3),
    '<<"é"::utf16, 1::16-little>>': Uint8Array.of(0, 233, 1, 0),
    "<<1::size(2)-unit(8)>>": Uint8Array.of(0, 1),
    "<<1.5::float-32>>": Uint8Array.of(63, 192, 0, 0),
  });
});

Deno.test("parse() reads what Elixir's own structs print as", () => {
  const day = { year: 2024, month: 2, day: 29, calendar: ISO };
  const hour = {
    hour: 1,
    minute: 2,
    second: 3,
    microsecond: tuple(120_000, 2),
    calendar: ISO,
  };
  assertParses("elixir", {
    "~D[2024-02-29]": struct("Date", day),
    "~T[01:02:03.12]": struct("Time", hour),
    "~N[2024-02-29 01:02:03.12]": struct("NaiveDateTime", { ...day, ...hour }),
    "~U[2024-02-29 01:02:03.12Z]": struct("DateTime", {
      ...day,
      ...hour,
      time_zone: binary("Etc/UTC"),
      zone_abbr: binary("UTC"),
      utc_offset: 0,
      std_offset: 0,
    }),
    "1..10": struct("Range", { first: 1, last: 10, step: 1 }),
    "10..1": struct("Range", { first: 10, last: 1, step: -1 }),
    "1..-9//-2": struct("Range", { first: 1, last: -9, step: -2 }),
    "MapSet.new([1, :a])": struct("MapSet", {
      map: map([[1, []], [atom("a"), []]]),
    }),
  });
});

Deno.test("parse() reads back what OTP and Elixir print", async () => {
  const { terms } = await readFixture("texts.json") as TextFixture;
  // Funs and regular expressions cannot be made here; that a struct is an
  // exception is not printed; and Elixir's own text of a call to nil, true or
  // a row of points does not parse there either.
  const opaque = /#Fun|~r\/|#DateTime|%ArgumentError|&(nil\.|true\.|:\.\.)/;
  const node = { node: "nonode@nohost", creation: 0 };
  for (const language of ["erlang", "elixir"] as const) {
    let count = 0;
    for (const { name, [language]: printed } of terms) {
      if (printed === null || opaque.test(printed)) continue;
      const text = sameNode(printed);
      const term = parse(text, language, { home: node, maxDepth: 500 });
      const again = format(term, { syntax: language, printable: "unicode" });
      assertEquals(again, text, name);
      count++;
    }
    assert(count > 650, `${count}`);
  }
});

Deno.test("parse() reads back what format() writes, in both languages", () => {
  const options = fc.record({
    syntax: fc.constantFrom("erlang", "elixir"),
    printable: fc.constantFrom("mixed", "unicode", "latin1"),
    width: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(literals, options, (term, { syntax, printable, width }) => {
      const text = format(term, { syntax, printable, width });
      assert(equals(parse(text, syntax), term), text);
    }),
    { numRuns: 500 },
  );
});

Deno.test("parse() says where and why a text is no term, and what to write instead", () => {
  assertRefuses("erlang", {
    "": "line 1, column 1: expected a term, found the end of the text",
    "[1,\n 2}": "line 2, column 3: expected , or ], found }",
    "{1,2": "expected , or }, found the end of the text",
    "Foo":
      "Foo is a variable, which is not allowed in a term (for the atom, write 'Foo')",
    "[X|T]": "X is a variable",
    "end": "for the atom, write 'end'",
    "foo(1)": "expected the end of the text, found (",
    "1 + 2": "nothing is evaluated",
    "1 2": "column 3",
    "#rec{a=1}": "write the tuple it stands for",
    "fun() -> ok end": "a fun with a body",
    "fun(X) -> ok end": "a fun with a body",
    "'abc": "missing closing ' for the quote here",
    '"abc': 'column 1: missing closing " for the quote here',
    "1.e5": "expected the end of the text, found e5",
    "1e5": "floats need digits after the point",
    "1.0e999": "float is too large",
    "37#1": "the base of a number must be 2 to 36",
    "2#12": "base 2 does not have",
    '"\\x{110000}"': "110000 is not a character",
    "$\\x{d800}": "d800 is not a character",
    "<<1:1/foo>>": "foo is not a segment option",
    "<<a>>": "only a binary can be encoded as binary",
    "<<1:8/float>>": "a float must have 16, 32 or 64 bits",
    "<<<<1:3>>/binary>>": "the binary has 3 bits",
    "fun m:f/256": "at most 255 arguments",
    ["a".repeat(256)]: "at most 255 characters",
  });
  assertRefuses("elixir", {
    "foo": "for the atom, write :foo",
    '"a#{b}"': "for the characters themselves, write \\#{",
    "~r/a/": "pass its source as a string",
    "%{a}": "a is a variable",
    "%{1 2}": "expected =>, found 2",
    "&foo/1": "only &Module.function/arity is allowed",
    "&Foo.bar/300": "only &Module.function/arity is allowed",
    "fn -> 1 end": "nothing is evaluated",
    "~D[2024-2-29]": "not a date or time",
    "~q(a)": "unknown sigil ~q",
    '"""a"""': "a new line must follow",
    '"""\na': "missing closing",
    "1..:a": "a range consists of integers",
    "#DateTime<2024-02-29>": "cannot be read back",
    "[1 | 2, 3]": "expected ]",
  });
});

Deno.test("parse() keeps to its limits", () => {
  for (const language of ["erlang", "elixir"] as const) {
    const deep = "[".repeat(100_000);
    for (const open of [deep, "{".repeat(1000), "<<".repeat(1000)]) {
      const error = assertThrows(() => parse(open, language), ParseError);
      assertEquals(error.code, "too_deep");
    }
    const ten = "[".repeat(10) + "]".repeat(10);
    assertThrows(() => parse(ten, language, { maxDepth: 9 }), ParseError);
    parse(ten, language, { maxDepth: 10 });
    const long = assertThrows(
      () => parse("1".repeat(100), language, { maxBytes: 99 }),
      ParseError,
    );
    assertEquals(long.code, "too_large");
  }
  for (const text of ["<<0:99999999>>", "<<1:9999/unit:99999>>"]) {
    const error = assertThrows(() => parse(text, "erlang"), ParseError);
    assertEquals(error.code, "too_large");
  }
});

Deno.test("parse() takes long texts in its stride", () => {
  const half = 1 << 19;
  const texts: [Language, string][] = [
    ["erlang", "%\n".repeat(half / 2) + "1"],
    ["erlang", '"' + "a".repeat(half) + '"'],
    ["erlang", '"' + "\\n".repeat(half / 2) + '"'],
    ["erlang", "1".repeat(half)],
    ["erlang", "[" + "1,".repeat(half / 2) + "1]"],
    ["erlang", "'" + "a".repeat(half) + "'"],
    ["elixir", '["' + "a".repeat(half) + '"]'],
    ["elixir", '["' + '\\"'.repeat(half / 2) + '"]'],
    ["elixir", "#a\n".repeat(half / 3) + "1"],
    ["elixir", " ".repeat(half) + "1"],
    ["elixir", '"""\n' + "a\n".repeat(half / 2) + '"""'],
  ];
  for (const [language, text] of texts) {
    try {
      parse(text, language);
    } catch (error) {
      assert(error instanceof ParseError, `${text.slice(0, 9)}: ${error}`);
      assertEquals(error.code, "bad_atom");
    }
  }
});

Deno.test("parse() refuses hostile text with its own error only", () => {
  const piece = fc.constantFrom(
    ...'[ ] { } ( ) < > << >> #{ % %{ " \' """ ~ ~c ~w( $ ? : :: , | => . .. // / \\ \\x{ \\u #'
      .split(" "),
    ..."1 -1 1.5 16#f 0x a A Foo. nil fun &Enum.map /2 #PID<0.1.2> <0.1.2> #Ref< ~D[2024-01-01] a: \n é 😀 \0"
      .split(" "),
    " ",
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ maxLength: 60 }),
  );
  const languages = fc.constantFrom<Language>("erlang", "elixir");
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      try {
        parse(text, language, { home: HOME });
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        assert(error.line >= 1 && error.column >= 1);
        assert(error.message.length < 200, error.message);
      }
    }),
    { numRuns: 5000 },
  );
  assertThrows(() => parse("\ud800", "erlang"), ParseError);
});

Deno.test("parse() keeps floats floats", () => {
  assert(parse("1.0", "erlang") instanceof Float);
});
