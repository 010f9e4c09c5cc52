/**
 * Questions to a BEAM, each answered in one round trip by Erlang that runs on
 * the node and leaves nothing behind.
 *
 * @module
 */

export * from "./contents.ts";
export * from "./counted.ts";
export * from "./identifiers.ts";
export * from "./marked.ts";
export * from "./names.ts";
export * from "./probe.ts";
export * from "./question.ts";
export * from "./read.ts";
export * from "./shape.ts";
export { DEFAULT_HEAP_WORDS } from "./request.ts";
export { Beam, createBeam, type RunOptions } from "./beam.ts";
export {
  type Cluster,
  compareCode,
  compareViews,
  type Difference,
  type MemberView,
} from "./cluster.ts";
export {
  CLUSTER_SECTIONS,
  codeDigests,
  type NodeView,
  nodeView,
  type NodeViewArgs,
} from "./cluster_view.ts";
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
export {
  type OneProcess,
  oneProcess,
  type OneProcessArgs,
  PROCESS_SECTIONS,
  type ProcessSection,
} from "./process.ts";
export type {
  Frame,
  Other,
  ProcessGc,
  Related,
  Wait,
  Waiting,
} from "./process_parts.ts";
export {
  PROCESS_STATUSES,
  type ProcessFilters,
  type ProcessStatus,
} from "./process_filters.ts";
export {
  GRAPH_KINDS,
  type GraphKind,
  type ProcessGraph,
  processGraph,
  type ProcessGraphArgs,
} from "./process_graph.ts";
export {
  GROUP_SORTS,
  type GroupSort,
  MOST_GROUPS,
  PROCESS_KINDS,
  type ProcessGroup,
  type ProcessGroups,
  processGroups,
  type ProcessGroupsArgs,
  type ProcessKind,
} from "./process_groups.ts";
export type { ProcessRow } from "./process_rows.ts";
export {
  MOST_PROCESSES,
  PROCESS_SORTS,
  type ProcessSort,
  type RankedProcess,
  type TopProcesses,
  topProcesses,
  type TopProcessesArgs,
} from "./processes.ts";
export type { Remote, RemoteCallOptions } from "./remote.ts";
export { type Odd, oddText, readOdd } from "./odd.ts";
