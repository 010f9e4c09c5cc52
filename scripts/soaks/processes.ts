/**
 * Every tool that only looks, on a node of a million processes: each answers within
 * its time, stays within its memory, and does not keep the node from its work.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { type Look, LOOKS, title } from "../../tests/support/inspection.ts";
import { connect } from "../../tests/support/remote.ts";
import { loading } from "../../tests/support/supervisors.ts";
import { callerOf } from "../../tests/support/tools.ts";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";
import { feel, type Felt, prepare } from "./processes/big_node.ts";

const HELP = `scripts/soak processes [OPTION]…
  --processes N      on the node (default 1000000)
  --otp 25,27,29     the releases to try (scripts/soaks/otp; needs root); else the one installed
  --only TEXT        only calls that have it in their names; may be repeated`;

/** Bars: MiB of memory, with a window and without; ms of lateness over that of the idle node. */
const BARS = { memory: 256, window: 512, late: 20 };
/** Most bytes of an answer on the wire. */
const MOST_BYTES = 60_000;

const source = await Deno.readTextFile(
  new URL("../bench/beam_lab.erl", import.meta.url),
);

/** How one call went. */
interface Trial {
  readonly ms: number;
  readonly back: number;
  readonly felt: Felt;
  /** Lateness of the timer (p99) just before, in ms. */
  readonly idleMs: number;
  /** `partial`, or an error. */
  readonly note: string;
  readonly holds: boolean;
}

/** Asks a node of so many processes everything; the number of calls that missed a bar. */
async function soak(
  release: Release,
  processes: number,
  looks: readonly Look[],
): Promise<number> {
  await using target = await startBeam({
    erl: release.erl,
    args: ["+P", `${2 * processes + 100_000}`],
    setup: `${loading(source)}, beam_lab:start(${processes})`,
  });
  await using node = await connect(target);
  await using watcher = await connect(target);
  await prepare(watcher);
  await createBeam(node).run(preload, undefined, { timeoutMs: 20_000 });
  const call = callerOf(node, TOOLS);

  async function attempt({ tool, args, windowed }: Look): Promise<Trial> {
    const rest = (): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, 1000));
    const { p99Ms: idleMs } = await feel(watcher, rest);
    let [ms, note] = [0, ""];
    const before = node.traffic;
    const felt = await feel(watcher, async () => {
      const begin = performance.now();
      const result = await call(tool.name, args);
      ms = performance.now() - begin;
      note = result.ok
        ? (/"partial":true/.test(JSON.stringify(result.structured))
          ? "partial"
          : "")
        : result.code === "no_elixir"
        ? ""
        : result.text;
    });
    const back = node.traffic.bytesIn - before.bytesIn;
    const most = windowed ? BARS.window : BARS.memory;
    const holds = (note === "" || note === "partial") &&
      felt.memoryMib <= most && felt.p99Ms - idleMs <= BARS.late &&
      back <= MOST_BYTES;
    return { ms, back, felt, idleMs, note, holds };
  }

  let missed = 0;
  for (const look of looks) {
    // Whatever else the machine does only makes it worse, so the best of three counts.
    let trial = await attempt(look);
    for (let again = 0; again < 2 && !trial.holds; again++) {
      trial = await attempt(look);
    }
    missed += trial.holds ? 0 : 1;
    show(look, trial);
  }
  return missed;
}

function show(look: Look, trial: Trial): void {
  const { ms, back, felt, idleMs, note, holds } = trial;
  console.log(
    [
      title(look).padEnd(46),
      `${ms.toFixed(0).padStart(6)} ms`,
      `late ${felt.p99Ms.toFixed(1).padStart(5)} ms (p99, idle ${
        idleMs.toFixed(1)
      }, worst ${felt.worstMs.toFixed(0)})`,
      `${felt.memoryMib.toFixed(0).padStart(4)} MiB`,
      `${back.toString().padStart(6)} B`,
      ...(note ? [note] : []),
      ...(holds ? [] : ["MISSED"]),
    ].join("  "),
  );
}

const options = parseArgs(Deno.args, {
  string: ["processes", "otp"],
  collect: ["only"],
});
if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}
const only: string[] = Array.isArray(options.only)
  ? options.only.map(String)
  : [];
const looks = LOOKS.filter((look) =>
  only.length === 0 || only.some((text) => title(look).includes(text))
);
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];
let missed = 0;
for (const release of releases) {
  console.log(`OTP ${release.name}`);
  missed += await soak(
    release,
    Number(options.processes ?? 1_000_000),
    looks,
  );
}
console.log(
  `${looks.length} calls, ${releases.length} releases: ${missed} MISSED`,
);
Deno.exitCode = missed > 0 ? 1 : 0;
