/**
 * Calls as they happen: when and by whom, with arguments and results if wanted.
 *
 * @module
 */

import * as z from "zod";
import { defineNodeTool, type Tool, ToolError } from "../../registry/mod.ts";
import { PROCESS_NAME } from "../fields.ts";
import { CONTENT_INPUT, styleOf } from "../terms.ts";
import { arityOf, clausesOf, functionIn } from "./patterns/mod.ts";
import {
  callsText,
  COPIES,
  FUNCTION,
  PATTERN,
  shownTrace,
  TRACE_EDITS,
  TRACE_LIMITS,
  TRACED_OUTPUT,
  TRACES,
} from "./trace_parts.ts";
import { MAX_CALL_RATE, runTrace } from "./run_trace.ts";

/** Traces calls of functions until a limit is reached. */
export const traceCalls: Tool = defineNodeTool({
  name: "trace_calls",
  title: "Trace calls",
  description:
    `Calls as they happen: when, by whom, on request with arguments and results. Over ${MAX_CALL_RATE} a second refused without force and interval_ms; before OTP 27 while others trace.`,
  ...TRACES,
  deadlineMs: 45_000,
  budgetBytes: 131_072,
  probes: [runTrace],
  approve: {
    edits: TRACE_EDITS,
    action: async (args, context) =>
      `traces ${await callsText(args, context)}, in ${
        args.processes?.join(", ") ?? "all processes"
      }${args.force ? ", however often they are called" : ""}`,
  },
  input: {
    ...FUNCTION,
    ...PATTERN,
    processes: z.array(PROCESS_NAME).min(1).max(50).optional().describe(
      "Only in these.",
    ),
    ...COPIES,
    durations: z.boolean().default(false).describe("How long each took."),
    force: z.boolean().default(false).describe("Also frequent calls."),
    interval_ms: z.int().min(1).max(10_000).optional().describe(
      "One call per process in it.",
    ),
    ...TRACE_LIMITS,
    max_events: z.int().min(1).max(1000).default(50).describe(
      "Ends after these.",
    ),
    ...CONTENT_INPUT,
  },
  output: TRACED_OUTPUT,
  note: ({ received, not_told, events }) =>
    received + not_told === 0
      ? "no matching call: measure_call_rate counts calls without match; or try a longer duration_ms"
      : events.some(({ unmatched }) => unmatched === "unclear")
      ? "unclear durations: trace one function with its arity alone (a function that only adds defaults is a tail call), or use returns"
      : undefined,
  run: async (args, context) => {
    const { module, force, interval_ms } = args;
    const style = await styleOf(context, args);
    const clauses = clausesOf(args, style);
    const name = functionIn(args, clauses);
    const arity = arityOf(clauses);
    const sampled = force && interval_ms !== undefined;
    if (sampled && args.durations) {
      throw new ToolError(
        "invalid_arguments",
        "a sampled call is not followed to its end: durations and interval_ms exclude each other",
        { hint: "profile with module tells the time of frequent functions" },
      );
    }
    return await shownTrace(context, style, {
      ...args,
      functions: [{ module, function: name, arity }],
      clauses,
      interval_ms: sampled ? interval_ms : undefined,
      returns: args.returns && !sampled,
    });
  },
});
