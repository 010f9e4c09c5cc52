/**
 * Limits how many calls run on one node and for one principal at a time. The
 * others wait: those of one principal in the order they came, the principals
 * taking turns, so that one who asks a lot keeps nobody else waiting.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** How many calls may run and how many may wait. */
export interface SlotLimits {
  /** Calls running on one node. */
  readonly perNode: number;
  /** Calls running for one principal, on all nodes. */
  readonly perPrincipal: number;
  /** Waiting calls of one principal. */
  readonly waiting: number;
}

/** A call that waits. */
interface Waiter {
  readonly node: string;
  readonly go: () => void;
}

/** Running calls by node or principal; names with none are left out. */
type Tally = Map<string, number>;

/** Slots for every node and principal, made as they are needed. */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #onNode: Tally = new Map();
  readonly #ofPrincipal: Tally = new Map();
  /** In the order of their turns. */
  readonly #waiting = new Map<string, Set<Waiter>>();

  /** No call is running. */
  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a slot, which goes to the next in line when it is disposed of, or
   * at the latest when the signal fires.
   *
   * @throws {ToolError} `busy` when too many calls of the principal wait already
   * @throws the signal's reason when it fires first
   */
  async take(
    node: string,
    principal: string,
    signal: AbortSignal,
  ): Promise<Disposable> {
    signal.throwIfAborted();
    if (this.#free(node, principal)) this.#count(node, principal, 1);
    else await this.#wait(node, principal, signal);
    let held = true;
    const release = (): void => {
      signal.removeEventListener("abort", release);
      if (!held) return;
      held = false;
      this.#count(node, principal, -1);
      if (this.#waiting.size > 0) this.#admit();
    };
    signal.addEventListener("abort", release);
    // It may have fired between being admitted and coming here.
    if (signal.aborted) release();
    signal.throwIfAborted();
    return { [Symbol.dispose]: release };
  }

  #free(node: string, principal: string): boolean {
    const { perNode, perPrincipal } = this.#limits;
    return (this.#onNode.get(node) ?? 0) < perNode &&
      (this.#ofPrincipal.get(principal) ?? 0) < perPrincipal;
  }

  #count(node: string, principal: string, change: 1 | -1): void {
    for (
      const [tally, name] of [
        [this.#onNode, node],
        [this.#ofPrincipal, principal],
      ] as const
    ) {
      const count = (tally.get(name) ?? 0) + change;
      if (count > 0) tally.set(name, count);
      else tally.delete(name);
    }
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
        `${this.#onNode.get(node) ?? 0} calls are running on ${node}, ${
          this.#ofPrincipal.get(principal) ?? 0
        } of yours in all, and ${own.size} of yours are waiting`,
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

  /** Admits each principal's next call that finds a slot; a principal whose call was admitted goes to the end of the turns. */
  #admit(): void {
    for (const [principal, own] of [...this.#waiting]) {
      const next = own.values().find(({ node }) => this.#free(node, principal));
      if (next === undefined) continue;
      this.#count(next.node, principal, 1);
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
