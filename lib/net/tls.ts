/**
 * Opens a TLS stream to a host.
 *
 * Uses `node:tls`, because `Deno.connectTls` cannot pin a self-signed certificate
 * or expect a name other than the host's, and is slower.
 *
 * @module
 */

import type { TLSSocket } from "node:tls";
import { withDeadline } from "./deadline.ts";
import type { TlsError } from "./errors.ts";
import { openTcp, type TcpOptions, type Transport } from "./tcp.ts";
import { ipFamily } from "./resolve.ts";
import { checkTlsConfig, type TlsConfig } from "./tls_config.ts";
import * as failure from "./tls_failure.ts";
import { startTls } from "./tls_socket.ts";

/** Where to connect to, and whom to trust there. */
export interface TlsOptions extends TcpOptions {
  /** The name or address the peer's certificate must contain, unless `tls.serverName` is set. */
  serverName: string;
  /** What to trust, and our own certificate. */
  tls: TlsConfig;
  /** Called with the peer's certificate, before it is checked. */
  onCertificate?: ((shown: failure.ShownCertificate) => void) | undefined;
}

/**
 * Connects over TLS and checks the peer's certificate; `timeoutMs` applies to the
 * TCP connection and to the TLS handshake, separately.
 *
 * A TLS 1.3 peer rejects our certificate only after the handshake: in that case
 * the first read fails with the {@linkcode TlsError}.
 *
 * @throws {TlsError} every code
 * @throws {NetError} every code
 */
export async function connectTls(options: TlsOptions): Promise<Transport> {
  const old = failure.oldRuntime(Deno.version.deno);
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
    servername: ipFamily(peer.name) ? "" : peer.name,
    ...tls.ca !== undefined && { ca: tls.ca },
    ...tls.cert !== undefined && { cert: tls.cert },
    ...tls.key !== undefined && { key: tls.key },
    // Checked below, where the error can quote the certificate.
    rejectUnauthorized: false,
  }, (cause) => failure.brokenStream(cause, peer));
  try {
    await withDeadline(
      options,
      secured(socket, (cause) => failure.failedHandshake(cause, peer)),
      (reason) => failure.stoppedHandshake(reason, peer, options.timeoutMs),
    );
    const shown = certificateOf(socket);
    options.onCertificate?.(shown);
    const refusal = judge(socket, shown, tls, peer.name);
    if (refusal) throw failure.refusedCertificate(refusal, shown, peer);
  } catch (error) {
    close();
    throw error;
  }
  return { kind: "tls", address: hostname, port, readable, writable, close };
}

/** Resolves when the handshake is done; the certificate is not checked yet. */
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

function certificateOf(socket: TLSSocket): failure.ShownCertificate {
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

/** Returns OpenSSL's or Node.js's code for what is wrong with the peer's certificate, if anything. */
function judge(
  socket: TLSSocket,
  shown: failure.ShownCertificate,
  tls: TlsConfig,
  name: string,
): string | undefined {
  const { fingerprint, ca } = tls;
  if (fingerprint !== undefined && fingerprint !== shown.fingerprint) {
    return "PINNED";
  }
  // With a fingerprint and no CA, the fingerprint is the only check.
  if (fingerprint !== undefined && ca === undefined) return undefined;
  if (!socket.authorized) return `${socket.authorizationError}`;
  const mismatch = process.getBuiltinModule("node:tls")
    .checkServerIdentity(name, socket.getPeerCertificate());
  return mismatch && "ERR_TLS_CERT_ALTNAME_INVALID";
}

/** Strips the brackets and the zone of an IPv6 address. */
function bare(name: string): string {
  return name.replace(/^\[(.*)\]$/, "$1").replace(/%.*$/, "");
}
