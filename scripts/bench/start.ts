// deno-lint-ignore-file no-console
/**
 * Measures the time from the start of the process to its first answers, and its memory then,
 * compared with a server of one tool on the same SDK in the same run. They take turns, and the
 * best of each counts, because other load only makes them slower.
 *
 *     scripts/bench/run start       set BEAMTAP_BINARY to measure an executable too
 *
 * @module
 */

import { type Program, PROGRAMS, RawServer } from "../../tests/e2e/support.ts";

const ROUNDS = 25;

/** Maximum ratio of `deno run` to the peer, which has one schema where beamtap has hundreds. */
const MAX_RATIO = 2.5;
/** Maximum start time of an executable, in ms. */
const MAX_EXECUTABLE_MS = 120;
const MAX_IDLE_MB = 80;

/** Best figures of a program, in ms and MB. */
interface Best {
  readonly program: Program;
  initialized: number;
  listed: number;
  idle: number;
}

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

const peer: Program = {
  name: "one tool, deno run",
  command: Deno.execPath(),
  args: [
    ...["run", "--allow-net", "--no-prompt"],
    `--config=${path("../../deno.json")}`,
    path("start_peer.ts"),
  ],
};

/** Starts the program once, and keeps the best figures. */
async function turn(best: Best): Promise<void> {
  const begin = performance.now();
  await using server = new RawServer(best.program, []);
  await server.initialize();
  const initialized = performance.now() - begin;
  const status = await Deno.readTextFile(`/proc/${server.pid}/status`);
  const idle = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024 / 1e6;
  await server.request("tools/list");
  await server.next();
  const listed = performance.now() - begin;
  best.initialized = Math.min(best.initialized, initialized);
  best.listed = Math.min(best.listed, listed);
  best.idle = Math.min(best.idle, idle);
  await server.end();
  await server.ended();
}

const bests = [peer, ...PROGRAMS].map((program): Best => ({
  program,
  initialized: Infinity,
  listed: Infinity,
  idle: Infinity,
}));
for (let round = 0; round < ROUNDS; round++) {
  for (const best of bests) await turn(best);
}
for (const { program, initialized, listed, idle } of bests) {
  const [ms, list, mb] = [initialized, listed, idle].map(Math.round);
  console.log(
    `${program.name}: initialize ${ms} ms, tools/list ${list} ms, ${mb} MB`,
  );
}

const [first, ours, executable] = bests;
if (first === undefined || ours === undefined) throw new Error("no figures");
const ratio = ours.initialized / first.initialized;
const figures: [string, number, number][] = [
  ["deno run: start, times the peer's", ratio, MAX_RATIO],
  ...executable === undefined ? [] : [
    ["executable: start, ms", executable.initialized, MAX_EXECUTABLE_MS],
    ["executable: memory, MB", executable.idle, MAX_IDLE_MB],
  ] satisfies [string, number, number][],
];
for (const [what, value, bar] of figures) {
  const verdict = value <= bar ? "" : "  MISSED";
  console.log(`${what}: ${value.toFixed(2)} (bar <= ${bar})${verdict}`);
}
if (figures.some(([, value, bar]) => value > bar)) Deno.exit(1);
