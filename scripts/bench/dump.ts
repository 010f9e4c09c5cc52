// deno-lint-ignore-file no-console
/**
 * Reads a crash dump of 2 GB, made here: time and memory until the verdict and for later
 * questions, compared with the backend of OTP's `crashdump_viewer` and with `grep -c`.
 *
 *     scripts/bench/run dump [--gigabytes 2] [--processes 200000]
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { writeLargeDump } from "./dump_file.ts";

/** Minimum speed until the verdict, in MB a second. */
const MIN_SPEED = 400;
/** Maximum memory while reading, in MB. */
const MAX_MB = 300;
/** Maximum time of a question about one process, in ms. */
const MAX_QUESTION = 200;
const ROUNDS = 3;

const { gigabytes = "2", processes = "200000" } = parseArgs(Deno.args, {
  string: ["gigabytes", "processes"],
});

/** What {@linkcode ./dump_worker.ts} prints. */
interface Read {
  readonly bytes: number;
  readonly processes: number;
  readonly culprit: string;
  readonly notes: readonly string[];
  readonly verdict: number;
  readonly before: number;
  readonly peak: number;
  readonly questions: readonly number[];
  readonly lacks: readonly string[];
  readonly after: number;
}

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args })
    .output();
  const text = new TextDecoder().decode(stdout);
  if (!success) throw new Error(text + new TextDecoder().decode(stderr));
  return text;
}

const folder = await Deno.makeTempDir({ prefix: "beamtap_bench_" });
let failed = false;
try {
  const file = `${folder}/large.dump`;
  const made = await writeLargeDump(
    file,
    Number(gigabytes) * 1e9,
    Number(processes),
  );
  console.log(
    `${(made.bytes / 1e6).toFixed(0)} MB, ${made.processes} processes`,
  );
  const reads: Read[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    reads.push(
      JSON.parse(
        await run(
          Deno.execPath(),
          ...["run", "--quiet", "--no-prompt", "--allow-all"],
          ...["--config", path("../../tests/deno.json")],
          ...[path("dump_worker.ts"), file, made.culprit],
        ),
      ),
    );
  }
  for (const read of reads) report(read, made.culprit, made.processes);
  const begin = performance.now();
  const lines = await run("grep", "-a", "-c", "^=", file);
  console.log(
    `grep -c "^=": ${seconds(performance.now() - begin)}, ${lines.trim()}`,
  );
  await peer(file);
} finally {
  await Deno.remove(folder, { recursive: true });
}
if (failed) Deno.exit(1);

function report(read: Read, culprit: string, processes: number): void {
  const speed = read.bytes / 1e3 / read.verdict;
  const [first = NaN, ...later] = read.questions;
  const slowest = Math.max(first, ...later);
  console.log(
    `beamtap: verdict in ${seconds(read.verdict)} (${
      speed.toFixed(0)
    } MB/s), ` +
      `peak ${read.peak.toFixed(0)} MB (${
        (read.peak - read.before).toFixed(0)
      } more than before), process in ${first.toFixed(0)} ms, then ${
        later.map((ms) => ms.toFixed(0)).join(", ")
      } ms (peak ${read.after.toFixed(0)} MB)`,
  );
  for (const note of [...read.notes, ...read.lacks]) console.log(`  ${note}`);
  const bars: [boolean, string][] = [
    [speed >= MIN_SPEED, `less than ${MIN_SPEED} MB/s`],
    [read.after < MAX_MB, `${MAX_MB} MB or more`],
    [slowest < MAX_QUESTION, `a question took ${MAX_QUESTION} ms or more`],
    [read.culprit === culprit, `culprit ${read.culprit}, not ${culprit}`],
    [read.processes === processes, `${read.processes} processes`],
    [read.notes.length === 0, "the dump is whole"],
  ];
  for (const [holds, what] of bars) {
    if (holds) continue;
    failed = true;
    console.log(`FAILED: ${what}`);
  }
}

/** Measures `crashdump_viewer`, if the OTP in `PATH` has it. */
async function peer(file: string): Promise<void> {
  try {
    const told = await run("escript", path("dump_peer.escript"), file);
    // Warnings come before.
    const [index = NaN, list = NaN, processes, peak = NaN] =
      told.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
    console.log(
      `crashdump_viewer: index in ${seconds(index)}, processes in ${
        seconds(list)
      }, peak ${(peak * 1024 / 1e6).toFixed(0)} MB, ${processes} processes`,
    );
  } catch (error) {
    console.log(
      `crashdump_viewer: not measured, see Debian's package erlang-observer: ${
        `${error}`.slice(0, 200)
      }`,
    );
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
