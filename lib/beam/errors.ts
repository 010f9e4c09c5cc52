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
  /** One node cannot ask another that it is not connected to. */
  | "not_connected"
  /** An answer that is too large to be passed on. */
  | "answer_too_large"
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
  /** The node runs no Elixir. */
  | "no_elixir"
  /** No ETS table of that name, or no more. */
  | "no_such_table"
  /** Only its owner can read the table. */
  | "private_table"
  /** The text is no term. */
  | "bad_term"
  /** The node has no such atom, so nothing there can hold it. */
  | "no_such_atom"
  /** No match pattern for rows of a table. */
  | "bad_pattern"
  /** So large a table is not scanned unless forced. */
  | "scans_table"
  /** So large a state, mailbox or row is not copied unless forced. */
  | "too_large"
  /** So many messages are not copied unless forced. */
  | "too_many_messages"
  /** No OTP process, so it has no state to tell. */
  | "not_otp"
  /** The process is at work, or hung, and cannot be asked. */
  | "process_busy"
  /** The process did not tell its state. */
  | "no_state"
  /** The path leads nowhere. */
  | "no_such_path"
  /** The environment of the application has no such key. */
  | "no_such_key"
  /** The release of the node is too old for it. */
  | "not_supported"
  /** So many functions are not traced at a time. */
  | "too_many_functions"
  /** The emulator does not trace the function. */
  | "not_traceable"
  /** Somebody else traces, and only one can. */
  | "traced_by_others"
  /** A function that is called so often is not traced. */
  | "called_too_often"
  /** The node, or an application, would not live without the process. */
  | "protected_process"
  /** Suspended by us before. */
  | "already_suspended"
  /** Not suspended by us. */
  | "not_suspended"
  /** The level cannot be set there. */
  | "bad_level"
  /** No log handler of that name. */
  | "no_such_handler"
  /** No log handler of the node writes to a file. */
  | "no_log_file"
  /** The handler has no such rotated file. */
  | "no_such_file"
  /** A link, or something else that is no regular file, or one that cannot be opened. */
  | "not_readable"
  /** All dirty IO schedulers are held, so no file can be read. */
  | "dirty_io_busy"
  /** So many captures of log events run at a time. */
  | "too_many_captures"
  /** The supervisor has no child of that id. */
  | "no_such_child"
  /** Its supervisor would forget it. */
  | "temporary_child"
  /** The supervisor could not stop it, or not start it. */
  | "not_restarted"
  /** The nodes are not connected. */
  | "no_such_peer"
  /** The link that we ourselves use. */
  | "our_own_link"
  /** The node has too few atoms left. */
  | "atom_table_full"
  /** Source that cannot be read. */
  | "bad_source"
  /** Somebody else has the system monitor, and only one can. */
  | "watched_by_others"
  /** The release of the node cannot watch that. */
  | "not_watchable"
  /** Its release has a fault that this would meet. */
  | "unsafe_here"
  /** Somebody else took the counters of calls back. */
  | "counters_lost"
  /** Whether somebody else traces could not be found out. */
  | "traces_unknown"
  /** A module was loaded anew faster than its calls can be counted. */
  | "loaded_too_often"
  /** Somebody else has ended what counted. */
  | "count_ended"
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
  /** Name of the class. */
  override name = "BeamError";
}
