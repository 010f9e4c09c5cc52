import { assertEquals, assertThrows } from "@std/assert";
import { Fragments } from "../../lib/dist/fragments.ts";
import { DistError } from "../../lib/dist/mod.ts";
import { atom } from "../../lib/etf/mod.ts";

function body(...bytes: number[]): {
  bytes: Uint8Array<ArrayBuffer>;
  offset: number;
  atoms: readonly [];
} {
  return { bytes: Uint8Array.from(bytes), offset: 0, atoms: [] };
}

Deno.test("Fragments of interleaved sequences come together, each with its own atoms", () => {
  const fragments = new Fragments();
  const atoms = [atom("a")];
  assertEquals(
    fragments.first(7n, 3n, {
      bytes: Uint8Array.of(9, 9, 1, 2),
      offset: 2,
      atoms,
    }),
    undefined,
  );
  assertEquals(fragments.first(8n, 2n, body(10)), undefined);
  assertEquals(fragments.next(7n, 2n, Uint8Array.of(3)), undefined);
  assertEquals(
    fragments.next(8n, 1n, Uint8Array.of(11))?.bytes,
    Uint8Array.of(10, 11),
  );
  const whole = fragments.next(7n, 1n, Uint8Array.of(4));
  assertEquals(whole?.bytes, Uint8Array.of(1, 2, 3, 4));
  assertEquals(whole?.atoms, atoms);
  assertEquals(fragments.open, 0);
});

Deno.test("a message of one fragment is complete at once, and its sequence free again", () => {
  const fragments = new Fragments();
  for (let i = 0; i < 3; i++) {
    assertEquals(fragments.first(7n, 1n, body(1))?.bytes, Uint8Array.of(1));
  }
});

Deno.test("Fragments refuses what no node sends", () => {
  const cases: Record<string, (f: Fragments) => unknown> = {
    "sequence 0": (f) => f.first(0n, 2n, body(1)),
    "no fragments": (f) => f.first(1n, 0n, body(1)),
    "unknown sequence": (f) => f.next(1n, 1n, Uint8Array.of(1)),
    "a second first fragment": (f) => {
      f.first(1n, 2n, body(1));
      f.first(1n, 2n, body(1));
    },
    "out of order": (f) => {
      f.first(1n, 3n, body(1));
      f.next(1n, 1n, Uint8Array.of(1));
    },
  };
  for (const attempt of Object.values(cases)) {
    const error = assertThrows(() => attempt(new Fragments()), DistError);
    assertEquals(error.code, "protocol_error");
  }
});

Deno.test("Fragments does not hold too many sequences", () => {
  const many = new Fragments();
  for (let i = 1n; i <= 1024n; i++) many.first(i, 2n, body(1));
  assertThrows(() => many.first(1025n, 2n, body(1)), DistError);
});

Deno.test("Fragments keeps no more of a message too large to hold than its beginning, and others whole", () => {
  const fragments = new Fragments(10);
  fragments.first(1n, 4n, body(1, 2));
  fragments.first(2n, 2n, body(8));
  fragments.next(1n, 3n, new Uint8Array(8));
  fragments.next(1n, 2n, new Uint8Array(8));
  // What the large one held is free again.
  const whole = fragments.next(2n, 1n, new Uint8Array(10));
  assertEquals([whole?.bytes.length, whole?.lost], [11, 0]);
  const cut = fragments.next(1n, 1n, Uint8Array.of(3));
  assertEquals(cut?.bytes, Uint8Array.of(1, 2));
  assertEquals(cut?.lost, 17);
});

Deno.test("Fragments frees the bytes of complete messages", () => {
  const fragments = new Fragments(100);
  for (let i = 1n; i < 50n; i++) {
    fragments.first(i, 2n, { ...body(), bytes: new Uint8Array(40) });
    fragments.next(i, 1n, new Uint8Array(40));
  }
});
