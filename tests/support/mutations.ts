/**
 * Damaged encodings for the decoder to survive, the same for the same seed.
 *
 * @module
 */

import { randomSource } from "./random.ts";
import vectors from "../fixtures/etf-vectors.json" with { type: "json" };

/** Bytes worth putting anywhere: the tags, and the edges of lengths. */
const TELLING = Uint8Array.from([
  ...[67, 70, 77, 80, 82, 88, 89, 90, 97, 98, 99, 100, 101, 102, 103, 104, 105],
  ...[
    106,
    107,
    108,
    109,
    110,
    111,
    112,
    113,
    114,
    115,
    116,
    118,
    119,
    120,
    121,
  ],
  ...[0, 1, 2, 4, 8, 127, 128, 131, 255],
]);

const CORPUS = vectors.map(({ hex }) => Uint8Array.fromHex(hex))
  .filter((bytes) => bytes.length < 2048);

/** Endless inputs: known encodings with a few bytes changed, cut, joined, and plain noise. */
export function* mutations(seed: number): Generator<Uint8Array> {
  const random = randomSource(seed);
  const pick = <T>(items: ArrayLike<T>): T => {
    const item = items[random(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  for (;;) {
    if (random(20) === 0) {
      const noise = new Uint8Array(1 + random(60));
      for (let i = 1; i < noise.length; i++) noise[i] = pick(TELLING);
      noise[0] = 131;
      yield noise;
      continue;
    }
    const first = pick(CORPUS);
    const bytes = random(8) === 0
      ? joined(first, pick(CORPUS), random)
      : first.slice();
    for (let changes = random(4); changes > 0 && bytes.length > 1; changes--) {
      const at = 1 + random(bytes.length - 1);
      bytes[at] = random(2) === 0 ? pick(TELLING) : random(256);
    }
    yield random(10) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
  }
}

function joined(
  first: Uint8Array,
  second: Uint8Array,
  random: (below: number) => number,
): Uint8Array {
  const head = first.subarray(0, 1 + random(first.length));
  const tail = second.subarray(random(second.length));
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}
