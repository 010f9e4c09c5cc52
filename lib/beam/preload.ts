/**
 * Makes a node ready for questions while it is well.
 *
 * @module
 */

import { map } from "../etf/mod.ts";
import { defineProbe, type Probe } from "./probe.ts";
import { readBoolean, readInteger, readTuple } from "./read.ts";
import type { AtomRange } from "./request.ts";

/** Result of preloading. */
export interface Preloaded {
  /** Modules of OTP that were missing. */
  readonly loaded: number;
  /** The atoms that it made, by their places in the node's table. */
  readonly atoms: AtomRange;
  /** Whether Elixir runs on the node. */
  readonly elixir: boolean;
}

/** To be asked once when a link is made: has the node load the modules of OTP that questions need. */
export const preload: Probe<void, Preloaded> = defineProbe("preload", {
  encode: () => map([]),
  decode(answer): Preloaded {
    const [loaded = answer, atoms = answer, elixir = answer] = readTuple(
      answer,
      3,
    );
    const [first = atoms, next = atoms] = readTuple(atoms, 2);
    return {
      loaded: readInteger(loaded),
      atoms: { first: readInteger(first), next: readInteger(next) },
      elixir: readBoolean(elixir),
    };
  },
});
