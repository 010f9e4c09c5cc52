import { assert, assertEquals, assertRejects } from "@std/assert";
import { BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import { atom, tuple } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { measureCallRateQuestion } from "../../../lib/tools/trace/measure_call_rate.ts";
import { stackSamplesQuestion } from "../../../lib/tools/trace/stack_samples.ts";
import {
  type CallClause,
  runTrace,
  type Traced,
  type TracedArgs,
} from "../../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../support/beam.ts";
import {
  connect,
  evaluate,
  evaluateTerm,
  eventually,
} from "../../support/remote.ts";
import {
  killTracer,
  NO_TRACES,
  TRACED_SETUP,
  traces,
  tracing,
} from "../../support/traces.ts";

const ARGS: TracedArgs = {
  functions: [{ module: "shop", function: "calm" }],
  returns: true,
  max_events: 10,
  duration_ms: 5000,
  depth: 6,
  width: 30,
  max_bytes: 20_000,
};

function trace(
  remote: RemoteNode,
  args: Partial<TracedArgs> = {},
): Promise<Traced> {
  return createBeam(remote).run(runTrace, { ...ARGS, ...args }, {
    timeoutMs: 15_000,
  });
}

Deno.test("calls are told with arguments, result, exception and caller, in order", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const { events, received, ended_by, calls_per_s } = await trace(remote, {
    functions: [
      { module: "shop", function: "calm", arity: 2 },
      { module: "shop", function: "fails" },
    ],
  });
  assertEquals([events.length, received, ended_by], [10, 10, "max_events"]);
  // A few calls in 100 ms make no rate.
  const told = calls_per_s ?? 100;
  assert(told >= 100 && told < 400, `${calls_per_s}`);
  const rare = await trace(remote, {
    functions: [{ module: "shop", function: "start_hot" }],
    duration_ms: 10,
  });
  assertEquals(rare.calls_per_s, undefined);
  const start = events.findIndex(({ kind, function: fn }) =>
    kind === "call" && fn?.startsWith("shop:fails/")
  );
  const [failing, raised, call, result] = events.slice(start);
  assertEquals(
    [call?.kind, result?.kind, failing?.kind, raised?.kind],
    ["call", "return", "call", "exception"],
  );
  assert(call?.caller?.startsWith("shop:walk/"), call?.caller);
  assertEquals(raised?.class, "error");
  assert((result?.at_ms ?? 0) >= (call?.at_ms ?? 0));
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("only calls whose arguments match a pattern and guards are told", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const clauses = await oneClause(remote);
  const { events } = await trace(remote, {
    clauses,
    arguments: true,
    returns: false,
  });
  assertEquals(events.length, 10);
  const texts = events.map(({ content }) => JSON.stringify(content?.term));
  assert(texts.every((text) => text.includes(`[1]`) || text.includes("1")));
});

async function oneClause(remote: RemoteNode): Promise<CallClause[]> {
  return [{
    head: await evaluateTerm(remote, "[{user, '$1'}, '_']"),
    guards: [await evaluateTerm(remote, "{'=:=', '$1', 1}")],
  }];
}

Deno.test("a function that is called all the time is refused with its rate, and sampled if wanted", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, shop:start_hot()`,
  });
  await using remote = await connect(node);
  const functions = [{ module: "shop", function: "hot" }];
  const rate = await createBeam(remote).run(measureCallRateQuestion, {
    functions,
    window_ms: 100,
    limit: 5,
  }, { timeoutMs: 5000 });
  assert(rate.calls_per_s > 100_000, `${rate.calls_per_s}`);
  const refused = await assertRejects(
    () => trace(remote, { functions }),
    BeamError,
  );
  assertEquals(refused.code, "called_too_often");
  const sampled = await trace(remote, {
    functions,
    interval_ms: 5,
    max_events: 20,
    returns: false,
  });
  assertEquals(
    [sampled.events.length, sampled.ended_by],
    [20, "max_events"],
  );
  assert((sampled.calls_per_s ?? 0) > 100_000);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("what only we call is not called too often, and none of it is told", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const functions = [{ module: "erl_eval", function: "expr" }];
  const beam = createBeam(remote);
  // Other questions that are interpreted all the time.
  const busy = Promise.allSettled(
    Array.from({ length: 6 }, () =>
      beam.run(stackSamplesQuestion, {
        processes: ["walker"],
        interval_ms: 1,
        duration_ms: 8000,
        waiting: true,
        limit: 5,
      }, { timeoutMs: 20_000 })),
  );
  await eventually(async () => {
    const { calls_per_s } = await beam.run(measureCallRateQuestion, {
      functions,
      window_ms: 100,
      limit: 1,
    }, { timeoutMs: 5000 });
    return calls_per_s > 1500;
  }, true);
  const { events, ended_by, calls_per_s = 0 } = await trace(remote, {
    functions,
    duration_ms: 300,
  });
  await busy;
  assertEquals([events, ended_by], [[], "duration"]);
  assert(calls_per_s <= 1000, `${calls_per_s}`);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("what a process sends, receives and does is told", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, register(echo, spawn(fun Echo() ->
      receive {From, M} -> From ! {ok, M}, Echo() end end)),
      spawn(fun Ask() -> echo ! {self(), hello}, receive _ -> ok end,
                         receive after 20 -> Ask() end end)`,
  });
  await using remote = await connect(node);
  const { events } = await trace(remote, {
    functions: [],
    processes: ["echo"],
    flags: ["send", "receive"],
    max_events: 4,
  });
  assertEquals(
    events.map(({ kind }) => kind).toSorted(),
    ["received", "received", "sent", "sent"],
  );
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("nothing of a trace is left, however it ends", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  // A trace of which nothing comes.
  const match = await evaluateTerm(remote, "[nobody, '_']");
  const long = { match, duration_ms: 10_000 };

  const short = await trace(remote, { max_events: 500, duration_ms: 200 });
  assertEquals(short.ended_by, "duration");
  assertEquals(await traces(remote), NO_TRACES);

  const abort = new AbortController();
  const aborted = createBeam(remote).run(runTrace, { ...ARGS, ...long }, {
    timeoutMs: 15_000,
    signal: abort.signal,
  });
  await tracing(remote);
  abort.abort();
  await assertRejects(() => aborted, BeamtapError);
  await eventually(() => traces(remote), NO_TRACES);

  await using second = await connect(node);
  const cut = trace(second, long);
  await tracing(remote);
  second.close();
  await assertRejects(() => cut, BeamtapError);
  await eventually(() => traces(remote), NO_TRACES);

  const killed = trace(remote, long);
  await tracing(remote);
  await killTracer(remote);
  assertEquals((await killed).ended_by, "tracer_killed");
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("whoever traced before is not disturbed, and named to the second where only one can", async () => {
  await using node = await startBeam({
    setup:
      `${TRACED_SETUP}, Tracer = spawn(fun() -> receive stop -> ok end end),
      register(other_tracer, Tracer),
      erlang:trace(whereis(walker), true, [call, {tracer, Tracer}]),
      erlang:trace_pattern({shop, local, 1}, true, [local, call_count])`,
  });
  await using remote = await connect(node);
  const before = await traces(remote);
  const isolated = Number(remote.greeting.otpRelease) >= 27;
  if (isolated) {
    const [one, two] = await Promise.all([trace(remote), trace(remote)]);
    assertEquals([one.received, two.received], [10, 10]);
  } else {
    const refused = await assertRejects(() => trace(remote), BeamError);
    assertEquals(refused.code, "traced_by_others");
    assert(refused.message.includes("other_tracer"), refused.message);
  }
  const shared = await createBeam(remote).run(measureCallRateQuestion, {
    functions: [{ module: "shop", function: "local" }],
    window_ms: 100,
    limit: 5,
  }, { timeoutMs: 5000 });
  assertEquals([shared.shared, shared.called], [isolated ? 0 : 1, 1]);
  await eventually(() => traces(remote), before);
});

Deno.test("what cannot be traced is named, with what there is instead", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const code = async (args: Partial<TracedArgs>): Promise<string> => {
    const error = await assertRejects(() => trace(remote, args), BeamError);
    return `${error.code}: ${error.message} ${error.hint}`;
  };
  const of = (fn: string, arity?: number): Partial<TracedArgs> => ({
    functions: [{ module: "shop", function: fn, arity }],
  });
  assert((await code(of("calm", 7))).includes("calm/2"));
  assert((await code(of("calc"))).includes("calm/2"));
  const self = { module: "erlang", function: "self", arity: 0 };
  assert((await code({ functions: [self] })).includes("instruction"));
  assert(
    (await code({ functions: [{ module: "shopp" }] }))
      .startsWith("no_such_module"),
  );
  // Of arguments that the release of the node does not know.
  const clauses = [{ head: atom("_"), guards: [tuple(atom("self"), 1)] }];
  const refused = await code({ clauses });
  assert(
    /^bad_pattern: .*cannot use the pattern: .*self/.test(refused),
    refused,
  );
  assert(
    (await code({ functions: [], processes: ["nobody"], flags: ["send"] }))
      .startsWith("no_such_name"),
  );
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("counters that somebody else takes back meanwhile are no rate of 0", async () => {
  await using node = await startBeam({
    setup:
      `${TRACED_SETUP}, erlang:trace_pattern({shop, calm, 2}, true, [local, call_count])`,
  });
  await using remote = await connect(node);
  if (Number(remote.greeting.otpRelease) >= 27) return;
  const measuring = createBeam(remote).run(measureCallRateQuestion, {
    functions: [{ module: "shop", function: "calm" }],
    window_ms: 2000,
    limit: 5,
  }, { timeoutMs: 10_000 });
  const lost = assertRejects(() => measuring, BeamError);
  await evaluate(
    remote,
    "timer:sleep(500), erlang:trace_pattern({shop, calm, 2}, false, [local, call_count])",
  );
  assertEquals((await lost).code, "counters_lost");
});

Deno.test("what the emulator of a release does not survive is not traced there", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const collections = {
    functions: [],
    processes: ["walker"],
    flags: ["garbage_collection"],
    duration_ms: 2000,
    max_events: 500,
  } as const;
  const version = await evaluate(remote, "erlang:system_info(version)");
  if (/^"1([12]\.|3\.[01])/.test(version)) {
    const unsafe = await assertRejects(
      () => trace(remote, collections),
      BeamError,
    );
    assertEquals(unsafe.code, "unsafe_here");
  } else {
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => trace(remote, collections)),
    );
    const traced = outcomes.filter(({ status }) => status === "fulfilled");
    assertEquals(traced.length, 1);
  }
  assertEquals(await traces(remote), NO_TRACES);
});
