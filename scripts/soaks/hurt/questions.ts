/**
 * What is asked of a hostile node: every tool of the catalogue, at least once.
 *
 * @module
 */

import { PROCESS_SECTIONS } from "../../../lib/tools/processes/get_process.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { type Args, LOOKS } from "../../../tests/support/inspection.ts";
import type { HostileNode } from "./nodes.ts";

/** One call of a tool. */
export interface Question {
  readonly tool: string;
  readonly args: Args;
  /** The argument that takes the last session. */
  readonly session?: "session" | "follow";
}

/** Calls of a node that gets no link: all end in the same place. */
const UNLINKED = 10;
/** What nobody has to wait for, in ms. */
const BRIEF = 150;

/** The tools that take a process, with what else they need. */
const OF_A_PROCESS: readonly (readonly [string, Args])[] = [
  ["get_process", { sections: PROCESS_SECTIONS }],
  ["get_process_graph", { kind: "links" }],
  ["get_process_graph", { kind: "monitors" }],
  ["get_process_graph", { kind: "wait_for" }],
  ["get_process_graph", { kind: "spawned" }],
  ["get_process_state", {}],
  ["get_process_state", { view: "status" }],
  ["get_mailbox", {}],
  ["get_mailbox", { view: "sample" }],
  ["list_ets", {}],
  ["list_ports", {}],
  ["trace_process", { duration_ms: BRIEF }],
  ["trace_process", {
    duration_ms: BRIEF,
    events: ["send", "receive", "garbage_collection"],
    module: "t_hurt",
  }],
  ["get_senders", { duration_ms: BRIEF }],
  ["get_child_specs", {}],
  ["get_child_specs", { arguments: true }],
  ["collect_garbage", {}],
  ["suspend_process", { duration_ms: 2000 }],
  ["resume_process", {}],
  ["restart_child", { child: "kernel_refc", dry_run: true }],
];

/** Calls that watch for a time. */
const WATCHES: readonly (readonly [string, Args])[] = [
  ["measure_call_rate", { module: "t_hurt", window_ms: BRIEF }],
  ["trace_calls", {
    module: "t_hurt",
    function: "calm",
    duration_ms: BRIEF,
  }],
  ["trace_calls", {
    module: "t_hurt",
    function: "calm",
    match: "[A, B] when A =/= 1, B =/= 1",
    duration_ms: BRIEF,
  }],
  ["trace_calls", { module: "t_reload", duration_ms: BRIEF }],
  ["profile", { duration_ms: BRIEF }],
  ["profile", { module: "t_hurt", duration_ms: BRIEF }],
  ["profile", { module: "t_reload", duration_ms: BRIEF }],
  ["capture_logs", { duration_ms: 400 }],
  ["capture_logs", { duration_ms: 400, text: "event" }],
  ["watch_system", { duration_ms: BRIEF, large_heap_bytes: 1_000_000 }],
];

/** Calls that go on after their answer, and those that end them. */
const SESSIONS: readonly Question[] = [
  {
    tool: "start_trace",
    args: { module: "t_hurt", function: "calm", duration_ms: 20_000 },
  },
  { tool: "read_trace", args: {}, session: "session" },
  { tool: "stop_trace", args: {}, session: "session" },
  {
    tool: "capture_logs",
    args: { follow: "new", duration_ms: 400 },
  },
  { tool: "capture_logs", args: { duration_ms: 400 }, session: "follow" },
  // Left open: they end with the link.
  {
    tool: "start_trace",
    args: { module: "t_reload", duration_ms: 60_000 },
  },
];

/** Calls that change something, on targets that they may change. */
const CHANGES: readonly (readonly [string, Args])[] = [
  ["set_app_env", { application: "kernel", key: "t_key", value: "1" }],
  ["set_log_level", { module: "lists", level: "debug", duration_ms: 60_000 }],
  ["disconnect_peer", { peer: "nobody@nowhere" }],
  ["call_function", { module: "lists", function: "sum", arguments: "[[1]]" }],
  ["call_function", {
    module: "lists",
    function: "sum",
    arguments: "[[1]]",
    dry_run: true,
  }],
  ["evaluate", { source: "1 + 1" }],
  ["evaluate", { source: "1 + 1", dry_run: true }],
];

/** All calls for a node, in order. */
export function questionsFor(node: HostileNode): Question[] {
  const looks = LOOKS.filter(({ windowed }) => !windowed)
    .map(({ tool, args }) => ({ tool: tool.name, args }));
  const windowed = LOOKS.filter(({ windowed }) => windowed)
    .filter(({ tool }, index, all) =>
      all.findIndex((other) => other.tool === tool) === index
    )
    .map(({ tool, args }) => ({
      tool: tool.name,
      args: { ...args, window_ms: BRIEF },
    }));
  const asked = ["t_plain", ...node.asked ?? node.lives ?? []];
  const all: Question[] = [
    { tool: "list_nodes", args: {} },
    ...looks.map(({ tool, args }) =>
      tool === "get_schedulers" || tool === "get_limits"
        ? { tool, args: { ...args, window_ms: BRIEF } }
        : { tool, args }
    ),
    ...windowed,
    ...asked.flatMap((process) =>
      OF_A_PROCESS.map(([tool, args]) => ({ tool, args: { process, ...args } }))
    ),
    ...asked.map((name) => ({
      tool: "profile",
      args: { processes: [name], duration_ms: BRIEF, waiting: true },
    })),
    ...asked.map((root) => ({ tool: "get_supervision_tree", args: { root } })),
    ...(node.tables ?? []).flatMap((table) => [
      { tool: "read_ets", args: { table } },
      { tool: "read_ets", args: { table, limit: 100 } },
      {
        tool: "read_ets",
        args: { table, key: table === "t_bag" ? "key" : "1" },
      },
      { tool: "read_ets", args: { table, match: "{'_', '_'}" } },
    ]),
    { tool: "get_app_env", args: { application: "t_application" } },
    { tool: "get_module", args: { module: "t_reload" } },
    { tool: "get_docs", args: { module: "t_reload", function: "f" } },
    ...WATCHES.map(([tool, args]) => ({ tool, args })),
    ...SESSIONS,
    ...CHANGES.map(([tool, args]) => ({ tool, args })),
    ...asked.map((process) => ({
      tool: "stop_process",
      args: { process, timeout_ms: 500 },
    })),
  ];
  const once = node.slow
    ? all.filter(({ tool }, index) =>
      all.findIndex((other) => other.tool === tool) === index
    )
    : all;
  return [...node.unlinked ? once.slice(0, UNLINKED) : once, ...LAST];
}

const LAST: readonly Question[] = [
  { tool: "connect_node", args: {} },
  { tool: "disconnect_node", args: {} },
];

/** Tools of the catalogue for nodes that no call covers. */
export function forgotten(): string[] {
  const called = new Set(
    questionsFor({ name: "any" }).map(({ tool }) => tool),
  );
  return TOOLS.filter(({ place }) => place === undefined)
    .map(({ name }) => name).filter((name) => !called.has(name));
}
