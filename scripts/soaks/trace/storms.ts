/**
 * Storms: what is done to a node while it is traced, with figures of the outcome.
 *
 * @module
 */

import { type Beam, createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { captureLogsQuestion } from "../../../lib/tools/logs/capture_logs.ts";
import { callCostsQuestion } from "../../../lib/tools/trace/call_costs.ts";
import { measureCallRateQuestion } from "../../../lib/tools/trace/measure_call_rate.ts";
import {
  runTrace,
  type Traced,
  type TracedArgs,
} from "../../../lib/tools/trace/run_trace.ts";
import { watchSystemQuestion } from "../../../lib/tools/trace/watch_system.ts";
import type { Beam as Node } from "../../../tests/support/beam.ts";
import {
  connect,
  evaluate,
  eventually,
} from "../../../tests/support/remote.ts";
import { loading } from "../../../tests/support/supervisors.ts";
import {
  killTracer,
  NO_TRACES,
  traces,
  tracing,
} from "../../../tests/support/traces.ts";

/** A node, a link that watches it, and one to ask it by. */
export interface Lab {
  readonly node: Node;
  readonly watcher: RemoteNode;
  readonly beam: Beam;
}

/** Figures of the outcome. */
export type Figures = Readonly<Record<string, number>>;

/** Logs, sends, and calls as fast as it can; compiled. */
export const FLOOD = loading(`
-module(t_flood).
-export([log/1, echo/0, talk/2]).
log(0) -> ok;
log(N) -> logger:log(info, "event ~p", [N], #{mfa => {t_flood, log, 1}, line => 4}), log(N - 1).
echo() -> receive {From, Message} -> From ! Message, echo() end.
talk(_, 0) -> ok;
talk(Echo, N) -> Echo ! {self(), {order, N}}, receive _ -> talk(Echo, N - 1) after 500 -> ok end.
`);

const LIMITS = { depth: 6, width: 30, max_bytes: 24_000 };
const HOT = [{ module: "shop", function: "hot" }];
const CALM = [{ module: "shop", function: "calm" }];
const TIME = { timeoutMs: 30_000 };
const MAIN = new URL("../../../main.ts", import.meta.url).pathname;

/** What is left of ours: trace flags, filters, a system monitor, a counter, names. */
export async function leftovers(watcher: RemoteNode): Promise<string> {
  const left = await traces(watcher);
  if (left !== NO_TRACES) return left;
  return await evaluate(
    watcher,
    `[filter || _ <- maps:get(filters, logger:get_primary_config())]
     ++ [monitor || erlang:system_monitor() =/= undefined]
     ++ [counted || A <- [2, 3], {call_count, N} <- [erlang:trace_info({logger_backend, log_allowed, A}, call_count)],
                    is_integer(N)]
     ++ [P || P <- processes(), {max_heap_size, #{size := S, kill := true}} <- [process_info(P, max_heap_size)],
              S > 0, P =/= self()]`,
  );
}

async function startHot(watcher: RemoteNode): Promise<void> {
  await evaluate(watcher, "shop:start_hot()");
}

async function stopHot(watcher: RemoteNode): Promise<void> {
  await evaluate(
    watcher,
    `[exit(P, kill) || P <- processes(), {current_function, {shop, F, _}} <- [process_info(P, current_function)],
      F =/= walk]`,
  );
}

function trace(
  beam: Beam,
  args: Partial<TracedArgs>,
): Promise<Traced> {
  return beam.run(runTrace, {
    functions: CALM,
    returns: false,
    max_events: 100,
    duration_ms: 5000,
    ...LIMITS,
    ...args,
  }, TIME);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Each leaves the node as it was, or is a failure. */
export const STORMS: Readonly<
  Record<string, (lab: Lab) => Promise<Figures>>
> = {
  /** For comparison: the same load without a trace. */
  async hot({ watcher }): Promise<Figures> {
    await startHot(watcher);
    await wait(500);
    await stopHot(watcher);
    return {};
  },
  async counted({ watcher, beam }): Promise<Figures> {
    await startHot(watcher);
    const { calls_per_s } = await beam.run(measureCallRateQuestion, {
      functions: HOT,
      window_ms: 300,
      limit: 1,
    }, TIME);
    await stopHot(watcher);
    return { calls_per_s };
  },
  async sampled({ watcher, beam }): Promise<Figures> {
    await startHot(watcher);
    const { received, not_told } = await trace(beam, {
      functions: HOT,
      interval_ms: 5,
    });
    await stopHot(watcher);
    return { received, not_told };
  },
  /** The calls start only after the rate was measured. */
  async flooded({ watcher, beam }): Promise<Figures> {
    const ending = trace(beam, { functions: HOT });
    await wait(300);
    await startHot(watcher);
    const { received, not_told } = await ending;
    await stopHot(watcher);
    check(received === 100, `${received} events`);
    return { received, not_told };
  },
  async messages({ watcher, beam }): Promise<Figures> {
    await evaluate(watcher, "register(echo, spawn(t_flood, echo, [])), ok");
    const ending = trace(beam, {
      functions: [],
      processes: ["echo"],
      flags: ["send", "receive"],
    });
    await wait(300);
    await evaluate(
      watcher,
      "[spawn(t_flood, talk, [whereis(echo), 50000]) || _ <- [1, 2]], ok",
    );
    const { received, not_told } = await ending;
    await evaluate(watcher, "exit(whereis(echo), kill)");
    check(received === 100, `${received} events`);
    return { received, not_told };
  },
  /** Arguments and messages of 80 words that would be 2^40 if they were copied. */
  async shared_terms({ watcher, beam }): Promise<Figures> {
    await evaluate(
      watcher,
      `register(sharer, spawn(fun() ->
        Big = lists:foldl(fun(_, Tail) -> [Tail | Tail] end, [], lists:seq(1, 40)),
        (fun Step() -> shop:calm(Big, 1), receive after 5 -> Step() end end)() end)), ok`,
    );
    const { received } = await trace(beam, { processes: ["sharer"] });
    const { calls_per_s } = await beam.run(callCostsQuestion, {
      functions: CALM,
      duration_ms: 300,
      limit: 1,
    }, TIME);
    await evaluate(watcher, "exit(whereis(sharer), kill)");
    check(received === 100, `${received} events`);
    return { received, calls_per_s };
  },
  /** Reloads code all the time. */
  async reloaded({ watcher, beam }): Promise<Figures> {
    await evaluate(
      watcher,
      `Name = list_to_atom("reloaded_target"),
      {ok, _, Code} = compile:forms([{attribute, 1, module, Name}, {attribute, 1, export, [{f, 0}]},
        {function, 1, f, 0, [{clause, 1, [], [], [{atom, 1, ok}]}]}]),
      code:load_binary(Name, "nofile", Code),
      register(caller, spawn(fun Call() -> catch Name:f(), receive after 2 -> Call() end end)),
      register(loader, spawn(fun Load() -> code:purge(Name), code:load_binary(Name, "nofile", Code),
                                           receive after 150 -> Load() end end)), ok`,
    );
    const { received, loaded_anew = [] } = await trace(beam, {
      functions: [{ module: "reloaded_target" }],
      max_events: 5000,
      duration_ms: 2000,
    });
    await evaluate(
      watcher,
      "[exit(whereis(Name), kill) || Name <- [loader, caller]]",
    );
    check(received > 0 && loaded_anew.length > 3, `${loaded_anew.length}`);
    return { received, loaded_anew: loaded_anew.length };
  },
  /** Two traces of the collections of one process end OTP 27 and 29. */
  async collections({ watcher, beam }): Promise<Figures> {
    await evaluate(
      watcher,
      `register(other_tracer, spawn(fun Loop() -> receive stop -> ok; _ -> Loop() end end)),
      register(collector, spawn(fun Loop() -> lists:seq(1, 10000), Loop() end)),
      erlang:trace(whereis(collector), true, [garbage_collection, {tracer, whereis(other_tracer)}])`,
    );
    const outcome = await trace(beam, {
      functions: [],
      processes: ["collector"],
      flags: ["garbage_collection"],
      duration_ms: 1000,
    }).then(() => "traced", ({ code }) => code);
    await evaluate(
      watcher,
      "[exit(whereis(Name), kill) || Name <- [collector, other_tracer]]",
    );
    check(/^(traced_by_others|unsafe_here)$/.test(outcome), outcome);
    return {};
  },
  async link_lost({ node, watcher }): Promise<Figures> {
    const link = await connect(node);
    const cut = trace(createBeam(link), {
      functions: HOT,
      max_events: 500,
    }).catch(() => {});
    await wait(300);
    await startHot(watcher);
    link.close();
    await cut;
    await stopHot(watcher);
    return {};
  },
  async tracer_killed({ watcher, beam }): Promise<Figures> {
    // A process that never calls it causes no events.
    const ending = trace(beam, { processes: ["init"], duration_ms: 20_000 });
    await tracing(watcher, 10_000);
    await killTracer(watcher);
    check((await ending).ended_by === "tracer_killed", "it went on");
    return {};
  },
  async logs({ watcher, beam }): Promise<Figures> {
    const capturing = beam.run(captureLogsQuestion, {
      level: "debug",
      max_events: 100,
      duration_ms: 2000,
      whole: true,
      ...LIMITS,
    }, TIME);
    await wait(300);
    const begin = performance.now();
    await evaluate(watcher, "t_flood:log(100000)");
    const events_per_s = Math.round(1e8 / (performance.now() - begin));
    const { events, total, looked_at } = await capturing;
    check(total >= 100_000, `${total} events were counted`);
    return { events_per_s, told: events.length, looked_at };
  },
  async logs_link_lost({ node, watcher }): Promise<Figures> {
    const link = await connect(node);
    const cut = createBeam(link).run(captureLogsQuestion, {
      level: "debug",
      max_events: 500,
      duration_ms: 20_000,
      ...LIMITS,
    }, TIME).catch(() => {});
    await wait(300);
    await evaluate(watcher, "spawn(t_flood, log, [300000]), ok");
    link.close();
    await cut;
    return {};
  },
  async watch({ watcher, beam }): Promise<Figures> {
    const watching = beam.run(watchSystemQuestion, {
      large_heap_bytes: 1_000_000,
      max_events: 20,
      duration_ms: 2000,
      ...LIMITS,
    }, TIME);
    await wait(200);
    await evaluate(
      watcher,
      "[spawn(fun() -> length(lists:seq(1, 500000)) end) || _ <- lists:seq(1, 30)], ok",
    );
    const { received, not_told } = await watching;
    return { received, not_told };
  },
  async client_killed({ node, watcher }): Promise<Figures> {
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--allow-all", "--no-check", MAIN, "call", "trace_calls"],
        ...["module=shop", "function=calm", 'processes=["init"]'],
        ...["duration_ms=30000", "--epmd-port", `${node.epmd.port}`],
        ...["--node", node.name, "--allow", "trace", "--allow", "inspect"],
      ],
      env: { BEAMTAP_COOKIE: node.cookie },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    try {
      await tracing(watcher, 20_000);
    } finally {
      child.kill("SIGKILL");
      await child.status;
    }
    await eventually(() => traces(watcher), NO_TRACES);
    return {};
  },
};
