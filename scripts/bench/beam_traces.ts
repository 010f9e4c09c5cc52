/**
 * What an event of a trace costs the node: the processor time that it takes more than
 * when nobody traces, over the events. The texts of the tools quote these figures.
 *
 * @module
 */

import { createBeam } from "../../lib/beam/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { captureLogsQuestion } from "../../lib/tools/logs/capture_logs.ts";
import { callCostsQuestion } from "../../lib/tools/trace/call_costs.ts";
import { measureCallRateQuestion } from "../../lib/tools/trace/measure_call_rate.ts";
import { stackSamplesQuestion } from "../../lib/tools/trace/stack_samples.ts";
import { runTrace, type TracedArgs } from "../../lib/tools/trace/run_trace.ts";
import { type Beam, startBeam } from "../../tests/support/beam.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import { loading } from "../../tests/support/supervisors.ts";
import { during, NO_SPIN } from "./cpu.ts";

const TARGET = `
-module(traced_lab).
-export([start/1, loop/1, f/2, spin/1, g/1, log/0]).
start(Ms) -> spawn(fun() -> loop(Ms) end).
loop(Ms) -> [traced_lab:f({user, N, <<"a name">>}, [{limit, 10}]) || N <- lists:seq(1, 10)],
  receive _ -> ok after Ms -> ok end, traced_lab:loop(Ms).
f(User, Options) -> {ok, {User, Options}}.
spin(0) -> ok;
spin(N) -> traced_lab:g(N), spin(N - 1).
g(N) -> N + 1.
log() -> logger:log(error, "order ~p of ~s", [17, "somebody"], #{mfa => {traced_lab, log, 0}, line => 1}),
  receive _ -> ok after 10 -> log() end.
`;
const SECONDS = 4;

/** What is traced, and what the texts say that an event of it costs, in microseconds. */
const TRACES: readonly [string, number, Partial<TracedArgs>][] = [
  ["a call", 25, {}],
  ["a call with its arguments", 250, { arguments: true }],
  ["a call with arguments, and what it returns", 250, {
    arguments: true,
    returns: true,
  }],
];

function trace(
  remote: RemoteNode,
  args: Partial<TracedArgs>,
): Promise<{ received: number }> {
  return createBeam(remote).run(runTrace, {
    functions: [{ module: "traced_lab", function: "f" }],
    returns: false,
    max_events: 5000,
    duration_ms: SECONDS * 1000,
    depth: 8,
    width: 40,
    max_bytes: 24_000,
    total_bytes: 4_000_000,
    stream: true,
    ...args,
  }, { timeoutMs: 30_000, onPartial: () => {} });
}

/** Nanoseconds a call of what is called two million times. */
async function callNs(node: Beam, remote: RemoteNode): Promise<number> {
  const calls = 2_000_000;
  const ms = await during(
    node,
    () => evaluate(remote, `traced_lab:spin(${calls})`),
  );
  return 1e6 * ms / calls;
}

/** What counters cost a call, and a look at a stack; the calls begin when their rate was measured. */
async function measureCounts(
  node: Beam,
  remote: RemoteNode,
  show: Show,
): Promise<void> {
  const soon = { timeoutMs: 30_000 };
  const functions = [{ module: "traced_lab", function: "g" }];
  const beam = createBeam(remote);
  const plain = await callNs(node, remote);
  const beside = async (counting: Promise<unknown>): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const ns = await callNs(node, remote);
    await counting;
    return ns - plain;
  };
  const counted = await beside(
    beam.run(
      measureCallRateQuestion,
      { functions, window_ms: 4000, limit: 1 },
      soon,
    ),
  );
  show("a call that is counted", counted, "ns", "in 5 20");
  const timed = await beside(
    beam.run(
      callCostsQuestion,
      { functions, duration_ms: 4000, limit: 1 },
      soon,
    ),
  );
  show("a call that is timed", timed, "ns", "in 100 400");
  let samples = 0;
  const cpu = await during(node, async () => {
    const processes = ["init", "code_server", "logger", "kernel_sup", "user"];
    ({ samples } = await beam.run(stackSamplesQuestion, {
      processes,
      interval_ms: 5,
      duration_ms: SECONDS * 1000,
      waiting: true,
      limit: 50,
    }, soon));
  });
  show(
    `a look at a stack, of ${samples}`,
    1000 * cpu / samples,
    "us",
    "in 30 120",
  );
}

/** What an event costs that a capture looks at; others are only counted. */
async function measureLogs(
  node: Beam,
  remote: RemoteNode,
  show: Show,
): Promise<void> {
  await evaluate(
    remote,
    "begin logger:remove_handler(default), spawn(traced_lab, log, []), ok end",
  );
  const idle = await during(node, pause);
  let events = 0;
  const cpu = await during(node, async () => {
    const { looked_at } = await createBeam(remote).run(captureLogsQuestion, {
      level: "debug",
      max_events: 500,
      duration_ms: SECONDS * 1000,
      depth: 8,
      width: 40,
      max_bytes: 24_000,
    }, { timeoutMs: 30_000 });
    events = looked_at;
  });
  const each = (cpu - idle) / events;
  show(`a log event, of ${events}`, each, "ms", "in 0.25 1");
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
}

/** Tells a figure, with a bar: `<= 4`, `>= 20`, `in 1 4`. */
export type Show = (
  what: string,
  value: number,
  unit: string,
  bar?: string,
) => void;

/** Measures all of them. */
export async function measureTraces(show: Show): Promise<void> {
  await using node = await startBeam({
    setup: loading(TARGET),
    args: [...NO_SPIN],
  });
  await using remote = await connect(node);
  await measureCounts(node, remote, show);
  // 10 calls each: about 900 a second.
  await evaluate(remote, "traced_lab:start(10)");
  await trace(remote, { duration_ms: 500 });
  const idle = await during(node, pause);
  // A trace of which nothing comes, with its first and last steps.
  const empty = await during(
    node,
    () => trace(remote, { processes: ["init"] }),
  );
  for (const [what, quoted, args] of TRACES) {
    let events = 0;
    const cpu = await during(node, async () => {
      events = (await trace(remote, args)).received;
    });
    const each = 1000 * (cpu - idle) / events;
    show(`${what}, of ${events}`, each, "us", `in ${quoted / 2} ${2 * quoted}`);
  }
  await measureLogs(node, remote, show);
  show(
    "a trace without events, more than none",
    (empty - idle) / SECONDS,
    "ms/s",
  );
}
