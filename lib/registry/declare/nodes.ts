/**
 * What the registry needs of nodes, no matter who keeps the links.
 *
 * @module
 */

import type { Asker } from "./asker.ts";
import type { Permission } from "../grants/permissions.ts";

/** What is known about a node without asking it. */
export interface NodeStatus {
  /** Its full name. */
  readonly node: string;
  /** Its short name. */
  readonly alias?: string;
  /** State of the link; `idle` before the first use and after a failure. */
  readonly link: "idle" | "connecting" | "connected" | "closed";
  /** The run of the node that the link leads to. */
  readonly incarnation?: number;
  /** Whether it is registered with its port mapper. */
  readonly registered?: boolean;
  /** Full names of the other nodes registered there. */
  readonly others?: readonly string[];
  /** Why connecting failed, the last link ended, or the port mapper did not answer. */
  readonly problem?: string;
}

/** How a node is added while beamtap runs; its address is up to the operator. */
export interface ConnectOptions {
  /** A short name for it. */
  readonly alias?: string | undefined;
}

/** A node that has been connected. */
export interface Connected {
  /** The node, to be asked. */
  readonly asker: Asker;
  /** Its short name, if it has one. */
  readonly alias: string | undefined;
  /** Whether the link existed before. */
  readonly already: boolean;
}

/** The known nodes, and the way to them. */
export interface Nodes {
  /** Full names, in a stable order. */
  names(): readonly string[];
  /** The full name that an alias stands for; any other text as it is. */
  resolve(nameOrAlias: string): string;
  /** The alias of a known node, if it has one. */
  aliasOf(node: string): string | undefined;
  /** The state of each; asks port mappers, connects to no node. */
  states(): Promise<readonly NodeStatus[]>;
  /** Permissions of the runtime that connecting to a node needs, whether the node is known or not. */
  permissions(node: string): readonly Permission[];
  /** The node, connected on first use. */
  beam(node: string, signal: AbortSignal): Promise<Asker>;
  /**
   * Connects to a node and adds it; one that is known already stays as it is.
   *
   * @throws {BeamtapError} when it cannot or may not be connected, for a bad
   * name, and for an alias that differs from the known one; nothing has changed
   */
  connect(
    node: string,
    options: ConnectOptions,
    signal: AbortSignal,
  ): Promise<Connected>;
  /** Closes the link to a node and forgets it; returns whether it was known. */
  remove(node: string): boolean;
}
