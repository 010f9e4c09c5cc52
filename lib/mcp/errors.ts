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
  override name = "McpError";
}

/** What is wrong with a connection. */
export type HttpErrorCode =
  /** What was sent is not HTTP/1.1. */
  | "malformed"
  /** A head, or a line within a body, has no end. */
  | "too_large"
  /** The client went, or was ended. */
  | "client_gone";

/** A connection over which nothing more can be said. */
export class HttpError extends BeamtapError<HttpErrorCode> {
  override name = "HttpError";
}
