/**
 * Healthy nodes, at rest and at work: `check_health` has nothing worse than a notice to say of them.
 *
 * @module
 */

import type { BeamOptions } from "./beam.ts";
import { loading, QUIET } from "./supervisors.ts";

/** A healthy node. */
export interface Healthy {
  readonly name: string;
  readonly node: BeamOptions;
  /** An expression that has it work, once the link is made. */
  readonly begin?: string;
  /** What no answer may have in it. */
  readonly never?: RegExp;
  /** How long it has been up, in ms. @default {1500} */
  readonly settleMs?: number;
}

function module(source: string): string {
  return loading(
    `-module(w).\n-compile([export_all, nowarn_export_all]).\n${source}`,
  );
}

const SERVERS = module(`
init(_) -> {ok, #{}}.
handle_cast({put, K, V}, S) -> {noreply, S#{K rem 100 => V}}.
handle_call({get, K}, _, S) -> {reply, maps:get(K rem 100, S, none), S}.
drive(Ps, N) -> [gen_server:cast(P, {put, N, {N, "value"}}) || P <- Ps], timer:sleep(50), drive(Ps, N + 1).
ask(P, N) -> gen_server:call(P, {get, N}), timer:sleep(20), ask(P, N + 1).
start() -> Ps = [begin {ok, P} = gen_server:start(w, [], []), P end || _ <- lists:seq(1, 1000)],
  spawn(w, drive, [Ps, 0]), [spawn(w, ask, [P, 0]) || P <- lists:sublist(Ps, 20)].
`);

const CACHE = module(`
own() -> ets:new(cache, [public, named_table]), [put(K) || K <- lists:seq(1, 20000)], receive stop -> ok end.
put(K) -> ets:insert(cache, {K, lists:seq(1, rand:uniform(60))}).
use() -> [begin ets:lookup(cache, K), put(K) end || _ <- lists:seq(1, 100), K <- [rand:uniform(20000)]], timer:sleep(10), use().
start() -> spawn(w, own, []), timer:sleep(500), spawn(w, use, []).
`);

const STORM = module(`
job() -> lists:sum(lists:seq(1, 200)), timer:sleep(2).
storm() -> [spawn(w, job, []) || _ <- lists:seq(1, 20)], timer:sleep(10), storm().
start() -> spawn(w, storm, []).
`);

const LONG_POLL = module(`
init(_) -> {ok, none}.
handle_call(_, _, S) -> {noreply, S}.
handle_cast(_, S) -> {noreply, S}.
start() -> {ok, P} = gen_server:start(w, [], []), [spawn(gen_server, call, [P, next, infinity]) || _ <- lists:seq(1, 30)].
`);

const LARGE_BINARY = module(`
work() -> B = binary:copy(<<1, 2, 3>>, 19000000), parse(B, 0).
parse(B, N) when N + 100 > byte_size(B) -> parse(B, 0);
parse(B, N) -> _ = binary:part(B, N, 100), timer:sleep(1), parse(B, N + 100).
start() -> spawn(w, work, []).
`);

const BATCH = module(`
job() -> L = lists:seq(1, 1500000), M = [{X, X} || X <- lists:sublist(L, 200000)], length(M) + length(L), timer:sleep(200), job().
start() -> spawn(w, job, []).
`);

const TEMPORARY = module(`
init(_) -> {ok, {#{strategy => simple_one_for_one}, [#{id => any, restart => temporary, start => {w, worker, []}}]}}.
worker() -> proc_lib:start_link(w, work, [self()]).
work(P) -> proc_lib:init_ack(P, {ok, self()}), timer:sleep(40).
keep() -> {ok, P} = supervisor:start_link({local, s}, w, []), feed(P).
feed(P) -> {ok, _} = supervisor:start_child(P, []), timer:sleep(50), feed(P).
start() -> spawn(w, keep, []).
`);

const RELOADING = module(`
init(_) -> {ok, none}.
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast(_, S) -> {noreply, S}.
reload(N) ->
  {ok, M, B} = compile:forms([{attribute, 1, module, hot}, {attribute, 1, export, [{f, 0}]},
    {function, 1, f, 0, [{clause, 1, [], [], [{integer, 1, N}]}]}]),
  code:purge(M), {module, M} = code:load_binary(M, "hot", B), N = M:f(), timer:sleep(200), reload(N + 1).
start() -> spawn(w, reload, [0]), [gen_server:start(w, [], []) || _ <- lists:seq(1, 50)].
`);

/** An Elixir application at work: agents, tasks, a registry, a dynamic supervisor. */
const ELIXIR = `spawn(fun() -> 'Elixir.Code':eval_string(<<"
  {:ok, _} = Registry.start_link(keys: :unique, name: Reg)
  {:ok, _} = DynamicSupervisor.start_link(name: Dyn, strategy: :one_for_one)
  {:ok, _} = Task.Supervisor.start_link(name: Tasks)
  agents = for n <- 1..200 do
    {:ok, pid} = DynamicSupervisor.start_child(Dyn, {Agent, fn -> %{n: n} end}); pid
  end
  Stream.repeatedly(fn ->
    Enum.each(agents, fn a -> Agent.update(a, &Map.put(&1, :t, :rand.uniform())) end)
    Task.Supervisor.async_stream_nolink(Tasks, 1..20, fn n -> Enum.sum(1..(n * 50)) end) |> Stream.run()
    Process.sleep(20)
  end) |> Stream.run()
">>) end)`;

/** Many supervisors without a name, whose temporary children come and go, below one with a name. */
const PARTITIONS = module(`
init(top) -> {ok, {#{}, [#{id => N, type => supervisor, start => {supervisor, start_link, [w, part]}} || N <- lists:seq(1, 20)]}};
init(part) -> {ok, {#{strategy => simple_one_for_one}, [#{id => any, restart => temporary, start => {w, worker, []}}]}}.
worker() -> proc_lib:start_link(w, work, [self()]).
work(P) -> proc_lib:init_ack(P, {ok, self()}), timer:sleep(400).
keep() -> {ok, P} = supervisor:start_link({local, parts}, w, top), feed([C || {_, C, _, _} <- supervisor:which_children(P)]).
feed(Parts) -> [{ok, _} = supervisor:start_child(P, []) || P <- Parts], timer:sleep(200), feed(Parts).
start() -> spawn(w, keep, []).
`);

/** Every healthy node that OTP alone makes. */
export const HEALTHY: readonly Healthy[] = [
  { name: "idle", node: {}, settleMs: 3000 },
  { name: "just started", node: {}, settleMs: 0 },
  {
    name: "100,000 idle processes",
    node: {
      setup:
        `${QUIET}, [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 100000)]`,
    },
  },
  {
    name: "20,000 messages a second through 1,000 servers",
    node: { setup: `${QUIET}, ${SERVERS}, w:start()` },
  },
  {
    name: "a cache whose rows are replaced",
    node: { setup: `${QUIET}, ${CACHE}, w:start()` },
  },
  {
    name: "a storm of spawns with a flat count",
    node: { setup: `${QUIET}, ${STORM}, w:start()` },
  },
  {
    name: "code that is loaded again and again",
    node: { setup: `${QUIET}, ${RELOADING}, w:start()` },
  },
  {
    name: "work on one large binary",
    node: { setup: `${QUIET}, ${LARGE_BINARY}, w:start()` },
  },
  {
    name: "a batch job with a large heap",
    node: { setup: `${QUIET}, ${BATCH}, w:start()` },
  },
  {
    name: "a supervisor whose temporary children come and go",
    node: { setup: `${QUIET}, ${TEMPORARY}, w:start()` },
  },
  {
    name: "supervisors without a name below one with a name",
    node: { setup: `${QUIET}, ${PARTITIONS}, w:start()` },
    never: /without a name/,
  },
  {
    name: "callers whom a server answers once there is something to say",
    node: { setup: `${QUIET}, ${LONG_POLL}, w:start()` },
  },
  {
    name: "Elixir at work",
    node: { elixir: "elixir" },
    begin: ELIXIR,
  },
];
