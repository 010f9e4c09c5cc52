import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import {
  getLimits,
  getLimitsQuestion,
} from "../../../lib/tools/runtime/get_limits.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

Deno.test("limits are told with their growth, the time until they are full, and the newest atoms", async () => {
  await using node = await startBeam({
    args: ["+P", "20000"],
    setup: `spawn(fun() -> [begin
        spawn(fun() -> receive stop -> ok end end),
        binary_to_atom(<<"leak_", (integer_to_binary(N))/binary>>, utf8),
        receive after 5 -> ok end end || N <- lists:seq(1, 100000)] end)`,
  });
  await using remote = await connect(node);
  const beam = createBeam(remote);
  const ask = async () => {
    const told = await beam.run(getLimitsQuestion, {
      window_ms: 1000,
      limit: 4,
    }, { timeoutMs: 10_000 });
    return { ...told, by: new Map(told.limits.map((row) => [row.name, row])) };
  };
  let told = await ask();
  // On a busy machine nothing grows for parts of a window.
  for (
    let tries = 1;
    tries < 10 && told.by.get("processes")?.growth_per_s === undefined;
    tries++
  ) told = await ask();
  const { by, newest_atoms, window_ms } = told;
  assert(window_ms >= 1000);
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

Deno.test("of a node that makes no atom, the newest may be ours, and that is said", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const call = callerOf(remote, [getLimits]);
  await call("get_limits");
  const quiet = await call("get_limits", { window_ms: 100 });
  assert(/beamtap's own questions/.test(quiet.text), quiet.text);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, getLimitsQuestion, [
    { window_ms: 50, limit: 5 },
    { window_ms: 100, limit: 1e9 },
  ]);
});
