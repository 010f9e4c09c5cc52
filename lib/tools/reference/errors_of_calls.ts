/**
 * Errors of asking a node for something.
 *
 * @module
 */

import type { Table } from "./advice.ts";

const FORCE = "Read what the message says about the risk, then pass `force`.";
const LOOK_AGAIN = "It ended or was renamed: look it up again.";

/** A call, before any node is asked. */
export const CALLING = {
  unknown_tool: ["No such tool.", "`beamtap tools` lists them."],
  unknown_resource: [
    "Nothing can be read there.",
    "List resources and templates.",
  ],
  unknown_prompt: ["No such prompt.", "List prompts."],
  unknown_completion: ["Nothing completes that.", "Complete by hand."],
  invalid_arguments: [
    "An argument is missing, unknown or out of range.",
    "The message names it: `beamtap help TOOL` lists what it takes.",
  ],
  node_required: [
    "Several nodes are known and none was named.",
    "Pass `node`; `list_nodes` has their names.",
  ],
  stale_incarnation: [
    "The node has restarted since the pid was seen.",
    "Ask again for pids, and pass the new `incarnation`.",
  ],
  not_ready: [
    "beamtap still waits for the nodes of `--wait-for`.",
    "Try again, or find out with `beamtap doctor NODE` why one is missing.",
  ],
  not_audited: [
    "The call was not made, since the audit log cannot be written.",
    "Make room, or correct `--audit-file`.",
  ],
  cancelled: [
    "The client cancelled the call.",
    "Call again if you still need it.",
  ],
  busy: [
    "Too many calls, or open sessions, at the same time.",
    "Wait for the others; `stop_trace` ends sessions.",
  ],
  answer_too_large: [
    "The answer is larger than what can be passed on.",
    "Ask for less: filters, `limit`, `max_bytes`.",
  ],
  timed_out: [
    "The evaluation did not end in time and was killed.",
    "Raise `timeout_ms`, or do less.",
  ],
  out_of_memory: [
    "The evaluation used more memory than it may and was killed.",
    "Do less at a time.",
  ],
  internal_error: [
    "A bug in beamtap.",
    "Its log has the reference in the message: report it.",
  ],
} satisfies Table;

/** What was asked about. */
export const SUBJECTS = {
  bad_process: [
    "Neither a pid nor a name.",
    "Write `<0.93.0>` or a registered name.",
  ],
  foreign_pid: [
    "The pid of a process on another node.",
    "Ask that node, where the pid begins with `<0.`.",
  ],
  unknown_dump: [
    "No crash dump of that name is offered.",
    "The message names those that are; nodes that are killed leave none.",
  ],
  unreadable_dump: [
    "The file is no crash dump, or cannot be read.",
    "Copy it so that the user of beamtap may read it.",
  ],
  not_in_dump: [
    "A crash dump does not hold that, or beamtap would inflate too much for it.",
    "The message says what it has instead.",
  ],
  no_such_process: ["The process has ended or never existed.", LOOK_AGAIN],
  no_such_name: ["Nothing is registered under that name.", "Try `find`."],
  not_a_process: ["A port has that name.", "Ask `list_ports` about it."],
  not_connected: [
    "The node is not connected to the one to be asked through it.",
    "Name that node at start-up instead.",
  ],
  not_a_supervisor: [
    "Not a supervisor.",
    "`get_supervision_tree` lists supervisors.",
  ],
  no_processes: [
    "The application has no processes.",
    "It is a library, or not started: `list_applications`.",
  ],
  no_such_application: [
    "No application of that name is loaded.",
    "`list_applications` lists them.",
  ],
  supervisor_busy: [
    "The supervisor does not answer: it starts or stops a child.",
    "Try again; `get_process` shows what it does.",
  ],
  too_many_children: ["The supervisor has very many children.", FORCE],
  no_such_module: [
    "No module of that name is loaded.",
    "`list_modules` with `text`; it loads with the first call where code is loaded on demand.",
  ],
  no_such_function: [
    "The module has no such function.",
    "`get_module` lists its functions.",
  ],
  no_elixir: ["The node runs no Elixir.", "Use the tools for any node."],
  no_such_table: [
    "No such ETS table, or it was deleted.",
    "`list_ets` lists them.",
  ],
  private_table: [
    "Only its owner can read the table.",
    "`list_ets` has its size and owner.",
  ],
  bad_term: ["The text is not a term.", "The message points at the place."],
  no_such_atom: [
    "The node has no such atom, so nothing there can have that name.",
    "Check the spelling.",
  ],
  bad_pattern: [
    "Not a valid match pattern.",
    "The message points at the place.",
  ],
  scans_table: [
    "All rows of a large table would be read.",
    `Give the key. ${FORCE}`,
  ],
  too_large: ["Too large to be copied.", FORCE],
  size_unknown: ["Nothing bounds the size of the copy.", FORCE],
  too_many_messages: ["Too many messages to be copied.", FORCE],
  not_otp: [
    "Not an OTP process, so its state cannot be read.",
    "`get_process` shows its stack.",
  ],
  process_busy: ["The process does not take messages now.", "Try again."],
  no_state: [
    "The process did not return its state.",
    "Try again with a longer `timeout_ms`.",
  ],
  no_such_path: ["The path leads nowhere.", "Shorten it, and look from there."],
  no_such_key: [
    "The application's environment has no such key.",
    "`get_app_env` without `key` lists them.",
  ],
  not_supported: [
    "The node's OTP release is too old for it.",
    "The message names the release that has it.",
  ],
  no_log_file: [
    "No log handler of the node writes to a file.",
    "`capture_logs` shows events as they come.",
  ],
  no_such_handler: [
    "No log handler of that name.",
    "`get_log_config` lists them.",
  ],
  no_such_file: [
    "The handler has no such rotated file.",
    "`read_log` without `rotation` lists them.",
  ],
  not_readable: [
    "Not a regular file, or it cannot be opened.",
    "Check the file on the node's machine.",
  ],
  dirty_io_busy: [
    "All dirty IO schedulers are held, so no file can be read.",
    "`check_health` says who holds them.",
  ],
} satisfies Table;

/** Traces, counters and logs. */
export const WATCHING = {
  too_many_functions: ["Too many functions for one trace.", "Name a function."],
  not_traceable: [
    "The emulator does not trace that function.",
    "Trace its caller.",
  ],
  traced_by_others: [
    "Somebody else traces, and before OTP 27 only one can.",
    "End the other trace, or wait for it.",
  ],
  traces_unknown: [
    "It could not be found out whether somebody else traces.",
    "Try again.",
  ],
  called_too_often: [
    "The function is called too often to be traced.",
    "Select with `match`, sample with `interval_ms`, or count: `measure_call_rate`.",
  ],
  watched_by_others: [
    "Somebody else has the system monitor, and before OTP 28 only one can.",
    "Its events are in the node's log: `capture_logs`.",
  ],
  not_watchable: [
    "The node's OTP release cannot watch this event.",
    "Leave it out.",
  ],
  counters_lost: ["Somebody else removed the call counters.", "Try again."],
  loaded_too_often: [
    "A module was reloaded too often to be counted.",
    "Try again after the upgrade.",
  ],
  count_ended: ["Somebody else ended the counting.", "Try again."],
  too_many_captures: [
    "Too many log captures at the same time.",
    "`stop_trace` ends those in progress.",
  ],
  unsafe_here: [
    "A bug of the node's OTP release makes this unsafe.",
    "The message names the bug; another tool may do.",
  ],
} satisfies Table;

/** Changes. */
export const CHANGING = {
  protected_process: [
    "The node or an application would not survive without the process.",
    "Stop what depends on it in the proper way instead.",
  ],
  already_suspended: ["beamtap has suspended it before.", "`resume_process`."],
  not_suspended: [
    "Not suspended by beamtap.",
    "Who suspended it has to resume it.",
  ],
  bad_level: ["The level cannot be set there.", "The message lists levels."],
  no_such_child: [
    "The supervisor has no child of that id.",
    "`get_child_specs` lists ids.",
  ],
  temporary_child: [
    "A supervisor forgets a temporary child when it stops.",
    "`stop_process` ends it for good.",
  ],
  not_restarted: [
    "The supervisor could not stop or start the child.",
    "The message has the reason; the log has more.",
  ],
  no_such_peer: [
    "The two nodes are not connected.",
    "`get_cluster` lists connections.",
  ],
  our_own_link: [
    "It is the link that beamtap itself uses.",
    "`disconnect_node` ends that.",
  ],
  bad_source: ["The source has a syntax error.", "The message has the line."],
} satisfies Table;
