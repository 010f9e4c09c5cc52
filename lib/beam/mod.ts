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
export * from "./names.ts";
export * from "./probe.ts";
export * from "./read.ts";
export * from "./refusals.ts";
export * from "./shape.ts";
export * as s from "./shapes.ts";
export { DEFAULT_HEAP_WORDS } from "./request.ts";
export { Beam, createBeam, type RunOptions } from "./beam.ts";
export { BeamError, type BeamErrorCode } from "./errors.ts";
export {
  askMembers,
  type AskMembersOptions,
  fanOut,
  type Forwarder,
  type MemberOutcome,
  type Members,
  members,
} from "./fan_out.ts";
export { processRefused } from "./process_refused.ts";
export { preload } from "./preload.ts";
export type { Remote, RemoteCallOptions } from "./remote.ts";
export * from "./odd.ts";
