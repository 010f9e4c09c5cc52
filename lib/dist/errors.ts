/**
 * What can go wrong on a distribution link.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";

/** Codes of {@linkcode DistError}. */
export type DistErrorCode =
  /** The peer closed before its status: a name it cannot use, or no Erlang node. */
  | "handshake_refused"
  /** `not_allowed`: our flags or our name are refused. */
  | "not_allowed"
  /** `nok`: a handshake under our name is already going on. */
  | "handshake_pending"
  /** `alive`: the target has a link under our name. */
  | "name_in_use"
  /** The peer closed right after our digest. */
  | "wrong_cookie"
  /** The peer's digest does not prove that it knows the cookie. */
  | "peer_unproven"
  /** Another node than the one dialled answered. */
  | "wrong_node"
  /** The peer lacks flags that beamtap relies on. */
  | "flags_missing"
  /** A step of the handshake took too long. */
  | "handshake_timed_out"
  /** The port speaks TLS and we did not. */
  | "tls_expected"
  /** The bytes received are not the distribution protocol. */
  | "protocol_error"
  /** The peer closed the link. */
  | "closed_by_peer"
  /** Nothing arrived for the peer's whole tick time. */
  | "peer_silent"
  /** The connection failed below the protocol. */
  | "connection_lost"
  /** We closed the link. */
  | "closed"
  /** The caller gave up. */
  | "aborted";

/** Options for {@linkcode DistError}. */
export interface DistErrorOptions extends BeamtapErrorOptions {
  /** The name of the node that answered. */
  answered?: string | undefined;
}

/** A link could not be made, or was lost. */
export class DistError extends BeamtapError<DistErrorCode> {
  /** Name of the class. */
  override name = "DistError";
  /** For `wrong_node`: the name of the node that answered. */
  readonly answered: string | undefined;

  /** An error of a link. */
  constructor(
    code: DistErrorCode,
    message: string,
    options: DistErrorOptions = {},
  ) {
    super(code, message, options);
    this.answered = options.answered;
  }
}
