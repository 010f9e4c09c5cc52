import { assert, assertEquals } from "@std/assert";
import { fc } from "../support/random.ts";
import {
  atom,
  binary,
  BitString,
  ByteList,
  charlist,
  compare,
  equals,
  Export,
  float,
  improper,
  keyOf,
  LocalTerm,
  lookup,
  map,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { compareKeys } from "../../lib/etf/compare.ts";
import { terms } from "../support/terms.ts";

const node = atom("a@host");

Deno.test("terms of different kinds come in Erlang's order", () => {
  const ordered: Term[] = [
    -1,
    float(-0.5),
    0,
    2n ** 70n,
    atom("a"),
    new Reference(node, [1], 1),
    new Export(atom("m"), atom("f"), 1),
    new Port(node, 1n, 1),
    new Pid(node, 1, 1, 1),
    tuple(),
    tuple(9),
    tuple(1, 1),
    new NativeRecord(atom("m"), atom("r"), true, [], []),
    map([]),
    map([[1, 1]]),
    [],
    [1],
    improper([1], binary("x")),
    [2],
    binary(""),
    new BitString(Uint8Array.of(0x40), 2),
    binary("b"),
    new BitString(Uint8Array.of(0x80), 1),
    new LocalTerm(new Uint8Array(5)),
  ];
  const sorted = ordered.toReversed().sort(compare);
  assertEquals(sorted.map(keyOf), ordered.map(keyOf));
});

Deno.test("an integer and a float are compared by value, exactly", () => {
  assertEquals(compare(1, float(1)), 0);
  assert(compare(2 ** 53 - 1, float(2 ** 53)) < 0);
  assertEquals(compare(2n ** 53n, float(2 ** 53)), 0);
  assert(compare(2n ** 53n + 1n, float(2 ** 53)) > 0);
  assert(compare(10n ** 400n, float(Number.MAX_VALUE)) > 0);
});

Deno.test("equal means the same type too, and tells 0.0 from -0.0", () => {
  assert(!equals(1, float(1)));
  assert(!equals(float(0), float(-0)));
  assertEquals(compare(float(0), float(-0)), 0);
  assert(equals(2n, 2));
  assert(equals(float(1.5), float(1.5)));
});

Deno.test("among keys every integer comes before every float", () => {
  assert(compareKeys(2, float(1)) < 0);
  const a = map([[2, 1], [float(3), 2]]);
  const b = map([[float(3), 2], [2, 1]]);
  assert(equals(a, b));
});

Deno.test("a list of bytes is one term in both its forms", () => {
  assert(equals(charlist("abc"), [97, 98, 99]));
  assert(equals(new ByteList(new Uint8Array(0)), []));
  assertEquals(keyOf(charlist("abc")), keyOf([97, 98, 99]));
  assert(compare(charlist("abc"), [97, 98, 100]) < 0);
  assert(compare(charlist("ab"), improper([97, 98], 1)) > 0);
});

Deno.test("maps are equal whatever the order of their entries", () => {
  const a = map([[atom("x"), 1], [atom("y"), 2]]);
  const b = map([[atom("y"), 2], [atom("x"), 1]]);
  assert(equals(a, b));
  assertEquals(keyOf(a), keyOf(b));
});

Deno.test("the wide and the narrow form of a port are one port", () => {
  assert(equals(new Port(node, 5n, 1, true), new Port(node, 5n, 1, false)));
});

Deno.test("pids of two runs of a node differ", () => {
  assert(!equals(new Pid(node, 1, 0, 1), new Pid(node, 1, 0, 2)));
});

Deno.test("lookup finds a key by meaning", () => {
  const found = map([[charlist("k"), 1], [float(1), 2], [tuple(1), 3]]);
  assertEquals(lookup(found, [107]), 1);
  assertEquals(lookup(found, 1), undefined);
  assertEquals(lookup(found, tuple(1)), 3);
});

Deno.test("the order is total, and keyOf agrees with equals", () => {
  fc.assert(
    fc.property(terms, terms, terms, (a, b, c) => {
      assertEquals(Math.sign(compare(a, b)), -Math.sign(compare(b, a)) || 0);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) assert(compare(a, c) <= 0);
      assertEquals(keyOf(a) === keyOf(b), equals(a, b));
      assert(equals(a, a));
    }),
    { numRuns: 300 },
  );
});

Deno.test("a reference's key tells it from every other", () => {
  const keys = [
    new Reference(node, [1, 2], 3),
    new Reference(node, [1, 23], 3),
    new Reference(node, [1, 2], 33),
    new Reference(atom("b@host"), [1, 2], 3),
  ].map(({ key }) => key);
  assertEquals(new Set(keys).size, 4);
  assertEquals(new Reference(node, [1, 2], 3).key, keys[0] ?? "");
});
