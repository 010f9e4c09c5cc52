/**
 * The toolset `processes`: finding the process that matters among all.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { find } from "./find.ts";
import { getProcess } from "./get_process.ts";
import { getProcessGraph } from "./get_process_graph.ts";
import { groupProcesses } from "./group_processes.ts";
import { listProcesses } from "./list_processes.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_PROCESSES: readonly Tool[] = [
  listProcesses,
  groupProcesses,
  getProcess,
  getProcessGraph,
  find,
];
