/**
 * Counts processes by kind, and sums a measure of each kind; with a window, only
 * new processes.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s, Shape } from "../../beam/mod.ts";
import { atom, Tuple } from "../../etf/mod.ts";
import { type Tool, unlisted } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { NONE_MATCH } from "../fields.ts";
import {
  DEADLINE_MS,
  encodeMeasure,
  NOT_READ,
  WINDOW,
} from "./process_fields.ts";
import {
  encodeFilters,
  filtersRefused,
  PROCESS_FILTERS,
} from "./process_filters.ts";

/** What makes processes of one kind. */
export const PROCESS_KINDS = [
  "initial_call",
  "current_function",
  "status",
  "application",
  "label",
  "view",
  "spawner",
] as const;

/** What groups can be sorted by, largest first: their number, or the sum of a measure. */
export const GROUP_SORTS = [
  "count",
  "memory",
  "heap",
  "reductions",
  "mailbox",
  "binary",
] as const;

/** Maximum groups of an answer. */
const MAX_GROUPS = 200;

const INPUT = {
  by: z.enum(PROCESS_KINDS).default("initial_call").describe(
    "label: by its shape. view: LiveViews, channels, jobs.",
  ),
  sort: z.enum(GROUP_SORTS).default("count").describe(
    "Number or sum.",
  ),
  limit: z.int().min(1).max(MAX_GROUPS).default(15).describe("Groups."),
  window_ms: WINDOW.describe("Only those started in it."),
  ...PROCESS_FILTERS,
  // Of these there are few of a kind.
  registered_name: unlisted(PROCESS_FILTERS.registered_name),
  label: unlisted(PROCESS_FILTERS.label),
};

/** `M:F/A`, a name, a pid, a label or its shape; `-` where there is none. */
export const KIND: Shape<string> = new Shape(
  (term, reading) => {
    if (term === atom("undefined")) return "-";
    if (term instanceof Uint8Array) return s.text.read(term, reading);
    if (!(term instanceof Tuple)) return s.nameOrPid.read(term, reading);
    const [tag, whom] = term.elements;
    if (term.elements.length === 3 || whom === undefined) {
      return s.mfa.read(term, reading);
    }
    if (tag === atom("label")) return s.shown.read(whom, reading);
    const process = whom === atom("undefined")
      ? "nobody"
      : s.nameOrPid.read(whom, reading);
    return tag === atom("started_by")
      ? `proc_lib:init_p, started by ${process}`
      : `group leader ${process}`;
  },
  () => z.string(),
);

/** Processes by kind, the largest groups first. */
export const groupProcessesQuestion = defineQuestion("group_processes", {
  input: INPUT,
  encode: (
    { by, sort, limit, window_ms = 0, ...filters },
  ) =>
    encodeArgs({
      by: atom(by === "spawner" ? "parent" : by),
      measure: encodeMeasure(sort),
      limit: Math.min(Math.max(1, limit), MAX_GROUPS),
      window_ms: Math.max(0, Math.floor(window_ms)),
      filters: encodeFilters(filters),
    }),
  shape: s.record({
    total: s.integer.describe("Processes on the node."),
    matched: s.integer.describe("Those that are counted."),
    kinds: s.integer.describe("How many groups there are."),
    others: s.integer.describe("Processes in groups too small to be kept."),
    window: s.record({
      window_ms: s.integer,
      new: s.integer.describe("There at its end, not at its start."),
      ended: s.integer.describe("There at its start, not at its end."),
      spawned: s.integer.optional().describe(
        "All starts, also of those already ended; on a young node.",
      ),
    }).optional(),
    groups: s.list(s.row({
      kind: KIND,
      count: s.integer,
      sum: s.integer.optional().describe("Of the measure."),
      example: s.pid,
      example_initial_call: s.mfa.optional(),
    })),
    not_read: NOT_READ,
  }),
  waitsMs: ({ window_ms = 0 }) => window_ms,
  refused: (refusal, args) => filtersRefused(refusal, args),
});

/** Processes by kind. */
export const groupProcesses: Tool = defineLook(groupProcessesQuestion, {
  title: "Processes by kind",
  description:
    "Counts processes by kind, with their memory or another sum; with window_ms only those started within it: who spawns, how fast.",
  toolset: "processes",
  deadlineMs: DEADLINE_MS,
  note: ({ matched }, { window_ms }) =>
    matched !== 0
      ? undefined
      : window_ms === undefined
      ? NONE_MATCH
      : "no matching process was started in the window and is still alive: try a longer window_ms",
});
