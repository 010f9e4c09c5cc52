/**
 * The catalogue: every tool, as data.
 *
 * @module
 */

import type { Tool } from "../registry/mod.ts";
import { getNodeInfo, listNodes } from "./nodes.ts";
import { getProcess, listProcesses } from "./processes.ts";

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [
  listNodes,
  getNodeInfo,
  listProcesses,
  getProcess,
];
