/**
 * Incidents: nodes with something wrong, and what the first answer of `check_health` must say
 * of each. Their modules have names that help nobody.
 *
 * @module
 */

import type { BeamOptions } from "../beam.ts";
import { loading, QUIET } from "../supervisors.ts";

/** A node with something wrong. */
export interface Incident {
  readonly name: string;
  /** The finding that names the culprit. */
  readonly finding: string;
  /** The module `m`, which exports everything and has `start/0`. */
  readonly source: string;
  /** What the answer must have in it; `PID` is what `m:pid/0` gives. */
  readonly says: readonly (string | RegExp)[];
  /** What it must have in it with the scope `data`, beside that. */
  readonly content?: readonly (string | RegExp)[];
  /** How long it takes to get bad, in ms. @default {1500} */
  readonly settleMs?: number;
  readonly node?: BeamOptions;
  /** How often to ask at most, where a busy machine can hide it from one answer. @default {1} */
  readonly asks?: number;
  /** An expression that brings it about once the link is made and modules are loaded. */
  readonly begin?: string;
  /** What undoes it where the end of the node does not. */
  readonly end?: () => void;
}

/** How to start the node of an incident. */
export function nodeOf({ source, node }: Incident): BeamOptions {
  const module = `-module(m).\n-compile([export_all, nowarn_export_all]).\n`;
  return {
    ...node,
    setup: [QUIET, loading(module + source), "m:start()"].join(", "),
  };
}
