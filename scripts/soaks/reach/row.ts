/**
 * What a way to a node consists of, and what errors lead to.
 *
 * @module
 */

import type { World } from "./world.ts";

/** A way to a node. */
export interface Row {
  /** How the node was started, and what lies between. */
  readonly what: string;
  /** Prepares both machines; what it uses is disposed of after the row. */
  prepare(world: World, stack: AsyncDisposableStack): Promise<void>;
  /** The lines of the help, in order; those that keep running end in `&`. */
  readonly printed: readonly string[];
  /** Commands that are wrong, and what their output leads to. */
  readonly wrong: readonly Mistake[];
}

/** A command that is wrong. */
export interface Mistake {
  readonly command: string;
  /** What the output says. */
  readonly says: RegExp;
  /** Finds a part of the output that makes a command which is right. */
  readonly leadsTo?: readonly [RegExp, (found: string) => string];
}

/** An option for a node that the doctor prints. */
export const OPTION = /--node ('[a-z][^']+'|[a-z]\S+)( --epmd-port \d+)?/;
export const doctor = (option: string): string => `beamtap doctor ${option}`;
/** A copy of a cookie file that an error prints. */
export const COPY = /install -m 600 \S+ ~\/\.beamtap\.cookie/;
/** The command that forwards a port, and the option that goes with it. */
export const TUNNEL = /ssh -N -L 9100\S+ \S+, then --node '[^']+'/;
export const throughTunnel = (found: string): string => {
  const [tunnel, option] = found.split(", then ");
  return `${tunnel} & sleep 2; beamtap doctor ${option}; s=$?; kill $!; exit $s`;
};
