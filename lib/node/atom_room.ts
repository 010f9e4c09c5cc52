/**
 * Room in a node's atom table. A node ends when the table is full, and whatever is
 * asked of it may make atoms: names of ours, few, and those of modules that OTP loads
 * for an answer. So a node is asked how many it has left before anything else, and
 * nothing more where that is too few.
 *
 * @module
 */

import { atom } from "../etf/mod.ts";
import { CallError } from "./errors.ts";
import type { CallOptions, Calls } from "./rpc.ts";

/** Atoms that must be left: far more than all questions together ever made. */
const NEEDED = 2_000;
/** With so many left it is not asked before each call. */
const PLENTY = 50_000;
/** For how long an answer is good, in ms. */
const GOOD_FOR_MS = 60_000;

/** What is known of the atom table of one node. */
export class AtomRoom {
  readonly #calls: Calls;
  readonly #node: string;
  #left = 0;
  #askedAt = -Infinity;

  /** Nothing is known at first. */
  constructor(calls: Calls, node: string) {
    this.#calls = calls;
    this.#node = node;
  }

  /** Whether there was plenty a short while ago. */
  get plenty(): boolean {
    return this.#left >= PLENTY &&
      performance.now() - this.#askedAt < GOOD_FOR_MS;
  }

  /**
   * Asks the node.
   *
   * @throws {CallError} `atom_table_full`, or why there is no answer
   */
  async check(
    { timeoutMs, signal }: Pick<CallOptions, "timeoutMs" | "signal">,
  ): Promise<void> {
    const options = { timeoutMs, signal };
    const [count, limit] = await Promise.all(
      ["atom_count", "atom_limit"].map((item) =>
        this.#calls.call("erlang", "system_info", [atom(item)], options)
      ),
    );
    // Releases that have no such numbers are not known; none of them is supported.
    if (typeof count !== "number" || typeof limit !== "number") return;
    this.#left = limit - count;
    this.#askedAt = performance.now();
    if (this.#left >= NEEDED) return;
    throw new CallError(
      "atom_table_full",
      `${this.#node} has ${count} atoms and ends at ${limit}: the ${this.#left} that are left are too few to ask it anything (beamtap wants ${NEEDED})`,
      {
        hint:
          "atoms are never freed: restart it in time, with a larger table (erl +t 2097152) and without code that makes atoms of input (list_to_atom, binary_to_atom)",
      },
    );
  }
}
