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

/** Maximum ratio of the start to that of the peer, which has one schema where beamtap has hundreds. */
const MAX_RATIO: Readonly<Record<string, number>> = {
  "deno run": 1.7,
  "executable": 1.3,
};
/** Maximum memory of an executable after its start, in MB; the tools are loaded later. */
const MAX_MB = 80;

/** Best figures of a program, in ms and MB. */
interface Best {
  readonly program: Program;
  initialized: number;
  listed: number;
  started: number;
  loaded: number;
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
  const started = await memory(server.pid);
  await server.request("tools/list");
  await server.next();
  const listed = performance.now() - begin;
  best.initialized = Math.min(best.initialized, initialized);
  best.listed = Math.min(best.listed, listed);
  best.started = Math.min(best.started, started);
  best.loaded = Math.min(best.loaded, await memory(server.pid));
  await server.end();
  await server.ended();
}

async function memory(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024 / 1e6;
}

const bests = [peer, ...PROGRAMS].map((program): Best => ({
  program,
  initialized: Infinity,
  listed: Infinity,
  started: Infinity,
  loaded: Infinity,
}));
for (let round = 0; round < ROUNDS; round++) {
  for (const best of bests) await turn(best);
}
const whole = (value: number): string => value.toFixed(0);
for (const { program, initialized, listed, started, loaded } of bests) {
  console.log(
    `${program.name}: initialize ${whole(initialized)} ms, ${
      whole(started)
    } MB; tools/list ${whole(listed)} ms, ${whole(loaded)} MB`,
  );
}

const [first, ...ours] = bests;
const figures = ours.flatMap((best): [string, number, number][] => {
  const { name } = best.program;
  const ratio = best.initialized / (first?.initialized ?? NaN);
  return [
    [`${name}: start, times the peer's`, ratio, MAX_RATIO[name] ?? NaN],
    ...name === "executable"
      ? [
        [`${name}: memory, MB`, best.started, MAX_MB] as [
          string,
          number,
          number,
        ],
      ]
      : [],
  ];
});
for (const [what, value, bar] of figures) {
  const verdict = value <= bar ? "" : "  MISSED";
  console.log(`${what}: ${value.toFixed(2)} (bar <= ${bar})${verdict}`);
}
if (!figures.every(([, value, bar]) => value <= bar)) Deno.exit(1);
