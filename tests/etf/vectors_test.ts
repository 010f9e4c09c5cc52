import { assert, assertEquals, assertThrows } from "@std/assert";
import { decode, decodePrefix, encode, EtfError } from "../../lib/etf/mod.ts";
import vectors from "../fixtures/etf-vectors.json" with { type: "json" };

/** OTP 25 answers these with other bytes than it was sent; the term is the same. */
const OTHER_BYTES = new Map([
  ["map_33_deterministic", "it keeps no order of keys"],
  ["h_v4_port_ext", "it sends small port numbers in the narrow form"],
]);

const accepted = vectors.filter(({ kind }) => kind !== "reject");
const rejected = vectors.filter(({ kind }) => kind === "reject");

Deno.test("every term OTP accepts decodes, and encodes as OTP 26 would", () => {
  for (const { name, hex, t2b2_hex } of accepted) {
    const { term } = decodePrefix(Uint8Array.fromHex(hex));
    const wanted = OTHER_BYTES.has(name) ? hex : t2b2_hex;
    if (wanted === undefined) continue;
    assertEquals(encode(term).toHex().toUpperCase(), wanted, name);
  }
  assertEquals(accepted.length, 338);
});

Deno.test("what OTP 26 and later send is encoded back byte for byte", () => {
  const modern = accepted.filter(({ hex, t2b2_hex }) => hex === t2b2_hex);
  for (const { name, hex } of modern) {
    const bytes = encode(decode(Uint8Array.fromHex(hex)));
    assertEquals(bytes.toHex().toUpperCase(), hex, name);
  }
  assert(modern.length > 150);
});

Deno.test("every input OTP refuses is refused, with a place and one line of reason", () => {
  for (const { name, hex } of rejected) {
    const bytes = Uint8Array.fromHex(hex);
    const error = assertThrows(
      () => decodePrefix(bytes),
      EtfError,
    );
    assert(error.offset >= 0 && error.offset <= bytes.length, name);
    assert(/^[^\n]+ \(byte \d+\)$/.test(error.message), error.message);
  }
  assertEquals(rejected.length, 29);
});

Deno.test("bytes after a term are left to decodePrefix and refused by decode", () => {
  const bytes = Uint8Array.fromHex("836802640001616101010203");
  assertEquals(decodePrefix(bytes).end, bytes.length - 3);
  const error = assertThrows(() => decode(bytes), EtfError);
  assertEquals([error.code, error.offset], ["trailing_bytes", 9]);
});
