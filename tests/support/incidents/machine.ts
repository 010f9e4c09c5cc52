/**
 * Schedulers, logs, alarms and code. See `incident.ts`.
 *
 * @module
 */

import type { Incident } from "./incident.ts";

/** Schedulers, logs, alarms and code. */
export const MACHINE: readonly Incident[] = [{
  name: "native code that keeps a scheduler to itself",
  finding: "held_scheduler",
  asks: 3,
  source: `
twin(0) -> a;
twin(N) -> X = twin(N - 1), {X, X}.
compare(A, B) -> false = A < B, timer:sleep(100), compare(A, B).
busy() -> lists:seq(1, 20000), receive after 2 -> busy() end.
start() -> register(n1, spawn(fun() -> compare(twin(26), twin(26)) end)), [spawn(m, busy, []) || _ <- [1, 2, 3]].
`,
  says: ["n1", /longest slice/, "m:compare/2"],
}, {
  name: "a process that never waits",
  finding: "busy_process",
  source: `
spin(N) -> spin(N + 1).
start() -> register(n2, spawn(m, spin, [0])).
`,
  says: ["n2", /takes about \d+ % of a scheduler, in m:spin\/1/],
}, {
  name: "a file system that hangs",
  finding: "dirty_schedulers",
  source: `
read(Path) -> {ok, _} = prim_file:read_file(Path).
start() -> Path = string:trim(os:cmd("mktemp -u")), os:cmd("mkfifo " ++ Path), application:set_env(kernel, hung, Path).
hang() -> {ok, Path} = application:get_env(kernel, hung),
  os:cmd("(sleep 0.3; rm -f " ++ Path ++ ") >/dev/null 2>&1 &"),
  [spawn(m, read, [Path]) || _ <- lists:seq(1, 30)].
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
}];
