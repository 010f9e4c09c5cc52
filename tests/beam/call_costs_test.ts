import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  BeamError,
  type CallCosts,
  callCosts,
  type CallCostsArgs,
  createBeam,
} from "../../lib/beam/mod.ts";
import { BeamtapError } from "../../lib/errors.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../support/traces.ts";

function costs(
  remote: RemoteNode,
  args: Partial<CallCostsArgs> = {},
  signal?: AbortSignal,
): Promise<CallCosts> {
  return createBeam(remote).run(callCosts, {
    functions: [{ module: "shop" }],
    duration_ms: 500,
    limit: 10,
    ...args,
  }, { timeoutMs: 20_000, signal });
}

Deno.test("calls, time and memory of functions are counted, and nothing is left", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const { costs: rows, called, functions } = await costs(remote, {
    processes: ["walker"],
    duration_ms: 1500,
  });
  assert(functions > called, `${functions} ${called}`);
  const calm = rows.find((row) => row.function === "calm");
  assert(calm && calm.calls > 3, JSON.stringify(rows));
  assert(calm.own_us >= 0 && calm.own_us < 1_500_000);
  const counted = Number(remote.greeting.otpRelease) >= 26;
  assertEquals(calm.own_bytes !== undefined, counted);
  // {Who, N, local(N)}: a tuple of three.
  if (counted) assert((calm.own_bytes ?? 0) >= calm.calls * 4 * 8);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("functions that are called all the time are not timed", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, shop:start_hot()`,
  });
  await using remote = await connect(node);
  const refused = await assertRejects(() => costs(remote), BeamError);
  assertEquals(refused.code, "called_too_often");
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("whoever counts before keeps the counters where there is only one set", async () => {
  await using node = await startBeam({
    setup:
      `${TRACED_SETUP}, erlang:trace_pattern({shop, calm, 2}, true, [local, call_time])`,
  });
  await using remote = await connect(node);
  const before = await evaluate(
    remote,
    "element(1, erlang:trace_info({shop, calm, 2}, call_time))",
  );
  if (Number(remote.greeting.otpRelease) >= 27) await costs(remote);
  else {
    const refused = await assertRejects(() => costs(remote), BeamError);
    assertEquals(refused.code, "traced_by_others");
  }
  assertEquals(
    await evaluate(
      remote,
      "element(1, erlang:trace_info({shop, calm, 2}, call_time))",
    ),
    before,
  );
});

Deno.test("nothing of a count is left, however it ends", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const begun = (): Promise<void> =>
    eventually(async () => await traces(remote) !== NO_TRACES, true);
  const abort = new AbortController();
  const long = { duration_ms: 10_000 };
  const aborted = costs(remote, long, abort.signal);
  await begun();
  abort.abort();
  await assertRejects(() => aborted, BeamtapError);
  await eventually(() => traces(remote), NO_TRACES);

  await using second = await connect(node);
  const cut = costs(second, long);
  await begun();
  second.close();
  await assertRejects(() => cut, BeamtapError);
  await eventually(() => traces(remote), NO_TRACES);
});
