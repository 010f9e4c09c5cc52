/**
 * What the error codes of the command line mean, for the reference and `beamtap help CODE`.
 *
 * @module
 */

import type { Advice } from "../tools/mod.ts";
import type { CliErrorCode } from "./errors.ts";

/** The codes that only the command line has. */
export const CLI_ERRORS: Readonly<
  Record<Exclude<CliErrorCode, "permission_denied">, Advice>
> = {
  unknown_command: ["No such command.", "`beamtap help` lists them."],
  unknown_option: [
    "No such option, or not one of this command.",
    "`beamtap help COMMAND` lists its options.",
  ],
  bad_value: [
    "A value that the option or argument does not take.",
    "The message says what it takes.",
  ],
  bad_cookie_file: [
    "The cookie file is missing, empty, or readable by others.",
    "Make a copy of your own: `install -m 600 FILE ~/.beamtap.cookie`.",
  ],
  bad_tls_file: [
    "A TLS file cannot be read.",
    "Check its path and its permissions.",
  ],
  bad_config: [
    "The config file cannot be used.",
    "The message says where; until then nothing is granted.",
  ],
  bad_tokens_file: [
    "The tokens file cannot be used.",
    "Only its owner may write to it; make tokens with `beamtap token new`.",
  ],
};
