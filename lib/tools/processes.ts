/**
 * The toolset `processes`: finding the process that matters, and looking at it.
 *
 * @module
 */

import * as z from "zod";
import {
  type Mfa,
  oneProcess,
  PROCESS_SECTIONS,
  PROCESS_SORTS,
  topProcesses,
} from "../beam/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../registry/mod.ts";
import { COST, mfaText } from "./fields.ts";

const TOOLSET = "processes";

/** What every tool says of a process. */
const PROCESS = {
  pid: z.string(),
  registered_name: z.string().optional(),
  initial_call: z.string().describe("The function it was started with."),
  current_function: z.string().optional(),
  status: z.string(),
  mailbox: z.int().describe("Messages that wait in its mailbox."),
  memory_bytes: z.int(),
  heap_bytes: z.int(),
  stack_bytes: z.int(),
  reductions: z.int().describe("Work done since it was spawned."),
};

/** The processes that come first by one measure. */
export const listProcesses: Tool = defineNodeTool({
  name: "list_processes",
  title: "Top processes",
  description:
    "The processes of a node that come first by memory, heap, stack, mailbox (message queue length) or reductions (work since spawned), of all or of those whose name or function holds a text. Use it to find what uses memory, what falls behind its messages, or a process by its name. One round trip; sorting by memory costs the node about 1.5 us a process (150 ms of low-priority work for 100,000), other keys less.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [topProcesses],
  input: {
    sort: z.enum(PROCESS_SORTS).default("memory").describe(
      "The measure, largest first. mailbox is the length of the message queue.",
    ),
    limit: z.int().min(1).max(100).default(10).describe(
      "How many processes to list, 1 to 100. A row takes about 250 bytes.",
    ),
    text: z.string().min(1).max(200).optional().describe(
      "Only processes whose registered name, initial call or current function contains this text, in any case.",
    ),
  },
  output: {
    total: z.int().describe("Processes on the node."),
    matched: z.int().describe("Those that the text picks; all without one."),
    processes: z.array(z.object(PROCESS)),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { processes, ...rest } = await beam.run(topProcesses, args);
    return {
      ...rest,
      processes: processes.map((row) => ({ ...row, ...functions(row) })),
    };
  },
});

/** The functions of a process as texts. */
function functions(
  row: { initial_call: Mfa; current_function?: Mfa | undefined },
): { initial_call: string; current_function: string | undefined } {
  const { initial_call, current_function } = row;
  return {
    initial_call: mfaText(initial_call),
    current_function: current_function && mfaText(current_function),
  };
}

/** Others that a process has to do with. */
const RELATED = z.object({
  count: z.int().describe("True number, also where fewer are shown."),
  first: z.array(z.object({
    id: z.string(),
    registered_name: z.string().optional(),
  })),
});

/** One process, closely. */
export const getProcess: Tool = defineNodeTool({
  name: "get_process",
  title: "One process",
  description:
    "One process by pid or registered name: what it is, what it is doing now (stack), whom it is linked to and monitors, its heap and garbage collection. Use it on what list_processes has found. Shows no message, state or argument, so no secrets. Costs the node well under a millisecond.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probes: [oneProcess],
  input: {
    process: z.string().min(1).max(300).describe(
      "A pid such as <0.123.0> or #PID<0.123.0>, or a registered name such as my_server or MyApp.Server.",
    ),
    sections: z.array(z.enum(PROCESS_SECTIONS)).max(3)
      .default(["stack", "relations"]).describe(
        "What to show beside the basics: stack (where it is now), relations (links and monitors), gc (heap generations).",
      ),
    limit: z.int().min(1).max(100).default(20).describe(
      "How many links and monitors of each kind to show, 1 to 100.",
    ),
  },
  output: {
    ...PROCESS,
    label: z.string().optional().describe("Given by the process; OTP 27."),
    priority: z.string(),
    trap_exit: z.boolean(),
    young_heap_bytes: z.int(),
    parent: z.string().optional().describe("Who spawned it; OTP 25."),
    group_leader: z.string(),
    ancestors: z.array(z.string()),
    stack: z.array(z.string()).optional().describe("Innermost call first."),
    links: RELATED.optional(),
    monitors: RELATED.optional(),
    monitored_by: RELATED.optional(),
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
      stack: process.stack?.map((frame) => {
        const { file, line } = frame;
        const where = file && line ? ` (${file}:${line})` : "";
        return mfaText(frame) + where;
      }),
    };
  },
});
