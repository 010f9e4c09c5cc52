/**
 * The cells of lists: a list that is cut is counted without decoding it.
 *
 * @module
 */

import { type Losses, type Surroundings, termAt } from "./around.ts";
import { type Cursor, Damaged } from "./cursor.ts";
import { pass } from "./elements.ts";

/** Maximum cells visited in all. */
const MAX_CELLS = 4_000_000;
/** The tag of an address. */
const H = 0x48;

/** Follows lists. */
export class Cells {
  readonly #around: Surroundings;
  readonly #losses: Losses;
  #cells = MAX_CELLS;
  readonly #lengths = new Map<number, number>();

  constructor(around: Surroundings, losses: Losses) {
    this.#around = around;
    this.#losses = losses;
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

  /** Number of cells from one on, as far as they are here. */
  length(first: Cursor): number {
    const { at, bytes } = first;
    const isShared = bytes === this.#around.heaps[0]?.bytes;
    const known = isShared ? this.#lengths.get(at) : undefined;
    if (known !== undefined) return known;
    // A longer list holds itself.
    const longest = this.#around.heaps.reduce((sum, { size }) => sum + size, 0);
    let length = 0;
    let cursor: Cursor | undefined = first;
    try {
      while (cursor !== undefined && length <= longest && this.#cells-- > 0) {
        length++;
        pass(cursor);
        cursor.expect("|");
        const last: Cursor = cursor;
        cursor = this.tail(cursor);
        if (cursor === undefined && last.peek === H) {
          this.#losses.inexact = true;
        }
      }
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      this.#losses.inexact = true;
    }
    if (cursor !== undefined) this.#losses.inexact = true;
    if (isShared) this.#lengths.set(at, length);
    return length;
  }
}
