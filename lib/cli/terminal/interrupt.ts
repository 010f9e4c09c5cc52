/**
 * Ctrl-C: the first one ends what listens for a while, whose answer is what came until
 * then; the next one, or the first of anything else, gives the call up.
 *
 * @module
 */

import { eraseEcho } from "../log.ts";

/** Takes the signals of a terminal until it is disposed of. */
export class Interrupt implements Disposable {
  readonly #early = new AbortController();
  readonly #stop = new AbortController();
  readonly #listen: () => void;

  /** Starts to listen; `listens` is whether the call has something to show when it ends early. */
  constructor(listens: () => boolean) {
    this.#listen = (): void => {
      eraseEcho();
      if (listens() && !this.wanted) this.#early.abort();
      else this.#stop.abort();
    };
    Deno.addSignalListener("SIGINT", this.#listen);
  }

  /** Whether somebody wants an end. */
  get wanted(): boolean {
    return this.#early.signal.aborted || this.#stop.signal.aborted;
  }

  /** Fires when the call shall end with what has come. */
  get early(): AbortSignal {
    return this.#early.signal;
  }

  /** Fires when the call shall be given up. */
  get stop(): AbortSignal {
    return this.#stop.signal;
  }

  /** Leaves the signals to others. */
  [Symbol.dispose](): void {
    Deno.removeSignalListener("SIGINT", this.#listen);
  }
}
