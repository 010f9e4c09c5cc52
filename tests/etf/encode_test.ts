import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  atom,
  binary,
  ByteList,
  charlist,
  decode,
  encode,
  Encoder,
  equals,
  EtfError,
  float,
  Pid,
  Port,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";

function hexOf(term: Term): string {
  return encode(term).toHex();
}

Deno.test("integers take the shortest of OTP's forms", () => {
  assertEquals(hexOf(0), "836100");
  assertEquals(hexOf(-0), "836100");
  assertEquals(hexOf(255), "8361ff");
  assertEquals(hexOf(256), "836200000100");
  assertEquals(hexOf(-1), "8362ffffffff");
  assertEquals(hexOf(-(2 ** 31)), "836280000000");
  assertEquals(hexOf(2 ** 31), "836e040000000080");
  assertEquals(hexOf(2 ** 32), "836e05000000000001");
  assertEquals(hexOf(-(2 ** 53 - 1)), "836e0701ffffffffffff1f");
  assertEquals(hexOf(2n ** 64n), "836e0900000000000000000001");
  assertEquals(hexOf(7n), "836107");
});

Deno.test("an integer of 255 bytes is small, one of 256 is large", () => {
  assertEquals(hexOf(2n ** 2039n).slice(0, 8), "836eff00");
  assertEquals(hexOf(-(2n ** 2040n)).slice(0, 14), "836f0000010001");
});

Deno.test("a list of bytes is STRING_EXT however it is held, while its length allows", () => {
  assertEquals(hexOf([97, 98]), "836b00026162");
  assertEquals(hexOf(charlist("ab")), "836b00026162");
  assertEquals(hexOf([97, 256]), "836c000000026161620000" + "01006a");
  assertEquals(hexOf([]), "836a");
  assertEquals(hexOf(new ByteList(new Uint8Array(0))), "836a");
  const long = new Uint8Array(65_536).fill(1);
  assertEquals(hexOf(new ByteList(long)), hexOf(Array.from(long)));
  assertEquals(hexOf(new ByteList(long)).slice(0, 12), "836c00010000");
});

Deno.test("atoms are UTF-8, longer ones with a longer length", () => {
  assertEquals(hexOf(atom("ok")), "8377026f6b");
  assertEquals(hexOf(atom("é")), "837702c3a9");
  assertEquals(hexOf(atom("é".repeat(128))).slice(0, 8), "83760100");
});

Deno.test("ports are narrow while every release can read that", () => {
  assertEquals(hexOf(new Port(atom("a"), 5n, 1)).slice(0, 4), "8359");
  assertEquals(hexOf(new Port(atom("a"), 2n ** 28n, 1)).slice(0, 4), "8378");
});

Deno.test("an encoder writes terms one after another, with and without version byte", () => {
  const encoder = new Encoder({ capacity: 1 });
  encoder.uint8(112).versioned(atom("a")).term([]).raw(Uint8Array.of(9));
  assertEquals(encoder.written().toHex(), "70837701616a09");
  assertEquals(encoder.length, 7);
  assertEquals(encoder.clear().term(1).written().toHex(), "6101");
});

Deno.test("atoms that have a place in the header are sent by number", () => {
  const places = new Map([[atom("a"), 0], [atom("node@host"), 1]]);
  const encoder = new Encoder({
    cache: { indexOf: (name) => places.get(name) },
  });
  const pid = new Pid(atom("node@host"), 1, 2, 3);
  encoder.term(tuple(atom("a"), atom("b"), pid));
  assertEquals(
    encoder.written().toHex(),
    "6803" + "5200" + "770162" + "58" + "5201" + "000000010000000200000003",
  );
});

Deno.test("what is no term is refused, and leaves the encoder as it was", () => {
  const encoder = new Encoder().term(binary("kept"));
  for (const value of [1.5, NaN, Infinity, 2 ** 53]) {
    const error = assertThrows(() => encoder.term([1, value]), EtfError);
    assertEquals(error.code, "not_a_term");
  }
  assertThrows(
    () => encoder.term(float(NaN)),
    EtfError,
    "NaN is not an Erlang term",
  );
  assertEquals(encoder.written().toHex(), "6d000000046b657074");
});

Deno.test("a term that holds itself is refused", () => {
  const endless: Term[] = [];
  endless.push(tuple(endless));
  const error = assertThrows(() => encode(endless), EtfError);
  assertEquals(error.code, "too_deep");
});

Deno.test("the buffer grows in time, whatever comes last before its end", () => {
  const longest = atom("😀".repeat(255));
  const short: Term[] = [1, 256, 2 ** 40, -(2n ** 62n), float(0.5), longest];
  for (let size = 1; size < 40; size++) short.push(new Uint8Array(size));
  for (const last of short) {
    for (let before = 0; before < 40; before++) {
      const term = [new Uint8Array(1000 + before), ...short, last];
      const encoder = new Encoder({ capacity: before });
      assert(equals(decode(encoder.versioned(term).written()), term));
    }
  }
});

Deno.test("encode() keeps to what the reader accepts", () => {
  const accepts = {
    wideIdentifiers: false,
    nativeRecords: false,
    localTerms: false,
  };
  const pid = new Pid(atom("a"), 0x8000, 0, 1);
  assertThrows(() => encode(pid, { accepts }), EtfError, "a pid that large");
  const term = tuple(atom("a"), new Pid(atom("a"), 1, 2, 3));
  assertEquals(encode(term, { accepts }), encode(term));
});
