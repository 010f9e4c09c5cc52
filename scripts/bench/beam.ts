// deno-lint-ignore-file no-console
/**
 * Measures questions about very many processes, compared with code compiled and loaded on the
 * node, and with one call per process. They take turns, and the best of each counts. Before
 * that, measures whether the figures that the texts of tools quote are true.
 *
 *     deno run --allow-all --config tests/deno.json scripts/bench/beam.ts [PROCESSES]…
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import { atom, type Term } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import {
  listProcessesQuestion,
  type PROCESS_SORTS,
} from "../../lib/tools/processes/list_processes.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { connect } from "../../tests/support/remote.ts";
import { measureFigures } from "./beam_figures.ts";
import { measureTraces } from "./beam_traces.ts";
import { loading } from "../../tests/support/supervisors.ts";

const ROUNDS = 9;
/** Processes asked one by one; the rest is extrapolated. */
const SAMPLE = 5000;
const soon = { timeoutMs: 120_000 };
const source = await Deno.readTextFile(
  new URL("beam_lab.erl", import.meta.url),
);

/** A question, its item of `process_info/2`, and its maximum time as a multiple of the compiled helper's. */
const QUESTIONS: readonly [typeof PROCESS_SORTS[number], string, number][] = [
  ["memory", "memory", 1.3],
  ["reductions", "reductions", 4],
  ["mailbox", "message_queue_len", 4],
];

let missed = false;

function show(what: string, value: number, unit: string, bar?: string): void {
  const [sign, limit = "", upper] = bar?.split(" ") ?? [];
  const holds = sign === undefined ||
    (sign === "in"
      ? value >= Number(limit) && value <= Number(upper)
      : sign === "<="
      ? value <= Number(limit)
      : value >= Number(limit));
  missed ||= !holds;
  console.log(
    `${what.padEnd(46)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(4)} ` +
      `${bar ?? ""} ${holds ? "" : "MISSED"}`.trimEnd(),
  );
}

/** Returns the duration of `work`, in ms. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Fetches all pids, then makes one call per process, many at once; extrapolated. */
async function naive(node: RemoteNode, item: string): Promise<number> {
  const pids: readonly Term[] = [];
  let all = pids;
  const listing = await time(async () => {
    const answer = await node.call("erlang", "processes", [], soon);
    all = Array.isArray(answer) ? answer : pids;
  });
  const some = all.slice(0, SAMPLE);
  const calls = await time(() =>
    Promise.all(
      some.map((pid) =>
        node.call("erlang", "process_info", [pid, atom(item)], soon)
      ),
    )
  );
  return listing + calls * all.length / some.length;
}

async function measure(processes: number): Promise<void> {
  const setup = `${loading(source)}, beam_lab:start(${processes})`;
  await using target = await startBeam({ setup, args: ["+P", "2000000"] });
  await using node = await connect(target);
  const beam = createBeam(node);
  await beam.run(preload, undefined, soon);
  for (const [sort, item, factor] of QUESTIONS) {
    let [ours, theirs, out, back] = [Infinity, Infinity, 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const before = node.traffic;
      ours = Math.min(
        ours,
        await time(() =>
          beam.run(listProcessesQuestion, { sort, limit: 10 }, soon)
        ),
      );
      const after = node.traffic;
      out = after.bytesOut - before.bytesOut;
      back = after.bytesIn - before.bytesIn;
      theirs = Math.min(
        theirs,
        await time(() => node.call("beam_lab", "top", [atom(item), 10], soon)),
      );
    }
    const each = await naive(node, item);
    const what = `top 10 of ${processes} by ${sort}`;
    show(what, ours, "ms");
    show(`${what}: to a compiled helper`, ours / theirs, "x", `<= ${factor}`);
    show(`${what}: a call each to ours`, each / ours, "x", ">= 20");
    show(`${what}: out`, out / 1000, "kB", "<= 24");
    show(`${what}: back`, back / 1000, "kB", "<= 3");
  }
}

await measureFigures(show);
await measureTraces(show);
const sizes = Deno.args.map(Number);
for (const size of sizes.length > 0 ? sizes : [100_000, 500_000]) {
  await measure(size);
}
Deno.exitCode = missed ? 1 : 0;
