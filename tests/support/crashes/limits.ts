/**
 * Nodes that die because something is full. See `crash.ts`.
 *
 * @module
 */

import type { Crash } from "./crash.ts";

/** A permanent application, whose end ends the node; its name helps nobody. */
const APPLICATION = `
application(Init) ->
  ok = application:load({application, a1, [{mod, {m, Init}}, {modules, []}, {registered, []}, {applications, [kernel, stdlib]}]}),
  ok = application:start(a1, permanent).
start(_, {Name, F}) -> {ok, proc_lib:spawn(fun() -> register(Name, self()), m:F() end)}.
stop(_) -> ok.
hang(_) -> receive never -> ok end.
`;

/** Who asks for the last memory is not who has most of it. */
export const OUT_OF_MEMORY: Crash = {
  name: "a long mailbox, and another process that asks for the last memory",
  source: `
sink() -> receive {never, X} -> X end.
start() ->
  P = spawn(m, sink, []), register(sink, P),
  [P ! {job, I, lists:seq(1, 20)} || I <- lists:seq(1, 10000)],
  register(asker, spawn(m, ask, [])), timer:sleep(infinity).
ask() -> timer:sleep(300), binary:copy(<<0>>, 4000000000).
`,
  memoryMb: 1500,
  says: ["sink", "m:sink/0", "10000", "asker", "m:ask/0", "binary_alloc"],
};

/** Memory and tables of the emulator that are full. */
export const LIMITS: readonly Crash[] = [OUT_OF_MEMORY, {
  name: "a heap that grows until there is no memory",
  source: `
start() -> register(hoarder, spawn(m, hoard, [[]])), timer:sleep(infinity).
hoard(L) -> hoard([lists:seq(1, 30000) | L]).
`,
  memoryMb: 680,
  says: ["hoarder", "m:hoard/1", /allocat/, "eheap_alloc"],
}, {
  name: "processes of which none is large",
  source: `
hold(L) -> receive never -> L end.
loop() -> spawn(m, hold, [lists:seq(1, 3000)]), loop().
start() -> register(sessions, spawn(m, loop, [])), timer:sleep(infinity).
`,
  memoryMb: 700,
  says: [
    /\d{3} processes \(m:hold\/1\) that sessions spawned together held \d/,
    /spawned \d+ that together held .*\tsessions/,
  ],
}, {
  name: "mailboxes of which none is large",
  source: `
sink() -> receive {never, X} -> X end.
flood(Ps) -> [P ! {job, lists:seq(1, 100)} || P <- Ps], flood(Ps).
start() -> register(flooder, spawn(fun() -> flood([spawn(m, sink, []) || _ <- lists:seq(1, 40)]) end)), timer:sleep(infinity).
`,
  memoryMb: 700,
  says: [
    /40 processes \(m:sink\/0\) that flooder spawned together held .*, with \d+ messages in their mailboxes/,
  ],
}, {
  name: "tables of which none is large",
  source: `
fill() -> T = ets:new(t, []), [ets:insert(T, {I, lists:seq(1, 100)}) || I <- lists:seq(1, 500)], fill().
start() -> register(cache, spawn(m, fill, [])), timer:sleep(infinity).
`,
  memoryMb: 700,
  says: [/The \d+ ETS tables of cache together took \d/, /owned \d+ ETS/],
}, {
  name: "a process for each request, that never ends",
  source: `${APPLICATION}
accept() -> group_leader(whereis(init), self()), [spawn(m, hang, [N]) || N <- lists:seq(1, 100000)].
start() -> application({acceptor, accept}).
`,
  args: ["+P", "2048"],
  says: [
    /20[1-4]\d of 2048 processes/,
    /spawned 20\d\d of them/,
    "m:hang/1",
    /accept/,
    "a1",
  ],
}, {
  name: "a process that never ends, spawned by each request, which does",
  source: `${APPLICATION}
accept() -> group_leader(whereis(init), self()), [begin {_, R} = spawn_monitor(m, request, [N]), receive {_, R, _, _, _} -> ok end end || N <- lists:seq(1, 100000)], exit(full).
request(N) -> spawn(m, hang, [N]).
start() -> application({acceptor, accept}).
`,
  args: ["+P", "2048"],
  says: [
    /20[1-4]\d of 2048 processes/,
    /one of (?:19|20)\d\d started with m:hang/,
  ],
}, {
  name: "a process for each request, which all ended with their application",
  source: `${APPLICATION}
accept() -> [spawn(m, hang, [N]) || N <- lists:seq(1, 100000)].
start() -> application({acceptor, accept}).
`,
  args: ["+P", "2048"],
  says: [/table of processes was full/, "erlang:spawn/3", /accept/, "a1"],
}, {
  name: "ports that one process opens and does not close",
  source: `${APPLICATION}
open() -> try [open_port({spawn_driver, "ram_file_drv"}, []) || _ <- lists:seq(1, 100000)] catch error:system_limit -> m:keep() end.
keep() -> try open_port({spawn_driver, "ram_file_drv"}, []) of P -> [P | keep()] catch _:_ -> m:hang(0) end.
needy() -> open_port({spawn_driver, "ram_file_drv"}, []).
start() -> register(opener, spawn(m, keep, [])), timer:sleep(500), application({needy, needy}).
`,
  args: ["+Q", "1024"],
  says: [
    /table of ports was full/,
    /102[0-4] of 1024 ports/,
    /owned 10[12]\d of the ports\t\S+\topener\tm:keep/,
    "a1",
  ],
}, {
  name: "atoms made of input",
  source: `
make(N) -> list_to_atom("sess_" ++ integer_to_list(N)), make(N + 1).
start() -> register(maker, spawn(m, make, [0])), timer:sleep(infinity).
`,
  args: ["+t", "40000"],
  says: ["atom", "40000", "sess_", "maker", "m:make/1"],
}];
