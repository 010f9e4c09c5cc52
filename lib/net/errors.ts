/**
 * Errors of opening a TCP or TLS stream.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode NetError}. */
export type NetErrorCode =
  /** Deno has no network permission for this address. */
  | "permission_denied"
  /** The host name has no address. */
  | "name_not_resolved"
  /** Every address refused the connection: nothing listens on the port. */
  | "connection_refused"
  /** No address answered before the timeout. */
  | "connect_timed_out"
  /** No route to any address, or another network failure. */
  | "unreachable"
  /** Not a destination for ssh. */
  | "bad_ssh_destination"
  /** ssh could not be started, did not log in, or its connection ended. */
  | "ssh_failed"
  /** The caller cancelled. */
  | "aborted";

/** Thrown when a connection cannot be opened. */
export class NetError extends BeamtapError<NetErrorCode> {
  /** Name of the class. */
  override name = "NetError";
}

/** Codes of {@linkcode TlsError}. */
export type TlsErrorCode =
  /** Our certificate, key or fingerprint is unusable; no connection was tried. */
  | "bad_tls_material"
  /** No CA that we trust signed the node's certificate. */
  | "tls_untrusted"
  /** The node's certificate has expired or is not yet valid. */
  | "tls_expired"
  /** The node's certificate is for another host. */
  | "tls_wrong_host"
  /** The node's certificate is not the pinned one. */
  | "tls_wrong_fingerprint"
  /** The node requires a client certificate, or rejects ours. */
  | "tls_client_certificate"
  /** The peer does not speak TLS. */
  | "tls_not_spoken"
  /** The peer did not answer the TLS handshake before the timeout. */
  | "tls_timed_out"
  /** Any other TLS failure: no common version or cipher, a corrupt record. */
  | "tls_failed"
  /** The caller cancelled. */
  | "aborted";

/** Thrown when a TLS handshake fails, or TLS breaks an open stream. */
export class TlsError extends BeamtapError<TlsErrorCode> {
  /** Name of the class. */
  override name = "TlsError";
}
