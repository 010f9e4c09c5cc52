/**
 * Why MCP cannot be served, at all or to one client.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** What stands in the way of serving. */
export type McpErrorCode = "cannot_listen";

/** Nothing is served. */
export class McpError extends BeamtapError<McpErrorCode> {
  /** Name of the class. */
  override name = "McpError";
}
