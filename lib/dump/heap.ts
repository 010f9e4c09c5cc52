/**
 * The text of heaps and literals: lines `ADDRESS:TERM`, found by their address.
 *
 * @module
 */

import { NumberTable } from "./number_table.ts";
import { hexDigit, lineEnd } from "./text.ts";

const COLON = 0x3a;

/** Maximum terms of a heap that are found: more than fit into what is read of it. */
const MAX_TERMS = 1 << 20;
/** Maximum digits of an address. */
const MAX_DIGITS = 13;

/** Size of the area where a runtime system keeps all literals, in bytes. */
const NEAR = 1 << 30;
/** Bytes that are looked through at a time. */
const STEP = 1 << 16;

/**
 * Some of a dump's lines, by the address at their start. They are looked through as far
 * as needed: a dump has the terms of a heap near those that refer to them.
 */
export class Heap {
  /** The lines, of which the first and last may be cut. */
  readonly bytes: Uint8Array;
  readonly #starts = new NumberTable();
  #next = 0;
  #first = -Infinity;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.bytes = bytes;
  }

  /** Whether an address is in the same gigabyte as the first one here, so that looking here first saves time. */
  isNear(address: number): boolean {
    if (this.#next === 0) this.#look();
    return Math.abs(address - this.#first) < NEAR;
  }

  /** Number of terms that have been seen. */
  get size(): number {
    return this.#starts.size;
  }

  /** Where the term at an address starts; -1 if it is not here. */
  find(address: number): number {
    for (;;) {
      const start = this.#starts.get(address);
      if (start >= 0 || this.#next >= this.bytes.length) return start;
      this.#look();
    }
  }

  /** Looks through some more lines. */
  #look(): void {
    const { bytes } = this;
    const stop = Math.min(bytes.length, this.#next + STEP);
    let start = this.#next;
    while (start < stop && this.#starts.size < MAX_TERMS) {
      let address = 0;
      let at = start;
      for (;; at++) {
        const digit = hexDigit(bytes[at] ?? 0);
        if (digit < 0) break;
        address = address * 16 + digit;
      }
      if (at > start && at - start <= MAX_DIGITS && bytes[at] === COLON) {
        if (this.#starts.size === 0) this.#first = address;
        this.#starts.add(address, at + 1);
      }
      start = lineEnd(bytes, at) + 1;
    }
    this.#next = start < stop ? bytes.length : start;
  }
}
