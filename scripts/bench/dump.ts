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
import { type LargeDump, writeLargeDump } from "./dump_file.ts";

/** Minimum speed until the verdict, in MB a second. */
const MIN_SPEED = 400;
/** Maximum memory while reading, in MB. */
const MAX_MB = 300;
/** Maximum time of a question about one process, in ms. */
const MAX_QUESTION = 200;
const ROUNDS = 5;

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
  /** Processor time of the process until then, with its start, in ms. */
  readonly cpu: number;
  readonly before: number;
  readonly peak: number;
  readonly questions: readonly number[];
  readonly lacks: readonly string[];
  readonly after: number;
}

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}

async function run(
  program: string,
  ...args: string[]
): Promise<string> {
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
  reads.forEach(report);
  check(reads, made);
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

function report(read: Read): void {
  const [first = NaN, ...later] = read.questions;
  console.log(
    `beamtap: verdict in ${seconds(read.verdict)} (${
      speedOf(read).toFixed(0)
    } MB/s; ${seconds(read.cpu)} of processor), ` +
      `peak ${read.peak.toFixed(0)} MB (${
        (read.peak - read.before).toFixed(0)
      } more than before), process in ${first.toFixed(0)} ms, then ${
        later.map((ms) => ms.toFixed(0)).join(", ")
      } ms (peak ${read.after.toFixed(0)} MB)`,
  );
  for (const note of [...read.notes, ...read.lacks]) console.log(`  ${note}`);
}

/** Holds the bars against the best round, because other load only makes it slower, and the largest. */
function check(reads: readonly Read[], made: LargeDump): void {
  const speed = Math.max(...reads.map(speedOf));
  const question = Math.min(...reads.map((it) => Math.max(...it.questions)));
  const peak = Math.max(...reads.map(({ after }) => after));
  const bars: [boolean, string][] = [
    [speed >= MIN_SPEED, `less than ${MIN_SPEED} MB/s`],
    [peak < MAX_MB, `${MAX_MB} MB or more`],
    [question < MAX_QUESTION, `a question took ${MAX_QUESTION} ms or more`],
    ...reads.map(({ culprit, processes, notes }): [boolean, string] => [
      culprit === made.culprit && processes === made.processes &&
      notes.length === 0,
      `culprit ${culprit} of ${processes} processes`,
    ]),
  ];
  for (const [holds, what] of bars) {
    if (holds) continue;
    failed = true;
    console.log(`FAILED: ${what}`);
  }
}

function speedOf({ bytes, verdict }: Read): number {
  return bytes / 1e3 / verdict;
}

/** Measures `crashdump_viewer` of the release that Debian has, if it can be had. */
async function peer(file: string): Promise<void> {
  try {
    const viewer = await run(path("../soaks/viewer"), "25");
    const told = await run(
      ...["erl", "-noshell", "-pa", viewer.trim(), "-run", "escript", "start"],
      ...["-extra", path("dump_peer.escript"), file],
    );
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
      `crashdump_viewer: not measured: ${`${error}`.slice(0, 300)}`,
    );
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
