/**
 * Opens a TLS stream to a host.
 *
 * `node:tls`, because it does in one way what `Deno.connectTls` cannot do at
 * all (a pinned self-signed certificate, a name other than the host dialled, a
 * client certificate on top) and is the faster of the two.
 *
 * @module
 */

import { isIP } from "node:net";
import { checkServerIdentity, type TLSSocket } from "node:tls";
import { withDeadline } from "./deadline.ts";
import type { TlsError } from "./errors.ts";
import type { TcpOptions } from "./race.ts";
import { openTcp } from "./tcp.ts";
import { checkTlsConfig, type TlsConfig } from "./tls_config.ts";
import {
  brokenStream,
  failedHandshake,
  oldRuntime,
  refusedCertificate,
  type ShownCertificate,
  stoppedHandshake,
} from "./tls_failure.ts";
import { startTls } from "./tls_socket.ts";
import type { Transport } from "./transport.ts";

/** Where to connect to, and whom to trust there. */
export interface TlsOptions extends TcpOptions {
  /** The name or address that the peer's certificate must carry, unless `tls` gives another. */
  serverName: string;
  tls: TlsConfig;
  /** Told what the peer showed, before any of it is judged. */
  onCertificate?: ((shown: ShownCertificate) => void) | undefined;
}

/**
 * Connects, with TCP_NODELAY and keep-alive on, and checks the peer's
 * certificate; the TCP connection and the TLS handshake have `timeoutMs` each.
 *
 * A TLS 1.3 peer that refuses our certificate does so after the handshake: then
 * the first read fails, with the same {@linkcode TlsError}.
 *
 * @throws {TlsError} every code
 * @throws {NetError} every code
 */
export async function connectTls(options: TlsOptions): Promise<Transport> {
  const old = oldRuntime(Deno.version.deno);
  if (old) throw old;
  const tls = checkTlsConfig(options.tls);
  const conn = await openTcp(options);
  const { hostname, port } = conn.remoteAddr;
  const peer = {
    target: `${options.host}:${options.port}`,
    name: bare(tls.serverName ?? options.serverName),
    certified: tls.cert !== undefined,
  };
  const { socket, readable, writable, close } = startTls(conn, {
    host: peer.name,
    servername: isIP(peer.name) ? "" : peer.name,
    ...tls.ca !== undefined && { ca: tls.ca },
    ...tls.cert !== undefined && { cert: tls.cert },
    ...tls.key !== undefined && { key: tls.key },
    // Judged below, where the certificate is at hand to be named in the error.
    rejectUnauthorized: false,
  }, (cause) => brokenStream(cause, peer));
  try {
    await withDeadline(
      options,
      secured(socket, (cause) => failedHandshake(cause, peer)),
      (reason) => stoppedHandshake(reason, peer, options.timeoutMs),
    );
    const shown = certificateOf(socket);
    options.onCertificate?.(shown);
    const refusal = judge(socket, shown, tls, peer.name);
    if (refusal) throw refusedCertificate(refusal, shown, peer);
  } catch (error) {
    close();
    throw error;
  }
  return { kind: "tls", address: hostname, port, readable, writable, close };
}

/** Resolves once the handshake is over, whatever the certificate is worth. */
async function secured(
  socket: TLSSocket,
  explain: (cause: Error) => TlsError,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once("secureConnect", resolve);
  socket.once("error", (cause) => reject(explain(cause)));
  socket.once("close", () => reject(explain(new Error("closed"))));
  await promise;
}

function certificateOf(socket: TLSSocket): ShownCertificate {
  const shown = socket.getPeerCertificate();
  return {
    protocol: socket.getProtocol() ?? "TLS",
    subject: shown.subject?.CN ?? "",
    issuer: shown.issuer?.CN ?? "",
    altNames: shown.subjectaltname ?? "",
    validFrom: Date.parse(shown.valid_from),
    validTo: Date.parse(shown.valid_to),
    fingerprint: shown.fingerprint256 ?? "",
  };
}

/** The code for what is wrong with the peer's certificate, if anything is. */
function judge(
  socket: TLSSocket,
  shown: ShownCertificate,
  tls: TlsConfig,
  name: string,
): string | undefined {
  const { fingerprint, ca } = tls;
  if (fingerprint !== undefined && fingerprint !== shown.fingerprint) {
    return "PINNED";
  }
  // A pin alone is all that was asked for.
  if (fingerprint !== undefined && ca === undefined) return undefined;
  if (!socket.authorized) return `${socket.authorizationError}`;
  const mismatch = checkServerIdentity(name, socket.getPeerCertificate());
  return mismatch && "ERR_TLS_CERT_ALTNAME_INVALID";
}

/** Without the brackets and the zone that an IPv6 address may come with. */
function bare(name: string): string {
  return name.replace(/^\[(.*)\]$/, "$1").replace(/%.*$/, "");
}
