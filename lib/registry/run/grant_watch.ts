/**
 * Ends what goes on after its call, such as a trace session, when the grant for
 * it ends or is taken back.
 *
 * @module
 */

import type { ToolError } from "../errors.ts";

/** How often grants are looked at again, in ms. */
const INTERVAL_MS = 1000;

/** Fires once something is not granted any more; ends with `using`. */
export class GrantWatch implements Disposable {
  readonly #stop = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #refused: ToolError | undefined;

  /** Looks again and again why it is refused; `undefined` if it is not. */
  constructor(
    refusal: () => ToolError | undefined,
    intervalMs: number = INTERVAL_MS,
  ) {
    this.#timer = setInterval(() => {
      this.#refused ??= refusal();
      if (this.#refused) this.#stop.abort(this.#refused);
    }, intervalMs);
  }

  /** Fires when it is refused. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Why it is refused, if it is. */
  get refused(): ToolError | undefined {
    return this.#refused;
  }

  /** Looks no more. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
