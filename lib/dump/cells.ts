/**
 * The cells of lists: a list that is cut is counted without decoding it.
 *
 * @module
 */

import { type Surroundings, termAt } from "./around.ts";
import { type Cursor, Damaged } from "./cursor.ts";
import { pass } from "./elements.ts";

/** Maximum cells visited in all. */
const MAX_CELLS = 300_000;
/** The tag of an address. */
const H = 0x48;

/** Follows lists. */
export class Cells {
  /** Whether a list may be longer than counted. */
  inexact = false;
  readonly #around: Surroundings;
  #cells = MAX_CELLS;
  /** Lengths of lists by the text and place of their first cell. */
  readonly #lengths = new Map<Uint8Array, Map<number, number>>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The cell that a tail refers to; `undefined` if the tail is something else. */
  tail(cursor: Cursor): Cursor | undefined {
    if (cursor.peek !== H) return undefined;
    const start = cursor.at++;
    const place = termAt(this.#around, cursor.hex());
    if (place?.next() === "l") return place;
    cursor.at = start;
    return undefined;
  }

  get #seen(): number {
    const { heaps, literals } = this.#around;
    return heaps.reduce((sum, { size }) => sum + size, literals.size);
  }

  /** Number of cells from one on, as far as they are here. */
  length(first: Cursor): number {
    const { at, bytes } = first;
    const lengths = this.#lengths.get(bytes) ?? new Map<number, number>();
    this.#lengths.set(bytes, lengths);
    const known = lengths.get(at);
    if (known !== undefined) return known;
    let length = 0;
    let cursor: Cursor | undefined = first;
    try {
      while (cursor !== undefined && this.#cells-- > 0) {
        // A list longer than all that has been seen holds itself.
        if (length > this.#seen) break;
        length++;
        pass(cursor);
        cursor.expect("|");
        const last: Cursor = cursor;
        cursor = this.tail(cursor);
        if (cursor === undefined && last.peek === H) {
          this.inexact = true;
        }
      }
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      this.inexact = true;
    }
    if (cursor !== undefined) this.inexact = true;
    lengths.set(at, length);
    return length;
  }
}
