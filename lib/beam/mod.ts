/**
 * Questions to a BEAM, each answered in one round trip by Erlang that runs on
 * the node and leaves nothing behind.
 *
 * @module
 */

export { Beam, createBeam, type RunOptions } from "./beam.ts";
export {
  callCapturing,
  type Captured,
  type CaptureOptions,
} from "./capture.ts";
export { BeamError, type BeamErrorCode } from "./errors.ts";
export { type NodeInfo, nodeInfo, type Usage } from "./node_info.ts";
export { preload } from "./preload.ts";
export type { Cost, Probe, Reading, Refusal } from "./probe.ts";
export {
  type Frame,
  type OneProcess,
  oneProcess,
  type OneProcessArgs,
  PROCESS_SECTIONS,
  type ProcessGc,
  type ProcessSection,
  type Related,
} from "./process.ts";
export {
  MOST_PROCESSES,
  PROCESS_SORTS,
  type ProcessRow,
  type ProcessSort,
  type TopProcesses,
  topProcesses,
  type TopProcessesArgs,
} from "./processes.ts";
export { type Mfa } from "./read.ts";
export type { Remote, RemoteCallOptions } from "./remote.ts";
