/**
 * The Model Context Protocol; nobody else imports its SDK.
 *
 * @module
 */

export { instructions, MAX_INSTRUCTIONS } from "./instructions.ts";
export { createServer, type ServerOptions } from "./server.ts";
export { serve, type ServeOptions } from "./serve.ts";
export { type StdioOptions, StdioTransport } from "./stdio.ts";
