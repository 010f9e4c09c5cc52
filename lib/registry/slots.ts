/**
 * Limits how many calls are at work on one node at a time; the others wait
 * their turn in the order they came.
 *
 * @module
 */

import { ToolError } from "./errors.ts";

/** How many may work and how many may wait. */
export interface SlotLimits {
  /** Calls at work on one node. */
  readonly atWork: number;
  /** Calls waiting for one node. */
  readonly waiting: number;
}

interface Queue {
  atWork: number;
  readonly waiting: Set<() => void>;
}

/** Slots for every node, made as they are needed. */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #queues = new Map<string, Queue>();

  /** No node has a call at work. */
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
  async take(node: string, signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted();
    const queue = this.#queueOf(node);
    if (queue.atWork < this.#limits.atWork) queue.atWork++;
    else await this.#wait(node, queue, signal);
    let held = true;
    const release = (): void => {
      signal.removeEventListener("abort", release);
      if (held) this.#release(node, queue);
      held = false;
    };
    signal.addEventListener("abort", release);
    return { [Symbol.dispose]: release };
  }

  #queueOf(node: string): Queue {
    const found = this.#queues.get(node);
    if (found !== undefined) return found;
    const made: Queue = { atWork: 0, waiting: new Set() };
    this.#queues.set(node, made);
    return made;
  }

  async #wait(node: string, queue: Queue, signal: AbortSignal): Promise<void> {
    if (queue.waiting.size >= this.#limits.waiting) {
      throw new ToolError(
        "busy",
        `${queue.atWork} calls are at work on ${node} and ${queue.waiting.size} wait`,
        { hint: "wait for answers before sending more" },
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = (): void => {
      queue.waiting.delete(resolve);
      reject(signal.reason);
    };
    queue.waiting.add(resolve);
    signal.addEventListener("abort", abort, { once: true });
    try {
      await promise;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Hands the slot on, or gives it up. */
  #release(node: string, queue: Queue): void {
    const [next] = queue.waiting;
    if (next !== undefined) {
      queue.waiting.delete(next);
      next();
      return;
    }
    queue.atWork--;
    if (queue.atWork === 0) this.#queues.delete(node);
  }
}
