/**
 * Errors of the command line.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode CliError}. */
export type CliErrorCode =
  /** No such command. */
  | "unknown_command"
  /** No such option, or not one of this command. */
  | "unknown_option"
  /** An option or argument with a value that is not allowed. */
  | "bad_value"
  /** The cookie file cannot be used. */
  | "bad_cookie_file"
  /** A TLS file cannot be read. */
  | "bad_tls_file"
  /** The config file cannot be used. */
  | "bad_config"
  /** The tokens file cannot be used. */
  | "bad_tokens_file"
  /** Deno does not permit what the command needs. */
  | "permission_denied";

/** Thrown for a wrong command line or an unusable file; exit status 2. */
export class CliError extends BeamtapError<CliErrorCode> {
  /** Name of the class. */
  override name = "CliError";
}

/** Returns the error for an option or argument with a value that is not allowed. */
export function badValue(message: string, hint?: string): CliError {
  return new CliError("bad_value", message, { hint });
}
