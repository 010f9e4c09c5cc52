/**
 * Top processes by one measure, or by its growth in a window.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { NONE_MATCH } from "../fields.ts";
import {
  DEADLINE_MS,
  encodeMeasure,
  NOT_READ,
  PROCESS,
  WINDOW,
} from "./process_fields.ts";
import {
  encodeFilters,
  filtersRefused,
  PROCESS_FILTERS,
} from "./process_filters.ts";

/** What processes can be sorted by, largest first. */
export const PROCESS_SORTS = [
  "memory",
  "heap",
  "stack",
  "reductions",
  "mailbox",
  "binary",
  "links",
  "monitors",
] as const;

/** Maximum rows of an answer. */
const MAX_PROCESSES = 500;

const INPUT = {
  sort: z.enum(PROCESS_SORTS).default("memory").describe(
    "binary: bytes of shared binaries.",
  ),
  limit: z.int().min(1).max(100).default(10).describe("Rows."),
  window_ms: WINDOW.describe("Rank by growth in it."),
  min: z.int().min(0).optional().describe("Minimum of the measure."),
  ...PROCESS_FILTERS,
};

/** Top processes by one measure; equal ones in the order of their pids. */
export const listProcessesQuestion = defineQuestion("list_processes", {
  input: INPUT,
  encode: (
    { sort, limit, min = 0, window_ms = 0, ...filters },
  ) =>
    encodeArgs({
      sort: encodeMeasure(sort),
      limit: Math.min(Math.max(1, limit), MAX_PROCESSES),
      min: Math.max(0, Math.floor(min)),
      window_ms: Math.max(0, Math.floor(window_ms)),
      filters: encodeFilters(filters),
    }),
  shape: s.record({
    total: s.integer.describe("Processes on the node."),
    matched: s.integer.describe("Those that pass; in a window, that grew."),
    window_ms: s.integer.optional().describe("How long it was in fact."),
    processes: s.table({
      ...PROCESS,
      value: s.integer.optional().describe(
        "The measure, or its growth in the window.",
      ),
    }),
    ended: s.record({
      count: s.integer.describe("There in the first look, not in the last."),
      came_and_went: s.integer.optional().describe(
        "Started and ended in the window, at least; on a young node.",
      ),
      first: s.table({
        pid: s.pid,
        registered_name: s.knownName,
        initial_call: s.mfa.optional(),
        current_function: s.mfa.optional(),
        value: s.integer.optional(),
      }).describe(
        "Would be among the first, or were at work in the first look.",
      ),
    }).optional(),
    not_read: NOT_READ,
  }),
  waitsMs: ({ window_ms = 0 }) => window_ms,
  refused: (refusal, args) => filtersRefused(refusal, args),
});

/** Top processes by one measure. */
export const listProcesses: Tool = defineLook(listProcessesQuestion, {
  title: "Top processes",
  description:
    "Top processes by memory, mailbox, reductions (work) or another measure; with window_ms by growth. Filters narrow the set.",
  toolset: "processes",
  deadlineMs: DEADLINE_MS,
  budgetBytes: 40_960,
  note: ({ matched }, { window_ms }) =>
    matched !== 0
      ? undefined
      : window_ms === undefined
      ? NONE_MATCH
      : "no matching process grew by this measure in the window: try a longer window_ms or another sort",
});
