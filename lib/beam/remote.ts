/**
 * All that questions need of a node: one call, one answer.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import type { CallOptions } from "../node/mod.ts";

/** How a call runs on the node. */
export type RemoteCallOptions = Omit<CallOptions, "groupLeader">;

/** A node that can be called. */
export interface Remote {
  /** Its full name: `demo@127.0.0.1`. */
  readonly name: string;
  /** Its incarnation, which differs after each restart. */
  readonly creation: number;
  /** Known trouble of the node. */
  readonly trouble?:
    | { readonly text: string; readonly hint: string }
    | undefined;
  /**
   * Calls `module:fn(...args)` in a process of its own, linked to us.
   *
   * @throws {BeamtapError} `timeout`, `aborted`, `noconnection`, `exception`, `killed`…
   */
  call(
    module: string,
    fn: string,
    args: readonly Term[],
    options: RemoteCallOptions,
  ): Promise<Term>;
}
