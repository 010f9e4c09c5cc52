/**
 * What the registry needs to know of nodes, whoever keeps the links.
 *
 * @module
 */

import type { Asker } from "./asker.ts";
import type { Permission } from "./permissions.ts";

/** A node as known here, without asking it anything. */
export interface NodeStatus {
  readonly node: string;
  /** Of the link: `idle` before the first use and after a failure. */
  readonly link: "idle" | "connecting" | "connected" | "closed";
  /** Which run of the node the link is to. */
  readonly incarnation?: number;
  /** Whether its port mapper has it. */
  readonly registered?: boolean;
  /** Why the last dial failed or the last link ended, or the port mapper did not answer. */
  readonly problem?: string;
}

/** The nodes that can be reached, and the way to them. */
export interface Nodes {
  /** Full names, in a stable order. */
  names(): readonly string[];
  /** What each is like now; asks port mappers, dials no node. */
  states(signal: AbortSignal): Promise<readonly NodeStatus[]>;
  /** What reaching a node needs of the runtime. */
  permissions(node: string): readonly Permission[];
  /** Dials on first use. */
  beam(node: string, signal: AbortSignal): Promise<Asker>;
}
