/**
 * Memory, tables and limits that fill. See `incident.ts`.
 *
 * @module
 */

import type { Incident } from "./incident.ts";

/** Memory, tables and limits that fill. */
export const GROWTH: readonly Incident[] = [{
  name: "parts of large binaries that pin the whole",
  finding: "binary_leak",
  source: `
init(_) -> register(r1, self()), {ok, []}.
handle_call({packet, <<Id:100/binary, _/binary>>}, _, S) when length(S) < 3000 -> {reply, ok, [Id | S]};
handle_call(_, _, S) -> {reply, ok, S}.
feed(P) -> gen_server:call(P, {packet, binary:copy(<<(rand:uniform(255))>>, 65536)}), timer:sleep(1), feed(P).
start() -> {ok, P} = gen_server:start(m, [], []), spawn(m, feed, [P]).
`,
  settleMs: 4000,
  says: ["r1", /binary_bytes/, /MiB of \d+ binaries/],
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
  name: "tables of processes and of ETS tables that were full before",
  finding: "processes_nearly_full",
  source: `
start() -> register(a2, spawn(fun() ->
  [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 930)], [ets:new(t, []) || _ <- lists:seq(1, 8000)],
  receive stop -> ok end end)).
`,
  node: { args: ["+P", "1024"] },
  says: [
    "a2",
    /one of 9\d\d of \d+ looked at/,
    "by=spawner",
    "nothing can be",
    "ets_tables_nearly_full",
    /owns at least [12]\d{3}/,
  ],
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
  name: "atoms made of input",
  finding: "atom_leak",
  source: `
make(N) -> [list_to_atom("sess_" ++ integer_to_list(I)) || I <- lists:seq(N, N + 20)], timer:sleep(20), make(N + 21).
start() -> register(maker, spawn(m, make, [0])).
`,
  says: ["sess_", /atoms grow by/, "limit of 1048576"],
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
  name:
    "a long ETS table that grows slowly, by its rows and by binaries in them",
  finding: "table_growth",
  source: `
row(K) -> {K, binary:copy(<<1>>, 240), a, b}.
own() -> T = ets:new(tab3, []), [ets:insert(T, [row({J, I}) || I <- lists:seq(1, 1000)]) || J <- lists:seq(1, 300)], register(e3, self()), fill(T, 0).
fill(T, N) -> ets:insert(T, [row({0, N, I}) || I <- lists:seq(1, 12)]), timer:sleep(9), fill(T, N + 1).
start() -> spawn(m, own, []), await(whereis(e3)).
await(undefined) -> timer:sleep(50), await(whereis(e3));
await(_) -> ok.
`,
  says: ["tab3", "e3", /rows\/s, and up to [\d.]+ MiB\/s of binaries/],
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
  name: "a state that only grows",
  finding: "heap_growth",
  source: `
grow(S) -> timer:sleep(10), grow([lists:seq(1, 6000) | S]).
start() -> register(u1, spawn(m, grow, [[lists:seq(1, 6000) || _ <- lists:seq(1, 200)]])).
`,
  says: ["u1", "m:grow/1", /grows by [\d.]+ MiB/],
}, {
  name: "a large state that grows, and is seldom collected",
  finding: "heap_growth",
  source: `
keep(N) -> put(N, lists:seq(1, 3000)), timer:sleep(10), keep(N + 1).
start() -> register(u2, spawn(fun() -> put(all, lists:seq(1, 9000000)), garbage_collect(), keep(0) end)).
`,
  says: ["u2", "m:keep/1", /its heap of [\d.]+ MiB grows by [\d.]+ MiB/],
}, {
  name: "a peer that does not read",
  finding: "port_queue",
  source: `
start() -> register(q1, spawn(fun() ->
  {ok, L} = gen_tcp:listen(0, [{active, false}]), {ok, Port} = inet:port(L),
  {ok, S} = gen_tcp:connect("127.0.0.1", Port, [binary, {high_watermark, 100000000}]), {ok, _} = gen_tcp:accept(L),
  gen_tcp:send(S, binary:copy(<<1>>, 20000000)), receive stop -> ok end end)).
`,
  says: ["q1", /MiB wait in the port #Port</],
}, {
  name: "ETS tables that are never deleted",
  finding: "table_leak",
  source: `
make() -> [ets:new(t, []) || _ <- lists:seq(1, 5)], timer:sleep(20), make().
start() -> register(b1, spawn(m, make, [])).
`,
  says: ["ets_tables grow by", "b1"],
}, {
  name: "a socket in each of many processes that never end",
  finding: "port_leak",
  source: `
open() -> {ok, S} = gen_udp:open(0, []), keep(S).
keep(S) -> receive stop -> S end.
make() -> [proc_lib:spawn(m, open, []) || _ <- lists:seq(1, 8)], timer:sleep(100), make().
start() -> register(b2, spawn(m, make, [])).
`,
  // So many that processes are far from their limit.
  node: { args: ["+P", "16000000"] },
  says: ["ports grow by", "b2", "m:keep/1"],
}, {
  name: "a row that grows",
  finding: "table_growth",
  source: `
own() -> ets:new(tab3, [named_table, public]), register(e3, self()), receive stop -> ok end.
add(L) -> M = lists:seq(1, 1500) ++ L, ets:insert(tab3, {all, M}), timer:sleep(40), add(M).
start() -> spawn(m, own, []), timer:sleep(50), spawn(m, add, [[]]).
`,
  says: ["e3", "tab3", "rows grow"],
}, {
  name: "deleted rows of a table that is fixed",
  finding: "table_growth",
  source: `
own() -> ets:new(tab4, [named_table, public]), register(e4, self()), receive stop -> ok end.
fix() -> ets:safe_fixtable(tab4, true), receive stop -> ok end.
turn(N) -> [begin ets:insert(tab4, {N + I, "a session"}), ets:delete(tab4, N + I) end || I <- lists:seq(1, 100)],
  timer:sleep(20), turn(N + 100).
start() -> spawn(m, own, []), timer:sleep(50), spawn(m, fix, []), timer:sleep(50), spawn(m, turn, [0]).
`,
  says: ["e4", "tab4", "deleted rows stay"],
}];
