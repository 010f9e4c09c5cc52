import { assert, assertEquals } from "@std/assert";
import {
  createBeam,
  limitsInUse,
  type SchedulerUse,
  schedulerUse,
} from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

function schedulers(
  remote: RemoteNode,
  states: boolean,
): Promise<SchedulerUse> {
  return createBeam(remote).run(schedulerUse, { windowMs: 400, states }, {
    timeoutMs: 10_000,
  });
}

/** What microstate accounting was, and whether wall times are counted; it is on then, as we set it. */
function switches(remote: RemoteNode, after: boolean): Promise<string> {
  return evaluate(
    remote,
    `{erlang:system_flag(microstate_accounting, ${after}), erlang:statistics(scheduler_wall_time)}`,
  );
}

Deno.test("busy schedulers and long queues are told from idle ones", async () => {
  await using node = await startBeam({
    args: ["+S", "4:2", "+SDcpu", "3:2", "+SDio", "4"],
    setup: `[spawn(fun Spin() -> Spin() end) || _ <- lists:seq(1, 12)]`,
  });
  await using remote = await connect(node);
  const { schedulers: [normal, cpu, io], window_ms, ...rates } =
    await schedulers(remote, false);
  assert(window_ms >= 400);
  assertEquals([normal?.total, normal?.online], [4, 2]);
  assertEquals([cpu?.total, cpu?.online, cpu?.each_percent.length], [3, 2, 2]);
  assertEquals([io?.total, io?.each_percent.length], [4, 4]);
  assert((normal?.used_percent ?? 0) > 90, `${normal?.used_percent} %`);
  assert((normal?.queue_average ?? 0) > 5, `${normal?.queue_average}`);
  assert((cpu?.used_percent ?? 100) < 50 && (io?.used_percent ?? 100) < 50);
  assert(rates.reductions_per_s > 100_000);
  assertEquals(rates.states, undefined);
});

Deno.test("microstates are told where asked for, and accounting is left as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const { states = [] } = await schedulers(remote, true);
  const normal = states.find(({ type }) => type === "scheduler");
  const sum = Object.values(normal?.percent ?? {}).reduce((a, b) => a + b, 0);
  assert(sum > 95 && sum < 101, JSON.stringify(states));
  assertEquals(await switches(remote, false), "{false,undefined}");

  // Somebody else has it on.
  await switches(remote, true);
  await schedulers(remote, true);
  assertEquals(await switches(remote, false), "{true,undefined}");
});

Deno.test("accounting is off again also when the question is given up", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const abort = new AbortController();
  const asked = createBeam(remote).run(schedulerUse, {
    windowMs: 5000,
    states: true,
  }, { timeoutMs: 10_000, signal: abort.signal }).catch(() => "given up");
  const on =
    `lists:any(fun(#{counters := C}) -> lists:sum(maps:values(C)) > 0 end,
                        erlang:statistics(microstate_accounting))`;
  await eventually(() => evaluate(remote, on), "true");
  abort.abort();
  assertEquals(await asked, "given up");
  await eventually(() => switches(remote, false), "{false,undefined}");
});

Deno.test("limits are told with their growth, the time until they are full, and the newest atoms", async () => {
  await using node = await startBeam({
    args: ["+P", "20000"],
    setup: `spawn(fun() -> [begin
        spawn(fun() -> receive stop -> ok end end),
        binary_to_atom(<<"leak_", (integer_to_binary(N))/binary>>, utf8),
        receive after 5 -> ok end end || N <- lists:seq(1, 100000)] end)`,
  });
  await using remote = await connect(node);
  const { limits, newest_atoms, window_ms } = await createBeam(remote).run(
    limitsInUse,
    { windowMs: 1000, atoms: 4 },
    { timeoutMs: 10_000 },
  );
  assert(window_ms >= 1000);
  const by = new Map(limits.map((row) => [row.name, row]));
  assertEquals(
    `[${
      ["processes", "ports", "atoms", "ets_tables"].map((name) =>
        by.get(name)?.limit
      ).join(",")
    }]`,
    await evaluate(
      remote,
      "[erlang:system_info(I) || I <- [process_limit, port_limit, atom_limit, ets_limit]]",
    ),
  );
  const processes = by.get("processes");
  assert(processes);
  const { count, limit, growth_per_s = 0, full_in_s = 0 } = processes;
  assert(growth_per_s > 20 && growth_per_s < 220, `${growth_per_s}`);
  assert(Math.abs(full_in_s - (limit - count) / growth_per_s) <= 1);
  assertEquals(by.get("ports")?.change, 0);
  assertEquals(by.get("ports")?.growth_per_s, undefined);
  assertEquals(by.get("ports")?.full_in_s, undefined);
  assertEquals(newest_atoms.length, 4);
  assert(newest_atoms.every((name) => name.startsWith("leak_")));
});

Deno.test("the questions leave the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, schedulerUse, [
    { windowMs: 50, states: true },
    { windowMs: 100, states: false },
  ]);
  await assertHarmless(remote, limitsInUse, [
    { windowMs: 50, atoms: 5 },
    { windowMs: 100, atoms: 1e9 },
  ]);
});
