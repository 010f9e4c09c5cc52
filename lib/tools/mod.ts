/**
 * The catalogue: every tool, as data.
 *
 * @module
 */

import type { Tool } from "../registry/mod.ts";
import { TOOLS_OF_CLUSTER } from "./cluster/mod.ts";
import { TOOLS_OF_INTERVENTION } from "./intervention/mod.ts";
import { getDocs, getModule, listModules } from "./code/mod.ts";
import { TOOLS_OF_DATA } from "./data/mod.ts";
import { TOOLS_OF_DUMP } from "./dump/mod.ts";
import { getElixirOverview } from "./elixir/get_elixir_overview.ts";
import { TOOLS_OF_EVAL } from "./eval/mod.ts";
import { checkHealth } from "./health/mod.ts";
import { captureLogs, getLogConfig, readLog } from "./logs/mod.ts";
import { TOOLS_OF_MEMORY } from "./memory/mod.ts";
import { TOOLS_OF_NODES } from "./nodes/mod.ts";
import {
  getApplication,
  getChildSpecs,
  getSupervisionTree,
  listApplications,
} from "./otp/mod.ts";
import { TOOLS_OF_PROCESSES } from "./processes/mod.ts";
import { TOOLS_OF_RUNTIME } from "./runtime/mod.ts";
import {
  getSenders,
  measureCallRate,
  profile,
  readTrace,
  startTrace,
  stopTrace,
  traceCalls,
  traceProcess,
  watchSystem,
} from "./trace/mod.ts";

export { checkHealthWith } from "./health/mod.ts";
export {
  type Dumps,
  dumpTools,
  type ReadDump,
  unreadable,
} from "./dump/mod.ts";
export { THRESHOLDS } from "../health/mod.ts";
export type { TopAnswer, TopView } from "./top/mod.ts";

/** Loads the tools of the command `top`, which nothing else needs. */
export function loadTopTools(): Promise<typeof import("./top/mod.ts")> {
  return import("./top/mod.ts");
}

export type { Advice } from "./reference/advice.ts";

/** The pages about tools and errors, loaded when somebody reads one. */
export function loadReference(): Promise<typeof import("./reference/mod.ts")> {
  return import("./reference/mod.ts");
}

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [
  checkHealth,
  ...TOOLS_OF_NODES,
  ...TOOLS_OF_PROCESSES,
  ...TOOLS_OF_DATA,
  listApplications,
  getApplication,
  getSupervisionTree,
  getChildSpecs,
  listModules,
  getModule,
  getDocs,
  ...TOOLS_OF_MEMORY,
  ...TOOLS_OF_RUNTIME,
  ...TOOLS_OF_CLUSTER,
  getLogConfig,
  readLog,
  getElixirOverview,
  ...TOOLS_OF_DUMP,
  ...TOOLS_OF_INTERVENTION,
  ...TOOLS_OF_EVAL,
  measureCallRate,
  traceCalls,
  traceProcess,
  getSenders,
  startTrace,
  readTrace,
  stopTrace,
  captureLogs,
  profile,
  watchSystem,
];
