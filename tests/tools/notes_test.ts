import { assert } from "@std/assert";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

const NODE = `begin
  calendar:last_day_of_the_month(2026, 2),
  logger:set_primary_config(level, error),
  spawn(fun() ->
    ets:new(holder, [named_table, public]),
    [spawn(fun() -> ets:insert(holder, {large, binary:copy(<<0>>, 20000000)}) end) || _ <- [1]],
    ets:new(empty_table, [named_table, public]),
    ets:insert(ets:new(full_table, [named_table, public]), {<<"id">>, 1}),
    register(idle, self()),
    receive after infinity -> ok end
  end)
end`;

const EMPTY: [string, Record<string, unknown>, string][] = [
  ["list_processes", { text: "no such text" }, "nothing matches"],
  [
    "list_processes",
    { registered_name: "idle", sort: "links", window_ms: 10 },
    "longer window_ms",
  ],
  [
    "group_processes",
    { application: "kernel", window_ms: 10 },
    "longer window_ms",
  ],
  ["get_process_graph", { kind: "wait_for" }, "no process waits"],
  ["find", { text: "no such text" }, "list_processes with text"],
  ["list_modules", { text: "no such text" }, "nothing matches"],
  ["list_ets", { text: "no such text" }, "nothing matches"],
  ["list_ports", { process: "idle" }, "nothing matches"],
  ["list_applications", { text: "no such text" }, "nothing matches"],
  ["get_mailbox", { process: "idle" }, "the mailbox is empty"],
  ["read_ets", { table: "empty_table" }, "the table is empty"],
  ["read_ets", { table: "full_table", key: '"id"' }, "compared exactly"],
  ["read_ets", { table: "full_table", match: "{a, '_'}" }, "no row matches"],
  ["measure_call_rate", { module: "calendar", window_ms: 10 }, "none was"],
  ["trace_calls", { module: "calendar", duration_ms: 50 }, "no matching call"],
  ["trace_process", { process: "idle", duration_ms: 50 }, "no event"],
  ["get_senders", { process: "idle", duration_ms: 50 }, "no message was"],
  ["profile", { processes: ["idle"], duration_ms: 50 }, "pass waiting"],
  ["watch_system", { duration_ms: 20 }, "nothing reached the limits"],
  ["capture_logs", { duration_ms: 20 }, "level is error, which hides"],
  ["capture_logs", { duration_ms: 20, level: "error" }, "nothing was logged"],
  ["capture_logs", { follow: "new", level: "error" }, "read it with follow"],
  ["get_binary_holders", { limit: 1 }, "MiB; other processes"],
];

Deno.test("what finds nothing says why, and what to try", async () => {
  await using node = await startBeam({ setup: NODE });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "data", "trace"]);
  const { text } = await call("read_ets", {
    table: "full_table",
    match: "{Key, '_'}",
  });
  assert(text.includes("write '_' for any part"), text);
  for (const [name, args, words] of EMPTY) {
    const { ok, text } = await call(name, args);
    const note = /^note: .*$/m.exec(text)?.[0] ?? text;
    assert(ok && note.includes(words), `${name}: ${note}`);
  }
});
