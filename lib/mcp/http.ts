/**
 * Serves MCP over Streamable HTTP.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { bracketed } from "../net/mod.ts";
import { PATH } from "./http_guard.ts";
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
}

/** How long to wait for calls in progress when stopping, in ms. */
const DRAIN_MS = 30_000;

/** How long to wait for clients to read answers when stopping, in ms. */
const CLOSE_MS = 2000;

/**
 * Serves until the signal fires and all requests are answered.
 *
 * @throws {BeamtapError} `cannot_listen`
 */
export async function serveHttp(options: HttpOptions): Promise<void> {
  const { hostname, signal, onListen, onError } = options;
  using service = new HttpService(options);
  const server = new HttpServer(
    (request) => service.fetch(request),
    (error) =>
      onError?.(error instanceof Error ? error : new Error(String(error))),
    options,
  );
  const port = await server.listen(hostname, options.port).catch((cause) => {
    throw new BeamtapError(
      "cannot_listen",
      `cannot listen on ${hostname} port ${options.port}: ${cause.message}`,
      {
        cause,
        hint: "choose another address, or stop the program that listens there",
      },
    );
  });
  onListen?.(`http://${bracketed(hostname)}:${port}${PATH}`);
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => stop());
  if (!signal.aborted) await stopped;
  await inTime(service.drain(), DRAIN_MS);
  await inTime(service.close().then(() => server.finish()), CLOSE_MS);
  await inTime(server.close(), CLOSE_MS);
}

/** Waits for work, for at most `ms`. */
async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
