/**
 * Serves MCP over Streamable HTTP.
 *
 * @module
 */

import { McpError } from "./errors.ts";
import { MAX_HEADER_BYTES, PATH } from "./http_guard.ts";
import { HttpServer, type ServerLimits } from "./http_server.ts";
import { HttpService, type ServiceOptions } from "./http_service.ts";

/** Options for {@linkcode serveHttp}. */
export interface HttpOptions extends ServiceOptions, ServerLimits {
  /** Port to listen on; 0 for any free port. */
  readonly port: number;
  /** Stops the server after the requests in progress. */
  readonly signal: AbortSignal;
  /** Called with the URL once the server listens. */
  readonly onListen?: (url: string) => void;
  /** How long to wait for calls in progress when stopping, in ms. @default {30_000} */
  readonly drainMs?: number;
}

/** How long to wait for clients to read answers when stopping, in ms. */
const CLOSE_MS = 2000;

/**
 * Serves until the signal fires and all requests are answered.
 *
 * @throws {McpError} `cannot_listen`
 */
export async function serveHttp(options: HttpOptions): Promise<void> {
  const { hostname, signal, onListen, onError } = options;
  using service = new HttpService(options);
  const server = new HttpServer(
    (request) => service.fetch(request),
    (error) =>
      onError?.(error instanceof Error ? error : new Error(String(error))),
    { maxHeaderBytes: MAX_HEADER_BYTES, ...options },
  );
  const port = await listening(server, options);
  onListen?.(
    `http://${
      hostname.includes(":") ? `[${hostname}]` : hostname
    }:${port}${PATH}`,
  );
  await fired(signal);
  await inTime(service.drain(), options.drainMs ?? 30_000);
  await inTime(service.close().then(() => server.finish()), CLOSE_MS);
  await inTime(server.close(), CLOSE_MS);
}

async function listening(
  server: HttpServer,
  { hostname, port }: HttpOptions,
): Promise<number> {
  try {
    return await server.listen(hostname, port);
  } catch (cause) {
    throw new McpError(
      "cannot_listen",
      `cannot listen on ${hostname} port ${port}: ${
        cause instanceof Error ? cause.message : String(cause)
      }`,
      {
        cause,
        hint: "choose another address, or stop the program that listens there",
      },
    );
  }
}

async function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) =>
    signal.addEventListener("abort", resolve, { once: true })
  );
}

/** Waits for work, for at most `ms`. */
async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
