/**
 * Checks for room in a node's atom table. A node dies when the table is full, and any
 * call may create atoms: a few names of ours, and those of modules that OTP loads to
 * answer. So beamtap first asks how many atoms are left, and makes no calls if there
 * are too few.
 *
 * @module
 */

import { atom } from "../etf/mod.ts";
import { CallError } from "./errors.ts";
import type { CallOptions, Calls } from "./rpc.ts";

/** Minimum atoms left: far more than all tools together have ever created. */
const NEEDED = 2_000;
/** Atoms left from which the check is not repeated before every call. */
const PLENTY = 50_000;
/** How long a check is valid, in ms. */
const GOOD_FOR_MS = 60_000;

/** Last known state of one node's atom table. */
export class AtomRoom {
  readonly #calls: Calls;
  readonly #node: string;
  #left = 0;
  #askedAt = -Infinity;

  /** Starts without knowing anything; `node` is for messages. */
  constructor(calls: Calls, node: string) {
    this.#calls = calls;
    this.#node = node;
  }

  /** Whether a recent check found plenty of atoms left. */
  get plenty(): boolean {
    return this.#left >= PLENTY &&
      performance.now() - this.#askedAt < GOOD_FOR_MS;
  }

  /**
   * Asks the node how many atoms are left.
   *
   * @throws {CallError} `atom_table_full` if too few are left, or why the call failed
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
    // Every supported release has these numbers.
    if (typeof count !== "number" || typeof limit !== "number") return;
    this.#left = limit - count;
    this.#askedAt = performance.now();
    if (this.#left >= NEEDED) return;
    throw new CallError(
      "atom_table_full",
      `${this.#node} has ${count} atoms and dies at ${limit}: only ${this.#left} are left, too few for a safe call (beamtap requires ${NEEDED})`,
      "atoms are never freed: restart the node before the table is full, with a larger one (erl +t 2097152) and without code that turns input into atoms (list_to_atom, binary_to_atom)",
    );
  }
}
