/**
 * The toolset `runtime`: how busy a node is, how full, and what goes in and out.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { getLimits } from "./get_limits.ts";
import { getSchedulers } from "./get_schedulers.ts";
import { listPorts } from "./list_ports.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_RUNTIME: readonly Tool[] = [
  getSchedulers,
  getLimits,
  listPorts,
];
