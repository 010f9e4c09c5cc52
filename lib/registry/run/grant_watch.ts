/**
 * Ends what outlives its call, such as a trace session, when its grant expires
 * or is withdrawn.
 *
 * @module
 */

import type { ToolError } from "../errors.ts";

/** Interval between checks, in ms. */
const INTERVAL_MS = 1000;

/** Fires once something is no longer granted; stops when disposed of. */
export class GrantWatch implements Disposable {
  readonly #stop = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #refused: ToolError | undefined;

  /** Checks periodically; `refusal` says why it is refused, `undefined` if it is not. */
  constructor(
    refusal: () => ToolError | undefined,
    intervalMs: number = INTERVAL_MS,
  ) {
    this.#timer = setInterval(() => {
      this.#refused ??= refusal();
      if (this.#refused) this.#stop.abort(this.#refused);
    }, intervalMs);
  }

  /** Fires when it is refused, with the refusal as reason. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Why it is refused, if it is. */
  get refused(): ToolError | undefined {
    return this.#refused;
  }

  /** Stops checking. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
