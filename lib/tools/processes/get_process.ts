/**
 * The toolset `processes`, of one process: looking at it closely, and at what it
 * hangs together with.
 *
 * @module
 */

import * as z from "zod";
import {
  GRAPH_KINDS,
  oneProcess,
  type Other,
  PROCESS_SECTIONS,
  processGraph,
} from "../../beam/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, knownMfaText, mfaText, PROCESS_INPUT } from "../fields.ts";
import { functions, NOT_READ, PROCESS } from "./process_fields.ts";

const TOOLSET = "processes";

/** Others that a process has to do with. */
const RELATED = z.object({
  count: z.int().describe("True number, also where fewer are shown."),
  first: z.array(z.object({
    id: z.string(),
    registered_name: z.string().optional(),
  })),
});

/** Another process, and what it does. */
const OTHER = z.object({
  pid: z.string(),
  registered_name: z.string().optional(),
  initial_call: z.string().optional().describe("Missing if it has ended."),
  current_function: z.string().optional(),
  mailbox: z.int(),
});

function other(row: Other): z.input<typeof OTHER> {
  return {
    ...row,
    initial_call: knownMfaText(row.initial_call),
    current_function: knownMfaText(row.current_function),
  };
}

/** One process, closely. */
export const getProcess: Tool = defineNodeTool({
  name: "get_process",
  title: "One process",
  description:
    "One process by pid or registered name: what it is, what it is doing now (stack), whom it is linked to and monitors, its heap and garbage collection. Use it on what list_processes has found. Copies no message, state, dictionary or argument, so no secrets. Costs the node well under a millisecond.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probes: [oneProcess],
  input: {
    process: PROCESS_INPUT,
    sections: z.array(z.enum(PROCESS_SECTIONS)).max(6)
      .default(["stack", "relations", "waiting_for"]).describe(
        "Beside the basics: stack, relations (links, monitors), ancestors (who spawned it), gc, binaries, waiting_for (whom it calls, and whom that one).",
      ),
    limit: z.int().min(1).max(100).default(20).describe(
      "How many relations of each kind and binaries to show.",
    ),
  },
  output: {
    ...PROCESS,
    priority: z.string(),
    trap_exit: z.boolean(),
    young_heap_bytes: z.int(),
    parent: z.string().optional().describe("Who spawned it; OTP 25."),
    group_leader: z.string(),
    ancestors: z.array(z.string()).optional(),
    not_read: NOT_READ,
    stack: z.array(z.string()).optional().describe("Innermost call first."),
    links: RELATED.optional(),
    monitors: RELATED.optional(),
    monitored_by: RELATED.optional(),
    spawned_by: z.array(OTHER).optional().describe("Nearest first; OTP 25."),
    binaries: z.object({
      count: z.int(),
      bytes: z.int(),
      references: z.int(),
      largest: z.array(z.object({ bytes: z.int(), references: z.int() })),
    }).optional(),
    waiting_for: z.object({
      cycle: z.boolean().describe("They wait for each other: a deadlock."),
      chain: z.array(z.object({
        waiter: z.string(),
        in: z.string(),
        for: z.array(z.string()).describe("One of these, if several."),
      })),
      last: z.array(OTHER).describe("What the last one waited for does."),
    }).optional(),
    gc: z.object({
      minor_gcs: z.int(),
      fullsweep_after: z.int(),
      max_heap_bytes: z.int().describe("0: no limit."),
      young_used_bytes: z.int(),
      young_bytes: z.int(),
      old_used_bytes: z.int(),
      old_bytes: z.int(),
      fragments_bytes: z.int(),
      message_queue_data: z.string().optional(),
    }).optional(),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const process = await beam.run(oneProcess, args);
    return {
      ...process,
      ...functions(process),
      spawned_by: process.spawned_by?.map(other),
      waiting_for: process.waiting_for && {
        ...process.waiting_for,
        chain: process.waiting_for.chain.map((wait) => ({
          ...wait,
          in: mfaText(wait.in),
        })),
        last: process.waiting_for.last.map(other),
      },
      stack: process.stack?.map((frame) => {
        const { file, line } = frame;
        const where = file && line ? ` (${file}:${line})` : "";
        return mfaText(frame) + where;
      }),
    };
  },
});

const COUNTS = z.array(z.object({ process: z.string(), count: z.int() }))
  .optional();

/** How processes hang together. */
export const getProcessGraph: Tool = defineNodeTool({
  name: "get_process_graph",
  title: "Process graph",
  description:
    "How processes hang together: links or monitors around one; wait_for: who waits for whom in calls, of the whole node or from one process, with cycles (deadlocks) and for whom most wait; spawned: who spawned whom (OTP 25). Use it to find what blocks many processes, or what an exit would take along. Costs under a millisecond around a process, about 2 us a process for the whole node.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 24_576,
  probes: [processGraph],
  input: {
    kind: z.enum(GRAPH_KINDS).describe("What the edges are."),
    process: PROCESS_INPUT.optional().describe(
      "Where to begin: a pid or name. wait_for and spawned do without.",
    ),
    depth: z.int().min(1).max(20).default(2).describe("Steps from there."),
    limit: z.int().min(1).max(150).default(40).describe("Most processes."),
  },
  output: {
    total: z.int().optional(),
    waiting: z.int().optional().describe(
      "Processes that wait in a call; each has an edge unless truncated.",
    ),
    cycles: z.array(z.array(z.string())).optional().describe(
      "Deadlocks: each waits for the next, the last for the first; none moved between two looks.",
    ),
    possible_cycles: z.array(z.array(z.string())).optional().describe(
      "Deadlocks if doubtful edges are right.",
    ),
    awaited: COUNTS.describe("For whom most wait."),
    roots: z.array(z.string()).optional(),
    children: COUNTS.describe("Live children of each."),
    orphans: COUNTS.describe("Parents that ended, by children they left."),
    truncated_graph: z.boolean(),
    edges: z.array(z.object({
      from: z.string(),
      to: z.string(),
      how: z.string(),
      doubtful: z.boolean().optional().describe(
        "One of its edges is right; which cannot be told.",
      ),
    })),
    nodes: z.array(z.object({
      pid: z.string(),
      registered_name: z.string().optional(),
      label: z.string().optional(),
      initial_call: z.string(),
      current_function: z.string().optional(),
      mailbox: z.int(),
    })),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { nodes, truncated, ...graph } = await beam.run(processGraph, args);
    return {
      ...graph,
      truncated_graph: truncated,
      nodes: nodes.map((row) => ({
        pid: row.pid,
        registered_name: row.registered_name,
        label: row.label,
        mailbox: row.mailbox,
        ...functions(row),
      })),
    };
  },
});
