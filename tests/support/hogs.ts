/**
 * A mebibyte of each kind of term that takes most memory for its bytes. Run as
 * a program it decodes them one after another, for a heap of limited size.
 *
 * @module
 */

import { decode, type Term } from "../../lib/etf/mod.ts";

const SIZE = 1 << 20;

function times(count: number, ...bytes: number[]): number[] {
  return new Array<number[]>(count).fill(bytes).flat();
}

/** One item of the list that fills the mebibyte. */
const ITEMS: Record<string, readonly number[]> = {
  "tuples in tuples": [...times(500, 104, 1), 106],
  "lists in lists": [...times(500, 108, 0, 0, 0, 1), 106, ...times(500, 106)],
  "short strings": [107, 0, 1, 9],
  "bitstrings with dirt in their last byte": [77, 0, 0, 0, 1, 1, 255],
  "empty binaries": [109, 0, 0, 0, 0],
  "maps of one key": [116, 0, 0, 0, 1, 106, 106],
  "improper lists": [108, 0, 0, 0, 1, 106, 97, 1],
  floats: [70, 0, 0, 0, 0, 0, 0, 0, 9],
  "ports with large numbers": [120, 119, 0, ...times(12, 255)],
  "references without words": [90, 0, 0, 119, 0, 0, 0, 0, 0],
};

function listOf(item: readonly number[]): Uint8Array {
  const count = Math.floor((SIZE - 7) / item.length);
  const bytes = new Uint8Array(7 + count * item.length);
  bytes.set([131, 108]);
  new DataView(bytes.buffer).setUint32(2, count);
  for (let i = 0; i < count; i++) bytes.set(item, 6 + i * item.length);
  bytes[bytes.length - 1] = 106;
  return bytes;
}

function newAtoms(): Uint8Array {
  const items: number[] = [];
  for (let i = 0; i < 65_000; i++) {
    items.push(
      119,
      3,
      33 + i % 90,
      33 + Math.floor(i / 90) % 90,
      33 + i / 8100,
    );
  }
  const bytes = Uint8Array.from([131, 108, 0, 0, 0, 0, ...items, 106]);
  new DataView(bytes.buffer).setUint32(2, 65_000);
  return bytes;
}

function manyKeys(): Uint8Array {
  const count = Math.floor((SIZE - 6) / 6);
  const bytes = new Uint8Array(6 + count * 6);
  const view = new DataView(bytes.buffer);
  bytes.set([131, 116]);
  view.setUint32(2, count);
  for (let i = 0; i < count; i++) {
    bytes[6 + 6 * i] = 98;
    view.setUint32(7 + 6 * i, i * 7919);
    bytes[11 + 6 * i] = 106;
  }
  return bytes;
}

/** Each input decoded and held once; returns their names. */
export function decodeHogs(): string[] {
  const inputs: [string, () => Uint8Array][] = [
    ...Object.entries(ITEMS)
      .map((
        [name, item],
      ): [string, () => Uint8Array] => [name, () => listOf(item)]),
    ["new atoms", newAtoms],
    ["a map of many keys", manyKeys],
  ];
  return inputs.map(([name, make]) => {
    let held: Term = decode(make());
    held = [held].length;
    return held === 1 ? name : "";
  });
}

// deno-lint-ignore no-console
if (import.meta.main) console.log(decodeHogs().length);
