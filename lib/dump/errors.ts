/**
 * Errors about crash dumps. None of them quotes the file: its path may lead to something
 * that is not a dump and not for the reader.
 *
 * @module
 */

import { BeamtapError } from "../bytes/mod.ts";

/** Codes of {@linkcode DumpError}. */
export type DumpErrorCode =
  /** Deno was started without the permission to read the file. */
  | "permission_denied"
  /** There is no such file. */
  | "no_such_file"
  /** The path is a folder, a pipe or a device. */
  | "not_a_file"
  /** The operating system refuses to read it. */
  | "unreadable"
  /** The file does not start as a crash dump does. */
  | "not_a_dump"
  /** The file has been replaced or has changed since it was opened. */
  | "changed"
  /** Somebody wants an end, or the time is over. */
  | "stopped"
  /** It would take more inflating than one question may cost. */
  | "too_far"
  /** The dump has no such process. */
  | "no_such_process";

/** Thrown when a crash dump cannot be read, or does not hold what is asked for. */
export class DumpError extends BeamtapError<DumpErrorCode> {
  /** Name of the class. */
  override name = "DumpError";
}
