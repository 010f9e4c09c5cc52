import { assert, assertEquals } from "@std/assert";
import { type AnswerOf, createBeam } from "../../../lib/beam/mod.ts";
import { getSchedulersQuestion } from "../../../lib/tools/runtime/get_schedulers.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

function schedulers(
  remote: RemoteNode,
  states: boolean,
): Promise<AnswerOf<typeof getSchedulersQuestion>> {
  return createBeam(remote).run(getSchedulersQuestion, {
    window_ms: 400,
    detail: states ? "full" : "concise",
  }, {
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
  const asked = createBeam(remote).run(getSchedulersQuestion, {
    window_ms: 5000,
    detail: "full",
  }, { timeoutMs: 10_000, signal: abort.signal }).catch(() => "given up");
  const on =
    `lists:any(fun(#{counters := C}) -> lists:sum(maps:values(C)) > 0 end,
                        erlang:statistics(microstate_accounting))`;
  await eventually(() => evaluate(remote, on), "true");
  abort.abort();
  assertEquals(await asked, "given up");
  await eventually(() => switches(remote, false), "{false,undefined}");
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, getSchedulersQuestion, [
    { window_ms: 50, detail: "full" },
    { window_ms: 100 },
  ]);
});
