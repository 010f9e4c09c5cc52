/**
 * Where the binaries outside heaps are: sections `=binary:ADDRESS`, of which there may be
 * millions.
 *
 * @module
 */

import { NumberTable } from "./number_table.ts";
import type { Heading, OnLine } from "./scanner.ts";
import { hexIn } from "./text.ts";

/** Maximum binaries that are kept. */
const MAX_BINARIES = 1 << 21;

/** Binaries by address. */
export class Binaries {
  readonly #rows = new NumberTable();
  #bodies = new Float64Array(1024);
  #sizes = new Float64Array(1024);
  #last = 0;
  /** Binaries that had no room here. */
  omitted = 0;

  /** Adds the binary whose section starts. */
  start({ bytes, idStart, idEnd, body }: Heading): void {
    const row = this.#rows.size;
    const address = hexIn(bytes, idStart, idEnd);
    this.#last = -1;
    if (address < 0) return;
    if (row >= MAX_BINARIES) return void this.omitted++;
    if (row >= this.#bodies.length) this.#grow();
    this.#rows.add(address, row);
    if (this.#rows.size === row) return;
    this.#bodies[row] = body;
    this.#last = row;
  }

  /** Reads its line, `SIZE:…`. */
  readonly line: OnLine = (bytes, start, end, piece) => {
    if (piece > 0) return;
    const limit = Math.min(end, start + 16);
    let colon = start;
    while (colon < limit && bytes[colon] !== 0x3a) colon++;
    const size = hexIn(bytes, start, colon);
    if (size >= 0 && this.#last >= 0) this.#sizes[this.#last] = size;
  };

  /** Where a binary's line starts, and its size; `undefined` for an unknown address. */
  find(address: number): { body: number; size: number } | undefined {
    const row = this.#rows.get(address);
    const body = this.#bodies[row];
    return body === undefined
      ? undefined
      : { body, size: this.#sizes[row] ?? 0 };
  }

  #grow(): void {
    const bodies = this.#bodies;
    const sizes = this.#sizes;
    this.#bodies = new Float64Array(bodies.length * 2);
    this.#sizes = new Float64Array(bodies.length * 2);
    this.#bodies.set(bodies);
    this.#sizes.set(sizes);
  }
}
