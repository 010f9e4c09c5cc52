import { assert, assertEquals } from "@std/assert";
import {
  atom,
  BitString,
  boolean,
  ByteList,
  charlist,
  float,
  ImproperList,
  integer,
  LocalTerm,
  map,
  Port,
  Reference,
  tuple,
} from "../../lib/etf/mod.ts";

Deno.test("an integer is a number while that is exact, else a bigint", () => {
  assertEquals(integer(2n ** 53n - 1n), 2 ** 53 - 1);
  assertEquals(integer(2n ** 53n), 2n ** 53n);
  assertEquals(integer(-(2 ** 60)), -(2n ** 60n));
  assertEquals(integer(7), 7);
});

Deno.test("a charlist is kept as bytes while its characters are Latin-1", () => {
  assertEquals(charlist("é!"), new ByteList(Uint8Array.of(0xe9, 0x21)));
  assertEquals(charlist("a😀"), [97, 0x1f600]);
  assertEquals(charlist(""), []);
});

Deno.test("a map keeps its pairs in the order given", () => {
  const made = map([[atom("b"), 1], [atom("a"), [2]]]);
  assertEquals(made.entries, [atom("b"), 1, atom("a"), [2]]);
  assertEquals(made.size, 2);
});

Deno.test("a class of terms says its type, which no term holds itself", () => {
  const terms: [{ readonly type: string }, string][] = [
    [float(1), "float"],
    [boolean(true), "atom"],
    [new BitString(Uint8Array.of(128), 1), "bitstring"],
    [new ByteList(Uint8Array.of(1)), "byte_list"],
    [new ImproperList([1], 2), "improper_list"],
    [tuple(), "tuple"],
    [map([]), "map"],
    [new Port(atom("a"), 1n, 1), "port"],
    [new Reference(atom("a"), [1], 1), "reference"],
    [new LocalTerm(new Uint8Array(5)), "local"],
  ];
  for (const [term, type] of terms) {
    assertEquals([term.type, Object.hasOwn(term, "type")], [type, false]);
  }
});

Deno.test("true and false are atoms", () => {
  assert(boolean(true) === atom("true") && boolean(false) === atom("false"));
});
