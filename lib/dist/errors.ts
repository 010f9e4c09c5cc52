/**
 * Errors of a distribution link.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode DistError}. */
export type DistErrorCode =
  /** The peer closed before its status: it cannot use our name, or is not an Erlang node. */
  | "handshake_refused"
  /** Status `not_allowed`: the peer refuses our flags or our name. */
  | "not_allowed"
  /** Status `nok`: another handshake under our name is in progress. */
  | "handshake_pending"
  /** Status `alive`: the peer already has a link under our name. */
  | "name_in_use"
  /** The peer closed right after our digest: the cookies most likely differ. */
  | "wrong_cookie"
  /** The peer's digest does not prove that it knows the cookie. */
  | "peer_unproven"
  /** A node with another name answered. */
  | "wrong_node"
  /** The peer lacks flags that beamtap requires. */
  | "flags_missing"
  /** A step of the handshake took too long. */
  | "handshake_timed_out"
  /** The port requires TLS and we did not use it. */
  | "tls_expected"
  /** The bytes received are not the distribution protocol. */
  | "protocol_error"
  /** The peer closed the link. */
  | "closed_by_peer"
  /** The peer sent nothing for its whole net tick time. */
  | "peer_silent"
  /** The connection failed below the protocol. */
  | "connection_lost"
  /** We closed the link. */
  | "closed"
  /** The caller cancelled. */
  | "aborted";

/** Thrown when a link cannot be established, or is lost. */
export class DistError extends BeamtapError<DistErrorCode> {
  /** Name of the class. */
  override name = "DistError";
  /** With `wrong_node`: the name of the node that answered. */
  readonly answered?: string;
}

/** Returns the error for a peer that sent what it must not. */
export function broken(what: string, cause?: unknown): DistError {
  return new DistError("protocol_error", `the peer sent ${what}`, { cause });
}
