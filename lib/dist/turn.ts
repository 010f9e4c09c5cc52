/**
 * Limits how long one link may occupy the event loop. Reads that complete at once
 * never let timers and other sockets run, so a link that always has something to
 * read must yield by itself.
 *
 * @module
 */

/** How long a link may run before it yields, in ms. */
const TURN_MS = 1;
/** Rounds of the event loop left to others: one call on another link takes several. */
const ROUNDS = 4;
/** Bytes processed between two looks at the clock: a look costs as much as a small frame. */
const STRIDE = 16 * 1024;
/** Fixed cost of a frame, counted in bytes. */
const FRAME_COST = 512;

/** The turn of one link. */
export class Turn {
  #endsAt = performance.now() + TURN_MS;
  #left = STRIDE;

  /** Counts a frame of `bytes`, and returns whether the link must yield. */
  isOver(bytes: number): boolean {
    this.#left -= bytes + FRAME_COST;
    if (this.#left > 0) return false;
    this.#left = STRIDE;
    return performance.now() >= this.#endsAt;
  }

  /** Lets timers and other sockets run. */
  async yield(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.#endsAt = performance.now() + TURN_MS;
  }
}
