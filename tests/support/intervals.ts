/**
 * Intervals that go by when a test says so, for what happens after so many of
 * them: such a test waits for no clock, however fast the machine is.
 *
 * @module
 */

type Timer = ReturnType<typeof setInterval>;

/** The intervals that are set while it is in scope. */
export class Intervals implements Disposable {
  readonly #set = globalThis.setInterval;
  readonly #clear = globalThis.clearInterval;
  readonly #running = new Map<
    Timer,
    { readonly ms: number; readonly callback: () => void }
  >();

  /** From now on. */
  constructor() {
    Object.assign(globalThis, {
      setInterval: (callback: () => void, ms = 0): Timer => {
        // A timer that is one, because it may be handed to Deno.
        const timer = this.#set(() => {}, 2 ** 31 - 1);
        this.#running.set(timer, { callback, ms });
        return timer;
      },
      clearInterval: (timer: Timer): void => this.#end(timer),
    });
  }

  /** How long the running ones are, in ms. */
  get lengths(): number[] {
    return [...this.#running.values()].map(({ ms }) => ms);
  }

  /** Each running one goes by, once. */
  pass(): void {
    for (const { callback } of [...this.#running.values()]) callback();
  }

  #end(timer: Timer): void {
    this.#running.delete(timer);
    this.#clear(timer);
  }

  /** New ones follow the clock again. */
  [Symbol.dispose](): void {
    Object.assign(globalThis, {
      setInterval: this.#set,
      clearInterval: this.#clear,
    });
    for (const timer of this.#running.keys()) this.#end(timer);
  }
}
