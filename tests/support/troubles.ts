/**
 * Nodes in trouble: what is to be answered all the same, and what the answer must say.
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type BeamOptions, startBeam } from "./beam.ts";
import type { Args } from "./inspection.ts";
import { connect, evaluate, eventually } from "./remote.ts";
import { HUNG_TREE, loading, QUIET, T_SUP } from "./supervisors.ts";
import { callerOf } from "./tools.ts";

/** A question to a node in trouble. */
export interface Asked {
  readonly tool: string;
  readonly args: Args;
  /** In the text of the answer, or of the refusal. */
  readonly says: RegExp;
}

/** A node in trouble. */
export interface Trouble {
  readonly name: string;
  readonly node: BeamOptions;
  /** An expression that brings the trouble about once links are made, and modules loaded. */
  readonly begin?: string;
  readonly asked: readonly Asked[];
}

/** An application whose start never ends. */
const STUCK_APPLICATION = `
  ${
  loading(`
-module(t_stuck).
-export([start/2, stop/1]).
start(_, _) -> receive never -> ok end.
stop(_) -> ok.
`)
},
  application:load({application, slow, [{vsn, "1"}, {mod, {t_stuck, []}}]}),
  spawn(fun() -> application:start(slow) end), timer:sleep(100)`;

/**
 * `Stick` goes into native code for seconds. Some processes keep the other scheduler
 * awake meanwhile: it would sleep on, and leave what comes in to the one that is stuck.
 */
const NATIVE = `
  Tick = fun Tick() -> receive after 1 -> Tick() end end,
  [spawn(Tick) || _ <- lists:seq(1, 8)],
  Twin = fun Twin(0) -> a; Twin(N) -> X = Twin(N - 1), {X, X} end,
  Stick = fun() -> Twin(40) =:= Twin(40) end`;

const TWO_SCHEDULERS = ["+S", "2:2", "+sfwi", "20"];

/** `guarded`, with the worker `captive`, who sticks when told. */
const NATIVE_WORKER = `
  Captive = proc_lib:spawn(fun() -> receive go -> Stick() end end),
  register(captive, Captive),
  Top(guarded, #{}, [#{id => captive, start => {erlang, apply, [fun() -> link(Captive), {ok, Captive} end, []]}}])`;

/** `native`, a supervisor that sticks when the process `captive` is told. */
const NATIVE_SUPERVISOR = `
  Top(native, #{}, []),
  Child = #{id => stick, start => {erlang, apply, [Stick, []]}},
  register(captive, spawn(fun() -> receive go -> catch supervisor:start_child(native, Child) end end))`;

/** More to do than there are schedulers, for ever. */
const SATURATED =
  "[spawn(fun Busy() -> lists:seq(1, 100), Busy() end) || _ <- lists:seq(1, 2 * erlang:system_info(schedulers))]";

/** Every trouble. */
export const TROUBLES: readonly Trouble[] = [{
  name: "a hung supervisor and an application stuck in its start",
  node: { setup: [QUIET, T_SUP, HUNG_TREE, STUCK_APPLICATION].join() },
  asked: [
    { tool: "get_supervision_tree", args: {}, says: /\bhung\b.*proc_lib/s },
    {
      tool: "get_child_specs",
      args: { process: "hung" },
      says: /supervisor_busy.*proc_lib/s,
    },
    { tool: "list_applications", args: {}, says: /starting: slow/ },
    {
      tool: "get_application",
      args: { application: "slow" },
      says: /status[:=] ?starting/,
    },
    {
      tool: "get_process_state",
      args: { process: "hung" },
      says: /process_busy/,
    },
    {
      tool: "get_process",
      args: { process: "hung" },
      says: /proc_lib:sync_/,
    },
  ],
}, {
  name: "a worker inside native code, below a supervisor",
  node: {
    setup: [QUIET, T_SUP, NATIVE, NATIVE_WORKER].join(),
    args: TWO_SCHEDULERS,
  },
  begin: "captive ! go",
  asked: [
    {
      tool: "get_supervision_tree",
      args: { root: "guarded" },
      says: /silent/,
    },
    { tool: "list_processes", args: {}, says: /no_answer: .*</ },
    { tool: "list_applications", args: {}, says: /no_answer: .*</ },
    { tool: "get_process", args: { process: "captive" }, says: /native code/ },
    {
      tool: "get_process_state",
      args: { process: "captive" },
      says: /native code/,
    },
    {
      tool: "get_child_specs",
      args: { process: "guarded", force: true },
      says: /strategy/,
    },
  ],
}, {
  name: "a supervisor inside native code",
  node: {
    setup: [QUIET, T_SUP, NATIVE, NATIVE_SUPERVISOR].join(),
    args: TWO_SCHEDULERS,
  },
  begin: "captive ! go",
  asked: [
    {
      tool: "get_supervision_tree",
      args: { root: "native" },
      says: /troubled=1\n.*silent/s,
    },
    { tool: "get_child_specs", args: { process: "native" }, says: /no_answer/ },
  ],
}, {
  name: "a hung code server",
  node: { setup: QUIET },
  begin:
    "begin register(holder, spawn(fun() -> erlang:suspend_process(whereis(code_server)), receive never -> ok end end)), ok end",
  asked: [
    {
      tool: "get_process",
      args: { process: "code_server" },
      says: /status=suspended/,
    },
    { tool: "get_module", args: { module: "lists" }, says: /md5/ },
    {
      tool: "get_docs",
      args: { module: "lists", function: "map" },
      says: /has_docs/,
    },
    { tool: "list_modules", args: { text: "lists" }, says: /lists/ },
    {
      tool: "get_node_info",
      args: { sections: ["boot", "code_path"] },
      says: /otp_release/,
    },
  ],
}, {
  name: "a saturated node",
  node: { setup: SATURATED },
  asked: [
    {
      tool: "get_schedulers",
      args: { window_ms: 500 },
      says: /normal\s+\d+\s+\d+\s+(9\d|100)/,
    },
    { tool: "get_node_info", args: {}, says: /run_queue=\d/ },
    { tool: "list_processes", args: {}, says: /code_server/ },
    { tool: "get_supervision_tree", args: {}, says: /troubled=0/ },
    // Found process by process: supervisors of OTP 27 hibernate and are small.
    { tool: "get_memory", args: {}, says: /application_controller\s/ },
  ],
}];

/**
 * Starts such a node of a release, and asks it.
 *
 * @throws {Error} where an answer does not come, or does not say what it must
 */
export async function getInto(
  { node, begin, asked }: Trouble,
  erl = "erl",
): Promise<void> {
  await using target = await startBeam({ ...node, erl });
  await using remote = await connect(target);
  // What can be needed is loaded as long as that is possible.
  await createBeam(remote).run(preload, undefined, { timeoutMs: 20_000 });
  if (begin !== undefined) await evaluate(remote, begin);
  const call = callerOf(remote, TOOLS);
  for (const { tool, args, says } of asked) {
    // It takes a moment until a node is in trouble.
    await eventually(
      async () => {
        const { text } = await call(tool, args);
        return says.test(text) || `${tool}: ${text}`;
      },
      true,
      10_000,
    );
  }
}
