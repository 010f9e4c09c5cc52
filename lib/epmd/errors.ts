/**
 * Errors of asking an EPMD.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode EpmdError}. */
export type EpmdErrorCode =
  /** Nothing listens on EPMD's port. */
  | "epmd_refused"
  /** EPMD did not answer before the timeout. */
  | "epmd_timed_out"
  /** The host cannot be resolved or reached. */
  | "epmd_unreachable"
  /** Deno has no network permission for EPMD's address. */
  | "permission_denied"
  /** EPMD has no node of that name. */
  | "not_registered"
  /** What answered is not an EPMD. */
  | "epmd_malformed"
  /** The caller cancelled. */
  | "aborted";

/** Thrown when an EPMD cannot be asked, or does not know the node. */
export class EpmdError extends BeamtapError<EpmdErrorCode> {
  /** Name of the class. */
  override name = "EpmdError";
  /** With `not_registered`: the names EPMD does have, if it listed them. */
  readonly names?: readonly string[] | undefined;
}

/** Returns the error for something else that listens on EPMD's port. */
export function notEpmd(why: string, cause?: unknown): EpmdError {
  const message = `what answered is not an EPMD: ${why}`;
  const hint = "check the EPMD port (4369 unless ERL_EPMD_PORT says otherwise)";
  return new EpmdError("epmd_malformed", message, { cause, hint });
}
