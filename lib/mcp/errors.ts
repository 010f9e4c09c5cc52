/**
 * Errors of serving MCP.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode McpError}. */
export type McpErrorCode =
  /** The address to listen on is not available. */
  "cannot_listen";

/** Thrown when MCP cannot be served. */
export class McpError extends BeamtapError<McpErrorCode> {
  /** Name of the class. */
  override name = "McpError";
}
