/**
 * Tells clients that what they may use has changed.
 *
 * @module
 */

import type { McpServer } from "@modelcontextprotocol/server";

/** Tells the client of a server that lists may have changed. */
export function announce(mcp: McpServer): void {
  if (!mcp.isConnected()) return;
  mcp.sendToolListChanged();
  mcp.sendPromptListChanged();
  mcp.sendResourceListChanged();
}
