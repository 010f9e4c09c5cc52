/**
 * Holds calls back until everything that was asked to be waited for is there.
 *
 * @module
 */

import { RegistryError } from "../errors.ts";

/** Open when all of its conditions are fulfilled. */
export class Gate {
  readonly #pending = new Set<string>();
  #opened = Promise.withResolvers<void>();

  /** The names of the conditions that are not fulfilled yet. */
  get pending(): readonly string[] {
    return [...this.#pending];
  }

  /** Closes the gate until the condition is fulfilled; `what` names it. If it is rejected, the gate stays closed. */
  await(what: string, condition: Promise<unknown>): void {
    this.#pending.add(what);
    condition.then(() => {
      this.#pending.delete(what);
      if (this.#pending.size > 0) return;
      this.#opened.resolve();
      this.#opened = Promise.withResolvers();
    }, () => {});
  }

  /**
   * Waits until the gate is open.
   *
   * @throws the signal's reason when it fires first
   */
  async pass(signal: AbortSignal): Promise<void> {
    if (this.#pending.size === 0) return;
    const { promise, reject } = Promise.withResolvers<never>();
    const abort = (): void => reject(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener("abort", abort, { once: true });
    try {
      await Promise.race([this.#opened.promise, promise]);
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /**
   * Waits until the gate is open.
   *
   * @throws {RegistryError} `not_ready` after `deadlineMs` ms
   */
  async ready(deadlineMs: number): Promise<void> {
    const controller = new AbortController();
    const timer = setTimeout(() =>
      controller.abort(
        new RegistryError(
          "not_ready",
          `not ready within ${deadlineMs} ms: still waiting for ${
            this.pending.join(", ")
          }`,
        ),
      ), deadlineMs);
    try {
      await this.pass(controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }
}
