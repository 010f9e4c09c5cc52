/**
 * An HTTP/1.1 server that no client can use up: a cap on connections at which
 * those that do nothing make room, and deadlines for whatever must arrive.
 *
 * `Deno.serve` has neither, and takes no more connections for good once the
 * process has no file descriptor left; so this is on `node:http`.
 *
 * @module
 */

import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Options for {@linkcode HttpServer}. */
export interface ServerLimits {
  /** Open connections. @default {256} */
  readonly maxConnections?: number;
  /** How long the headers of a request may be, in bytes. @default {16_384} */
  readonly maxHeaderBytes?: number;
  /** How long headers may take to arrive, in ms. @default {10_000} */
  readonly timeoutMs?: number;
}

/** How long a connection may stay without a request, in ms. */
const KEEP_ALIVE_MS = 60_000;

/** Requests of one connection that are not answered, or whose answers nobody reads. */
const MAX_PIPELINED = 8;

/** Hands requests to a function and its responses to clients. */
export class HttpServer {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #onError: (error: unknown) => void;
  readonly #limits: ServerLimits;
  /** Open connections with their requests under way, the one used last at the end. */
  readonly #connections = new Map<Socket, Set<IncomingMessage>>();
  #server: Server | undefined;

  /** Listens to nobody yet. */
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
   * Begins to listen; the port.
   *
   * @throws when the address cannot be had
   */
  async listen(hostname: string, port: number): Promise<number> {
    // Loaded here, since it takes 20 ms that standard input and output need not pay.
    const { createServer } = await import("node:http");
    const { timeoutMs = 10_000, maxHeaderBytes = 16_384 } = this.#limits;
    const server = createServer({
      maxHeaderSize: maxHeaderBytes,
      connectionsCheckingInterval: timeoutMs / 2,
    });
    server.headersTimeout = timeoutMs;
    server.requestTimeout = 2 * timeoutMs;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.on("connection", (socket: Socket) => this.#admit(socket));
    server.on("request", (incoming, response) => {
      this.#serve(incoming, response).catch((error: unknown) => {
        this.#onError(error);
        response.destroy();
      });
    });
    server.listen(port, hostname);
    await once(server, "listening");
    server.on("error", this.#onError);
    this.#server = server;
    const address = server.address();
    return typeof address === "object" && address ? address.port : port;
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    if (this.#server === undefined) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#connections.keys()) socket.destroy();
    await closed;
  }

  /** Makes room by ending what has done nothing for longest. */
  #admit(socket: Socket): void {
    this.#connections.set(socket, new Set());
    socket.on("close", () => this.#connections.delete(socket));
    socket.on("error", () => socket.destroy());
    const { maxConnections = 256 } = this.#limits;
    if (this.#connections.size <= maxConnections) return;
    // One whose request is still arriving does no more than one without any.
    const [idle = socket] = [...this.#connections]
      .find(([, requests]) => ![...requests].some((each) => each.complete)) ??
      [];
    this.#connections.delete(idle);
    idle.destroy();
  }

  async #serve(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const { socket } = incoming;
    const gone = new AbortController();
    outgoing.on("error", () => gone.abort());
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) gone.abort();
    });
    const requests = this.#connections.get(socket);
    if (requests === undefined || requests.size >= MAX_PIPELINED) {
      socket.destroy();
      return;
    }
    requests.add(incoming);
    this.#connections.delete(socket);
    this.#connections.set(socket, requests);
    try {
      const response = await this.#fetch(requestOf(incoming, gone.signal));
      await send(response, outgoing, gone.signal);
    } catch (error) {
      if (gone.signal.aborted) return;
      throw error;
    } finally {
      requests.delete(incoming);
    }
  }
}

/** The address that a request names is of no matter but its path. */
const BASE = "http://localhost";

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(URL.parse(url, BASE) ?? BASE, {
    method,
    headers,
    signal,
    ...hasBody && { body: ReadableStream.from<Uint8Array>(incoming) },
  });
}

/** Writes a response no faster than it is read. */
async function send(
  response: Response,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  outgoing.writeHead(
    response.status,
    Object.fromEntries(response.headers),
  );
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  const stop = (): void => void reader?.cancel().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    for (;;) {
      const { done, value } = await reader?.read() ?? { done: true };
      if (done || signal.aborted) break;
      if (!outgoing.write(value)) await once(outgoing, "drain", { signal });
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
  outgoing.end();
  if (!outgoing.writableFinished && !signal.aborted) {
    await once(outgoing, "finish", { signal });
  }
}
