/**
 * Time in the hands of a test, so that no test asserts how long something took:
 * intervals that go by when it says so, and how long others mean to wait.
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

/** How long whoever sets a timer wants to wait, while the clock of `performance` stands still. */
export class Waits implements Disposable {
  readonly #set = globalThis.setTimeout;
  readonly #now = performance.now;
  readonly #lengths: number[] = [];

  /** From now on. */
  constructor() {
    const now = performance.now();
    performance.now = (): number => now;
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, ms = 0): Timer => {
        this.#lengths.push(ms);
        return this.#set(callback, ms);
      },
    });
  }

  /** Those of a range, in ms, in the order in which they were set. */
  between(least: number, most: number): number[] {
    return this.#lengths.filter((ms) => ms >= least && ms <= most);
  }

  /** The clock goes on. */
  [Symbol.dispose](): void {
    performance.now = this.#now;
    Object.assign(globalThis, { setTimeout: this.#set });
  }
}
