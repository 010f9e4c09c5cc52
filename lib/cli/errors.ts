/**
 * The errors of the command line.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** What was wrong with the command line or its surroundings. */
export type CliErrorCode =
  | "unknown_command"
  | "unknown_option"
  | "bad_value"
  | "bad_cookie_file"
  | "bad_tls_file"
  | "bad_config"
  | "bad_tokens_file"
  | "permission_denied";

/** A command line that cannot be followed; shown in one line, exit status 2. */
export class CliError extends BeamtapError<CliErrorCode> {
  /** Name of the class. */
  override name = "CliError";
}
