/**
 * The toolset `cluster`: how nodes see each other, and what differs between them.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { getCluster } from "./get_cluster.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_CLUSTER: readonly Tool[] = [getCluster];
