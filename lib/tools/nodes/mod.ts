/**
 * The toolset `nodes`: which nodes there are, and how each is doing.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { compare } from "./compare.ts";
import { connectNode } from "./connect_node.ts";
import { disconnectNode } from "./disconnect_node.ts";
import { getNodeInfo } from "./get_node_info.ts";
import { listNodes } from "./list_nodes.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_NODES: readonly Tool[] = [
  listNodes,
  connectNode,
  disconnectNode,
  getNodeInfo,
  compare,
];
