/**
 * Tools that change which nodes beamtap knows, and nothing on a node.
 *
 * @module
 */

import type { Annotations } from "../../registry/mod.ts";

/** MCP annotations of such tools. */
export const CHANGES_KNOWN_NODES: Annotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
