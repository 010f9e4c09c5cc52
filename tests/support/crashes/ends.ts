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
  name: "a signal that asks for a dump",
  source: `
start() -> register(w1, spawn(fun() -> receive never -> ok end end)).
`,
  signal: "SIGUSR1",
  says: ["SIGUSR1", /somebody|operator|script/],
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
