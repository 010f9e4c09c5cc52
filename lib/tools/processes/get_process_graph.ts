/**
 * Relations between processes: links, monitors, waits, parents.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  processRefused,
  s,
  Shape,
} from "../../beam/mod.ts";
import { Atom, atom, type Term } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { related, spawnersUnknown } from "./process_fields.ts";

/** Kinds of relation. */
export const GRAPH_KINDS = [
  "links",
  "monitors",
  "wait_for",
  "spawned",
] as const;

/** Maximum processes of an answer. */
const MAX_GRAPH_PROCESSES = 150;

const INPUT = {
  kind: z.enum(GRAPH_KINDS).describe("The edges."),
  process: PROCESS_INPUT.optional().describe("Where to start."),
  depth: z.int().min(1).max(20).default(2).describe("Steps from it."),
  limit: z.int().min(1).max(MAX_GRAPH_PROCESSES).default(40)
    .describe("Processes."),
};

const RINGS = s.list(s.list(related)).optional();
const COUNTS = s.list(s.row({ process: related, count: s.integer })).optional();

/** `link`, `monitors`, `monitored_by` or `spawned`; of waits, the function. */
const HOW: Shape<string> = new Shape(
  (term, reading) =>
    term instanceof Atom ? term.name : s.mfa.read(term, reading),
  () => z.string(),
);

/** Relations around a process, or of the whole node. */
export const getProcessGraphQuestion = defineQuestion("get_process_graph", {
  input: INPUT,
  encode({ kind, process, depth, limit }): Term {
    if (process === undefined && (kind === "links" || kind === "monitors")) {
      throw new BeamError("bad_process", `kind ${kind} needs a process`, {
        hint: "pass process; only wait_for and spawned work without",
      });
    }
    return encodeArgs({
      kind: atom(kind),
      process: process === undefined ? undefined : encodeProcess(process),
      depth: Math.min(Math.max(1, depth), 20),
      limit: Math.min(Math.max(1, limit), MAX_GRAPH_PROCESSES),
    });
  },
  shape: s.record({
    total: s.integer.optional(),
    waiting: s.integer.optional().describe(
      "Processes that wait in a call; each has an edge unless truncated.",
    ),
    cycles: RINGS.describe(
      "Deadlocks: each waits for the next, the last for the first; none moved between two looks.",
    ),
    possible_cycles: RINGS.describe("Deadlocks if doubtful edges are right."),
    awaited: COUNTS.describe("For whom most wait."),
    roots: s.list(related).optional(),
    children: COUNTS.describe("Live children of each."),
    orphans: COUNTS.describe("Parents that ended, by children they left."),
    truncated_graph: s.flag,
    edges: s.list(s.row({
      from: s.pid,
      to: related,
      how: HOW,
      doubtful: s.flag.optional().describe(
        "One of its edges is right; which one is unknown.",
      ),
    })),
    nodes: s.table({
      pid: s.pid,
      registered_name: s.knownName,
      label: s.shown.unlessEmpty(),
      initial_call: s.mfa,
      current_function: s.mfa.optional(),
      mailbox: s.integer,
    }),
  }),
  refused: (refusal, { process = "" }) =>
    refusal.code === "not_known"
      ? spawnersUnknown(refusal, "kind links shows most of it")
      : processRefused(refusal, process),
});

/** Relations between processes. */
export const getProcessGraph: Tool = defineNodeTool({
  name: "get_process_graph",
  title: "Process graph",
  description:
    "Relations between processes. wait_for: who waits for whom in calls, deadlocks, most awaited; links, monitors: around one process; spawned: who started whom.",
  toolset: "processes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 24_576,
  probes: [getProcessGraphQuestion],
  input: INPUT,
  output: { ...getProcessGraphQuestion.shape.fields, cost: COST },
  note: ({ edges }, { kind, process }) =>
    edges.length > 0
      ? undefined
      : kind === "wait_for"
      ? `${
        process === undefined ? "no process waits" : "the process does not wait"
      } for another process in a call that is known (gen, Task, pool of connections, supervisor, application)`
      : process === undefined
      ? undefined
      : `it has none of kind ${kind}`,
  run: (args, { beam }) => beam.run(getProcessGraphQuestion, args),
});
