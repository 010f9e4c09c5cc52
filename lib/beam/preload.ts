/**
 * Makes a node ready for questions while it is well.
 *
 * @module
 */

import { map } from "../etf/mod.ts";
import { defineProbe, type Probe } from "./probe.ts";
import { preload as compiled } from "./probes/preload.gen.ts";
import { readInteger } from "./read.ts";

/**
 * To be asked once when a link is made: has the node load the modules of OTP
 * that questions need. Answers how many were missing.
 */
export const preload: Probe<void, number> = defineProbe(compiled, {
  encode: () => map([]),
  decode: readInteger,
});
