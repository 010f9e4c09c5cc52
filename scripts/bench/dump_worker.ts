// deno-lint-ignore-file no-console
/**
 * Reads a dump in a process of its own, so that its memory is that of reading.
 *
 *     deno run --allow-all scripts/bench/dump_worker.ts FILE PID
 *
 * @module
 */

import process from "node:process";
import { openDump } from "../../lib/dump/mod.ts";

const [path = "", pid = ""] = Deno.args;

const before = await memory("VmRSS");
const start = performance.now();
const dump = await openDump(path);
const verdict = performance.now() - start;
const { user, system } = process.cpuUsage();
const peak = await memory("VmHWM");
const { processes } = dump;
let culprit = 0;
for (let row = 1; row < processes.count; row++) {
  const isLonger = processes.get("mailbox", row) >
    processes.get("mailbox", culprit);
  if (isLonger) culprit = row;
}

const questions: number[] = [];
let lacks: readonly string[] = [];
for (let i = 0; i < 3; i++) {
  const begin = performance.now();
  const detail = await dump.process(pid, { messages: 100 });
  questions.push(performance.now() - begin);
  lacks = detail.lacks;
}
console.log(JSON.stringify({
  bytes: dump.bytes,
  processes: processes.count,
  culprit: processes.row(culprit).pid,
  notes: dump.notes.map(({ text }) => text),
  verdict,
  cpu: (user + system) / 1000,
  before,
  peak,
  questions,
  lacks,
  after: await memory("VmHWM"),
}));

/** A field of `/proc/self/status`, in MB. */
async function memory(field: string): Promise<number> {
  const status = await Deno.readTextFile("/proc/self/status");
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+)`).exec(status) ?? [];
  return Number(kilobytes) * 1024 / 1e6;
}
