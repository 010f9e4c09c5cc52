/**
 * Questions to a BEAM, each answered in one round trip by Erlang that runs on
 * the node and leaves nothing behind.
 *
 * @module
 */

export * from "./contents.ts";
export type { CutLimits } from "./cut.ts";
export * from "./identifiers.ts";
export * from "./marked.ts";
export * from "./name_shapes.ts";
export * from "./names.ts";
export * from "./probe.ts";
export * from "./read.ts";
export * from "./refusals.ts";
export * from "./shape.ts";
export * as s from "./shapes.ts";
export {
  type AtomRange,
  DEFAULT_HEAP_WORDS,
  type EnvelopeOptions,
  type Halves,
  type Program,
  type Request,
} from "./request.ts";
export type { Closures } from "./closures.ts";
export type { Library } from "./library.ts";
export { Beam, createBeam, type RunOptions } from "./beam.ts";
export * from "./errors.ts";
export * from "./fan_out.ts";
export { processRefused } from "./process_refused.ts";
export * from "./preload.ts";
export * from "./remote.ts";
export * from "./odd.ts";
export * from "./schemas.ts";
