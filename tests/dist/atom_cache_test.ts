import { assertEquals, assertThrows } from "@std/assert";
import { InCache, OutCache } from "../../lib/dist/atom_cache.ts";
import { DistError } from "../../lib/dist/mod.ts";
import { atom } from "../../lib/etf/mod.ts";

const utf8 = new TextEncoder();

/** Bytes written as hex with texts in quotes, as the wire reference writes them. */
function bytesOf(notation: string): Uint8Array<ArrayBuffer> {
  const parts = notation.match(/"[^"]*"|[\da-f]{2}/g) ?? [];
  return Uint8Array.from(
    parts.flatMap((part) =>
      part.startsWith('"')
        ? [...utf8.encode(part.slice(1, -1))]
        : [parseInt(part, 16)]
    ),
  );
}

/** The bytes of a header that goes out. */
function finished(out: OutCache): Uint8Array<ArrayBuffer> {
  const bytes = out.bytes();
  out.commit();
  return bytes;
}

function names(cache: InCache, bytes: Uint8Array): string[] {
  return cache.read(bytes, 0).atoms.map((a) => a.name);
}

Deno.test("InCache reads the headers captured from OTP 25, old and new entries alike", () => {
  const cache = new InCache();
  const first = bytesOf(
    '04 8f dc 00 7e 10 "wire_b@127.0.0.1" 05 00 59 03 "rex" 44 10 "features_request"',
  );
  const read = cache.read(first, 0);
  assertEquals(read.atoms.map((a) => a.name), [
    "wire_b@127.0.0.1",
    "",
    "rex",
    "features_request",
  ]);
  assertEquals(read.end, first.length);
  // An odd number of atoms shares its last nibble's byte with the LongAtoms flag.
  assertEquals(
    names(cache, bytesOf('03 47 08 7e 59 0a 06 "return"')),
    ["wire_b@127.0.0.1", "rex", "return"],
  );
});

Deno.test("InCache reads long atoms", () => {
  const long = "é".repeat(200);
  const header = bytesOf("01 18 0a 01 90");
  const whole = Uint8Array.of(...header, ...utf8.encode(long));
  assertEquals(names(new InCache(), whole), [long]);
});

Deno.test("InCache refuses a slot never filled, and a header cut anywhere", () => {
  assertThrows(
    () => new InCache().read(Uint8Array.of(1, 0, 5), 0),
    DistError,
    "never filled",
  );
  const whole = bytesOf('02 88 00 7e 03 "rex" 05 02 "ok"');
  for (let end = 0; end < whole.length; end++) {
    assertThrows(() => new InCache().read(whole.slice(0, end), 0), DistError);
  }
});

Deno.test("OutCache and InCache agree over many messages, however atoms collide", () => {
  const out = new OutCache();
  const into = new InCache();
  for (let message = 0; message < 300; message++) {
    out.begin();
    const sent: { index: number; name: string }[] = [];
    for (let i = 0; i < (message * 7) % 400; i++) {
      const name = i % 50 === 0
        ? "ü".repeat(140 + (i % 100))
        : `a${(message * 31 + i * 17) % 5000}`;
      const index = out.indexOf(atom(name));
      if (index !== undefined) sent.push({ index, name });
    }
    const { atoms } = into.read(finished(out), 0);
    for (const { index, name } of sent) assertEquals(atoms[index]?.name, name);
  }
});

Deno.test("OutCache forgets a header that never went out", () => {
  const out = new OutCache();
  const into = new InCache();
  out.begin();
  out.indexOf(atom("abandoned"));
  out.begin();
  const index = out.indexOf(atom("abandoned")) ?? -1;
  assertEquals(into.read(finished(out), 0).atoms[index]?.name, "abandoned");
});
