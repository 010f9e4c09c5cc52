/**
 * The toolset `memory`: what uses the memory of a node, and what grows.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { getBinaryHolders } from "./get_binary_holders.ts";
import { getMemory } from "./get_memory.ts";
import { getMnesia } from "./get_mnesia.ts";
import { listEts } from "./list_ets.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_MEMORY: readonly Tool[] = [
  getMemory,
  listEts,
  getBinaryHolders,
  getMnesia,
];
