// deno-lint-ignore-file no-console
/**
 * Traces, captures of log events and watches on nodes that are flooded, and all the
 * ways they end: at their limits, by a lost link, by our death, by the death of the
 * tracer. The node lives, keeps its time, and has nothing of ours left. Any failure is
 * a non-zero exit.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { createBeam } from "../../lib/beam/mod.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { connect, evaluate, eventually } from "../../tests/support/remote.ts";
import { TRACED_SETUP } from "../../tests/support/traces.ts";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";
import { feel, type Felt, prepare } from "./processes/big_node.ts";
import {
  type Figures,
  FLOOD,
  type Lab,
  leftovers,
  STORMS,
} from "./trace/storms.ts";

const HELP = `scripts/soak trace [OPTION]…
  --otp 25,27,29   the releases to try (scripts/soaks/otp; needs root); else the one installed
  --rounds N       of all storms (10)
  --only STORM     one of ${Object.keys(STORMS).join(", ")}; may be repeated`;

const options = parseArgs(Deno.args, {
  string: ["otp", "rounds"],
  boolean: ["help"],
  collect: ["only"],
});
const rounds = Number(options.rounds ?? 10);
const only = [options.only ?? []].flat().map(String);
/**
 * Bars: p99 of the lateness of a 1 ms timer, in ms, above that of the storm `hot`, when the node
 * is as busy and nobody looks; growth from the first round to the last.
 */
const BARS = { p99Ms: 50, atoms: 20, processes: 0 };
let failures = 0;

function fail(what: string, why: unknown): void {
  failures++;
  console.log(`FAILED ${what}:`, why instanceof Error ? why.message : why);
}

/** What was felt in all rounds of one storm. */
class Tally {
  readonly #felt: Felt[] = [];
  readonly #figures: Figures[] = [];

  add(felt: Felt, figures: Figures): void {
    this.#felt.push(felt);
    this.#figures.push(figures);
  }

  /** The median of p99: single rounds feel what else the machine does. */
  get p99Ms(): number {
    const sorted = this.#felt.map(({ p99Ms }) => p99Ms)
      .toSorted((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  }

  toString(): string {
    const most = (of: (felt: Felt) => number): string =>
      Math.max(...this.#felt.map(of)).toFixed(1);
    const keys = Object.keys(this.#figures[0] ?? {});
    const ranges = keys.map((key) => {
      const values = this.#figures.map((figures) => figures[key] ?? 0);
      return `${key} ${Math.min(...values)}..${Math.max(...values)}`;
    });
    return [
      `timer p99 ${this.p99Ms.toFixed(1)} ms (worst round ${
        most(({ p99Ms }) => p99Ms)
      }, latest ${most(({ worstMs }) => worstMs)})`,
      `memory ${most(({ memoryMib }) => memoryMib)} MiB`,
      ...ranges,
    ].join(", ");
  }
}

async function soak(release: Release): Promise<void> {
  let over = false;
  await using node = await startBeam({
    erl: release.erl,
    setup:
      `${TRACED_SETUP}, ${FLOOD}, logger:remove_handler(default), logger:set_primary_config(level, info)`,
  });
  void node.exited.then(() => {
    if (!over) fail("the node has ended", node.output().slice(-500));
  });
  await using watcher = await connect(node);
  await prepare(watcher);
  const count = async (): Promise<number[]> =>
    JSON.parse(
      await evaluate(
        watcher,
        "[erlang:system_info(atom_count), erlang:system_info(process_count)]",
      ),
    );
  const lab: Lab = { node, watcher, beam: createBeam(watcher) };
  const version = watcher.greeting.otpRelease;
  const tallies = new Map<string, Tally>();
  let before: number[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const [name, storm] of Object.entries(STORMS)) {
        if (only.length > 0 && !only.includes(name)) continue;
        let figures: Figures = {};
        try {
          const felt = await feel(watcher, async () => {
            figures = await storm(lab);
          });
          await eventually(() => leftovers(watcher), "[]", 10_000);
          const tally = tallies.get(name) ?? new Tally();
          // In the first round the node loads what it needs.
          if (round > 0) tally.add(felt, figures);
          tallies.set(name, tally);
        } catch (error) {
          fail(`OTP ${version} ${name}, round ${round}`, error);
        }
      }
      if (round === 0) before = await count();
    }
    await eventually(
      async () => ((await count())[1] ?? 0) <= (before[1] ?? 0),
      true,
      5000,
    ).catch(() => {});
    const after = await count();
    const [atoms = 0, processes = 0] = after.map((n, i) =>
      n - (before[i] ?? 0)
    );
    console.log(
      `OTP ${version}: ${rounds} rounds, ${atoms} atoms and ${processes} processes more than after the first`,
    );
    if (atoms > BARS.atoms || processes > BARS.processes) {
      fail(`OTP ${version} grows`, `${atoms} atoms, ${processes} processes`);
    }
  } finally {
    over = true;
  }
  const idle = tallies.get("hot")?.p99Ms ?? 0;
  for (const [name, tally] of tallies) {
    console.log(`  ${name}: ${tally}`);
    if (tally.p99Ms > idle + BARS.p99Ms) {
      fail(`OTP ${version} ${name}`, "timer late");
    }
  }
}

if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];
for (const release of releases) await soak(release);
console.log(failures === 0 ? "soak trace: passed" : `${failures} failed`);
Deno.exit(failures === 0 ? 0 : 1);
