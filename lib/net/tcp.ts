/**
 * Opens a plain TCP stream to whichever address of a host answers first, so that one
 * dead address does not delay the others (RFC 8305, "Happy Eyeballs"), or through an ssh
 * server.
 *
 * @module
 */

import { type Wait, withDeadline } from "./deadline.ts";
import { NetError } from "./errors.ts";
import { deniedError, resolve } from "./resolve.ts";
import type { SshDestination } from "./ssh_destination.ts";

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

/** A connection before TLS, if any: {@linkcode Deno.TcpConn}, or one through ssh. */
export interface RawConn extends Disposable {
  /** The address that answered. */
  readonly remoteAddr: Pick<Deno.NetAddr, "hostname" | "port">;
  /** A byte stream, in place of {@linkcode RawConn.read}. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes to the peer, in place of {@linkcode RawConn.write}. */
  readonly writable: WritableStream<Uint8Array>;
  /** Reads up to `into.length` bytes; returns `null` at the end. */
  read(into: Uint8Array): Promise<number | null>;
  /** Writes some of the bytes; returns how many. */
  write(bytes: Uint8Array): Promise<number>;
}

/** Where to connect to, and how long to try. */
export interface TcpOptions extends Wait {
  /** Host name or IPv4 or IPv6 address. */
  host: string;
  /** Port, 1 to 65535. */
  port: number;
  /** The ssh server that connects; `host` is what it is called there. */
  ssh?: SshDestination | undefined;
  /** Called after each attempt with its address and result. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** Result of connecting to one address. */
export interface Attempt {
  /** The address, or the host name if that is all Deno permits. */
  readonly address: string;
  /** The port. */
  readonly port: number;
  /** The ssh server that connected, if any. */
  readonly via?: string;
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
  const at = target(host, port);
  if (!await isPermitted(host, port)) throw deniedError(at);
  const end = performance.now() + options.timeoutMs;
  const left = (): number => Math.max(1, end - performance.now());
  const found = addresses ??
    await permittedAddresses(host, port, { timeoutMs: left(), signal });
  const stopper = new AbortController();
  return withDeadline(
    { timeoutMs: left(), signal },
    race(found, options, connector, stopper.signal),
    (reason) => {
      stopper.abort();
      return reason === "abort"
        ? new NetError("aborted", `connecting to ${at} was cancelled`)
        : new NetError(
          "connect_timed_out",
          `no answer from ${at} within ${options.timeoutMs} ms`,
          "a firewall drops the packets, the host is down, or the address is wrong",
        );
    },
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
export function target(host: string, port: number): string {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return `${bracketed(bare)}:${port}`;
}

/** Puts an IPv6 address into brackets. */
export function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** Tries addresses one after another, overlapping; the first to connect wins. Stops when `stop` fires. */
function race<Conn>(
  addresses: readonly string[],
  { host, port, onAttempt }: TcpOptions,
  connector: Connector<Conn>,
  stop: AbortSignal,
): Promise<Conn> {
  const { promise, resolve, reject } = Promise.withResolvers<Conn>();
  const over = new AbortController();
  const signal = AbortSignal.any([stop, over.signal]);
  const waiting = [...new Set(addresses)];
  /** Start time of each running attempt, by address. */
  const running = new Map<string, number>();
  const errors: Error[] = [];
  const settle = (address: string, error?: Error): void => {
    const ms = performance.now() - (running.get(address) ?? 0);
    running.delete(address);
    onAttempt?.({ address, port, ms, ...(error && { error }) });
  };
  stop.addEventListener("abort", () => {
    for (const address of running.keys()) {
      settle(address, new Error("did not answer"));
    }
  }, { once: true });
  const startNext = (): void => {
    const address = waiting.shift();
    if (address === undefined || signal.aborted) return;
    running.set(address, performance.now());
    const stagger = setTimeout(startNext, STAGGER_MS);
    connector.open(address, port, signal).then((conn) => {
      clearTimeout(stagger);
      if (signal.aborted) return connector.discard(conn);
      settle(address);
      running.clear();
      over.abort();
      resolve(conn);
    }, (cause) => {
      clearTimeout(stagger);
      if (signal.aborted) return;
      const error = cause instanceof Error ? cause : new Error(`${cause}`);
      errors.push(error);
      settle(address, error);
      startNext();
      if (running.size === 0) reject(summary(target(host, port), errors));
    });
  };
  startNext();
  return promise;
}

function summary(at: string, errors: readonly Error[]): NetError {
  const cause = errors.at(-1);
  return errors.every(isRefusal)
    ? new NetError("connection_refused", `nothing listens on ${at}`, {
      cause,
      hint: "check that the node is running, and its port",
    })
    : new NetError(
      "unreachable",
      `${at} cannot be reached: ${cause?.message ?? "unknown"}`,
      { cause, hint: "check the address and the route to it" },
    );
}

function isRefusal(error: Error): boolean {
  return "code" in error && error.code === "ECONNREFUSED";
}

const CONNECTOR: Connector<Deno.TcpConn> = {
  open: (hostname, port, signal) => Deno.connect({ hostname, port, signal }),
  discard: (conn) => conn.close(),
};

/**
 * Connects to a host, with TCP_NODELAY and keep-alive on, or through ssh.
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
export async function openTcp(options: TcpOptions): Promise<RawConn> {
  if (options.ssh) {
    const { openSsh } = await import("./ssh.ts");
    return await openSsh(options, options.ssh);
  }
  const conn = await openFirst(options, CONNECTOR);
  conn.setNoDelay(true);
  conn.setKeepAlive(true);
  return conn;
}
