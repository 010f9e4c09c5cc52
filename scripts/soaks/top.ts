/**
 * The screen of `beamtap top` where it is hard: over a link of 5 kB/s, of a node of
 * 500,000 processes, and for an hour of intervals.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import process from "node:process";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { openSession } from "../../lib/cli/session.ts";
import { arrived } from "../../lib/cli/top/arrived.ts";
import { askOf } from "../../lib/cli/top/asks.ts";
import { startOf } from "../../lib/cli/top/state.ts";
import { Caller, type Calls } from "../../lib/cli/top/caller.ts";
import { plain } from "../../lib/cli/top/lines.ts";
import { Top } from "../../lib/cli/top/top.ts";
import { type Beam, freePort, startBeam } from "../../tests/support/beam.ts";
import { startProxy } from "../../tests/support/proxy.ts";

const HELP = `scripts/soak top [OPTION]…
  --only slow,large,hour   default all of them
  --seconds N              how long a screen is watched (default 120)
  --processes N            on the large node (default 500000)`;

/** Bars: percent of a core; seconds without a new head on the large node and on the slow link; MiB of growth in an hour. */
const BARS = { target: 15, own: 20, head: 3, silent: 15, growth: 8 };

/** Intervals of 2 s in an hour. */
const INTERVALS = 1800;

/** A screen that is watched. */
interface Watched {
  readonly top: Top;
  /** The lines that were drawn last. */
  lines: readonly string[];
  /** Calls by the tool that they were of. */
  readonly calls: Map<string, number>;
  /** When answers with a head came, in ms. */
  readonly heads: number[];
}

/** Shows the screen of a node for so many ms, or until it has been asked so often. */
async function watch(
  node: Beam,
  address: string | undefined,
  { ms, asks = Infinity, intervalMs = 2000 }: {
    readonly ms: number;
    readonly asks?: number;
    readonly intervalMs?: number;
  },
  during: (watched: Watched) => void = (): void => {},
): Promise<Watched> {
  const { name, cookie, epmd } = node;
  const spec = address === undefined ? name : `${name}=${address}`;
  const args = parseArguments(
    ["top", `--node=${spec}`, `--cookie=${cookie}`, `--epmd-port=${epmd.port}`],
    () => undefined,
  );
  await using opened = openSession(args, []);
  const caller = await Caller.create(opened, name);
  const calls = new Map<string, number>();
  const heads: number[] = [];
  const count = (what: string): void =>
    void calls.set(what, (calls.get(what) ?? 0) + 1);
  const counted: Calls = {
    ask: async (ask, signal) => {
      count(ask.view);
      const answer = await caller.ask(ask, signal);
      if (!("failed" in answer)) heads.push(performance.now());
      else if (!isOver) console.log(`  ${ask.view}: ${answer.failed}`);
      return answer;
    },
    check: (windowMs) => (count("check"), caller.check(windowMs)),
    call: (...call) => caller.call(...call),
    rehearse: (...call) => caller.rehearse(...call),
  };
  const start = { ...startOf(name), intervalMs, viewMs: intervalMs };
  const ask = { ...askOf(start, "node", 0), view: "node" } as const;
  const first = await caller.ask(ask);
  if ("failed" in first) throw new Error(first.failed);
  const top = new Top(counted, arrived(start, first));
  let isOver = false;
  const quit = (): void => {
    isOver = true;
    top.key("q");
  };
  const watched: Watched = { top, lines: [], calls, heads };
  const timer = setInterval(() => {
    during(watched);
    if (total(calls) >= asks) quit();
  }, 250);
  const end = setTimeout(quit, ms);
  await top.run({
    size: { columns: 80, rows: 24 },
    draw: (lines) => watched.lines = lines.map(plain),
    redraw(): void {},
    suspend: () => Promise.resolve(),
  });
  clearInterval(timer);
  clearTimeout(end);
  return watched;
}

function total(calls: Watched["calls"]): number {
  return calls.values().reduce((sum, times) => sum + times, 0);
}

/** The longest time between two of these moments, in s. */
function longest(moments: readonly number[]): number {
  return Math.max(
    ...moments.slice(1).map((at, i) => (at - (moments[i] ?? 0)) / 1000),
  );
}

function shown({ lines, calls, heads }: Watched): void {
  console.log(lines.map((line) => `  | ${line}`).join("\n"));
  const asked = Array.from(calls, ([what, times]) => `${times} ${what}`);
  console.log(
    `  asked: ${asked.join(", ")}; at most ${
      longest(heads).toFixed(1)
    } s between two answers`,
  );
}

/** Over a link of 5 kB/s. */
async function slow(ms: number): Promise<boolean> {
  const port = freePort();
  await using node = await startBeam({ port });
  await using proxy = startProxy(port);
  proxy.bytesPerS = 5000;
  const watched = await watch(node, `127.0.0.1:${proxy.port}`, { ms });
  shown(watched);
  const says = /slow link: \d/.test(watched.lines[0] ?? "");
  console.log(`  the screen ${says ? "says" : "DOES NOT SAY"} that it is slow`);
  return says && longest(watched.heads) <= BARS.silent;
}

/** CPU time of a process so far, in s. */
async function cpuOf(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** On a node of very many processes. */
async function large(ms: number, processes: number): Promise<boolean> {
  await using node = await startBeam({
    args: ["+P", `${2 * processes + 100_000}`],
    setup:
      `[spawn(fun() -> receive never -> ok end end) || _ <- lists:seq(1, ${processes})]`,
  });
  const [before, own] = [await cpuOf(node.pid), process.cpuUsage()];
  const start = performance.now();
  const watched = await watch(node, undefined, { ms });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(own);
  const target = 100 * (await cpuOf(node.pid) - before) / seconds;
  const ours = (user + system) / 1e4 / seconds;
  shown(watched);
  console.log(
    `  ${target.toFixed(1)} % of a core on the node, ${
      ours.toFixed(1)
    } % here, in ${seconds.toFixed(0)} s`,
  );
  return target <= BARS.target && ours <= BARS.own &&
    longest(watched.heads) <= BARS.head &&
    watched.lines.some((line) => line.includes("to spare the node"));
}

/** For an hour of intervals, each made shorter. */
async function hour(): Promise<boolean> {
  await using node = await startBeam();
  const sizes: number[] = [];
  const rss = (): number => {
    gc();
    return Deno.memoryUsage().rss / 2 ** 20;
  };
  let next = 0;
  await watch(
    node,
    undefined,
    { ms: 3_600_000, asks: INTERVALS, intervalMs: 60 },
    ({ calls }) => {
      const done = total(calls);
      if (done < next) return;
      sizes.push(rss());
      next += INTERVALS / 12;
    },
  );
  sizes.push(rss());
  console.log(
    `  RSS in MiB, every five minutes: ${
      sizes.map((size) => size.toFixed(0)).join(" ")
    }`,
  );
  // The first minutes compile what runs often.
  const [, , early = 0] = sizes;
  return (sizes.at(-1) ?? 0) - early <= BARS.growth;
}

declare function gc(): void;

const options = parseArgs(Deno.args, {
  string: ["only", "seconds", "processes"],
  boolean: ["help"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const only = options.only?.split(",") ?? ["slow", "large", "hour"];
const ms = 1000 * Number(options.seconds ?? 120);
const processes = Number(options.processes ?? 500_000);
const parts: Readonly<Record<string, () => Promise<boolean>>> = {
  slow: () => slow(ms),
  large: () => large(ms, processes),
  hour,
};
let failed = 0;
for (const name of only) {
  console.log(`${name}:`);
  const holds = await parts[name]?.();
  console.log(`  ${holds ? "holds" : "MISSED"}`);
  if (!holds) failed++;
}
Deno.exit(failed > 0 ? 1 : 0);
