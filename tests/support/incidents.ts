/**
 * Incidents: nodes with something wrong, and what the first answer of `check_health` must say
 * of each. Their modules have names that help nobody.
 *
 * @module
 */

import type { BeamOptions } from "./beam.ts";
import { loading, QUIET } from "./supervisors.ts";

/** A node with something wrong. */
export interface Incident {
  readonly name: string;
  /** The finding that names the culprit. */
  readonly finding: string;
  /** The module `m`, which exports everything and has `start/0`. */
  readonly source: string;
  /** What the answer must have in it; `PID` is what `m:pid/0` gives. */
  readonly says: readonly (string | RegExp)[];
  /** What it must have in it with the scope `data`, beside that. */
  readonly content?: readonly (string | RegExp)[];
  /** How long it takes to get bad, in ms. @default {1500} */
  readonly settleMs?: number;
  readonly node?: BeamOptions;
}

/** How to start the node of an incident. */
export function nodeOf({ source, node }: Incident): BeamOptions {
  const module = `-module(m).\n-compile([export_all, nowarn_export_all]).\n`;
  return {
    ...node,
    setup: [QUIET, loading(module + source), "m:start()"].join(", "),
  };
}

/** Those whose culprit is one process and its mailbox. */
export const INCIDENTS: readonly Incident[] = [{
  name: "a slow consumer",
  finding: "mailbox_growth",
  source: `
init(_) -> {ok, 0}.
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast({row, _} = R, S) -> put_away(R), {noreply, S + 1}.
put_away(_) -> timer:sleep(5), ok.
feed(P) -> [gen_server:cast(P, {row, I}) || I <- lists:seq(1, 20)], timer:sleep(10), feed(P).
start() -> {ok, P} = gen_server:start(m, [], []), persistent_term:put(m, P),
  [spawn(m, feed, [P]) || _ <- [1, 2]].
pid() -> persistent_term:get(m).
`,
  says: ["PID", "m:put_away/1", /growth_rate/, /messages\/s/],
  content: ["row"],
}, {
  name: "parts of large binaries that pin the whole",
  finding: "binary_leak",
  source: `
init(_) -> register(r1, self()), {ok, []}.
handle_call({packet, <<Id:100/binary, _/binary>>}, _, S) when length(S) < 3000 -> {reply, ok, [Id | S]};
handle_call(_, _, S) -> {reply, ok, S}.
feed(P) -> gen_server:call(P, {packet, binary:copy(<<(rand:uniform(255))>>, 65536)}), timer:sleep(1), feed(P).
start() -> {ok, P} = gen_server:start(m, [], []), spawn(m, feed, [P]).
`,
  says: ["r1", /binary_bytes/, /MB of binaries/],
}, {
  name: "a process for each request, that never ends",
  finding: "process_leak",
  source: `
accept(N) when N < 60000 -> [spawn(m, serve, [N]) || _ <- lists:seq(1, 20)], receive stop -> ok after 10 -> accept(N + 20) end;
accept(_) -> receive stop -> ok end.
serve(N) -> hang(make_ref()), N.
hang(R) -> receive R -> ok end.
start() -> register(a1, spawn(m, accept, [0])).
`,
  says: ["a1", "m:serve/1", "m:hang/1", "m:accept/1"],
}, {
  name: "a child that is restarted again and again",
  finding: "restart_loop",
  source: `
init(_) -> {ok, {#{strategy => one_for_one, intensity => 10000, period => 10}, [#{id => c1, start => {m, worker, []}}]}}.
worker() -> proc_lib:start_link(m, work, [self()]).
work(P) -> proc_lib:init_ack(P, {ok, self()}), timer:sleep(50), exit({no_use, econnrefused}).
keep() -> {ok, _} = supervisor:start_link({local, s1}, m, []), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: ["s1", "c1", /restart/],
  content: ["econnrefused"],
}, {
  name: "a heap whose collections take long",
  finding: "long_gc",
  source: `
init(_) -> register(h1, self()), self() ! churn, {ok, maps:from_list([{I, {I, "some data", [I, I]}} || I <- lists:seq(1, 1000000)])}.
handle_info(churn, S) ->
  _ = lists:foldl(fun(I, A) -> [{I, I} | A] end, [], lists:seq(1, 300000)),
  S1 = lists:foldl(fun(I, A) -> A#{I => {I, "new", [I]}} end, S, [rand:uniform(1000000) || _ <- lists:seq(1, 2000)]),
  erlang:send_after(20, self(), churn), {noreply, S1}.
start() -> {ok, _} = gen_server:start(m, [], []).
`,
  says: ["h1", "long_gc", "heap"],
}, {
  name: "carriers that a few binaries keep",
  finding: "fragmentation",
  source: `
hold() -> L = [binary:copy(<<I:8>>, 200 + (I * 37) rem 7000) || I <- lists:seq(1, 60000)],
  K = keep(L, 1, []), erlang:garbage_collect(), register(f1, self()), done(K).
keep([B | T], N, A) when N rem 20 =:= 0 -> keep(T, N + 1, [B | A]);
keep([_ | T], N, A) -> keep(T, N + 1, A);
keep([], _, A) -> A.
done(K) -> receive stop -> length(K) end.
start() -> spawn_opt(m, hold, [], [{fullsweep_after, 0}]), ready(whereis(f1)).
ready(undefined) -> timer:sleep(50), ready(whereis(f1));
ready(_) -> ok.
`,
  says: ["binary_alloc", "usage_ratio", "unused_bytes", "f1"],
}, {
  name: "a selective receive that searches a long mailbox",
  finding: "selective_receive",
  source: `
gate(N) -> receive {work, F} -> F ! done, gate(N + 1) end.
tick(P) -> P ! {work, self()}, receive done -> ok end, tick(P).
start() -> P = spawn(m, gate, [0]), register(g1, P), [P ! {tardy, I} || I <- lists:seq(1, 200000)], spawn(m, tick, [P]).
`,
  says: ["g1", "m:gate/1", "queue"],
  content: ["tardy"],
}, {
  name: "a child whose start never ends",
  finding: "stuck_start",
  source: `
init(_) -> {ok, {#{}, []}}.
child() -> proc_lib:start_link(m, await_service, [self()]).
await_service(_) -> receive {up, _} -> ok end.
keep() -> {ok, _} = supervisor:start_link({local, s2}, m, []), receive never -> ok end.
start() -> spawn(m, keep, []), timer:sleep(100),
  spawn(fun() -> supervisor:start_child(s2, #{id => late, start => {m, child, []}}) end).
`,
  says: ["s2", "m:await_service/1", "starting"],
}];
