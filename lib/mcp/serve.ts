/**
 * Serves one client over standard input and output, until the connection ends.
 *
 * @module
 */

import type { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { announce, Lists } from "./announce.ts";
import { createServer, type ServerOptions } from "./server.ts";
import { StdioTransport } from "./stdio.ts";

/** Options for {@linkcode serve}. */
export interface ServeOptions extends ServerOptions {
  /** Completes the registry, once the first answer is out. */
  readonly prepare: () => Promise<void>;
  /** Ends the connection immediately. */
  readonly signal?: AbortSignal;
  /** Called with errors between client and server, for logging. */
  readonly onError?: (error: Error) => void;
}

/** Serves until the client disconnects, the signal fires, or input has ended and all requests are answered. */
export async function serve(options: ServeOptions): Promise<void> {
  const { registry, principal } = options;
  using changes = new DisposableStack();
  const transport = new StdioTransport({
    async prepare(): Promise<void> {
      await options.prepare();
      const lists = new Lists(registry, principal);
      changes.use(registry.onChange(() => {
        const changed = lists.changed();
        if (mcp) announce(mcp, changed);
      }));
    },
  });
  let mcp: McpServer | undefined;
  const handle = serveStdio(() => mcp = createServer(options), {
    transport,
    onerror: (error) => options.onError?.(error),
  });
  options.signal?.addEventListener("abort", () => handle.close());
  await transport.closed;
}
