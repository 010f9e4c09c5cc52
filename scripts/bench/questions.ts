// deno-lint-ignore-file no-console
/**
 * What typical questions take, each beside a plain call of a compiled function that gives
 * about the same, and beside recon. Then sweeps of very many processes, with the longest pause that
 * they cause, and traces.
 *
 *     scripts/bench/run questions [PROCESSES]… [--recon FOLDER] [--readme] [--only TEXT]
 *
 * The folder holds recon's compiled modules, its `ebin`; without it recon is left out.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import { atom, type Term } from "../../lib/etf/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { connect } from "../../tests/support/remote.ts";
import { loading } from "../../tests/support/supervisors.ts";
import { callerOf } from "../../tests/support/tools.ts";
import { NO_SPIN, undisturbed } from "./cpu.ts";
import { Meter, type Took } from "./meter.ts";
import { measureMany } from "./questions_many.ts";
import { measuredBy, writeSection } from "./readme.ts";

const ROUNDS = 20;
const CHILDREN = 10_000;
const SIZES = [100_000, 500_000];

/** A call of a function that is on the node. */
export type Plain = readonly [module: string, fn: string, args: Term[]];

interface Question {
  readonly tool: string;
  readonly args: Record<string, unknown>;
  readonly what?: string;
  readonly plain: Plain;
  readonly recon?: Plain;
  /** Where most of the time is waited. */
  readonly rounds?: number;
}

/** What was measured: ours, and what takes its place elsewhere. */
export interface Row {
  readonly what: string;
  readonly ours: Took;
  readonly plain?: Took | undefined;
  readonly recon?: Took | undefined;
}

function questions(pid: Term): Question[] {
  const items = [
    ...["registered_name", "current_function", "initial_call", "status"],
    ...["memory", "links", "current_stacktrace"],
  ];
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
      recon: ["recon", "node_stats_list", [1, 0]],
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

async function measureQuestions(
  ebin: string | undefined,
  told: (row: Row) => void,
): Promise<void> {
  const lab = await Deno.readTextFile(
    new URL("questions_lab.erl", import.meta.url),
  );
  await using target = await startBeam({
    setup: `${loading(lab)}, questions_lab:start(${CHILDREN})`,
    args: [...NO_SPIN, ...ebin ? ["-pa", ebin] : []],
  });
  await undisturbed(target);
  await using node = await connect(target);
  const soon = { timeoutMs: 60_000 };
  const beam = createBeam(node);
  await beam.run(preload, undefined, soon);
  const call = callerOf(node, TOOLS, ["inspect"], beam);
  const pid = await node.call("erlang", "whereis", [atom("code_server")], soon);
  const meter = await Meter.at(target, node);
  for (const question of questions(pid)) {
    const { tool, args, what, rounds = ROUNDS } = question;
    if (!tool.includes(options.only ?? "")) continue;
    const plainly = async (called?: Plain): Promise<Took | undefined> => {
      if (called === undefined) return undefined;
      const [module, fn, values] = called;
      return await meter.measure(
        () => node.call(module, fn, values, soon),
        rounds,
      );
    };
    told({
      what: what ? `${tool} ${what}` : tool,
      ours: await meter.measure(async () => {
        const answer = await call(tool, args);
        if (!answer.ok) throw new Error(answer.text);
      }, rounds),
      plain: await plainly(question.plain),
      recon: ebin ? await plainly(question.recon) : undefined,
    });
  }
}

const options = parseArgs(Deno.args, {
  string: ["only", "recon"],
  boolean: ["readme"],
});
const { recon: ebin } = options;
const table = [
  "| question | ms | ms of CPU | kB out, back | MB | plain call, CPU | recon, CPU |",
  "| --- | --- | --- | --- | --- | --- | --- |",
];
const times = (a: number, b: number): string => {
  const ratio = a / b;
  return ` (${ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0)}x)`;
};
const peer = (ours: Took, theirs: Took | undefined): string =>
  theirs === undefined
    ? ""
    : `${theirs.cpu.toFixed(2)}${times(ours.cpu, theirs.cpu)}`;
const tell = (line: string): void => {
  console.log(line);
  table.push(line);
};
console.log(table.join("\n"));
const told = ({ what, ours, plain, recon }: Row): void =>
  tell(`| ${
    [
      what,
      ours.wall.toFixed(2),
      `${ours.cpu.toFixed(2)}`,
      `${(ours.out / 1000).toFixed(1)}, ${(ours.back / 1000).toFixed(1)}`,
      Math.max(0, ours.memory / 1000).toFixed(1),
      peer(ours, plain),
      peer(ours, recon),
    ].join(" | ")
  } |`);
await measureQuestions(ebin, told);
const sizes = options._.length > 0 ? options._.map(Number) : SIZES;
const notes = options.only ? [] : await measureMany(sizes, ebin, told);
for (const note of notes) console.log(note);
if (options.readme) {
  const where = await measuredBy("scripts/bench/run questions --readme");
  await writeSection(
    "questions",
    [where, table.join("\n"), notes.join("\n")].join("\n\n"),
  );
}
