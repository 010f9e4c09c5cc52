/**
 * Limits how many calls are at work on one node and for one principal at a
 * time. The others wait: those of one principal in the order they came, the
 * principals taking turns, so that nobody is kept waiting by who asks more.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** How many may work and how many may wait. */
export interface SlotLimits {
  /** Calls at work on one node. */
  readonly perNode: number;
  /** Calls at work for one principal, on all nodes. */
  readonly perPrincipal: number;
  /** Calls of one principal that wait. */
  readonly waiting: number;
}

/** A call that waits. */
interface Waiter {
  readonly node: string;
  readonly go: () => void;
}

/** Slots for every node and principal, made as they are needed. */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #onNode = new Tally();
  readonly #ofPrincipal = new Tally();
  /** In the order of their turns. */
  readonly #waiting = new Map<string, Set<Waiter>>();

  /** No call is at work. */
  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a slot. It goes to the next in line when it is disposed of, or at
   * the latest when the signal fires.
   *
   * @throws {ToolError} `busy` when too many wait already
   * @throws the signal's reason when it fires first
   */
  async take(
    node: string,
    principal: string,
    signal: AbortSignal,
  ): Promise<Disposable> {
    signal.throwIfAborted();
    if (this.#free(node, principal)) this.#enter(node, principal);
    else await this.#wait(node, principal, signal);
    let held = true;
    const release = (): void => {
      signal.removeEventListener("abort", release);
      if (!held) return;
      held = false;
      this.#onNode.leave(node);
      this.#ofPrincipal.leave(principal);
      this.#admit();
    };
    signal.addEventListener("abort", release);
    // It may have fired between being let in and coming here.
    if (signal.aborted) release();
    signal.throwIfAborted();
    return { [Symbol.dispose]: release };
  }

  #free(node: string, principal: string): boolean {
    return this.#onNode.of(node) < this.#limits.perNode &&
      this.#ofPrincipal.of(principal) < this.#limits.perPrincipal;
  }

  #enter(node: string, principal: string): void {
    this.#onNode.enter(node);
    this.#ofPrincipal.enter(principal);
  }

  async #wait(
    node: string,
    principal: string,
    signal: AbortSignal,
  ): Promise<void> {
    const own = this.#waiting.get(principal) ?? new Set();
    if (own.size >= this.#limits.waiting) {
      throw new ToolError(
        "busy",
        `${this.#onNode.of(node)} calls are at work on ${node}, ${
          this.#ofPrincipal.of(principal)
        } of yours in all, and ${own.size} of yours wait`,
        { hint: "wait for answers before sending more" },
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { node, go: resolve };
    const abort = (): void => {
      this.#forget(principal, waiter);
      reject(signal.reason);
    };
    own.add(waiter);
    this.#waiting.set(principal, own);
    signal.addEventListener("abort", abort, { once: true });
    try {
      await promise;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Lets in whoever is next and finds a slot; who was let in goes to the end of the turns. */
  #admit(): void {
    for (const [principal, own] of [...this.#waiting]) {
      const next = own.values().find(({ node }) => this.#free(node, principal));
      if (next === undefined) continue;
      this.#enter(next.node, principal);
      this.#forget(principal, next);
      const rest = this.#waiting.get(principal);
      if (rest !== undefined) {
        this.#waiting.delete(principal);
        this.#waiting.set(principal, rest);
      }
      next.go();
    }
  }

  #forget(principal: string, waiter: Waiter): void {
    const own = this.#waiting.get(principal);
    own?.delete(waiter);
    if (own?.size === 0) this.#waiting.delete(principal);
  }
}

/** Counts by name, forgetting names at 0. */
class Tally {
  readonly #counts = new Map<string, number>();

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  enter(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }

  leave(name: string): void {
    const left = this.of(name) - 1;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }
}
