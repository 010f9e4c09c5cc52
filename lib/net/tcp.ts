/**
 * Opens a plain TCP stream to whichever address of a host answers first, so that one
 * dead address does not delay the others (RFC 8305, "Happy Eyeballs").
 *
 * @module
 */

import { type Wait, withDeadline } from "./deadline.ts";
import { NetError } from "./errors.ts";
import { deniedError, resolve } from "./resolve.ts";

/** A connected stream. */
export interface Transport {
  /** What carries the bytes. */
  readonly kind: "tcp" | "tls";
  /** The address that answered, such as `127.0.0.1` or `::1`. */
  readonly address: string;
  /** The remote port. */
  readonly port: number;
  /** A byte stream: `getReader({ mode: "byob" })` works. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes to the peer. */
  readonly writable: WritableStream<Uint8Array>;
  /** Closes both directions; pending reads and writes fail. Never throws, even if called twice. */
  close(): void;
}

/** Where to connect to, and how long to try. */
export interface TcpOptions extends Wait {
  /** Host name or IPv4 or IPv6 address. */
  host: string;
  /** Port, 1 to 65535. */
  port: number;
  /** Called after each attempt with its address and result. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** Result of connecting to one address. */
export interface Attempt {
  /** The address, or the host name if that is all Deno permits. */
  readonly address: string;
  /** The port. */
  readonly port: number;
  /** Duration in ms. */
  readonly ms: number;
  /** Why it failed; absent if it succeeded. */
  readonly error?: Error;
}

/** Opens connections, and closes those that lost the race. */
export interface Connector<Conn> {
  /** Connects to one address. */
  open(address: string, port: number, signal: AbortSignal): Promise<Conn>;
  /** Closes a connection that is no longer needed. */
  discard(conn: Conn): void;
}

/** Delay before the next address is tried in parallel, in ms (RFC 8305). */
const STAGGER_MS = 250;

/**
 * Connects to a host; resolves its name unless `addresses` are given.
 *
 * @throws {NetError} every code
 */
export async function openFirst<Conn>(
  options: TcpOptions,
  connector: Connector<Conn>,
  addresses?: readonly string[],
): Promise<Conn> {
  const { host, port, signal } = options;
  // Checked first: without it, connecting would prompt on a terminal.
  if (!await isPermitted(host, port)) throw deniedError(target(host, port));
  const end = performance.now() + options.timeoutMs;
  const left = (): number => Math.max(1, end - performance.now());
  const found = addresses ??
    await permittedAddresses(host, port, { timeoutMs: left(), signal });
  const race = new Race(options, connector);
  return withDeadline(
    { timeoutMs: left(), signal },
    race.run(found),
    (reason) => race.stop(reason),
  );
}

/** Returns the host's addresses, or its name if Deno permits only that. */
async function permittedAddresses(
  host: string,
  port: number,
  wait: Wait,
): Promise<string[]> {
  let addresses: string[] = [];
  try {
    addresses = await resolve(host, wait);
  } catch (error) {
    if (!(error instanceof NetError && error.code === "permission_denied")) {
      throw error;
    }
  }
  const permitted = await Promise.all(
    addresses.map((address) => isPermitted(address, port)),
  );
  const usable = addresses.filter((_, index) => permitted[index]);
  return usable.length > 0 ? usable : [host];
}

async function isPermitted(host: string, port: number): Promise<boolean> {
  const { state } = await Deno.permissions.query({
    name: "net",
    host: target(host, port),
  });
  return state === "granted";
}

/** Formats `host:port`, with an IPv6 address in brackets. */
function target(host: string, port: number): string {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return bare.includes(":") ? `[${bare}]:${port}` : `${bare}:${port}`;
}

/** Tries addresses one after another, overlapping; the first to connect wins. */
class Race<Conn> {
  readonly #options: TcpOptions;
  readonly #connector: Connector<Conn>;
  readonly #controller = new AbortController();
  /** Start time of each running attempt, by address. */
  readonly #running = new Map<string, number>();
  readonly #errors: Error[] = [];

  constructor(options: TcpOptions, connector: Connector<Conn>) {
    this.#options = options;
    this.#connector = connector;
  }

  run(addresses: readonly string[]): Promise<Conn> {
    const { promise, resolve, reject } = Promise.withResolvers<Conn>();
    const waiting = [...new Set(addresses)];
    const { signal } = this.#controller;
    const startNext = (): void => {
      const address = waiting.shift();
      if (address === undefined || signal.aborted) return;
      this.#running.set(address, performance.now());
      const stagger = setTimeout(startNext, STAGGER_MS);
      this.#connector.open(address, this.#options.port, signal).then((conn) => {
        clearTimeout(stagger);
        if (signal.aborted) return this.#connector.discard(conn);
        this.#settle(address);
        this.#running.clear();
        this.#controller.abort();
        resolve(conn);
      }, (cause) => {
        clearTimeout(stagger);
        if (signal.aborted) return;
        const error = cause instanceof Error ? cause : new Error(`${cause}`);
        this.#errors.push(error);
        this.#settle(address, error);
        startNext();
        if (this.#running.size === 0) reject(this.#summary());
      });
    };
    startNext();
    return promise;
  }

  /** Stops all attempts and returns the error to report. */
  stop(reason: "timeout" | "abort"): NetError {
    const { host, port, timeoutMs } = this.#options;
    const at = target(host, port);
    const error = reason === "abort"
      ? new NetError("aborted", `connecting to ${at} was cancelled`)
      : new NetError(
        "connect_timed_out",
        `no answer from ${at} within ${timeoutMs} ms`,
        "a firewall drops the packets, the host is down, or the address is wrong",
      );
    for (const address of this.#running.keys()) {
      this.#settle(address, new Error("did not answer"));
    }
    this.#controller.abort();
    return error;
  }

  #settle(address: string, error?: Error): void {
    const start = this.#running.get(address) ?? 0;
    this.#running.delete(address);
    this.#options.onAttempt?.({
      address,
      port: this.#options.port,
      ms: performance.now() - start,
      ...(error && { error }),
    });
  }

  #summary(): NetError {
    const { host, port } = this.#options;
    const cause = this.#errors.at(-1);
    if (this.#errors.every(isRefusal)) {
      return new NetError(
        "connection_refused",
        `nothing listens on ${target(host, port)}`,
        { cause, hint: "check that the node is running, and its port" },
      );
    }
    return new NetError(
      "unreachable",
      `${target(host, port)} cannot be reached: ${cause?.message ?? "unknown"}`,
      { cause, hint: "check the address and the route to it" },
    );
  }
}

function isRefusal(error: Error): boolean {
  return "code" in error && error.code === "ECONNREFUSED";
}

const CONNECTOR: Connector<Deno.TcpConn> = {
  open: (hostname, port, signal) => Deno.connect({ hostname, port, signal }),
  discard: (conn) => conn.close(),
};

/**
 * Connects to a host, with TCP_NODELAY and keep-alive on.
 *
 * @throws {NetError} every code
 */
export async function connectTcp(options: TcpOptions): Promise<Transport> {
  const conn = await openTcp(options);
  return {
    kind: "tcp",
    address: conn.remoteAddr.hostname,
    port: conn.remoteAddr.port,
    readable: conn.readable,
    writable: conn.writable,
    // Unlike close(), disposing does not throw if the end of the stream has already closed it.
    close: () => conn[Symbol.dispose](),
  };
}

/** Connects like {@linkcode connectTcp}, but returns the raw connection for TLS to wrap. */
export async function openTcp(options: TcpOptions): Promise<Deno.TcpConn> {
  const conn = await openFirst(options, CONNECTOR);
  conn.setNoDelay(true);
  conn.setKeepAlive(true);
  return conn;
}
