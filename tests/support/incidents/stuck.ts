/**
 * Processes that wait, hang, fall behind, or start again and again. See `incident.ts`.
 *
 * @module
 */

import type { Incident } from "./incident.ts";

/** Processes that wait, hang, fall behind, or start again and again. */
export const STUCK: readonly Incident[] = [{
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
  name: "a worker that takes a message in 900 ms",
  finding: "mailbox_growth",
  source: `
init(_) -> register(q1, self()), {ok, 0}.
handle_info(_, S) -> timer:sleep(900), {noreply, S}.
feed(P) -> P ! job, timer:sleep(20), feed(P).
start() -> {ok, P} = gen_server:start(m, [], []), [P ! job || _ <- lists:seq(1, 6000)], spawn(m, feed, [P]).
`,
  says: [
    "q1",
    /6\d{3} messages wait/,
    /growing by/,
    /took at most \d+ between/,
    "timer:sleep/1",
  ],
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
  name: "a supervisor whose child takes long to fail again",
  finding: "hung_supervisor",
  source: `
init(_) -> {ok, {#{intensity => 1000000, period => 1}, [#{id => o1, start => {m, once, []}}]}}.
once() -> case get(o1) of undefined -> put(o1, 1), {ok, spawn_link(fun() -> receive go -> exit(x) end end)}; _ -> timer:sleep(700), {error, nope} end.
start() -> application:load({application, ap1, [{mod, {m, []}}, {applications, [kernel, stdlib]}]}), ok = application:start(ap1),
  [{_, P, _, _}] = supervisor:which_children(s3), P ! go.
start(_, _) -> supervisor:start_link({local, s3}, m, []).
stop(_) -> ok.
`,
  says: ["s3", "timer:sleep/1"],
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
  says: [/in calls: (d\d) <[\d.]+> -> d\d <[\d.]+> -> d\d <[\d.]+> -> \1 </],
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
  name: "a pool whose connections are all taken",
  finding: "full_pool",
  source: `
pool() -> register(pool1, self()),
  [ets:give_away(ets:new('Elixir.DBConnection.Holder', [public, {heir, self(), x}]), P, x)
   || P <- [spawn(timer, sleep, [infinity]) || _ <- lists:seq(1, 5)]], receive stop -> ok end.
start() -> spawn(m, pool, []).
`,
  says: ["pool1", "no connection of the pool is free"],
}, {
  name: "a child of a supervisor without a name, restarted again and again",
  finding: "restart_loop",
  source: `
init(_) -> {ok, {#{strategy => one_for_one, intensity => 100000, period => 1}, [#{id => c9, start => {m, worker, []}}]}}.
worker() -> proc_lib:start_link(m, work, [self()]).
work(P) -> proc_lib:init_ack(P, {ok, self()}), timer:sleep(100), exit(crashed).
keep() -> {ok, _} = supervisor:start_link(m, []), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: ["c9", "supervisor:m/1"],
}, {
  name: "a child two levels down, whose supervisor gives up again and again",
  finding: "restart_loop",
  source: `
init(top) -> {ok, {#{intensity => 10000, period => 10}, [#{id => team, type => supervisor, start => {supervisor, start_link, [m, below]}}]}};
init(below) -> {ok, {#{intensity => 1, period => 5}, [#{id => calm, start => {m, worker, [infinity]}}, #{id => c7, start => {m, worker, [60]}}]}}.
worker(Ms) -> proc_lib:start_link(m, work, [self(), Ms]).
work(P, Ms) -> proc_lib:init_ack(P, {ok, self()}), receive stop -> ok after Ms -> exit(crashed) end.
keep() -> {ok, _} = supervisor:start_link({local, s7}, m, top), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: ["s7", "team", /its child c7 fails/],
}, {
  name: "two that give up below one, the second of them a level deeper",
  finding: "restart_loop",
  source: `
init(top) -> {ok, {#{intensity => 10000, period => 10}, [below(t1), below(t2)]}};
init(t1) -> {ok, {#{intensity => 4, period => 5}, [work(calm, infinity), work(c11, 60)]}};
init(t2) -> {ok, {#{intensity => 1, period => 5}, [below(t3)]}};
init(t3) -> {ok, {#{intensity => 2, period => 5}, [work(calm, infinity), work(c12, 70)]}}.
below(Id) -> #{id => Id, type => supervisor, start => {supervisor, start_link, [m, Id]}}.
work(Id, Ms) -> #{id => Id, start => {m, worker, [Ms]}}.
worker(Ms) -> proc_lib:start_link(m, run, [self(), Ms]).
run(P, Ms) -> proc_lib:init_ack(P, {ok, self()}), receive stop -> ok after Ms -> exit(crashed) end.
keep() -> {ok, _} = supervisor:start_link({local, s11}, m, top), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: ["s11", "t1", "t2", "c11", "c12", /give up as their/],
}, {
  name:
    "a child of a supervisor whose ids are too large to copy, restarted again and again",
  finding: "restart_loop",
  source: `
twin(0) -> a;
twin(N) -> X = twin(N - 1), {X, X}.
init(_) -> X = twin(40), {ok, {#{intensity => 100000, period => 1},
  [#{id => {N, X}, start => {m, worker, [N]}} || N <- [1, 2]]}}.
worker(N) -> proc_lib:start_link(m, run, [self(), N]).
run(P, N) -> proc_lib:init_ack(P, {ok, self()}), receive stop -> ok after 100 * N * N * N -> exit(crashed) end.
keep() -> {ok, _} = supervisor:start_link({local, s12}, m, []), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: [
    "s12",
    /of its children \(modules m\) crash a second/,
    "probably restarts",
  ],
}, {
  name: "children without ids, restarted again and again",
  finding: "restart_loop",
  source: `
init(_) -> {ok, {#{strategy => simple_one_for_one, intensity => 10000, period => 10}, [#{id => any, start => {m, worker, []}}]}}.
worker() -> proc_lib:start_link(m, work, [self()]).
work(P) -> proc_lib:init_ack(P, {ok, self()}), timer:sleep(80), exit(crashed).
keep() -> {ok, _} = supervisor:start_link({local, s8}, m, []), supervisor:start_child(s8, []), receive never -> ok end.
start() -> spawn(m, keep, []).
`,
  says: ["s8", /it restarts m /],
}, {
  name: "a transaction that keeps its locks",
  finding: "lock_wait",
  source: `
start() ->
  ok = mnesia:start(),
  {atomic, ok} = mnesia:create_table(stock, [{ram_copies, [node()]}]),
  {atomic, ok} = mnesia:create_table(orders, [{ram_copies, [node()]}]),
  Self = self(),
  Waiter = spawn(fun() -> register(lw1, self()), mnesia:transaction(fun() ->
    mnesia:read(orders, 1), Self ! begun, receive go -> mnesia:read({stock, 7}) end end) end),
  receive begun -> ok end,
  spawn(fun() -> register(lh1, self()), mnesia:transaction(fun() ->
    mnesia:write({stock, 7, x}), Self ! held, pay() end) end),
  receive held -> ok end, Waiter ! go.
pay() -> receive paid -> ok end.
`,
  says: ["stock", "lh1", "lw1", "m:pay/0"],
}, {
  name: "senders that wait for a peer that does not read",
  finding: "blocked_sender",
  source: `
start() -> [register(N, spawn(m, run, [])) || N <- [bs1, bs2, bs3, bs4, bs5]].
run() -> {ok, L} = gen_tcp:listen(0, [{active, false}]), {ok, Port} = inet:port(L),
  {ok, S} = gen_tcp:connect("127.0.0.1", Port, [binary]), {ok, _} = gen_tcp:accept(L), flood(S).
flood(S) -> gen_tcp:send(S, binary:copy(<<1>>, 100000)), flood(S).
`,
  says: [/bs[1-5]/, "m:flood/1", "5 processes"],
}, {
  name: "a start function that waits in its supervisor",
  finding: "stuck_start",
  source: `
init(_) -> {ok, {#{}, [#{id => k, start => {m, run, []}}]}}.
run() -> Me = self(), P = spawn_link(m, kid, [Me]), receive {P, ready} -> {ok, P} end.
kid(To) -> receive go -> To ! {self(), ready} end.
start() -> spawn(fun() -> {ok, _} = supervisor:start_link({local, s4}, m, []), receive stop -> ok end end).
`,
  says: ["s4", "start function of a child: m:run/0"],
}, {
  name: "workers of a pool that all wait for one process",
  finding: "convoy",
  source: `
init(S) -> {ok, S}.
handle_call(work, _, worker) -> {reply, gen_server:call(s5, next, infinity), worker};
handle_call(next, _, one) -> stay(), {reply, ok, one}.
handle_cast(_, S) -> {noreply, S}.
stay() -> receive {never, X} -> X end.
start() -> {ok, _} = gen_server:start({local, s5}, m, one, []),
  [begin {ok, W} = gen_server:start(m, worker, []), [spawn(gen_server, call, [W, work, infinity]) || _ <- [1, 2]] end
   || _ <- lists:seq(1, 10)].
pid() -> whereis(s5).
`,
  // The callers of each worker are no convoys of their own.
  says: ["PID", "m:stay/0", /^(?!(?:[^]*\bconvoy\b){2})/],
}, {
  name: "a pool that keeps its callers in a queue",
  finding: "convoy",
  source: `
callback_mode() -> handle_event_function.
init(_) -> {ok, taken, []}.
handle_event({call, From}, take, taken, Queue) -> {keep_state, [From | Queue]}.
start() -> {ok, P} = gen_statem:start({local, s6}, m, [], []),
  [spawn(gen_statem, call, [P, take, infinity]) || _ <- lists:seq(1, 60)].
pid() -> whereis(s6).
`,
  says: ["PID", "60 processes wait", "a pool whose members are all taken"],
}];
