import { assert, assertEquals } from "@std/assert";
import {
  TOP_ANSWERS,
  TOP_TOOLS,
  TOP_VIEWS,
  topProbe,
  type TopView,
} from "../../lib/tools/top/mod.ts";
import { startBeam } from "../support/beam.ts";
import { assertHarmless } from "../support/harmless.ts";
import { connect } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

/** Arguments of a view, twice. */
const ARGS: Readonly<Record<TopView, readonly [object, object]>> = {
  node: [{}, {}],
  processes: [{ sort: "reductions", window_ms: 50 }, { sort: "mailbox" }],
  applications: [{ by: "application" }, { by: "status" }],
  tables: [{ sort: "memory" }, { sort: "size" }],
  ports: [{ sort: "traffic", window_ms: 50 }, { sort: "queue" }],
  tree: [{ window_ms: 0 }, { window_ms: 0, root: "kernel" }],
  process: [{ process: "init" }, { process: "code_server" }],
};

Deno.test("each view of the screen comes with its head in one round trip, and leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  for (const view of TOP_VIEWS) {
    const [first, second] = ARGS[view];
    await assertHarmless(remote, topProbe(view), [
      { ...first, limit: 5, glance_ms: 60 },
      { ...second, limit: 5, glance_ms: 60 },
    ], 35_000);
  }
});

Deno.test("the table has who works most first, then others, with the binaries that they refer to", async () => {
  await using node = await startBeam({
    setup: `
      register(worker, spawn(fun Work() -> lists:seq(1, 2000), receive after 5 -> Work() end end)),
      register(holder, spawn(fun() -> B = binary:copy(<<0>>, 3000000), receive _ -> B end end))`,
  });
  await using remote = await connect(node);
  const call = callerOf(remote, TOP_TOOLS);
  const look = async (args: object): Promise<
    ReturnType<typeof TOP_ANSWERS.processes.parse>
  > => {
    const result = await call("top_processes", { ...args, glance_ms: 0 });
    assert(result.ok, result.text);
    return TOP_ANSWERS.processes.parse(result.structured);
  };
  const { processes, glance, binaries, total } = await look({
    sort: "reductions",
    window_ms: 400,
    limit: 20,
  });
  const [first] = processes;
  assertEquals(first?.registered_name, "worker");
  assert((first?.value ?? 0) > 1000, `${first?.value}`);
  assertEquals(processes.length, 20, "idle ones fill the table");
  assertEquals(new Set(processes.map(({ pid }) => pid)).size, 20);
  assertEquals(binaries.length, 20);
  const limits = new Map(glance.limits.map(({ name, count }) => [name, count]));
  assertEquals(limits.get("processes"), total, "none of ours is counted");
  assert(glance.seen_ms >= 400 && glance.seen_us <= glance.at_us);
  const held = await look({ sort: "binary", limit: 1 });
  assertEquals(held.processes[0]?.registered_name, "holder");
  const bytes = held.binaries[0]?.bytes ?? 0;
  assert(bytes >= 3_000_000 && bytes < 3_100_000, `${bytes}`);
});

Deno.test("the head says how busy and how full a node is", async () => {
  await using node = await startBeam({
    args: ["+S", "2:2", "+P", "2000"],
    setup: `[spawn(fun Spin() -> Spin() end) || _ <- lists:seq(1, 6)],
      [spawn(fun() -> receive never -> ok end end) || _ <- lists:seq(1, 1000)]`,
  });
  await using remote = await connect(node);
  const call = callerOf(remote, TOP_TOOLS);
  const result = await call("top_node", { glance_ms: 400 });
  assert(result.ok, result.text);
  const { glance } = TOP_ANSWERS.node.parse(result.structured);
  const [normal] = glance.schedulers;
  assertEquals([normal?.kind, normal?.online], ["normal", 2]);
  assert((normal?.used_percent ?? 0) > 80, `${normal?.used_percent}`);
  assert((normal?.queue_most ?? 0) >= 3, `${normal?.queue_most}`);
  const processes = glance.limits.find(({ name }) => name === "processes");
  // Limits are powers of two.
  assertEquals(processes?.limit, 2048);
  assert((processes?.count ?? 0) > 1006);
  const { total = 0, processes: heaps = 0 } = glance.memory;
  assert(total > heaps && heaps > 1_000_000, `${total} ${heaps}`);
});
