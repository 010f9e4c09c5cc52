/**
 * What the registry needs to know of nodes, whoever keeps the links.
 *
 * @module
 */

import type { Asker } from "./asker.ts";
import type { Permission } from "../grants/permissions.ts";

/** A node as known here, without asking it anything. */
export interface NodeStatus {
  readonly node: string;
  /** A short name that stands for it. */
  readonly alias?: string;
  /** Of the link: `idle` before the first use and after a failure. */
  readonly link: "idle" | "connecting" | "connected" | "closed";
  /** Which run of the node the link is to. */
  readonly incarnation?: number;
  /** Whether its port mapper has it. */
  readonly registered?: boolean;
  /** Full names of the others that its port mapper has. */
  readonly others?: readonly string[];
  /** Why the last dial failed or the last link ended, or the port mapper did not answer. */
  readonly problem?: string;
}

/** How a node is made known while beamtap runs; where it is, is for the operator to say. */
export interface ConnectOptions {
  /** A short name that may stand for it. */
  readonly alias?: string | undefined;
}

/** A node that has been reached. */
export interface Connected {
  readonly asker: Asker;
  readonly alias: string | undefined;
  /** Whether the link was there before. */
  readonly already: boolean;
}

/** The nodes that can be reached, and the way to them. */
export interface Nodes {
  /** Full names, in a stable order. */
  names(): readonly string[];
  /** The full name that an alias stands for; any other text as it is. */
  resolve(nameOrAlias: string): string;
  /** The alias of a known node, if it has one. */
  aliasOf(node: string): string | undefined;
  /** What each is like now; asks port mappers, dials no node. */
  states(): Promise<readonly NodeStatus[]>;
  /** What reaching a node needs of the runtime; for one not known, what it would need. */
  permissions(node: string): readonly Permission[];
  /** Dials on first use. */
  beam(node: string, signal: AbortSignal): Promise<Asker>;
  /**
   * Makes a node known once it has been reached, and not before; one that is
   * known already stays as it is.
   *
   * @throws {BeamtapError} when it cannot be, or may not be, reached, and for
   * a name that is none or an alias that differs
   */
  connect(
    node: string,
    options: ConnectOptions,
    signal: AbortSignal,
  ): Promise<Connected>;
  /** Ends the link to a node and forgets it; whether it was known. */
  remove(node: string): boolean;
}
