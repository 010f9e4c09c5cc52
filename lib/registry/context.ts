/**
 * All that a tool's function is handed: never a connection, only what its
 * declaration asked for.
 *
 * @module
 */

import type { BoundAsker } from "./asker.ts";
import type { NodeStatus } from "./nodes.ts";

/** What a tool about one node may use. */
export interface NodeContext {
  /** Runs the declared probes on the one node of the call. */
  readonly beam: BoundAsker;
  /** Fires when the caller gives up or the deadline passes. */
  readonly signal: AbortSignal;
}

/** What a tool about no single node may use. */
export interface LocalContext {
  /** The nodes that the caller may know of. */
  nodes(): Promise<readonly NodeStatus[]>;
  /** Fires when the caller gives up or the deadline passes. */
  readonly signal: AbortSignal;
}
