/**
 * The toolset `processes`: finding the process that matters among all.
 *
 * @module
 */

import * as z from "zod";
import {
  GROUP_SORTS,
  PROCESS_KINDS,
  PROCESS_SORTS,
  processGroups,
  topProcesses,
} from "../../beam/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, knownMfaText } from "../fields.ts";
import {
  functions,
  NOT_READ,
  PROCESS,
  PROCESS_FILTERS,
  WINDOW,
} from "./process_fields.ts";

const TOOLSET = "processes";

/** Long enough for the longest window on a busy node of a million processes. */
const DEADLINE_MS = 40_000;

/** The processes that come first by one measure. */
export const listProcesses: Tool = defineNodesTool({
  name: "list_processes",
  title: "Top processes",
  description:
    "The processes of a node that come first by memory, heap, stack, reductions (work), mailbox (queue length), binary, links or monitors: in total, or with window_ms by how much it grows; of all or of those that filters pick. Use it to find what uses memory or CPU, what falls behind its messages, what leaks, or a process by its name. Costs 0.3 to 2 us a process at low priority, twice with a window.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  deadlineMs: DEADLINE_MS,
  budgetBytes: 40_960,
  probe: topProcesses,
  input: {
    sort: z.enum(PROCESS_SORTS).default("memory").describe(
      "The measure, largest first. binary: bytes of shared binaries referred to.",
    ),
    limit: z.int().min(1).max(100).default(10).describe(
      "How many processes to list. A row takes about 250 bytes.",
    ),
    window_ms: WINDOW.describe(
      "Sort by growth within this time instead: reductions over 1000 ms are CPU use.",
    ),
    min: z.int().min(0).optional().describe(
      "Only with at least this much of the measure (bytes, where it has any).",
    ),
    ...PROCESS_FILTERS,
  },
  output: {
    total: z.int().describe("Processes on the node."),
    matched: z.int().describe("Those that pass; in a window, that grew."),
    window_ms: z.int().optional().describe("How long it was in fact."),
    processes: z.array(z.object({
      ...PROCESS,
      value: z.int().optional().describe(
        "The measure, or its growth in the window.",
      ),
    })),
    ended: z.object({
      count: z.int().describe("There in the first look, not in the last."),
      came_and_went: z.int().optional().describe(
        "Started and ended in the window, at least; on a young node.",
      ),
      first: z.array(z.object({
        pid: z.string(),
        registered_name: z.string().optional(),
        initial_call: z.string().optional(),
        current_function: z.string().optional(),
        value: z.int().optional(),
      })).describe(
        "Would be among the first, or were at work in the first look.",
      ),
    }).optional(),
    not_read: NOT_READ,
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ processes, ended, ...rest }) => ({
    ...rest,
    ended: ended && {
      ...ended,
      first: ended.first.map((row) => ({
        ...row,
        initial_call: knownMfaText(row.initial_call),
        current_function: knownMfaText(row.current_function),
      })),
    },
    processes: processes.map((row) => ({ ...row, ...functions(row) })),
  }),
});

/** How many processes there are of each kind. */
export const groupProcesses: Tool = defineNodesTool({
  name: "group_processes",
  title: "Processes by kind",
  description:
    "Counts the processes of a node by initial call, current function, status, application, label or spawner, with what they have together of memory or another measure; with window_ms only those started within it: who spawns, and how fast. Use it when there are very many processes, to see of what kind, where they hang, or which leak. Costs 0.3 to 2 us a process at low priority, less with a window.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  deadlineMs: DEADLINE_MS,
  probe: processGroups,
  input: {
    by: z.enum(PROCESS_KINDS).default("initial_call").describe(
      "What makes a kind; labels such as {session, 17} count as one.",
    ),
    sort: z.enum(GROUP_SORTS).default("count").describe(
      "Largest first: their number, or the sum of a measure.",
    ),
    limit: z.int().min(1).max(200).default(15).describe("Most groups."),
    window_ms: WINDOW.describe(
      "Count only processes started within this time that are still there.",
    ),
    ...PROCESS_FILTERS,
  },
  output: {
    total: z.int().describe("Processes on the node."),
    matched: z.int().describe("Those that are counted."),
    kinds: z.int().describe("How many groups there are."),
    others: z.int().describe("Processes in groups too small to be kept."),
    window: z.object({
      window_ms: z.int(),
      new: z.int().describe("There at its end, not at its begin."),
      ended: z.int().describe("There at its begin, not at its end."),
      spawned: z.int().optional().describe(
        "All starts, also of those already ended; on a young node.",
      ),
    }).optional(),
    groups: z.array(z.object({
      kind: z.string(),
      count: z.int(),
      sum: z.int().optional().describe("Of the measure."),
      example: z.string(),
      example_initial_call: z.string().optional(),
    })),
    not_read: NOT_READ,
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ groups, ...rest }) => ({
    ...rest,
    groups: groups.map((group) => ({
      ...group,
      example_initial_call: knownMfaText(group.example_initial_call),
    })),
  }),
});
