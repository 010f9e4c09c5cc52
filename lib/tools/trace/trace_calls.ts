/**
 * Calls as they happen: when and by whom, with arguments and results if wanted.
 *
 * @module
 */

import * as z from "zod";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { CONTENT_INPUT, styleOf } from "../terms.ts";
import { arityOf, clausesOf } from "./patterns/mod.ts";
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
import { MAX_CALL_RATE, traced } from "./traced.ts";

/** Traces calls of functions until a limit is reached. */
export const traceCalls: Tool = defineNodeTool({
  name: "trace_calls",
  title: "Trace calls",
  description:
    `Which functions are called, when and by whom; if wanted with arguments and what they return or raise. Use it when state and logs do not say what a function really gets; match filters by arguments without copying them. The rate is measured first: above ${MAX_CALL_RATE} calls a second it is refused unless force and interval_ms are given. Limits are kept on the node, and all is taken back when it ends. Before OTP 27 refused while somebody else traces. Costs about 25 us a call, about 250 us with arguments.`,
  toolset: "trace",
  annotations: TRACES,
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 131_072,
  probes: [traced],
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
    processes: z.array(PROCESS_INPUT).min(1).max(50).optional().describe(
      "Only calls in these.",
    ),
    ...COPIES,
    force: z.boolean().default(false).describe(
      "Trace also what is called very often; needs interval_ms.",
    ),
    interval_ms: z.int().min(1).max(10_000).optional().describe(
      "Record at most one call per process per this many ms; no returns.",
    ),
    ...TRACE_LIMITS,
    max_events: z.int().min(1).max(1000).default(50).describe(
      "Tracing stops after this many events.",
    ),
    ...CONTENT_INPUT,
  },
  output: TRACED_OUTPUT,
  run: async (args, context) => {
    const { module, function: name, force, interval_ms } = args;
    const style = await styleOf(context, args);
    const clauses = clausesOf(args, style);
    const arity = args.arity ?? arityOf(clauses);
    const sampled = force && interval_ms !== undefined;
    return await shownTrace(context, style, {
      ...args,
      functions: [{ module, function: name, arity }],
      clauses,
      interval_ms: sampled ? interval_ms : undefined,
      returns: args.returns && !sampled,
    });
  },
});
