/**
 * What is asked of nodes with very many processes: the first of them, by growth in a window too,
 * with the longest pause that this causes; traces, and to set one up.
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import { atom, format, type Term } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { runTrace } from "../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import { loading } from "../../tests/support/supervisors.ts";
import { callerOf } from "../../tests/support/tools.ts";
import { NO_SPIN, undisturbed } from "./cpu.ts";
import { Meter, type Took } from "./meter.ts";
import type { Row } from "./questions.ts";

const ROUNDS = 3;
/** recon's window takes 40 s at 500,000 processes. */
const RECON_ROUNDS = 1;
const WINDOW_MS = 1000;
/** The time within which pauses are looked for: two windows, and what comes around them. */
const PAUSE_MS = 4000;
const TRACED_MS = 4000;
const soon = { timeoutMs: 120_000 };
/** recon keeps all that it has seen. */
const roomy = { ...soon, maxHeapWords: 1 << 30 };

const TRACE = {
  functions: [{ module: "questions_lab", function: "f" }],
  returns: false,
  max_events: 5000,
  duration_ms: TRACED_MS,
  depth: 8,
  width: 40,
  max_bytes: 24_000,
  total_bytes: 4_000_000,
  stream: true,
};
/** It traces as long as whoever asked for it lives. */
const RECON_TRACE = (most: number, ms: number): string =>
  `(fun() ->
     Self = self(),
     spawn(fun() ->
             recon_trace:calls({questions_lab, f, '_'}, ${most}, [{io_server, whereis(user)}]),
             Self ! set, timer:sleep(${ms}), recon_trace:clear()
           end),
     receive set -> ok end
   end)()`;

/** Measures it at each number of processes; gives remarks for below the table. */
export async function measureMany(
  sizes: readonly number[],
  ebin: string | undefined,
  told: (row: Row) => void,
): Promise<string[]> {
  const notes: string[] = [];
  for (const size of sizes) {
    notes.push(...await measureAt(size, size === sizes[0], ebin, told));
  }
  return notes;
}

async function measureAt(
  size: number,
  withTraces: boolean,
  ebin: string | undefined,
  told: (row: Row) => void,
): Promise<string[]> {
  const lab = await Deno.readTextFile(
    new URL("questions_lab.erl", import.meta.url),
  );
  await using target = await startBeam({
    setup: `${loading(lab)}, questions_lab:many(${size})`,
    args: [...NO_SPIN, "+P", "2000000", ...ebin ? ["-pa", ebin] : []],
  });
  const alone = await undisturbed(target);
  await using node = await connect(target);
  const beam = createBeam(node);
  await beam.run(preload, undefined, soon);
  const call = callerOf(node, TOOLS, ["inspect"], beam);
  const meter = await Meter.at(target, node);
  const at = `at ${size.toLocaleString("en")} processes`;
  const recon = async (
    fn: string,
    ...args: Term[]
  ): Promise<Took | undefined> =>
    ebin === undefined ? undefined : await meter.measure(
      () => node.call("recon", fn, args, roomy),
      RECON_ROUNDS,
    );
  const list = async (args: Record<string, unknown>): Promise<void> => {
    const answer = await call("list_processes", { limit: 10, ...args });
    if (!answer.ok) throw new Error(answer.text);
  };
  const [queue, reductions] = [atom("message_queue_len"), atom("reductions")];
  told({
    what: `list_processes by mailbox ${at}`,
    ours: await meter.measure(() => list({ sort: "mailbox" }), ROUNDS),
    recon: await recon("proc_count", queue, 10),
  });
  const window = { sort: "reductions", window_ms: WINDOW_MS };
  told({
    what: `list_processes by reductions in 1 s ${at}`,
    ours: await meter.measure(() => list(window), ROUNDS),
    recon: await recon("proc_window", reductions, 10, WINDOW_MS),
  });
  const notes = [
    `Longest pause ${at}: ${await pauses(node, () => list(window))}${
      alone ? "" : "; other work on the machine counts, too"
    }.`,
  ];
  if (withTraces) {
    notes.push(...await measureTraces(node, meter, at, ebin, told));
  }
  return notes;
}

/** The longest time that anything keeps a scheduler during a window, and what it is. */
async function pauses(
  node: RemoteNode,
  work: () => Promise<unknown>,
): Promise<string> {
  const longest = async (doing?: () => Promise<unknown>): Promise<string> => {
    const seen = node.call("questions_lab", "pauses", [PAUSE_MS], soon);
    await doing?.();
    await doing?.();
    const text = format(await seen, { syntax: "erlang" });
    return /^\{(\d+),/.exec(text)?.[1] ?? text;
  };
  const idle = await longest();
  return `${await longest(
    work,
  )} ms in a window, ${idle} ms without (0: below 2)`;
}

async function measureTraces(
  node: RemoteNode,
  meter: Meter,
  at: string,
  ebin: string | undefined,
  told: (row: Row) => void,
): Promise<string[]> {
  const beam = createBeam(node);
  const streamed = { timeoutMs: 60_000, onPartial: (): void => {} };
  const set = (): Promise<unknown> =>
    beam.run(runTrace, { ...TRACE, duration_ms: 1, stream: false }, soon);
  told({
    what: `start_trace ${at}`,
    ours: await meter.measure(set, ROUNDS),
    recon: ebin
      ? await meter.measure(() => evaluate(node, RECON_TRACE(10, 0)), ROUNDS)
      : undefined,
  });
  // 10 calls each: about 900 a second.
  await evaluate(node, "questions_lab:calls(10)");
  await set();
  const wait = (): Promise<unknown> =>
    new Promise((resolve) => setTimeout(resolve, TRACED_MS));
  const idle = await meter.cpu(wait);
  const nothing = { module: "questions_lab", function: "start" };
  const empty = await meter.cpu(() =>
    beam.run(runTrace, { ...TRACE, functions: [nothing] }, streamed)
  );
  const notes: string[] = [];
  let calls = 1;
  for (
    const [what, more] of [
      ["A traced call", {}],
      ["with its arguments", { arguments: true }],
      ["and what it returns", { arguments: true, returns: true }],
    ] as const
  ) {
    let events = 0;
    const cpu = await meter.cpu(async () => {
      const args = { ...TRACE, ...more };
      ({ received: events } = await beam.run(runTrace, args, streamed));
    });
    if (notes.length === 0) calls = events;
    const each = 1000 * (cpu - empty) / events;
    notes.push(`${what}: ${each.toFixed(0)} us of CPU an event`);
  }
  if (ebin !== undefined) {
    const cpu = await meter.cpu(async () => {
      await evaluate(node, RECON_TRACE(100_000, TRACED_MS));
      await wait();
    });
    notes.push(
      `recon_trace, printing: ${(1000 * (cpu - idle) / calls).toFixed(0)} us`,
    );
  }
  return [`${notes.join(", ")}.`];
}
