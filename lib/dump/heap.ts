/**
 * The text of heaps and literals: lines `ADDRESS:TERM`, found by their address.
 *
 * @module
 */

import { NumberTable } from "./number_table.ts";
import { hexIn } from "./text.ts";

const NEWLINE = 0x0a;
const COLON = 0x3a;

/** Maximum terms of a heap that are found: more than fit into what is read of it. */
const MAX_TERMS = 1 << 20;
/** Maximum digits of an address. */
const MAX_ADDRESS = 16;

/** Some of a dump's lines, by the address at their start. */
export class Heap {
  /** The lines. */
  readonly bytes: Uint8Array;
  readonly #starts = new NumberTable();

  /** Finds the lines of a text, whose first and last line may be cut. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    let start = 0;
    while (start < bytes.length && this.#starts.size < MAX_TERMS) {
      let colon = start;
      while (bytes[colon] !== COLON && colon - start < MAX_ADDRESS) colon++;
      // A heading, which has no address, is no hexadecimal number either.
      const address = hexIn(bytes, start, colon);
      if (address >= 0) this.#starts.add(address, colon + 1);
      const end = bytes.indexOf(NEWLINE, start);
      if (end < 0) break;
      start = end + 1;
    }
  }

  /** Number of terms. */
  get size(): number {
    return this.#starts.size;
  }

  /** Where the term at an address starts; -1 if it is not here. */
  find(address: number): number {
    return this.#starts.get(address);
  }
}
