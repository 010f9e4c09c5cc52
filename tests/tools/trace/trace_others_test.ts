import { assert, assertEquals, assertRejects } from "@std/assert";
import { BeamError, createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { callCostsQuestion } from "../../../lib/tools/trace/call_costs.ts";
import { measureCallRateQuestion } from "../../../lib/tools/trace/measure_call_rate.ts";
import {
  runTrace,
  type TracedArgs,
} from "../../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

const CALM = [{ module: "shop", function: "calm" }];
const TIME = { timeoutMs: 15_000 };

function trace(
  remote: RemoteNode,
  args: Partial<TracedArgs> = {},
): Promise<unknown> {
  return createBeam(remote).run(runTrace, {
    functions: CALM,
    returns: false,
    max_events: 1,
    duration_ms: 3000,
    depth: 6,
    width: 30,
    max_bytes: 20_000,
    ...args,
  }, TIME);
}

const count = (remote: RemoteNode): Promise<{ calls_per_s: number }> =>
  createBeam(remote).run(measureCallRateQuestion, {
    functions: CALM,
    window_ms: 100,
    limit: 5,
  }, TIME);

const time = (remote: RemoteNode): Promise<{ calls_per_s: number }> =>
  createBeam(remote).run(callCostsQuestion, {
    functions: CALM,
    duration_ms: 100,
    limit: 5,
  }, TIME);

/** `ok`, or the code of the error. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    assert(error instanceof BeamError, `${error}`);
    return error.code;
  }
}

/** What somebody else may have set, and whether counters can be set beside it before OTP 27. */
const FOREIGN: readonly [string, boolean][] = [
  ["erlang:trace_pattern({shop, calm, 2}, true, [local])", true],
  [
    "erlang:trace_pattern({shop, calm, 2}, [{[{user, 1}, '_'], [], [{message, {caller}}]}], [local])",
    true,
  ],
  ["erlang:trace_pattern({shop, calm, 2}, true, [global])", false],
  ["erlang:trace_pattern({shop, calm, 2}, true, [{meta, Tracer}])", true],
  ["erlang:trace_pattern({shop, calm, 2}, true, [call_time])", true],
  ["erlang:trace_pattern({shop, calm, 2}, true, [call_count])", true],
  // Another function: whoever has the flag for calls is told of these, too.
  ["erlang:trace_pattern({lists, keyfind, 3}, true, [local])", true],
  // What is loaded from now on has the pattern.
  ["erlang:trace_pattern(on_load, true, [local]), code:load_file(dets)", true],
  ["erlang:trace_pattern('receive', [{[node(), '_', x], [], []}], [])", true],
];

const RESET =
  `erlang:trace(all, false, [all]), erlang:trace_pattern({'_', '_', '_'}, false, [local, meta, call_count, call_time]),
  erlang:trace_pattern(on_load, false, [local]), erlang:trace_pattern('receive', true, [])`;

const STATE = `(fun() ->
  %% Calls of the walker are theirs to time.
  Rows = fun({call_time, Times}) when is_list(Times) -> {call_time, [Pid || {Pid, _, _, _} <- Times] -- [whereis(walker)]};
            (Set) -> Set end,
  {[Rows(erlang:trace_info({shop, calm, 2}, Item)) || Item <- [traced, match_spec, call_time]],
   [is_integer(Calls) || {_, Calls} <- [erlang:trace_info({shop, calm, 2}, call_count)]],
   erlang:trace_info({lists, keyfind, 3}, traced), erlang:trace_info(on_load, traced),
   erlang:trace_info('receive', match_spec), erlang:trace_info(whereis(walker), tracer),
   erlang:trace_info(whereis(walker), flags), is_process_alive(whereis(other_tracer))}
end)()`;

Deno.test("what somebody else has set stays, with whoever traces or before anybody does", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, register(other_tracer, spawn(fun Loop() ->
      receive stop -> ok; _ -> Loop() end end))`,
  });
  await using remote = await connect(node);
  for (const flags of ["[call]", "none"]) {
    for (const [set, countable] of FOREIGN) {
      await evaluate(
        remote,
        `${RESET}, Tracer = whereis(other_tracer),
        case ${flags} of none -> ok; Flags -> erlang:trace(whereis(walker), true, [{tracer, Tracer} | Flags]) end, ${set}`,
      );
      const before = await evaluate(remote, STATE);
      const counted = await outcome(count(remote));
      const timed = await outcome(time(remote));
      const tracedCode = await outcome(trace(remote));
      assertEquals(await evaluate(remote, STATE), before, set);
      if (Number(remote.greeting.otpRelease) >= 27) {
        assertEquals([counted, timed, tracedCode], ["ok", "ok", "ok"], set);
        continue;
      }
      assertEquals(counted, countable ? "ok" : "traced_by_others", set);
      // Where nobody has flags, what counts calls, and meta traces, are no trace of calls.
      const alone = flags === "none" && /meta|call_count/.test(set);
      const expected = alone ? "ok" : "traced_by_others";
      assertEquals([timed, tracedCode], [expected, expected], set);
    }
  }
});

Deno.test("whoever is to trace the processes that are yet to come is somebody, too", async () => {
  await using node = await startBeam({
    setup:
      `${TRACED_SETUP}, Tracer = spawn(fun() -> receive stop -> ok end end), register(other_tracer, Tracer),
      erlang:trace(new_processes, true, [garbage_collection, {tracer, Tracer}])`,
  });
  await using remote = await connect(node);
  const refused = await assertRejects(
    () =>
      trace(remote, {
        functions: [],
        processes: ["walker"],
        flags: Number(remote.greeting.otpRelease) >= 27
          ? ["garbage_collection", "set_on_spawn"]
          : ["send"],
      }),
    BeamError,
  );
  assertEquals(refused.code, "traced_by_others");
  assertEquals(
    await evaluate(remote, "erlang:trace_info(new_processes, flags)"),
    "{flags,[garbage_collection]}",
  );
});

Deno.test("a second trace of garbage collections is refused, whoever has the first", async () => {
  await using node = await startBeam({
    setup:
      `${TRACED_SETUP}, register(other_tracer, spawn(fun() -> receive stop -> ok end end)),
      erlang:trace(whereis(walker), true, [garbage_collection, {tracer, whereis(other_tracer)}])`,
  });
  await using remote = await connect(node);
  const flags = "erlang:trace_info(whereis(walker), flags)";
  const before = await evaluate(remote, flags);
  const collections: Partial<TracedArgs> = {
    functions: [],
    processes: ["walker"],
    flags: ["garbage_collection"],
  };
  assertEquals(await outcome(trace(remote, collections)), "traced_by_others");
  assertEquals(await evaluate(remote, flags), before);
});

Deno.test("a pattern that somebody sets over ours is not taken back with ours", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  if (Number(remote.greeting.otpRelease) >= 27) return;
  const tracing = createBeam(remote).run(runTrace, {
    functions: CALM,
    returns: false,
    max_events: 500,
    duration_ms: 3000,
    depth: 6,
    width: 30,
    max_bytes: 20_000,
  }, TIME);
  const info = "erlang:trace_info({shop, calm, 2}, match_spec)";
  while (!(await evaluate(remote, info)).includes("message"));
  await evaluate(
    remote,
    "erlang:trace_pattern({shop, calm, 2}, [{'_', [], [{return_trace}]}], [local])",
  );
  assertEquals((await tracing).ended_by, "taken");
  assertEquals(
    await evaluate(remote, info),
    "{match_spec,[{'_',[],[{return_trace}]}]}",
  );
  await evaluate(
    remote,
    "erlang:trace_pattern({shop, calm, 2}, false, [local])",
  );
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("the end of a count does not end what others trace of a function that is built in", async () => {
  await using node = await startBeam({
    setup:
      `register(other_tracer, spawn(fun Loop() -> receive stop -> ok; _ -> Loop() end end)),
      ${
        loading(`
-module(finder).
-export([loop/0]).
loop() -> lists:keyfind(a, 1, []), receive after 5 -> ok end, finder:loop().
`)
      }, Finder = spawn(finder, loop, []), register(finder, Finder),
      erlang:trace(Finder, true, [call, {tracer, whereis(other_tracer)}]),
      erlang:trace_pattern({lists, keyfind, 3}, true, [local])`,
  });
  await using remote = await connect(node);
  const functions = [{ module: "lists", function: "keyfind" }];
  const counting = (): Promise<string> =>
    outcome(
      createBeam(remote).run(measureCallRateQuestion, {
        functions,
        window_ms: 100,
        limit: 5,
      }, TIME),
    );
  const tracing = (): Promise<string> =>
    outcome(trace(remote, { functions, max_events: 1 }));
  const mended = Number(remote.greeting.otpRelease) >= 29;
  const expected = mended ? "ok" : "traced_by_others";
  assertEquals([await counting(), await tracing()], [expected, expected]);
  // It still takes messages.
  assertEquals(
    await evaluate(
      remote,
      `(fun() -> {_, Before} = process_info(whereis(other_tracer), reductions), timer:sleep(1000),
        {_, After} = process_info(whereis(other_tracer), reductions), After > Before end)()`,
    ),
    "true",
  );
  await evaluate(
    remote,
    `erlang:trace(all, false, [all]), erlang:trace_pattern({lists, keyfind, 3}, false, [local]),
     erlang:trace_pattern({lists, keyfind, 3}, true, [call_count])`,
  );
  // Counters that are there are read; before sessions, they are the only ones.
  const shared = Number(remote.greeting.otpRelease) < 27;
  assertEquals([await counting(), await tracing()], [
    shared ? "ok" : expected,
    expected,
  ]);
  assertEquals(
    await evaluate(
      remote,
      `(fun() -> {_, Before} = erlang:trace_info({lists, keyfind, 3}, call_count), timer:sleep(1000),
        {_, After} = erlang:trace_info({lists, keyfind, 3}, call_count), After > Before end)()`,
    ),
    "true",
  );
});
