/**
 * What can go wrong between a host name and an open byte stream.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode NetError}. */
export type NetErrorCode =
  /** Deno was not given the network permission for this address. */
  | "permission_denied"
  /** The host name has no address. */
  | "name_not_resolved"
  /** Every address answered that nothing listens on the port. */
  | "connection_refused"
  /** No address answered in time. */
  | "connect_timed_out"
  /** No route to any address, or another failure of the network. */
  | "unreachable"
  /** The caller gave up. */
  | "aborted";

/** A connection could not be opened. */
export class NetError extends BeamtapError<NetErrorCode> {
  override name = "NetError";
}

/** Codes of {@linkcode TlsError}. */
export type TlsErrorCode =
  /** A certificate, key or fingerprint of ours that cannot be used; nothing was dialled. */
  | "bad_tls_material"
  /** No CA that we trust signed the node's certificate. */
  | "tls_untrusted"
  /** The node's certificate is past its dates, or not yet in them. */
  | "tls_expired"
  /** The node's certificate is for another host. */
  | "tls_wrong_host"
  /** The node's certificate is not the one that was pinned. */
  | "tls_wrong_fingerprint"
  /** The node demands a client certificate, or does not accept ours. */
  | "tls_client_certificate"
  /** What answered does not speak TLS. */
  | "tls_not_spoken"
  /** The TLS handshake got no answer in time. */
  | "tls_timed_out"
  /** Anything else: no common version or cipher, a broken record. */
  | "tls_failed"
  /** The caller gave up. */
  | "aborted";

/** A TLS stream could not be made, or broke for a reason of TLS. */
export class TlsError extends BeamtapError<TlsErrorCode> {
  override name = "TlsError";
}
