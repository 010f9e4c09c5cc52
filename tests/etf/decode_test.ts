import { assert, assertEquals, assertThrows } from "@std/assert";
import { deflateSync } from "node:zlib";
import {
  atom,
  ByteList,
  decode,
  type DecodeOptions,
  decodePrefix,
  Decoder,
  encode,
  EtfError,
  Float,
  Fun,
  ImproperList,
  LocalTerm,
  NativeRecord,
  Port,
  Reference,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";

function decodeHex(hex: string, options?: DecodeOptions): Term {
  return decode(Uint8Array.fromHex(hex), options);
}

/** What refuses the bytes: the code and the place. */
function refusal(
  hex: string,
  options?: DecodeOptions,
): [string, number] {
  const error = assertThrows(() => decodeHex(hex, options), EtfError);
  return [error.code, error.offset];
}

/** A term in OTP's compressed form, claiming `size` bytes. */
function compressed(plain: Uint8Array, size = plain.length): Uint8Array {
  const zlib = deflateSync(plain);
  const bytes = new Uint8Array(6 + zlib.length);
  bytes.set([131, 80]);
  new DataView(bytes.buffer).setUint32(2, size);
  bytes.set(zlib, 6);
  return bytes;
}

Deno.test("integers are numbers while they are safe and bigints beyond", () => {
  assertEquals(decodeHex("836e0700ffffffffffff1f"), Number.MAX_SAFE_INTEGER);
  assertEquals(decodeHex("836e0701ffffffffffff1f"), Number.MIN_SAFE_INTEGER);
  assertEquals(decodeHex("836e070000000000000020"), 2n ** 53n);
  assertEquals(decodeHex("836e0801ffffffffffffff7f"), -(2n ** 63n - 1n));
  assertEquals(decodeHex("836e0900000000000000000001"), 2n ** 64n);
  assert(Object.is(decodeHex("836e010100"), 0));
});

Deno.test("an integer of 8 KiB has all its digits", () => {
  const digits = new Uint8Array(8192).fill(0xff);
  const bytes = new Uint8Array(7 + digits.length);
  bytes.set([131, 111, 0, 0, 0x20, 0, 0]);
  bytes.set(digits, 7);
  assertEquals(decode(bytes), 2n ** 65536n - 1n);
});

Deno.test("floats stay floats, the sign of zero included", () => {
  const term = decodeHex("83468000000000000000");
  assert(term instanceof Float && Object.is(term.value, -0));
});

Deno.test("a binary is a view on the input", () => {
  const bytes = Uint8Array.fromHex("836d00000002beef");
  const term = decode(bytes);
  assert(term instanceof Uint8Array && term.buffer === bytes.buffer);
});

Deno.test("a list that goes on in its tail is one list", () => {
  assertEquals(decodeHex("836c0000000161016c0000000161026b000103"), [1, 2, 3]);
  const improper = decodeHex("836c0000000161016c0000000161026103");
  assertEquals(improper, new ImproperList([1, 2], 3));
});

Deno.test("a chain of 100,000 tails takes no stack and no quadratic time", () => {
  const bytes = new Uint8Array(2 + 700_000);
  bytes[0] = 131;
  for (let i = 0; i < 100_000; i++) {
    bytes.set([108, 0, 0, 0, 1, 97, 7], 1 + 7 * i);
  }
  bytes[bytes.length - 1] = 106;
  assertEquals(decode(bytes), new Array(100_000).fill(7));
});

Deno.test("a local fun keeps what identifies it and its free variables", () => {
  const hex = "8370000000" + "4b02" + "0102030405060708090a0b0c0d0e0f10" +
    "00000005" + "00000001" + "77066d795f6d6f64" + "6107" + "6201020304" +
    "58770a6f7468657240686f7374000000090000000000000005" + "770466726565";
  const term = decodeHex(hex);
  assert(term instanceof Fun);
  assertEquals(term.identity.module, atom("my_mod"));
  assertEquals([term.identity.index, term.identity.oldIndex], [5, 7]);
  assertEquals(term.free, [atom("free")]);
  assertEquals(encode(term).toHex(), hex);
});

Deno.test("a native record of OTP 29 is read and sent back", () => {
  const hex = "8343000000020177026e727704757365727704" + "6e616d65" +
    "7703616765" + "6d00000003626f62" + "6107";
  const term = decodeHex(hex);
  assert(term instanceof NativeRecord);
  assertEquals(term.fieldNames.map(({ name }) => name), ["name", "age"]);
  assertEquals(term.values[1], 7);
  assertEquals(encode(term).toHex(), hex);
  assertEquals(refusal("834300000000027701617701" + "62"), ["bad_term", 6]);
  const twice = "8343000000020177016177016277016377016361016102";
  assertEquals(refusal(twice), ["bad_term", 13]);
});

Deno.test("a term encoded for its own node only is kept as it is", () => {
  const hex = "837901020304" + "6a6a";
  const term = decodeHex(hex);
  assert(term instanceof LocalTerm);
  assertEquals(encode(term).toHex(), hex);
  assertEquals(refusal("8368017901020304" + "6a")[0], "unknown_tag");
  assertEquals(refusal("837901020304")[0], "truncated");
});

Deno.test("ports remember which of two forms they came in", () => {
  const narrow = decodeHex("8359770161" + "00000005" + "6b0002c8");
  const wide = decodeHex("8378770161" + "0000000000000005" + "6b0002c8");
  assert(narrow instanceof Port && wide instanceof Port);
  assertEquals([narrow.id, wide.id], [5n, 5n]);
  assertEquals([narrow.wide, wide.wide], [false, true]);
});

Deno.test("a reference has up to five words", () => {
  const words = "0000000100000002000000030000000400000005";
  const term = decodeHex(`835a0005770161${"00000009"}${words}`);
  assertEquals(term, new Reference(atom("a"), [1, 2, 3, 4, 5], 9));
});

Deno.test("nesting is refused beyond maxDepth", () => {
  const nested = (levels: number): string => `83${"6801".repeat(levels)}6a`;
  decodeHex(nested(512));
  assertEquals(refusal(nested(513))[0], "too_deep");
  decodeHex(nested(3), { maxDepth: 3 });
  assertEquals(refusal(nested(4), { maxDepth: 3 }), ["too_deep", 9]);
});

Deno.test("nesting beyond the stack is refused too when maxDepth allows it", () => {
  const bomb = `83${"6801".repeat(500_000)}6a`;
  assertEquals(refusal(bomb, { maxDepth: Infinity })[0], "too_deep");
});

Deno.test("counts and lengths are checked before anything is allocated", () => {
  for (const tag of ["69", "6c", "6d", "6f", "74", "4d"]) {
    assertEquals(refusal(`83${tag}ffffffff00`)[0], "truncated", tag);
  }
  assertEquals(refusal("8343ffffffff0177016177016200")[0], "truncated");
});

Deno.test("a map may not hold a key twice, whatever the number and kind of keys", () => {
  const keys: Term[] = [];
  for (let i = 0; i < 40; i++) {
    keys.push(
      i,
      atom(`k${i}`),
      Uint8Array.of(i),
      new Float(i),
      [i, "x".length],
      {
        bigint: 2n ** 70n + BigInt(i),
      }.bigint,
    );
  }
  for (const count of [2, 3, 16, 17, 60, 240]) {
    for (const twin of [0, 1, 2, 3, 4, 5].filter((i) => i < count - 1)) {
      const distinct = keys.slice(0, count);
      decode(mapBytes(distinct));
      const repeated = [...distinct.slice(0, -1), keys[twin] ?? 0];
      const error = assertThrows(() => decode(mapBytes(repeated)), EtfError);
      assertEquals([error.code, error.offset], ["bad_term", 1]);
    }
  }
});

/** A map's encoding, keys in order, however often. */
function mapBytes(keys: readonly Term[]): Uint8Array {
  const parts = keys.flatMap((key) => [...encode(key).subarray(1), 106]);
  const bytes = Uint8Array.from([131, 116, 0, 0, 0, 0, ...parts]);
  new DataView(bytes.buffer).setUint32(2, keys.length);
  return bytes;
}

Deno.test("1 and 1.0 are two keys, and so are the list [97] and the binary <<97>>", () => {
  decodeHex("8374000000026101" + "6a" + "463ff0000000000000" + "6a");
  decodeHex("8374000000026b000161" + "6a" + "6d0000000161" + "6a");
  const list = "6b000161" + "6a" + "6c0000000161616a" + "6a";
  assertEquals(refusal(`837400000002${list}`)[0], "bad_term");
});

Deno.test("maps as keys of maps, 400 deep, take no exponential time", () => {
  const small = (value: number): string =>
    `7400000003${[0, 1, value].map((n) => `61${byteHex(n)}6a`).join("")}`;
  const level = `7400000003${small(98)}6a${small(99)}6a`;
  decodeHex(`83${level.repeat(400)}${small(100)}${"6a".repeat(400)}`);
});

function byteHex(value: number): string {
  return value.toString(16).padStart(2, "0");
}

Deno.test("a compressed term decodes, and what follows it is left", () => {
  const plain = encode(tuple(atom("a"), "x".length)).subarray(1);
  assertEquals(decode(compressed(plain)), tuple(atom("a"), 1));
  const bytes = compressed(plain);
  const longer = Uint8Array.from([...bytes, 1, 2, 3]);
  assertEquals(decodePrefix(longer).end, bytes.length);
});

Deno.test("a compressed term that lies about its size is refused", () => {
  const plain = encode(new Uint8Array(1000)).subarray(1);
  for (const size of [0, plain.length - 1, plain.length + 1, 2 ** 32 - 1]) {
    assertThrows(() => decode(compressed(plain, size)), EtfError);
  }
});

Deno.test("a compressed bomb is stopped by maxBytes, in bytes and in terms", () => {
  const zeros = compressed(encode(new Uint8Array(1 << 20)).subarray(1));
  assert(zeros.length < 2000);
  const options = { maxBytes: 1 << 19 };
  const bytes = assertThrows(() => decode(zeros, options), EtfError);
  assertEquals(bytes.code, "too_large");
  const nils = compressed(encode(new Array(1 << 18).fill([])).subarray(1));
  decode(nils);
  const terms = assertThrows(
    () => decode(nils, { maxBytes: 1 << 24 }),
    EtfError,
  );
  assertEquals(terms.code, "too_large");
});

Deno.test("compression inside a term or inside a compressed term is refused", () => {
  const plain = encode([]).subarray(1);
  const twice = compressed(compressed(plain).subarray(1));
  assertThrows(() => decode(twice), EtfError, "tag 80 does not start a term");
});

Deno.test("after a distribution header terms follow each other, with atoms by number", () => {
  const bytes = Uint8Array.fromHex(
    "ff" + "6802" + "5200" + "5201" + "6b000161",
  );
  const decoder = new Decoder(bytes, { atoms: [atom("x"), atom("y")] }, 1);
  assertEquals(decoder.read(), tuple(atom("x"), atom("y")));
  assertEquals(decoder.offset, 7);
  assertEquals(decoder.read(), new ByteList(Uint8Array.of(97)));
  assertEquals(decoder.offset, bytes.length);
  const error = assertThrows(() => decoder.read(), EtfError);
  assertEquals([error.code, error.offset], ["truncated", bytes.length]);
});

Deno.test("an atom's number that the header does not have is refused", () => {
  const decoder = new Decoder(Uint8Array.of(82, 1), { atoms: [atom("x")] });
  assertThrows(() => decoder.read(), EtfError, "header has no atom 1");
});

Deno.test("more new atoms than maxAtoms are refused, known ones are not counted", () => {
  const names = [1, 2, 3].map((i) => `7707${"6e657720756e"}3${i}`).join("");
  assertEquals(refusal(`836803${names}`, { maxAtoms: 2 })[0], "too_many_atoms");
  decodeHex(`836803${names}`, { maxAtoms: 1 });
});

Deno.test("an error inside a compressed term says so by its place in the inflated bytes", () => {
  const bytes = compressed(Uint8Array.of(104, 1, 200));
  const error = assertThrows(() => decode(bytes), EtfError);
  assertEquals([error.code, error.offset], ["unknown_tag", 2]);
});
