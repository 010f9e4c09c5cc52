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
  /** An expression that brings it about once the link is made and modules are loaded. */
  readonly begin?: string;
  /** What undoes it where the end of the node does not. */
  readonly end?: () => void;
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
}, {
  name: "servers that call each other in a ring",
  finding: "deadlock",
  source: `
init(Name) -> register(Name, self()), {ok, Name}.
handle_call(hello, _, S) -> {reply, ok, S}.
handle_cast({ask, Other}, S) -> timer:sleep(300), gen_server:call(Other, hello, infinity), {noreply, S}.
start() -> [gen_server:start(m, N, []) || N <- [d1, d2, d3]],
  gen_server:cast(d1, {ask, d2}), gen_server:cast(d2, {ask, d3}), gen_server:cast(d3, {ask, d1}).
`,
  says: ["d1", "d2", "d3", "wait for each other"],
}, {
  name: "callers in a convoy behind a server that waits for another",
  finding: "convoy",
  source: `
init(Name) -> register(Name, self()), {ok, Name}.
handle_call(get, _, w1) -> {reply, gen_server:call(w2, get, infinity), w1};
handle_call(get, _, w2) -> {reply, backend(make_ref()), w2}.
backend(R) -> receive {R, X} -> X end.
ask() -> gen_server:call(w1, get, infinity).
start() -> [gen_server:start(m, N, []) || N <- [w1, w2]], [spawn(m, ask, []) || _ <- lists:seq(1, 30)].
`,
  says: ["w1", "w2", "m:backend/1", /\b(29|30) processes wait/],
}, {
  name: "atoms made of input",
  finding: "atom_leak",
  source: `
make(N) -> [list_to_atom("sess_" ++ integer_to_list(I)) || I <- lists:seq(N, N + 20)], timer:sleep(20), make(N + 21).
start() -> register(maker, spawn(m, make, [0])).
`,
  says: ["sess_", /atoms grow by/, "limit of 1048576"],
}, {
  name: "an application whose start never ends",
  finding: "stuck_application",
  source: `
start(_, _) -> wait_for_licence().
stop(_) -> ok.
wait_for_licence() -> receive licence -> ok end.
start() -> application:load({application, ap1, [{vsn, "1"}, {mod, {m, []}}]}), spawn(fun() -> application:start(ap1) end).
`,
  says: ["ap1", "m:wait_for_licence/0"],
}, {
  name: "native code that keeps a scheduler to itself",
  finding: "held_scheduler",
  source: `
twin(0) -> a;
twin(N) -> X = twin(N - 1), {X, X}.
compare(A, B) -> false = A < B, timer:sleep(100), compare(A, B).
busy() -> lists:seq(1, 20000), receive after 2 -> busy() end.
start() -> register(n1, spawn(fun() -> compare(twin(26), twin(26)) end)), [spawn(m, busy, []) || _ <- [1, 2, 3]].
`,
  says: ["n1", /longest slice/, "m:compare/2"],
}, {
  name: "an ETS table that grows",
  finding: "table_growth",
  source: `
own() -> ets:new(tab1, [named_table, public]), register(e1, self()), receive stop -> ok end.
fill(N) -> [ets:insert(tab1, {{N, I}, lists:seq(1, 20)}) || I <- lists:seq(1, 40)], timer:sleep(10), fill(N + 1).
start() -> spawn(m, own, []), timer:sleep(50), spawn(m, fill, [0]).
`,
  says: ["tab1", "e1", /rows\/s/],
}, {
  name: "an ETS table whose rows hold binaries",
  finding: "table_growth",
  source: `
own() -> T = ets:new(tab2, []), register(e2, self()), fill(T, 0).
fill(T, N) -> ets:insert(T, {N, binary:copy(<<1>>, 20000)}), timer:sleep(5), fill(T, N + 1).
start() -> spawn(m, own, []).
`,
  says: ["tab2", "e2", /binaries that its rows hold/],
}, {
  name: "connections that are never closed",
  finding: "connection_leak",
  source: `
start() -> register(l1, spawn(fun() ->
  {ok, L} = gen_tcp:listen(0, [{backlog, 1000}]), {ok, Port} = inet:port(L),
  [{ok, _} = gen_tcp:connect("127.0.0.1", Port, []) || _ <- lists:seq(1, 150)], receive stop -> ok end end)).
`,
  says: ["l1", /\b15\d\b/, "tcp_inet"],
}, {
  name: "a file system that hangs",
  finding: "dirty_schedulers",
  source: `
read(Path) -> {ok, _} = prim_file:read_file(Path).
start() -> os:cmd("rm -f /tmp/beamtap_hung_" ++ os:getpid() ++ "; mkfifo /tmp/beamtap_hung_" ++ os:getpid()).
hang() -> Path = "/tmp/beamtap_hung_" ++ os:getpid(), [spawn(m, read, [Path]) || _ <- lists:seq(1, 30)],
  timer:sleep(200), spawn(fun() -> os:cmd("rm -f " ++ Path) end).
`,
  begin: "m:hang()",
  says: [/dirty io schedulers/, "m:read/1"],
}, {
  name: "native code on every dirty CPU scheduler",
  finding: "dirty_schedulers",
  source: `
crunch() -> erts_debug:dirty_cpu(wait, 60000).
start() -> [spawn(m, crunch, []) || _ <- lists:seq(1, 3 * erlang:system_info(dirty_cpu_schedulers))].
`,
  says: [/dirty cpu schedulers/, "m:crunch/0"],
}, {
  name: "processes that log in a loop",
  finding: "log_flood",
  source: `
shout() -> logger:error("no answer from ~p", [lists:seq(1, 60)]), shout().
start() -> logger:set_primary_config(level, notice), [register(N, spawn(m, shout, [])) || N <- [o1, o2]].
`,
  says: [/o[12]/, "m:shout/0", "default"],
}, {
  name: "a server stuck in a call that never returns",
  finding: "stuck_process",
  source: `
init(_) -> register(k1, self()), {ok, none}.
handle_cast(go, S) -> lost_reply(make_ref()), {noreply, S};
handle_cast({job, _}, S) -> {noreply, S}.
lost_reply(R) -> receive {R, X} -> X end.
start() -> {ok, P} = gen_server:start(m, [], []), gen_server:cast(P, go), [gen_server:cast(P, {job, I}) || I <- lists:seq(1, 200)].
`,
  says: ["k1", "m:lost_reply/1", "200"],
  content: ["job"],
}, {
  name: "a process that was suspended",
  finding: "suspended_process",
  source: `
loop() -> receive stop -> ok; _ -> loop() end.
start() -> register(v1, spawn(m, loop, [])), spawn(fun() -> erlang:suspend_process(whereis(v1)), [v1 ! hi || _ <- lists:seq(1, 9)], receive stop -> ok end end).
`,
  says: ["v1", "m:loop/0", "suspended"],
}, {
  name: "a server that sys:suspend left behind",
  finding: "stuck_process",
  source: `
init(_) -> register(y1, self()), {ok, none}.
handle_cast(_, S) -> {noreply, S}.
start() -> {ok, P} = gen_server:start(m, [], []), sys:suspend(P), [gen_server:cast(P, I) || I <- lists:seq(1, 100)].
`,
  says: ["y1", "sys:suspend_loop"],
}, {
  name: "an alarm that is set",
  finding: "alarm",
  source: `
start() -> application:start(sasl), alarm_handler:set_alarm({disk_almost_full, "/data"}).
`,
  says: ["disk_almost_full"],
}, {
  name: "old code that nobody purged",
  finding: "old_code",
  source: `
start() -> ok.
`,
  begin:
    `(fun() -> {ok, _, B} = compile:forms([{attribute, 1, module, oc1}, {attribute, 1, export, []}]), code:load_binary(oc1, "x", B), code:load_binary(oc1, "x", B) end)()`,
  says: ["oc1"],
}, {
  name: "a child that does not stop",
  finding: "stuck_stop",
  source: `
init(_) -> {ok, {#{}, [#{id => c2, start => {m, child, []}, shutdown => infinity}]}}.
child() -> proc_lib:start_link(m, run, [self()]).
run(P) -> process_flag(trap_exit, true), proc_lib:init_ack(P, {ok, self()}), receive {'EXIT', _, _} -> flush() end.
flush() -> receive flushed -> ok end.
keep() -> {ok, _} = supervisor:start_link({local, s3}, m, []), receive never -> ok end.
start() -> spawn(m, keep, []), timer:sleep(100), spawn(fun() -> supervisor:terminate_child(s3, c2) end).
`,
  says: ["s3", "m:flush/0", "stopping"],
}, {
  name: "a state that only grows",
  finding: "heap_growth",
  source: `
grow(S) -> timer:sleep(10), grow([lists:seq(1, 20000) | S]).
start() -> register(u1, spawn(m, grow, [[]])).
`,
  says: ["u1", "m:grow/1", /grows by [\d.]+ MB/],
}, {
  name: "a peer that does not read",
  finding: "port_queue",
  source: `
start() -> register(q1, spawn(fun() ->
  {ok, L} = gen_tcp:listen(0, [{active, false}]), {ok, Port} = inet:port(L),
  {ok, S} = gen_tcp:connect("127.0.0.1", Port, [binary, {high_watermark, 100000000}]), {ok, _} = gen_tcp:accept(L),
  gen_tcp:send(S, binary:copy(<<1>>, 20000000)), receive stop -> ok end end)).
`,
  says: ["q1", /MB wait in the port #Port</],
}, {
  name: "ETS tables that are never deleted",
  finding: "table_leak",
  source: `
make() -> [ets:new(t, []) || _ <- lists:seq(1, 5)], timer:sleep(20), make().
start() -> register(b1, spawn(m, make, [])).
`,
  says: ["ets_tables grow by", "b1"],
}, {
  name: "a pool whose connections are all taken",
  finding: "full_pool",
  source: `
pool() -> register(pool1, self()),
  [ets:give_away(ets:new('Elixir.DBConnection.Holder', [public, {heir, self(), x}]), P, x)
   || P <- [spawn(timer, sleep, [infinity]) || _ <- lists:seq(1, 5)]], receive stop -> ok end.
start() -> spawn(m, pool, []).
`,
  says: ["pool1", "no connection of the pool is free"],
}];
