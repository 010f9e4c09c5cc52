/**
 * What can go wrong when a node is asked.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode BeamError}. */
export type BeamErrorCode =
  /** The text is neither a pid nor a name. */
  | "bad_process"
  /** The pid of a process on another node. */
  | "foreign_pid"
  /** The process has ended or never existed. */
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
  /** The supervisor is busy or hung, and cannot be asked. */
  | "supervisor_busy"
  /** A supervisor with too many children to be asked without force. */
  | "too_many_children"
  /** No module of that name is loaded. */
  | "no_such_module"
  /** The module exports no such function. */
  | "no_such_function"
  /** The node runs no Elixir. */
  | "no_elixir"
  /** No such ETS table, or it was deleted. */
  | "no_such_table"
  /** Only its owner can read the table. */
  | "private_table"
  /** The text is not a term. */
  | "bad_term"
  /** The node has no such atom, so nothing there can hold it. */
  | "no_such_atom"
  /** Not a valid match pattern. */
  | "bad_pattern"
  /** A table too large to be scanned without force. */
  | "scans_table"
  /** A state, mailbox or row too large to be copied without force. */
  | "too_large"
  | "size_unknown"
  /** A mailbox with too many messages to be copied without force. */
  | "too_many_messages"
  /** Not an OTP process, so its state cannot be read. */
  | "not_otp"
  /** The process is busy or hung, and cannot be asked. */
  | "process_busy"
  /** The process did not return its state. */
  | "no_state"
  /** The path leads nowhere. */
  | "no_such_path"
  /** The environment of the application has no such key. */
  | "no_such_key"
  /** The release of the node is too old for it. */
  | "not_supported"
  /** Too many functions for one trace. */
  | "too_many_functions"
  /** The emulator does not trace the function. */
  | "not_traceable"
  /** Somebody else traces, and only one can. */
  | "traced_by_others"
  /** The function is called too often to be traced. */
  | "called_too_often"
  /** The node or an application would not survive without the process. */
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
  /** Not a regular file (a symbolic link, say), or one that cannot be opened. */
  | "not_readable"
  /** All dirty IO schedulers are held, so no file can be read. */
  | "dirty_io_busy"
  /** Too many log captures run at the same time. */
  | "too_many_captures"
  /** The supervisor has no child of that id. */
  | "no_such_child"
  /** A temporary child: stopped, its supervisor forgets it. */
  | "temporary_child"
  /** The supervisor could not stop it, or not start it. */
  | "not_restarted"
  /** The nodes are not connected. */
  | "no_such_peer"
  /** The link that we ourselves use. */
  | "our_own_link"
  /** The node has too few atoms left. */
  | "atom_table_full"
  /** The source has a syntax error. */
  | "bad_source"
  /** Somebody else has the system monitor, and only one can. */
  | "watched_by_others"
  /** The release of the node cannot watch this event. */
  | "not_watchable"
  /** A bug of its release makes this unsafe. */
  | "unsafe_here"
  /** Somebody else removed the call counters. */
  | "counters_lost"
  /** It could not be found out whether somebody else traces. */
  | "traces_unknown"
  /** A module was reloaded too often for its calls to be counted. */
  | "loaded_too_often"
  /** Somebody else ended the counting. */
  | "count_ended"
  /** The deadline passed before anything was known. */
  | "target_timeout"
  /** The probe exceeded its memory limit. */
  | "probe_killed"
  /** The probe raised an exception: a bug in beamtap. */
  | "probe_crashed"
  /** The node sent something else than was asked for. */
  | "unexpected_answer";

/** A question failed. */
export class BeamError extends BeamtapError<BeamErrorCode> {
  /** Name of the class. */
  override name = "BeamError";
}
