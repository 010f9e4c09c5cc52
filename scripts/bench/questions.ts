// deno-lint-ignore-file no-console
/**
 * What typical questions take: time here, processor time and reductions on the node, bytes
 * and memory, each beside a plain call of a compiled function that gives about the same.
 * Then events of a trace, and the set-up of one, at many processes.
 *
 *     deno run --allow-all scripts/bench/questions.ts [PROCESSES]
 *
 * With RECON the folder of compiled recon, it is asked the same; with ONLY a tool, or `trace`,
 * nothing else is measured.
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import { atom, type Term, Tuple } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { traced } from "../../lib/tools/trace/traced.ts";
import { type Beam, startBeam } from "../../tests/support/beam.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import { loading } from "../../tests/support/supervisors.ts";
import { callerOf } from "../../tests/support/tools.ts";

const ROUNDS = 30;
const soon = { timeoutMs: 60_000 };
const recon = Deno.env.get("RECON");
const processes = Number(Deno.args[0] ?? 100_000);
const lab = await Deno.readTextFile(
  new URL("questions_lab.erl", import.meta.url),
);

/** One thing to do, and what it takes. */
type Work = () => Promise<unknown>;

interface Took {
  /** Median, in ms. */
  readonly wall: number;
  /** Of the node's processor, in ms. */
  readonly cpu: number;
  readonly reductions: number;
  readonly out: number;
  readonly back: number;
  /** More than before, at most, in kB. */
  readonly memory: number;
}

/** Nanoseconds that the threads of a program have run. */
async function ranNs(pid: number): Promise<number> {
  let sum = 0;
  for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
    const stat = await Deno.readTextFile(`/proc/${pid}/task/${name}/schedstat`);
    sum += Number(stat.split(" ")[0]);
  }
  return sum;
}

/** `VmHWM` or `VmRSS`, in kB. */
async function memoryOf(pid: number, field: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

class Meter {
  readonly #beam: Beam;
  readonly #node: RemoteNode;
  /** Nanoseconds a millisecond. */
  #idle = 0;

  constructor(beam: Beam, node: RemoteNode) {
    this.#beam = beam;
    this.#node = node;
  }

  /** Measures what the node does when it is asked nothing. */
  async rest(): Promise<void> {
    const [before, begin] = [await ranNs(this.#beam.pid), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const ran = await ranNs(this.#beam.pid) - before;
    this.#idle = ran / (performance.now() - begin);
  }

  async measure(work: Work, rounds = ROUNDS): Promise<Took> {
    for (let i = 0; i < 3; i++) await work();
    const reductions: number[] = [];
    for (let i = 0; i < 5; i++) {
      const one = await this.#reductions();
      const two = await this.#reductions();
      await work();
      reductions.push(await this.#reductions() - two - (two - one));
    }
    await Deno.writeTextFile(`/proc/${this.#beam.pid}/clear_refs`, "5");
    const rss = await memoryOf(this.#beam.pid, "VmRSS");
    const traffic = this.#node.traffic;
    const [ran, begin] = [await ranNs(this.#beam.pid), performance.now()];
    const walls: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      await work();
      walls.push(performance.now() - start);
    }
    const all = await ranNs(this.#beam.pid) - ran;
    const cpu = all - this.#idle * (performance.now() - begin);
    const { bytesOut, bytesIn } = this.#node.traffic;
    return {
      wall: median(walls),
      cpu: cpu / rounds / 1e6,
      reductions: median(reductions),
      out: (bytesOut - traffic.bytesOut) / rounds,
      back: (bytesIn - traffic.bytesIn) / rounds,
      memory: await memoryOf(this.#beam.pid, "VmHWM") - rss,
    };
  }

  async #reductions(): Promise<number> {
    const args = [atom("exact_reductions")];
    const both = await this.#node.call("erlang", "statistics", args, soon);
    return both instanceof Tuple ? Number(both.elements[0]) : NaN;
  }
}

const COLUMNS = ["wall ms", "cpu ms", "kreds", "out B", "in B", "mem kB"];

function row(what: string, cells: readonly string[]): void {
  console.log(what.padEnd(44) + cells.map((c) => c.padStart(9)).join(""));
}

function show(what: string, took: Took): void {
  const { wall, cpu, reductions, out, back, memory } = took;
  row(what, [
    wall.toFixed(2),
    cpu.toFixed(2),
    (reductions / 1000).toFixed(1),
    out.toFixed(0),
    back.toFixed(0),
    memory.toFixed(0),
  ]);
}

/** A tool and its arguments, what is plainly called for it, and what recon would be. */
interface Question {
  readonly tool: string;
  readonly args: Record<string, unknown>;
  readonly what?: string;
  readonly plain: readonly [string, string, Term[]];
  readonly recon?: readonly [string, string, Term[]];
  /** Where most of the time is waited. */
  readonly rounds?: number;
}

function questions(pid: Term): Question[] {
  const info = ["registered_name", "current_function", "initial_call"];
  const items = [...info, "status", "memory", "links", "current_stacktrace"];
  return [
    {
      tool: "get_process",
      args: {
        process: "code_server",
        sections: ["stack", "relations", "waiting_for"],
      },
      plain: ["erlang", "process_info", [pid, items.map(atom)]],
      recon: ["recon", "info", [pid]],
    },
    {
      tool: "get_node_info",
      args: {},
      plain: ["erlang", "system_info", [atom("system_version")]],
    },
    {
      tool: "list_processes",
      args: { limit: 10 },
      plain: ["erlang", "processes", []],
      recon: ["recon", "proc_count", [atom("memory"), 10]],
    },
    {
      tool: "get_memory",
      args: { sections: ["allocators"] },
      plain: ["erlang", "memory", []],
      recon: ["recon_alloc", "memory", [atom("allocated")]],
    },
    {
      tool: "list_ets",
      args: { limit: 10 },
      what: "of 2,000 tables",
      plain: ["questions_lab", "tables", []],
    },
    {
      tool: "get_supervision_tree",
      args: { root: "lab_sup", window_ms: 0 },
      what: "of 10,000 children",
      plain: ["questions_lab", "children", []],
    },
    {
      tool: "find",
      args: { text: "lab_" },
      plain: ["erlang", "registered", []],
    },
    {
      tool: "list_modules",
      args: { limit: 10 },
      plain: ["questions_lab", "modules", []],
    },
    {
      tool: "list_ports",
      args: { limit: 10 },
      plain: ["erlang", "ports", []],
      recon: ["recon", "port_types", []],
    },
    {
      tool: "get_limits",
      args: { window_ms: 100 },
      what: "in 100 ms",
      plain: ["erlang", "system_info", [atom("process_count")]],
      rounds: 10,
    },
    {
      tool: "get_schedulers",
      args: { window_ms: 100 },
      what: "in 100 ms",
      plain: ["erlang", "statistics", [atom("scheduler_wall_time")]],
      recon: ["recon", "scheduler_usage", [100]],
      rounds: 10,
    },
  ];
}

async function measureQuestions(): Promise<void> {
  const setup = `${loading(lab)}, questions_lab:start(10000)`;
  await using target = await startBeam({
    setup,
    args: recon ? ["-pa", recon] : [],
  });
  await using node = await connect(target);
  const beam = createBeam(node);
  await beam.run(preload, undefined, soon);
  const call = callerOf(node, TOOLS, ["inspect"], beam);
  const pid = await node.call("erlang", "whereis", [atom("code_server")], soon);
  const meter = new Meter(target, node);
  await meter.rest();
  row("", COLUMNS);
  const wanted = Deno.env.get("ONLY");
  for (const question of questions(pid)) {
    const { tool, args, what, rounds } = question;
    if (wanted !== undefined && wanted !== tool) continue;
    const ours = await meter.measure(async () => {
      const answer = await call(tool, args);
      if (!answer.ok) throw new Error(answer.text);
    }, rounds);
    show(what ? `${tool} ${what}` : tool, ours);
    for (const name of ["plain", "recon"] as const) {
      const [module, fn, values] = question[name] ?? [];
      if (module === undefined || fn === undefined || values === undefined) {
        continue;
      }
      if (name === "recon" && recon === undefined) continue;
      const work = (): Promise<unknown> => node.call(module, fn, values, soon);
      const theirs = await meter.measure(work, rounds);
      show(`  ${module}:${fn}/${values.length}`, theirs);
      row("  of ours to this", [
        (ours.wall / theirs.wall).toFixed(1),
        (ours.cpu / theirs.cpu).toFixed(1),
        (ours.reductions / theirs.reductions).toFixed(1),
      ]);
    }
  }
}

const TRACE = {
  functions: [{ module: "questions_lab", function: "f" }],
  returns: false,
  max_events: 5000,
  duration_ms: 4000,
  depth: 8,
  width: 40,
  max_bytes: 24_000,
  total_bytes: 4_000_000,
  stream: true,
};

async function measureTraces(): Promise<void> {
  const setup = `${
    loading(lab)
  }, [spawn(questions_lab, idle, []) || _ <- lists:seq(1, ${processes})]`;
  await using target = await startBeam({
    setup,
    args: ["+P", "2000000", ...recon ? ["-pa", recon] : []],
  });
  await using node = await connect(target);
  const beam = createBeam(node);
  const streamed = { timeoutMs: 60_000, onPartial: (): void => {} };
  const set = (): Promise<unknown> =>
    beam.run(traced, { ...TRACE, duration_ms: 1, stream: false }, soon);
  const meter = new Meter(target, node);
  await meter.rest();
  show(
    `start_trace at ${processes} processes`,
    await meter.measure(set, 5),
  );
  if (recon !== undefined) {
    await evaluate(node, "put(x, recon_trace:clear())");
    show(
      "  recon_trace:calls/2",
      await meter.measure(() =>
        evaluate(
          node,
          "begin recon_trace:calls({questions_lab, f, '_'}, 10), recon_trace:clear() end",
        ), 5),
    );
  }
  // 10 calls each: about 900 a second.
  await evaluate(node, "questions_lab:calls(10)");
  await set();
  const wait = (): Promise<unknown> =>
    new Promise((resolve) => setTimeout(resolve, TRACE.duration_ms));
  const ran = async (work: Work): Promise<number> => {
    const before = await ranNs(target.pid);
    await work();
    return await ranNs(target.pid) - before;
  };
  const empty = await ran(() =>
    beam.run(traced, {
      ...TRACE,
      functions: [{ module: "questions_lab", function: "start" }],
    }, streamed)
  ) - await ran(wait);
  const idle = await ran(wait);
  const kinds: [string, Partial<typeof TRACE> & { arguments?: boolean }][] = [
    ["a call", {}],
    ["a call with its arguments", { arguments: true }],
    ["a call with arguments, and what it returns", {
      arguments: true,
      returns: true,
    }],
  ];
  for (const [what, more] of kinds) {
    let events = 0;
    const cpu = await ran(async () => {
      const { received } = await beam.run(
        traced,
        { ...TRACE, ...more },
        streamed,
      );
      events = received;
    });
    console.log(
      `${what}, of ${events}: ${
        ((cpu - idle - empty) / events / 1000).toFixed(1)
      } us of the node's processor`,
    );
  }
}

if (Deno.env.get("ONLY") !== "trace") await measureQuestions();
if (["trace", undefined].includes(Deno.env.get("ONLY"))) await measureTraces();
