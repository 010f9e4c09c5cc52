/**
 * The Model Context Protocol; nobody else imports its SDK.
 *
 * @module
 */

export type { Confirm } from "./approval.ts";
export { CATALOGUE } from "./catalogue/mod.ts";
export { McpError, type McpErrorCode } from "./errors.ts";
export { type Around } from "./exchange.ts";
export { type HttpOptions, serveHttp } from "./http.ts";
export { HttpService, type ServiceOptions } from "./http_service.ts";
export { isLoopback } from "./http_guard.ts";
export { instructions, MAX_INSTRUCTIONS } from "./instructions.ts";
export { createServer, type ServerOptions } from "./server.ts";
export { serve, type ServeOptions } from "./serve.ts";
export { type StdioOptions, StdioTransport } from "./stdio.ts";
