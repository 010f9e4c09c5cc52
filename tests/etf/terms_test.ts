import { assert, assertEquals } from "@std/assert";
import {
  atom,
  boolean,
  ByteList,
  charlist,
  integer,
  map,
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

Deno.test("true and false are atoms", () => {
  assert(boolean(true) === atom("true") && boolean(false) === atom("false"));
});
