import { assert, assertEquals } from "@std/assert";
import { BeamError, createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { callCostsQuestion } from "../../../lib/tools/trace/call_costs.ts";
import { measureCallRateQuestion } from "../../../lib/tools/trace/measure_call_rate.ts";
import {
  runTrace,
  type Traced,
  type TracedArgs,
} from "../../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import {
  NO_TRACES,
  TRACED_SETUP,
  traces,
  tracing,
} from "../../support/traces.ts";

const CALM = [{ module: "shop", function: "calm" }];
const TIME = { timeoutMs: 20_000 };

/** What `reload` needs: the code of the module, and one without the function. */
const SETUP = `${TRACED_SETUP},
  {ok, _, Empty} = compile:forms([{attribute, 1, module, shop}]),
  persistent_term:put(empty, Empty)`.replace(
  "{module, Module} =",
  "persistent_term:put(code, Beam), {module, Module} =",
);
/** As a code reloader does it; the walker calls it by its whole name, and so the new code. */
const RELOAD =
  `code:purge(shop), code:load_binary(shop, "nofile", persistent_term:get(code))`;

function trace(
  remote: RemoteNode,
  args: Partial<TracedArgs> = {},
): Promise<Traced> {
  return createBeam(remote).run(runTrace, {
    functions: CALM,
    returns: false,
    max_events: 500,
    duration_ms: 2000,
    depth: 6,
    width: 30,
    max_bytes: 20_000,
    ...args,
  }, TIME);
}

Deno.test("a trace goes on in a module that is loaded anew, and says since when", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const running = trace(remote);
  await tracing(remote);
  await evaluate(remote, RELOAD);
  const { loaded_anew, events, ended_by } = await running;
  const [loaded, ...more] = loaded_anew ?? [];
  assert(loaded !== undefined, "it says nothing");
  assertEquals([loaded.module, loaded.functions, more, ended_by], [
    "shop",
    1,
    [],
    "duration",
  ]);
  const last = events.at(-1)?.at_ms ?? 0;
  assert(last > loaded.at_ms, `${last} ${loaded.at_ms}`);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("a module that has lost the traced function is told, too, and traced when it is back", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  await evaluate(remote, "exit(whereis(walker), kill)");
  const running = trace(remote, { duration_ms: 4000 });
  await tracing(remote);
  await evaluate(
    remote,
    `code:load_binary(shop, "nofile", persistent_term:get(empty))`,
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  await evaluate(remote, `${RELOAD}, shop:start()`);
  const { loaded_anew, events } = await running;
  assertEquals(loaded_anew?.map(({ functions }) => functions), [0, 1]);
  assert(events.length > 0);
  await eventually(() => traces(remote), NO_TRACES);
});

Deno.test("calls around the loading of a module are in no count, and it says so", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const again =
    `spawn(fun Again() -> ${RELOAD}, timer:sleep(400), Again() end)`;
  await evaluate(remote, `register(loader, ${again})`);
  const beam = createBeam(remote);
  const rate = await beam.run(measureCallRateQuestion, {
    functions: CALM,
    window_ms: 2000,
    limit: 5,
  }, TIME);
  assert(rate.loaded_anew >= 3, `${rate.loaded_anew}`);
  assert(rate.window_ms < 2000 && rate.calls_per_s > 0, JSON.stringify(rate));
  const costs = await beam.run(callCostsQuestion, {
    functions: CALM,
    duration_ms: 1500,
    limit: 5,
  }, TIME);
  assert(
    costs.loaded_anew >= 2 && costs.window_ms < 1000,
    JSON.stringify(costs),
  );
  await evaluate(remote, "exit(whereis(loader), kill)");
  await eventually(() => traces(remote), NO_TRACES);
});

Deno.test("a trace ends when its processes have, and when somebody ends all traces", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const one = trace(remote, {
    functions: [],
    processes: ["walker"],
    flags: ["send"],
    duration_ms: 10_000,
  });
  await eventually(
    () =>
      evaluate(
        remote,
        `lists:any(fun(Info) -> case Info of {flags, [_ | _]} -> true; _ -> false end end,
          [erlang:trace_info(whereis(walker), flags)
           | case erlang:function_exported(trace, session_info, 1) of
               true -> [trace:info(S, whereis(walker), flags) || {beamtap, _} = S <- trace:session_info(all)];
               false -> []
             end])`,
      ),
    "true",
  );
  await evaluate(remote, "exit(whereis(walker), kill)");
  assertEquals((await one).ended_by, "processes_ended");
  await evaluate(remote, "shop:start()");

  const all = trace(remote, { duration_ms: 10_000 });
  await tracing(remote);
  const own = Number(remote.greeting.otpRelease) >= 27;
  await evaluate(
    remote,
    own
      ? "[trace:session_destroy(S) || {beamtap, _} = S <- trace:session_info(all)]"
      : "erlang:trace(all, false, [all])",
  );
  assertEquals((await all).ended_by, "taken");
  const counting = createBeam(remote).run(callCostsQuestion, {
    functions: CALM,
    duration_ms: 8000,
    limit: 5,
  }, TIME).then(
    () => "ok",
    (error) => error instanceof BeamError && error.code,
  );
  await eventually(
    () =>
      evaluate(
        remote,
        own
          ? "[] =/= [S || {beamtap, _} = S <- trace:session_info(all), {call_time, [_ | _]} <- [trace:info(S, {shop, calm, 2}, call_time)]]"
          : "is_list(element(2, erlang:trace_info({shop, calm, 2}, call_time)))",
      ),
    "true",
  );
  await evaluate(
    remote,
    own
      ? "[trace:process(S, all, false, [all]) || {beamtap, _} = S <- trace:session_info(all)]"
      : "erlang:trace(all, false, [all])",
  );
  assertEquals(await counting, "count_ended");
  await eventually(() => traces(remote), NO_TRACES);
});
