// deno-lint-ignore-file no-console
/**
 * Measures frames and calls, compared with `erpc:call` between two BEAMs in the same run.
 * They take turns, and the best of each counts, because other load only makes them slower.
 *
 *     scripts/bench/run dist
 *
 * @module
 */

import { FrameReader } from "../../lib/bytes/mod.ts";
import { atom } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam, startEpmd } from "../../tests/support/beam.ts";
import { connect } from "../../tests/support/remote.ts";

/** Number of short turns: the best fall where the machine is idle. */
const ROUNDS = 60;
const soon = { timeoutMs: 60_000 };
/** Below the 64 MiB that a link holds of a fragmented message. */
const REPLY_BYTES = 50_000_000;

/** A figure, and its bar. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: string;
  readonly holds: boolean;
}

const figures: Figure[] = [];

function atLeast(what: string, value: number, unit: string, bar: number): void {
  figures.push({ what, value, unit, bar: `>= ${bar}`, holds: value >= bar });
}

function atMost(what: string, value: number, unit: string, bar: number): void {
  figures.push({ what, value, unit, bar: `<= ${bar}`, holds: value <= bar });
}

function show(what: string, value: number, unit: string): void {
  figures.push({ what, value, unit, bar: "", holds: true });
}

/** Returns the duration of `work`, in ms. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Runs a sender in a worker, and times FrameReader on its frames. */
async function frames(frameSize: number, count: number): Promise<number> {
  const worker = new Worker(new URL("./dist_sender.ts", import.meta.url), {
    type: "module",
  });
  try {
    const { promise, resolve } = Promise.withResolvers<number>();
    worker.onmessage = ({ data }): void => resolve(data);
    worker.postMessage({ frameSize, count });
    const conn = await Deno.connect({
      hostname: "127.0.0.1",
      port: await promise,
    });
    const reader = new FrameReader(conn.readable, 4);
    let got = 0;
    const first = await reader.next();
    const begin = performance.now();
    for (let f = first; f; f = reader.take() ?? await reader.next()) got++;
    const seconds = (performance.now() - begin) / 1000;
    if (got !== count) throw new Error(`${got} frames of ${count}`);
    return count / seconds;
  } finally {
    worker.terminate();
  }
}

async function oneByOne(node: RemoteNode, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await node.call("erlang", "abs", [-1], soon);
}

async function atOnce(
  node: RemoteNode,
  width: number,
  count: number,
): Promise<void> {
  let left = count;
  await Promise.all(Array.from({ length: width }, async () => {
    while (left-- > 0) await node.call("erlang", "abs", [-1], soon);
  }));
}

async function best(of: () => Promise<number>): Promise<number> {
  let found = 0;
  for (let i = 0; i < 9; i++) found = Math.max(found, await of());
  return found;
}

atLeast(
  "frames of 100 B through FrameReader",
  await best(() => frames(100, 2_000_000)) / 1e6,
  "M/s",
  8,
);
atLeast(
  "frames of 64 KiB through FrameReader",
  await best(() => frames(65_536, 8000)) * 65_536 / 1e9,
  "GB/s",
  1,
);
atLeast(
  "frames of 8 MiB through FrameReader",
  await best(() => frames(8 << 20, 60)) * (8 << 20) / 1e9,
  "GB/s",
  1,
);

await using epmd = await startEpmd();
const source = new URL("dist_peer.erl", import.meta.url).pathname;
const setup = `{ok, dist_peer, Beam} = compile:file("${source}", [binary]), ` +
  `{module, dist_peer} = code:load_binary(dist_peer, "dist_peer", Beam), ` +
  `dist_peer:keep(${REPLY_BYTES})`;
await using target = await startBeam({ epmd, setup });
await using other = await startBeam({ epmd, setup });
await using node = await connect(target);
await using timer = await connect(other);
const theirTime = async (fn: string, ...args: number[]): Promise<number> => {
  const us = await timer.call(
    "dist_peer",
    fn,
    [atom(target.name), ...args],
    { ...soon, priority: "normal" },
  );
  return Number(us) / 1000;
};

const CALLS = 200;
const MANY = 5000;
let [ours, theirs, oursMany, theirsMany, reply] = [
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
];
for (let round = 0; round < ROUNDS; round++) {
  ours = Math.min(ours, await time(() => oneByOne(node, CALLS)));
  theirs = Math.min(theirs, await theirTime("one_by_one", CALLS));
  oursMany = Math.min(oursMany, await time(() => atOnce(node, 1000, MANY)));
  theirsMany = Math.min(theirsMany, await theirTime("at_once", 100, MANY));
}
for (let round = 0; round < 15; round++) {
  reply = Math.min(
    reply,
    await time(() => node.call("dist_peer", "kept", [], soon)),
  );
}
show("one call, ours", ours / CALLS * 1000, "us");
show("one call, erpc:call between two BEAMs", theirs / CALLS * 1000, "us");
atMost("one call, ours to theirs", ours / theirs, "x", 1.5);
show("1,000 in flight, ours", MANY / oursMany, "k calls/s");
show("100 processes with erpc:call", MANY / theirsMany, "k calls/s");
atLeast("throughput, ours to theirs", theirsMany / oursMany, "x", 1);
atLeast(
  "a reply of 50 MB, end to end",
  REPLY_BYTES / 1e3 / reply,
  "MB/s",
  300,
);

for (const { what, value, unit, bar, holds } of figures) {
  console.log(
    `${what.padEnd(42)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(10)}` +
      `${bar.padEnd(8)} ${holds ? "" : "MISSED"}`.trimEnd(),
  );
}
Deno.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
