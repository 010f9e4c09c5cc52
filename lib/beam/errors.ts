/**
 * What can go wrong when a node is asked.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode BeamError}. */
export type BeamErrorCode =
  /** Not the text of a process. */
  | "bad_process"
  /** The pid of a process on another node. */
  | "foreign_pid"
  /** The process has ended, or never was. */
  | "no_such_process"
  /** Nothing is registered under that name. */
  | "no_such_name"
  /** A port has that name. */
  | "not_a_process"
  /** The process is inside native code, or too large to be looked at. */
  | "no_answer"
  /** The pid was seen before the node restarted. */
  | "stale_incarnation"
  /** Not a supervisor, though one is needed. */
  | "not_a_supervisor"
  /** An application without processes. */
  | "no_processes"
  /** No application of that name is loaded. */
  | "no_such_application"
  /** A supervisor that is at work, or hung, cannot be asked. */
  | "supervisor_busy"
  /** A supervisor of so many children is not asked unless forced. */
  | "too_many_children"
  /** No module of that name is loaded. */
  | "no_such_module"
  /** The module exports no such function. */
  | "no_such_function"
  /** The deadline came and nothing was known yet. */
  | "target_timeout"
  /** The probe took more memory than it may. */
  | "probe_killed"
  /** The probe raised an exception: a mistake of ours. */
  | "probe_crashed"
  /** The node sent something else than was asked for. */
  | "unexpected_answer";

/** A question that got no answer. */
export class BeamError extends BeamtapError<BeamErrorCode> {
  override name = "BeamError";
}
