import { assertEquals, assertThrows } from "@std/assert";
import * as z from "zod";
import { BeamError } from "../../lib/beam/errors.ts";
import {
  knownName,
  mfa,
  name,
  nameArity,
  nameOrText,
  shown,
} from "../../lib/beam/name_shapes.ts";
import { showErlang } from "../../lib/beam/probe.ts";
import {
  counted,
  dictionary,
  flag,
  integer,
  list,
  number,
  oneOf,
  pid,
  record,
  row,
  table,
  text,
  words,
} from "../../lib/beam/shape.ts";
import {
  atom,
  binary,
  map,
  parse,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";

const READING = {
  node: "a@b",
  show: showErlang,
  wordBytes: 8,
  cost: {
    ms_on_target: 0,
    processes_scanned: 0,
  },
};
const HOME = { node: "a@b", creation: 1 };

function erlang(source: string): Term {
  return parse(source, "erlang", { home: HOME });
}

Deno.test("each kind of value is read as its type", () => {
  const shape = row({
    integer,
    words,
    name,
    text,
    either: nameOrText,
    flag,
    pid,
    mfa,
    one: oneOf(["up", "down"]),
    list: list(integer),
  });
  assertEquals(
    shape.read(
      erlang(
        '{1, 2, ok, <<"text">>, either, true, <0.1.2>, {lists, map, 2}, up, [1, 2]}',
      ),
      READING,
    ),
    {
      integer: 1,
      words: 16,
      name: "ok",
      text: "text",
      either: "either",
      flag: true,
      pid: "<0.1.2>",
      mfa: "lists:map/2",
      one: "up",
      list: [1, 2],
    },
  );
});

Deno.test("Elixir's modules are shown as Elixir prints them", () => {
  const shape = record({ name, known: knownName, either: nameOrText, mfa });
  assertEquals(
    shape.read(
      erlang(
        "#{name => 'Elixir.My.App', known => 'Elixir.Repo', either => 'Elixir', mfa => {'Elixir.My.App', init, 1}}",
      ),
      READING,
    ),
    { name: "My.App", known: "Repo", either: "Elixir", mfa: "My.App.init/1" },
  );
});

Deno.test("macros and terms that name something are shown as their language has them", () => {
  const shape = record({ macro: nameArity, plain: nameArity, label: shown });
  const term = erlang(
    "#{macro => {'MACRO-if',3}, plain => {map,2}, label => {'$cut', tuple, 3, [session, 'Elixir.My.App']}}",
  );
  assertEquals(shape.read(term, READING), {
    macro: "if/2 (macro)",
    plain: "map/2",
    label: "{session,'Elixir.My.App',… 1 more}",
  });
});

Deno.test("a field that may be missing is so where the node has nothing to say", () => {
  const shape = record({ a: integer.optional(), b: integer });
  const read = (term: Term): unknown => shape.read(term, READING);
  const b = [atom("b"), 2] as const;
  assertEquals(read(map([b])), { b: 2 });
  assertEquals(read(map([[atom("a"), atom("none")], b])), {
    a: undefined,
    b: 2,
  });
  assertEquals(read([tuple(atom("a"), 1), tuple(...b)]), { a: 1, b: 2 });
  assertThrows(() => read(map([[atom("a"), 1]])), BeamError, "with b");
});

Deno.test("a name is missing where the node sends an empty list, and may be none", () => {
  const shape = list(row({ size: number, name: knownName }));
  assertEquals(
    shape.read(erlang("[{1.5, none}, {2, []}]"), READING),
    [{ size: 1.5, name: "none" }, { size: 2, name: undefined }],
  );
});

Deno.test("values by name come in the order sent", () => {
  const shape = dictionary(integer);
  assertEquals(
    Object.entries(shape.read(erlang("[{b, 1}, {a, 2}]"), READING)),
    [["b", 1], ["a", 2]],
  );
  assertEquals(shape.read(erlang("#{a => 3}"), READING), { a: 3 });
  assertEquals(shape.schema.parse({ a: 3 }), { a: 3 });
  assertThrows(() => shape.read(erlang("[{a, b}]"), READING), BeamError);
});

Deno.test("a table is a list of objects, whatever the order of its columns", () => {
  const shape = table({ name, size: integer, owner: pid.optional() });
  assertEquals(
    shape.read(erlang("{[size, name], [[1, a], [2, b]]}"), READING),
    [{ name: "a", size: 1 }, { name: "b", size: 2 }],
  );
});

Deno.test("what has another shape is refused in words", () => {
  for (
    const [shape, term, wanted] of [
      [integer, atom("x"), "an integer"],
      [oneOf(["up", "down"]), atom("left"), "up or down"],
      [row({ a: integer, b: integer }), tuple(1), "a tuple of 2"],
      [counted(name), binary("x"), "a tuple of 2"],
    ] as const
  ) {
    assertThrows(() => shape.read(term, READING), BeamError, wanted);
  }
});

Deno.test("the schema says the same of what was read", () => {
  const shape = record({
    count: integer.describe("How many."),
    rows: list(row({ name, size: integer.optional() })),
  });
  const value = shape.read(
    erlang("#{count => 1, rows => [{a, none}]}"),
    READING,
  );
  assertEquals(shape.schema.parse(value), value);
  const { properties, required } = z.toJSONSchema(shape.schema);
  assertEquals(required, ["count", "rows"]);
  assertEquals(properties?.count, {
    type: "integer",
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
    description: "How many.",
  });
});
