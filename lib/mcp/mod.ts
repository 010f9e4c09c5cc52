/**
 * The Model Context Protocol server; only this layer imports the SDK.
 *
 * @module
 */

// The SDK's types that appear in this layer's own.
export type {
  InputRequiredResult,
  JSONRPCMessage,
  McpServer,
  Result,
  ServerContext,
  Transport,
} from "@modelcontextprotocol/server";
export type { Confirm } from "./approval.ts";
export { type Around } from "./exchange.ts";
export { type HttpOptions, serveHttp } from "./http.ts";
export type { ServerLimits } from "./http_server.ts";
export { HttpService, type ServiceOptions } from "./http_service.ts";
export { type GuardOptions, isLoopback } from "./http_guard.ts";
export { instructions, MAX_INSTRUCTIONS } from "./instructions.ts";
export {
  createServer,
  registerCatalogue,
  type ServerOptions,
} from "./server.ts";
export { serve, type ServeOptions } from "./serve.ts";
export { type StdioOptions, StdioTransport } from "./stdio.ts";
