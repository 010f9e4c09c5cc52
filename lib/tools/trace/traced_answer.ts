/**
 * The limits and the answer of traces that end with their call.
 *
 * @module
 */

import * as z from "zod";
import type { Home, Syntax } from "../../etf/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { showerOf } from "../terms.ts";
import { EVENT, LOADED_ANEW, loadedAnewOf, rowsOf } from "./trace_parts.ts";
import { TRACE_ENDS, type Traced } from "./traced.ts";

/** The arguments that limit a trace. */
export const TRACE_LIMITS = {
  max_events: z.int().min(1).max(500).default(50).describe(
    "Tracing stops after this many events.",
  ),
  duration_ms: z.int().min(10).max(30_000).default(5000).describe(
    "Tracing stops after this time.",
  ),
};

/** The arguments that whoever approves a trace may lower. */
export const TRACE_EDITS = ["max_events", "duration_ms", "max_bytes"] as const;

/** The answer of a trace. */
export const TRACED_OUTPUT = {
  calls_per_s: z.int().optional().describe("Measured before the trace."),
  traced_functions: z.int(),
  traced_processes: z.int(),
  began: z.string().describe("By the clock of the node."),
  received: z.int().describe("Events in all."),
  ended_by: z.enum(TRACE_ENDS).optional().describe(
    "Unless duration or processes_ended, events may be missing. tracer_killed: too many or too large for its 128 MiB. taken: somebody ended or replaced the trace.",
  ),
  not_told: z.int().describe("Dropped after the limit."),
  loaded_anew: LOADED_ANEW,
  left_out: z.string().optional(),
  events: z.array(EVENT),
  cost: COST,
};

/** A trace as it is shown: terms as text, without secrets. */
export function tracedAnswer(
  told: Traced,
  context: NodeContext,
  home: Home,
  args: { syntax: Syntax; max_bytes: number },
): z.input<z.ZodObject<typeof TRACED_OUTPUT>> {
  const { events, functions, processes, loaded_anew, ...rest } = told;
  const shower = showerOf(context, home, args);
  return {
    ...rest,
    traced_functions: functions,
    traced_processes: processes,
    loaded_anew: loadedAnewOf(loaded_anew),
    events: rowsOf(events, shower),
  };
}
