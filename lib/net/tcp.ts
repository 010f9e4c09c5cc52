/**
 * Opens a plain TCP stream to a host.
 *
 * @module
 */

import { type Dialer, openFirst, type TcpOptions } from "./race.ts";
import type { Transport } from "./transport.ts";

const DIALER: Dialer<Deno.TcpConn> = {
  open: (hostname, port, signal) => Deno.connect({ hostname, port, signal }),
  discard: (conn) => conn.close(),
};

/**
 * Connects, with TCP_NODELAY and keep-alive on.
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
    // Disposing does not throw when the end of the stream has closed it already.
    close: () => conn[Symbol.dispose](),
  };
}

/** As {@linkcode connectTcp}, but gives the bare connection, for TLS to wrap. */
export async function openTcp(options: TcpOptions): Promise<Deno.TcpConn> {
  const conn = await openFirst(options, DIALER);
  conn.setNoDelay(true);
  conn.setKeepAlive(true);
  return conn;
}
