/**
 * What can go wrong between us and an EPMD.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";

/** Codes of {@linkcode EpmdError}. */
export type EpmdErrorCode =
  /** Nothing listens on EPMD's port. */
  | "epmd_refused"
  /** No answer in time. */
  | "epmd_timed_out"
  /** The host cannot be resolved or reached. */
  | "epmd_unreachable"
  /** Deno was not given the network permission. */
  | "permission_denied"
  /** EPMD answered, but has no node of that name. */
  | "not_registered"
  /** What answered is not an EPMD. */
  | "epmd_malformed"
  /** The caller gave up. */
  | "aborted";

/** Options for {@linkcode EpmdError}. */
export interface EpmdErrorOptions extends BeamtapErrorOptions {
  /** The names that EPMD does have, where it was asked. */
  names?: readonly string[] | undefined;
}

/** An EPMD could not be asked, or does not know the node. */
export class EpmdError extends BeamtapError<EpmdErrorCode> {
  override name = "EpmdError";
  /** For `not_registered`: the names that EPMD does have. */
  readonly names: readonly string[] | undefined;

  /** An error of EPMD. */
  constructor(
    code: EpmdErrorCode,
    message: string,
    options: EpmdErrorOptions = {},
  ) {
    super(code, message, options);
    this.names = options.names;
  }
}
