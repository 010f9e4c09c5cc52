import { assert, assertEquals, assertRejects } from "@std/assert";
import { type AnswerOf, BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import { format } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  type CallCostsArgs,
  callCostsQuestion,
} from "../../../lib/tools/trace/call_costs.ts";
import { measureCallRateQuestion } from "../../../lib/tools/trace/measure_call_rate.ts";
import { runTrace } from "../../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../support/beam.ts";
import {
  connect,
  evaluate,
  evaluateTerm,
  eventually,
} from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

function costs(
  remote: RemoteNode,
  args: Partial<CallCostsArgs> = {},
  signal?: AbortSignal,
): Promise<AnswerOf<typeof callCostsQuestion>> {
  return createBeam(remote).run(callCostsQuestion, {
    functions: [{ module: "shop" }],
    duration_ms: 500,
    limit: 10,
    ...args,
  }, { timeoutMs: 20_000, signal });
}

Deno.test("calls and time of functions are counted, and nothing is left", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const { costs: rows, called, functions } = await costs(remote, {
    processes: ["walker"],
    duration_ms: 1500,
  });
  assert(functions > called, `${functions} ${called}`);
  const calm = rows.find((row) => row.function === "shop:calm/2");
  assert(calm && calm.calls > 3, JSON.stringify(rows));
  assert(calm.own_us >= 0 && calm.own_us < 1_500_000);
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

/** Each call has arguments that share themselves: 160 words, and 2^40 and more as a copy. */
const HUGE = `${
  loading(`
-module(huge).
-export([run/2, step/1, take/1]).
run(0, Big) -> Big;
run(N, Big) -> run(N - 1, [Big | Big]).
step(Big) -> [huge:take(Big) || _ <- lists:seq(1, 5)], receive after 10 -> ok end, huge:step(Big).
take(Big) -> {ok, Big}.
`)
}, register(huge, spawn(fun() -> huge:step(huge:run(40, [])) end))`;

Deno.test("every call is counted, however large its arguments, and nothing of them is copied", async () => {
  await using node = await startBeam({ setup: HUGE });
  await using remote = await connect(node);
  const beam = createBeam(remote);
  const functions = [{ module: "huge", function: "take" }];
  const counted = beam.run(measureCallRateQuestion, {
    functions,
    window_ms: 4000,
    limit: 5,
  }, { timeoutMs: 20_000 });
  const timed = await costs(remote, { functions, duration_ms: 2000 });
  const rate = (await counted).calls_per_s;
  const [row] = timed.costs;
  assert(row !== undefined && timed.window_ms >= 2000, JSON.stringify(timed));
  // The node divides by microseconds, and rounds them afterwards.
  const perSecond = 1000 * row.calls / timed.window_ms;
  assert(Math.abs(timed.calls_per_s - perSecond) <= 1, JSON.stringify(timed));
  assert(
    row.calls > 50 && Math.abs(timed.calls_per_s / rate - 1) < 0.5,
    `${row.calls} calls, ${timed.calls_per_s}/s, counted ${rate}/s`,
  );
  assertEquals(
    await evaluate(remote, "is_process_alive(whereis(huge))"),
    "true",
  );
});

/** Sends itself a message that shares itself, which the emulator does not copy then. */
const MIRROR = `${
  loading(`
-module(mirror).
-export([start/0]).
start() -> loop(lists:foldl(fun(_, Tail) -> [Tail | Tail] end, [], lists:seq(1, 40))).
loop(Big) -> self() ! {mirror, Big}, receive {mirror, Again} -> receive after 10 -> loop(Again) end end.
`)
}, spawn(fun mirror:start/0)`;

Deno.test("a process that sends itself a term that shares itself goes on while it is counted", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, ${MIRROR}`,
  });
  await using remote = await connect(node);
  const { costs: rows } = await costs(remote, {
    functions: [{ module: "mirror" }],
  });
  const looped = rows.find((row) => row.function === "mirror:loop/1");
  assert(looped && looped.calls > 5, JSON.stringify(rows));
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("a trace without copies shows calls, filters by arguments, and skips large messages", async () => {
  await using node = await startBeam({
    setup:
      `${HUGE}, register(inbox, spawn(fun Loop() -> receive _ -> Loop() end end)),
      spawn(fun() -> (fun Send(N) -> [inbox ! Message || Message <- [{small, N}, lists:seq(1, 1000), #{a => {b}},
                                                          {'$gen_call', {self(), [alias | make_ref()]}, {get, N}}]],
                           timer:sleep(20), Send(N + 1) end)(1) end)`,
  });
  await using remote = await connect(node);
  const base = {
    returns: false,
    max_events: 20,
    duration_ms: 5000,
    depth: 6,
    width: 30,
    max_bytes: 20_000,
  };
  const functions = [{ module: "huge", function: "take" }];
  const clauses = [{
    head: await evaluateTerm(remote, "['$1']"),
    guards: [await evaluateTerm(remote, "{is_list, '$1'}")],
  }];
  const beam = createBeam(remote);
  const calls = await beam.run(runTrace, { ...base, functions, clauses }, {
    timeoutMs: 15_000,
  });
  assertEquals(calls.events.length, 20);
  for (const { kind, content, function: fn } of calls.events) {
    assertEquals([kind, content, fn], ["call", undefined, "huge:take/1"]);
  }
  const messages = await beam.run(runTrace, {
    ...base,
    functions: [],
    processes: ["inbox"],
    flags: ["receive"],
  }, { timeoutMs: 15_000 });
  const texts = messages.events.map(({ content }) =>
    format(content?.term ?? 0, { syntax: "erlang" })
  );
  assertEquals(texts.length, 20);
  for (const text of texts) {
    assert(/^\{small,|^\{'\$gen_call',/.test(text), text);
  }
  assertEquals(
    await evaluate(
      remote,
      "{erlang:trace_info('receive', match_spec), is_process_alive(whereis(huge))}",
    ),
    "{{match_spec,true},true}",
  );
});
