/**
 * Judgement: what is wrong with a node, and who is to blame, as pure functions of a snapshot.
 *
 * @module
 */

export * from "./finding.ts";
export * from "./judge.ts";
export { commonPrefix } from "./limits.ts";
export { mebibytes } from "./memory.ts";
export { asOneLook } from "./one_look.ts";
export { isHeld } from "./schedulers.ts";
export * from "./snapshot.ts";
export * from "./thresholds.ts";
