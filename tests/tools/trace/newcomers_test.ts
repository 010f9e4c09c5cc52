import { assert, assertEquals, assertRejects } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { callCostsQuestion } from "../../../lib/tools/trace/call_costs.ts";
import { stackSamplesQuestion } from "../../../lib/tools/trace/stack_samples.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

/**
 * `front` starts a connection every 20 ms, which starts a request, which works for 15 ms and asks
 * three prices; `stranger` does the same work for nobody.
 */
const TARGET = `
-module(desk).
-export([front/0, connection/0, request/0, price/1, grind/1, stranger/0]).
front() -> proc_lib:spawn(desk, connection, []), timer:sleep(20), front().
connection() -> {_, Monitor} = proc_lib:spawn_opt(desk, request, [], [monitor]), receive {'DOWN', Monitor, _, _, _} -> ok end.
request() -> [desk:price(N) || N <- [1, 2, 3]], grind(erlang:monotonic_time(millisecond) + 15), ok.
price(N) -> N + 1.
grind(Until) -> lists:sum(lists:seq(1, 5000)), case erlang:monotonic_time(millisecond) < Until of true -> grind(Until); false -> ok end.
stranger() -> desk:price(1), lists:reverse(lists:seq(1, 9)), timer:sleep(3), stranger().
`;

let node: Beam;
let remote: RemoteNode;
Deno.test.beforeAll(async () => {
  node = await startBeam({
    setup: `${TRACED_SETUP}, ${loading(TARGET)},
      register(front, proc_lib:spawn(desk, front, [])), register(stranger, spawn(desk, stranger, []))`,
  });
});
Deno.test.beforeEach(async () => {
  remote = await connect(node);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await node[Symbol.asyncDispose]();
});

const SAMPLES = {
  processes: [],
  interval_ms: 2,
  duration_ms: 1000,
  waiting: false,
  limit: 100,
};

for (const whose of ["front", "desk:request/0"]) {
  Deno.test(`processes that come while it looks are sampled, of ${whose}`, async () => {
    const { stacks, newcomers, samples } = await createBeam(remote).run(
      stackSamplesQuestion,
      { ...SAMPLES, of: whose },
      { timeoutMs: 15_000 },
    );
    const { came = 0, unseen = 0 } = newcomers ?? {};
    assert(came > 5 && unseen < came, JSON.stringify(newcomers));
    const grinding = stacks.filter(({ stack }) =>
      stack.some((name) => name === "desk:grind/1")
    ).reduce((sum, { count }) => sum + count, 0);
    assert(grinding > samples / 2, JSON.stringify(stacks));
    assert(
      !stacks.some(({ stack }) => stack.includes("desk:stranger/0")),
      JSON.stringify(stacks),
    );
    assertEquals(await traces(remote), NO_TRACES);
  });
}

Deno.test("of a large family those that work are sampled", async () => {
  await evaluate(
    remote,
    `register(large, proc_lib:spawn(fun() ->
       [proc_lib:spawn_link(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 150)],
       proc_lib:spawn_link(fun Work() -> desk:grind(erlang:monotonic_time(millisecond) + 20), timer:sleep(1), Work() end),
       [proc_lib:spawn_link(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 150)],
       receive stop -> ok end
     end))`,
  );
  const { samples, newcomers } = await createBeam(remote).run(
    stackSamplesQuestion,
    { ...SAMPLES, of: "large" },
    { timeoutMs: 15_000 },
  );
  assertEquals(newcomers?.passed_over, 102);
  assert(samples > 2, `${samples}`);
});

Deno.test("calls in processes that come are counted exactly, and no others", async () => {
  const { costs, crowded } = await createBeam(remote).run(callCostsQuestion, {
    functions: [{ module: "desk" }],
    of: "front",
    duration_ms: 1500,
    limit: 20,
  }, { timeoutMs: 15_000 });
  const calls = (name: string): number =>
    costs.find((row) => row.function === `desk:${name}`)?.calls ?? 0;
  assert(calls("request/0") > 5, JSON.stringify(costs));
  // One request may be at its first prices at either end.
  assert(
    Math.abs(calls("price/1") - 3 * calls("request/0")) <= 3,
    JSON.stringify(costs),
  );
  assertEquals([calls("stranger/0"), crowded], [0, false]);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("a count ends before its counters take too much memory", async () => {
  const counted = createBeam(remote).run(callCostsQuestion, {
    functions: [{ module: "desk" }],
    duration_ms: 10_000,
    max_bytes: 1_500_000,
    limit: 20,
  }, { timeoutMs: 30_000 });
  // Each process leaves a counter behind.
  await evaluate(
    remote,
    `register(storm, spawn(fun Storm() ->
      [begin {P, M} = spawn_monitor(desk, price, [1]), receive {'DOWN', M, process, P, _} -> ok end end || _ <- lists:seq(1, 2000)],
      timer:sleep(30), Storm() end))`,
  );
  const { crowded, window_ms, costs } = await counted;
  await evaluate(remote, "exit(whereis(storm), kill)");
  assert(crowded && window_ms < 10_000, `${crowded} ${window_ms}`);
  assert(costs.some((row) => row.function === "desk:price/1" && row.calls > 0));
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("nothing is left of a search for newcomers, however it ends", async () => {
  const abort = new AbortController();
  const begun = createBeam(remote).run(stackSamplesQuestion, {
    ...SAMPLES,
    of: "front",
    duration_ms: 20_000,
  }, { timeoutMs: 30_000, signal: abort.signal });
  await eventually(async () => await traces(remote) !== NO_TRACES, true);
  abort.abort();
  await assertRejects(() => begun, BeamtapError);
  await eventually(() => traces(remote), NO_TRACES);
});

Deno.test("the answer has inclusive shares, and what cannot be followed is refused", async () => {
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const told = await call("profile", {
    of: "front",
    interval_ms: 2,
    duration_ms: 1000,
  });
  assert(told.ok && told.text.includes("newcomers: came="), told.text);
  const { hottest } = told.structured;
  assert(Array.isArray(hottest) && hottest.length > 0, told.text);
  for (const { own_percent, inclusive_percent } of hottest) {
    assert(0 < own_percent && own_percent <= inclusive_percent, told.text);
  }
  const refusals = {
    "of and processes": { of: "front", processes: ["stranger"] },
    "of is a process": { of: "desk:request/0", module: "desk" },
    "no such function": { of: "desk:refuse/0" },
    "nothing is registered": { of: "nobody" },
  };
  for (const [words, args] of Object.entries(refusals)) {
    const refused = await call("profile", { duration_ms: 100, ...args });
    assert(!refused.ok && refused.text.includes(words), refused.text);
  }
});

Deno.test("who calls what is called all the time is not followed", async () => {
  await using busy = await startBeam({
    setup: `${TRACED_SETUP}, shop:start_hot()`,
  });
  await using other = await connect(busy);
  const refused = await assertRejects(
    () =>
      createBeam(other).run(stackSamplesQuestion, {
        ...SAMPLES,
        of: "shop:hot/1",
      }, { timeoutMs: 15_000 }),
    BeamtapError,
  );
  assertEquals(refused.code, "called_too_often");
  assertEquals(await traces(other), NO_TRACES);
});
