/**
 * An HTTP/1.1 server that no client can use up: a cap on connections at which
 * those that wait for their client make room, and deadlines for whatever must
 * arrive or be read.
 *
 * `Deno.serve` has neither, and takes no more connections for good once the
 * process has no file descriptor left; `node:http` has them, but not in every
 * runtime that executables are made of.
 *
 * @module
 */

import { delay } from "../net/mod.ts";
import { HttpConnection } from "./http_connection.ts";

/** Options for {@linkcode HttpServer}. */
export interface ServerLimits {
  /** Open connections; fewer where the process may not have so many. @default {1_024} */
  readonly maxConnections?: number;
  /** How long the head of a request may be, in bytes. @default {16_384} */
  readonly maxHeaderBytes?: number;
  /** How long a head may take to arrive, in ms. @default {10_000} */
  readonly timeoutMs?: number;
}

/** How long every client has for its next step before it makes room for others, in ms. */
const GRACE_MS = 250;

/** The share of the connections that used up all file descriptors which may stay. */
const AFFORDABLE = 3 / 4;

/** Fewer connections are never too many. */
const FEWEST = 32;

/** How long to wait after a connection could not be taken, in ms. */
const RETRY_MS = 50;

/** The share of connections that those have who were not served yet; beyond it, they make room first. */
const STRANGERS = 1 / 8;

/** Hands requests to a function and its responses to clients. */
export class HttpServer {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #onError: (error: unknown) => void;
  readonly #limits: ServerLimits;
  /** Every connection, with its end. */
  readonly #connections = new Map<HttpConnection, Promise<void>>();
  /** Those that wait for their client, with since when, for longest the first: who were served nothing yet. */
  readonly #strangers = new Map<HttpConnection, number>();
  /** And who were. */
  readonly #guests = new Map<HttpConnection, number>();
  #listener: Deno.TcpListener | undefined;
  #accepting: Promise<void> | undefined;
  #max: number;

  /** Listens to nobody yet. */
  constructor(
    fetch: (request: Request) => Promise<Response>,
    onError: (error: unknown) => void,
    limits: ServerLimits = {},
  ) {
    this.#fetch = fetch;
    this.#onError = onError;
    this.#limits = limits;
    this.#max = limits.maxConnections ?? 1024;
  }

  /**
   * Begins to listen; the port.
   *
   * @throws when the address cannot be had
   */
  listen(hostname: string, port: number): number {
    const listener = this.#listener = Deno.listen({ hostname, port });
    this.#accepting = this.#accept(listener);
    return listener.addr.port;
  }

  /** Takes no more connections, and waits until what is under way is answered. */
  async finish(): Promise<void> {
    this.#stop();
    for (const connection of this.#connections.keys()) connection.finish();
    await this.#ended();
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    this.#stop();
    for (const connection of this.#connections.keys()) connection.close();
    await this.#ended();
  }

  #stop(): void {
    this.#listener?.close();
    this.#listener = undefined;
  }

  async #ended(): Promise<void> {
    await this.#accepting;
    await Promise.all(this.#connections.values());
  }

  async #accept(listener: Deno.TcpListener): Promise<void> {
    while (this.#listener === listener) {
      try {
        const conn = await listener.accept();
        const hasRoom = await this.#hasRoom();
        if (hasRoom && this.#listener === listener) this.#serve(conn);
        else conn.close();
      } catch (error) {
        if (this.#listener !== listener) return;
        if (isOver(error)) continue;
        this.#onError(error);
        if (isOutOfDescriptors(error)) await this.#makeDo();
        await delay(RETRY_MS);
      }
    }
  }

  /** Gets by with fewer connections: without a descriptor left, nothing else would work either. */
  async #makeDo(): Promise<void> {
    const affordable = Math.floor(this.#connections.size * AFFORDABLE);
    this.#max = Math.min(this.#max, Math.max(affordable, FEWEST));
    await this.#hasRoom();
  }

  #serve(conn: Deno.TcpConn): void {
    const { maxHeaderBytes = 16_384, timeoutMs = 10_000 } = this.#limits;
    const connection = new HttpConnection(conn, {
      fetch: this.#fetch,
      onError: this.#onError,
      onWait: (waits) => this.#note(connection, waits),
      maxHeaderBytes,
      timeoutMs,
    });
    const ended = connection.run().finally(() => {
      this.#connections.delete(connection);
      this.#note(connection, false);
    });
    this.#connections.set(connection, ended);
  }

  #note(connection: HttpConnection, waits: boolean): void {
    const group = connection.hasServed ? this.#guests : this.#strangers;
    if (!waits) {
      this.#strangers.delete(connection);
      this.#guests.delete(connection);
    } else if (!group.has(connection)) {
      group.set(connection, performance.now());
    }
  }

  /** Ends what has waited for its client for longest, but not before that had its time; whether there is room then. */
  async #hasRoom(): Promise<boolean> {
    while (this.#connections.size >= this.#max) {
      const longest = this.#longest();
      if (longest === undefined) return false;
      const leftMs = longest.sinceMs + GRACE_MS - performance.now();
      if (leftMs > 0) {
        await delay(leftMs);
        continue;
      }
      longest.connection.close();
      await this.#connections.get(longest.connection);
    }
    return true;
  }

  #longest(): { connection: HttpConnection; sinceMs: number } | undefined {
    const areMany = this.#strangers.size > this.#max * STRANGERS;
    const [longest] = areMany || this.#guests.size === 0
      ? this.#strangers
      : this.#guests;
    if (longest === undefined) return undefined;
    const [connection, sinceMs] = longest;
    return { connection, sinceMs };
  }
}

/** Whether a client had gone before its connection was taken: the next may wait behind it. */
function isOver(error: unknown): boolean {
  return error instanceof Deno.errors.NotConnected ||
    error instanceof Deno.errors.ConnectionAborted ||
    error instanceof Deno.errors.ConnectionReset;
}

function isOutOfDescriptors(error: unknown): boolean {
  return error instanceof Error && "code" in error &&
    (error.code === "EMFILE" || error.code === "ENFILE");
}
