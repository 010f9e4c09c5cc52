/**
 * The catalogue of hostile nodes.
 *
 * @module
 */

/** A node that is dangerous to inspect carelessly. */
export interface HostileNode {
  readonly name: string;
  /** More arguments for `erl`. */
  readonly args?: readonly string[];
  /** Limit on virtual memory, in KiB. */
  readonly virtualKib?: number;
  /** Like `+hmax`, but set once the node is up: not all releases start with a low value. */
  readonly heapWords?: number;
  /** Processes of `t_hurt` that exist before the link. */
  readonly lives?: readonly string[];
  /** Free atoms before the link. */
  readonly leavesBefore?: number;
  /** What starts once there is a link. */
  readonly then?: readonly string[];
  /** What is held or filled when there is a link, or a process that stands still from then on. */
  readonly holds?: "processes" | "ports" | "dirty" | {
    readonly process: string;
  };
  /** Free atoms once there is a link. */
  readonly leaves?: number;
  /** Processes to ask about, one by one. @default {those of the node} */
  readonly asked?: readonly string[];
  /** Tables that are read. */
  readonly tables?: readonly string[];
  /** Keys of processes' names are shared: an accepted risk, whose memory is shown and not judged. */
  readonly names?: boolean;
  /**
   * What the end of a process may cost, in MB, since OTP itself copies what it had registered:
   * a plain exit signal costs as much.
   */
  readonly endMb?: number;
  /** Answers are slow: each tool is called once, with a short timeout. */
  readonly slow?: boolean;
  /** Too full for a link, permanently. */
  readonly unlinked?: boolean;
  /** First release to which this applies. */
  readonly since?: number;
  /** First release to which this no longer applies. */
  readonly until?: number;
}

const SHARED = [
  "t_dictionary",
  "t_wide_dictionary",
  "t_stack",
  "t_state",
  "t_wide_state",
  "t_hidden_state",
  "t_hibernating",
  "t_statem",
  "t_messages",
  "t_wide_messages",
  "t_caller",
  "t_mirror",
] as const;

/** All of them. */
export const NODES: readonly HostileNode[] = [
  { name: "shared terms", lives: SHARED },
  {
    name: "shared terms, 4 GB",
    lives: SHARED,
    virtualKib: 4_000_000,
  },
  { name: "shared log metadata", lives: ["t_logger", "t_wide_logger"] },
  { name: "shared exit reasons", lives: ["t_last_words", "t_dying"] },
  { name: "format_status that shares", lives: ["t_status"] },
  { name: "shared child ids and arguments", lives: ["t_supervisor"] },
  { name: "keys in dictionaries", lives: ["t_keys", "t_key"] },
  // From 26.2 on names are read by key, which the README calls a risk.
  { name: "shared names", lives: ["t_names"], until: 26 },
  { name: "shared names", lives: ["t_wide_names"], names: true, since: 26 },
  { name: "shared labels", lives: ["t_label"], names: true, since: 27 },
  { name: "many binaries, monitors", lives: ["t_binaries", "t_monitors"] },
  {
    name: "large rows",
    lives: ["t_tables"],
    tables: [
      "t_wide_rows",
      "t_one_row",
      "t_compressed",
      "t_bag",
      "t_keys_table",
    ],
  },
  {
    name: "large settings and names",
    lives: ["t_settings"],
    // global and pg copy names of 16 MB several times.
    endMb: 128,
  },
  { name: "full process table", args: ["+P", "1024"], holds: "processes" },
  { name: "full port table", args: ["+Q", "1024"], holds: "ports" },
  { name: "full atom table", args: ["+t", "30000"], leaves: 3 },
  {
    name: "atom table full before",
    args: ["+t", "30000"],
    leavesBefore: 113,
    unlinked: true,
  },
  {
    name: "atom table with little left",
    args: ["+t", "30000"],
    leavesBefore: 3500,
  },
  {
    name: "+hmax 50000",
    heapWords: 50_000,
    then: ["t_walker"],
  },
  { name: "dirty schedulers held", holds: "dirty", slow: true },
  { name: "net_kernel hung", holds: { process: "net_kernel" } },
  { name: "code_server hung", holds: { process: "code_server" }, slow: true },
  { name: "logger hung", holds: { process: "logger" } },
  {
    name: "module reloaded in a loop",
    lives: ["t_reloader"],
  },
  { name: "spawn storm", lives: ["t_storm"], asked: ["t_flicker"] },
  {
    name: "one busy scheduler",
    args: ["+S", "1:1"],
    then: ["t_busy"],
    slow: true,
  },
  {
    name: "one scheduler, held",
    args: ["+S", "1:1"],
    then: ["t_holder"],
    slow: true,
  },
];
