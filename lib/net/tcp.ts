/**
 * Opens a plain TCP stream to a host.
 *
 * @module
 */

import { type Connector, openFirst, type TcpOptions } from "./race.ts";
import type { Transport } from "./transport.ts";

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
