/**
 * Runs a `fetch` handler on `node:http`, which limits connections, headers and the
 * time for a request (since Deno 2.9); `Deno.serve` has none of these limits.
 *
 * @module
 */

import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { isDenoAtLeast } from "../net/mod.ts";
import { MAX_HEADER_BYTES } from "./http_guard.ts";

/** Options for {@linkcode HttpServer}. */
export interface ServerLimits {
  /** Maximum open connections. @default {1_024} */
  readonly maxConnections?: number;
  /** Maximum size of a request's first line and headers, in bytes. @default {16_384} */
  readonly maxHeaderBytes?: number;
  /** Timeout for a request to arrive, in ms. @default {10_000} */
  readonly timeoutMs?: number;
}

/** Default timeout for a request to arrive, in ms. */
export const DEFAULT_ARRIVAL_MS = 10_000;

/** How long an idle connection stays open after a response, in ms. */
const KEEP_ALIVE_MS = 5000;

/** Methods that `Request` does not accept. */
const FORBIDDEN_METHOD = /^(CONNECT|TRACE|TRACK)$/i;

/** A request target in absolute form (RFC 9112, section 3.2.2). */
const ABSOLUTE_TARGET = /^https?:\/\/([\w.:[\]-]+)(\/.*)$/i;

/** An HTTP/1.1 server with limits. */
export class HttpServer {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #onError: (error: unknown) => void;
  readonly #limits: ServerLimits;
  /** Connections without a request in progress. */
  readonly #idle = new Set<Socket>();
  #server: Server | undefined;

  /** Creates a server; {@linkcode HttpServer.listen} starts it. */
  constructor(
    fetch: (request: Request) => Promise<Response>,
    onError: (error: unknown) => void,
    limits: ServerLimits = {},
  ) {
    this.#fetch = fetch;
    this.#onError = onError;
    this.#limits = limits;
  }

  /**
   * Starts listening; returns the port.
   *
   * @throws {Error} if the address is not available
   */
  async listen(hostname: string, port: number): Promise<number> {
    // Imported here, because stdio, which most clients use, does not need it.
    const { createServer } = await import("node:http");
    const {
      maxHeaderBytes = MAX_HEADER_BYTES,
      timeoutMs = DEFAULT_ARRIVAL_MS,
    } = this.#limits;
    const server = createServer({
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      connectionsCheckingInterval: Math.ceil(timeoutMs / 10),
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
    server.maxConnections = this.#limits.maxConnections ?? 1024;
    server.on("connection", (socket) => {
      this.#idle.add(socket);
      socket.once("close", () => this.#idle.delete(socket));
    });
    server.on("request", (incoming, outgoing) => {
      this.#serve(incoming, outgoing).catch(this.#onError);
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, hostname, resolve);
    });
    server.removeAllListeners("error").on("error", this.#onError);
    this.#server = server;
    const address = server.address();
    return typeof address === "object" && address ? address.port : port;
  }

  /** Stops accepting connections and waits for the requests in progress. */
  async finish(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    // Node's closeIdleConnections() skips connections that never sent anything.
    for (const socket of this.#idle) socket.destroy();
    await closed;
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    const finished = this.finish();
    this.#server?.closeAllConnections();
    await finished;
  }

  async #serve(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const { socket } = incoming;
    const gone = new AbortController();
    this.#idle.delete(socket);
    outgoing.once("close", () => {
      gone.abort();
      if (!socket.destroyed) this.#idle.add(socket);
    });
    const request = requestOf(incoming, gone.signal);
    let response: Response;
    if (request === undefined) {
      response = new Response(null, { status: 400 });
    } else {
      try {
        response = await this.#fetch(request);
      } catch (error) {
        // A request that the client aborted is not an error.
        if (!gone.signal.aborted && !incoming.errored) this.#onError(error);
        response = new Response(null, { status: 500 });
      }
    }
    await this.#answer(response, outgoing, gone.signal);
    // Nobody will read the rest of the body.
    if (isCut(incoming)) incoming.destroy();
  }

  async #answer(
    response: Response,
    outgoing: ServerResponse,
    gone: AbortSignal,
  ): Promise<void> {
    const { status, headers, body } = response;
    if (gone.aborted) return await body?.cancel();
    if (!this.#server?.listening) headers.set("connection", "close");
    outgoing.writeHead(status, [...headers].flat());
    const reader = body?.getReader();
    gone.addEventListener("abort", () => reader?.cancel().catch(() => {}));
    try {
      for (let part; (part = await reader?.read())?.value;) {
        if (!outgoing.write(part.value)) await drained(outgoing);
      }
      outgoing.end();
    } catch (error) {
      // Abort, so that the client does not take a partial response for a complete one.
      outgoing.destroy();
      if (!gone.aborted) this.#onError(error);
    }
  }
}

/** Waits until the client has read enough, or has disconnected. */
async function drained(outgoing: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    outgoing.once("drain", resolve).once("close", resolve);
  });
}

/** Converts a request for `fetch`; returns `undefined` if `Request` cannot express it. */
function requestOf(
  incoming: IncomingMessage,
  signal: AbortSignal,
): Request | undefined {
  const { method = "GET", url: target = "", rawHeaders } = incoming;
  const [, host, path = target] = ABSOLUTE_TARGET.exec(target) ?? [];
  const url = URL.parse(`http://localhost${path}`);
  if (url === null || url.pathname !== path.split("?")[0]) return undefined;
  if (FORBIDDEN_METHOD.test(method)) return undefined;
  if (incoming.headers.host === undefined) return undefined;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  }
  if (host !== undefined) headers.set("host", host);
  if (/^(GET|HEAD)$/.test(method)) {
    return new Request(url, { method, headers, signal });
  }
  const body = ReadableStream.from(bytesOf(incoming));
  return new Request(url, { method, headers, signal, body });
}

/** Yields the body; throws if it is incomplete, where Node would just end it. */
async function* bytesOf(
  incoming: IncomingMessage,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield* incoming;
  if (isCut(incoming)) throw new Error("the request broke off");
}

/** Returns whether a request is incomplete; always `false` before Deno 2.9, which does not tell. */
function isCut(incoming: IncomingMessage): boolean {
  return isDenoAtLeast(2, 9) && !incoming.complete;
}
