/**
 * The share of the event loop that one link may take at a time: reads that are
 * ready at once never give timers and other sockets a turn, so a link that
 * always has something to read must step back by itself.
 *
 * @module
 */

import { setImmediate } from "node:timers";

/** How long a link may go on, in ms. */
const TURN_MS = 1;
/** Rounds of the event loop that others have in between: a call on another link takes several. */
const ROUNDS = 4;
/** Work between two looks at the clock, in bytes: a look costs as much as a small frame. */
const STRIDE = 16 * 1024;
/** What any frame costs, in bytes of a large one. */
const FRAME_COST = 512;

/** One link's turn. */
export class Turn {
  #endsAt = performance.now() + TURN_MS;
  #left = STRIDE;

  /** Whether the link has to step back, after another frame of that many bytes. */
  isOver(bytes: number): boolean {
    this.#left -= bytes + FRAME_COST;
    if (this.#left > 0) return false;
    this.#left = STRIDE;
    return performance.now() >= this.#endsAt;
  }

  /** Lets timers and other sockets go first. */
  async stepBack(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.#endsAt = performance.now() + TURN_MS;
  }
}
