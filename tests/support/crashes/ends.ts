/**
 * Nodes that are ended, by themselves or from outside. See `crash.ts`.
 *
 * @module
 */

import type { Crash } from "./crash.ts";

/** Ends that leave a dump. */
export const ENDS: readonly Crash[] = [{
  name: "its own halt, with a text",
  source: `
giving_up() -> timer:sleep(300), erlang:halt("disk full: /data, password=hunter22").
start() -> register(guard, spawn(m, giving_up, [])), timer:sleep(infinity).
`,
  says: ["halt", "disk full: /data", "guard", "m:giving_up/0"],
}, {
  name: "its own halt, with a text as of the runtime system",
  source: `
giving_up() -> timer:sleep(300), erlang:halt("Failed to connect to the database").
start() -> register(guard, spawn(m, giving_up, [])), timer:sleep(infinity).
`,
  // Before OTP 24 no stack has the call.
  says: [/halted .*erlang:halt/, "guard", "ended_by=halt"],
}, {
  name: "its own halt, with a text as of init, and no trace on its stack",
  source: `
giving_up() -> timer:sleep(300), halted(erlang:halt("Kernel pid terminated (application_controller) (killed)", [{flush, false}])).
halted(X) -> X.
start() -> register(guard, spawn(m, giving_up, [])), timer:sleep(infinity).
`,
  says: [/reads like .* only init writes it, and guard/, "ended_by=halt"],
}, {
  name:
    "its own halt, with a text as of an allocator, and no trace on its stack",
  source: `
giving_up() -> timer:sleep(300), halted(erlang:halt("eheap_alloc: Cannot allocate 41262936 bytes of memory (of type \\"old_heap\\").", [{flush, false}])).
halted(X) -> X.
start() -> register(guard, spawn(m, giving_up, [])), timer:sleep(infinity).
`,
  says: [/Doubtful: no garbage collection .* any text/, "guard"],
}, {
  name: "a signal that asks for a dump",
  source: `
start() -> register(w1, spawn(fun() -> receive never -> ok end end)).
`,
  signal: "SIGUSR1",
  says: ["SIGUSR1", /somebody|operator|script/],
}, {
  name: "servers that wait for each other, until somebody asks for a dump",
  source: `
init(_) -> {ok, none}.
handle_call(_, _, S) -> {noreply, S}.
handle_cast({call, Other}, S) -> gen_server:call(Other, hello, infinity), {noreply, S}.
start() ->
  [{ok, _} = gen_server:start({local, N}, m, [], []) || N <- [alice, bob]],
  [spawn(fun() -> gen_server:call(alice, {visit, N}, infinity) end) || N <- lists:seq(1, 20)],
  gen_server:cast(alice, {call, bob}), gen_server:cast(bob, {call, alice}), timer:sleep(300).
`,
  signal: "SIGUSR1",
  says: ["deadlock", "alice", "bob", "m:init/1"],
}, {
  name: "one whose mailbox is long, when somebody asks for a dump",
  source: `
hang() -> receive never -> ok end.
start() -> P = spawn(m, hang, []), register(inbox, P), [P ! {job, N} || N <- lists:seq(1, 20000)].
`,
  signal: "SIGUSR1",
  says: [/verdict: .*long mailbox \(inbox\): 20000 messages/],
}, {
  name: "an application that is permanent, and does not start",
  source: `
start() ->
  ok = application:load({application, shop, [{mod, {m, []}}, {modules, []}, {registered, []}, {applications, [kernel, stdlib]}]}),
  application:start(shop, permanent), timer:sleep(infinity).
start(_, _) -> {error, {bad_config, "hunter22"}}.
stop(_) -> ok.
`,
  says: [/application shop did not start/, "bad_config"],
}, {
  name: "what it was told to do at its start, which fails",
  source: "start() -> timer:sleep(infinity).",
  args: ["-eval", "error(no_config)."],
  says: [/did not start: no_config in erl_eval/, "ended_by=boot"],
}, {
  name: "an application that is permanent, and crashes",
  source: `
start() ->
  ok = application:load({application, shop, [{mod, {m, []}}, {modules, []}, {registered, []}, {applications, [kernel, stdlib]}]}),
  ok = application:start(shop, permanent).
start(_, _) -> {ok, proc_lib:spawn(m, top, [])}.
stop(_) -> ok.
top() -> timer:sleep(300), divide(0, [{password, "hunter22"}]).
divide(N, L) -> {1 div N, L}.
`,
  says: ["shop", "badarith", "m:divide/2"],
}, {
  name: "its own halt, under heart, which gives it time for a dump",
  source: `
start() -> register(guard, spawn(m, giving_up, [])), timer:sleep(infinity).
giving_up() -> timer:sleep(300), erlang:halt("no more").
`,
  args: ["-heart"],
  env: { ERL_CRASH_DUMP_SECONDS: "30" },
  says: ["no more", "guard", "m:giving_up/0"],
}, {
  name: "a dump that may not be long",
  source: `
hang(L) -> receive never -> L end.
start() -> [spawn(m, hang, [lists:seq(1, 500)]) || _ <- lists:seq(1, 300)], register(r1, self()), timer:sleep(300), erlang:halt("enough").
`,
  env: { ERL_CRASH_DUMP_BYTES: "300000" },
  says: ["enough", "r1", /incomplete: .*stopped writing.*missing: .*stacks/],
}];

/** Ends that leave none. */
export const NO_DUMP: readonly Crash[] = [{
  name: "native code that reads where nothing is",
  source: `
start() -> ok.
`,
  signal: "SIGSEGV",
  says: [],
}, {
  name: "a crash under heart, which restarts it at once",
  source: `
start() -> timer:sleep(300), erlang:halt("enough").
`,
  args: ["-heart"],
  says: [],
}];
