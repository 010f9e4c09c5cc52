/**
 * Traces that outlive the call that starts them.
 *
 * @module
 */

import * as z from "zod";
import { defineNodeTool, type Tool, ToolError } from "../../registry/mod.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { CONTENT_INPUT, styleOf } from "../terms.ts";
import { traceSessions } from "./open_sessions.ts";
import { arityOf, clausesOf, functionIn } from "./patterns/mod.ts";
import {
  callsText,
  checkEvents,
  COPIES,
  FUNCTION,
  leftOut,
  MESSAGES,
  PATTERN,
  TRACES,
} from "./trace_parts.ts";
import { targetText } from "./trace_targets.ts";
import { runTrace, TRACE_FLAGS } from "./run_trace.ts";

/** Maximum bytes of a session's events, on the node and until they are read. */
const TOTAL_BYTES = 4_000_000;
/** Extra time for the first and last steps on the node, in ms. */
const MARGIN_MS = 5000;

/** Starts a trace that `read_trace` reads. */
export const startTrace: Tool = defineNodeTool({
  name: "start_trace",
  title: "Start a trace session",
  description:
    "Starts a trace that goes on after the call, for read_trace. Refuses what trace_calls refuses.",
  ...TRACES,
  probes: [runTrace],
  approve: {
    edits: ["max_events", "duration_ms", "max_bytes", "timeout_ms"],
    action: async (args, context) => {
      checkSubject(args);
      const { module, process, events } = args;
      const calls = module === undefined
        ? []
        : [await callsText({ ...args, module }, context)];
      const what = [...calls, ...events].join(", ") || "messages";
      checkEvents(args);
      return `starts a trace of ${what} in ${process ?? "all processes"}`;
    },
  },
  input: {
    module: FUNCTION.module.optional().describe("A loaded module."),
    function: FUNCTION.function,
    ...PATTERN,
    ...COPIES,
    messages: MESSAGES,
    process: PROCESS_INPUT.optional().describe("Only in it."),
    events: z.array(z.enum(TRACE_FLAGS)).max(TRACE_FLAGS.length).default([])
      .describe("Of process."),
    max_events: z.int().min(1).max(5000).default(1000).describe(
      "Ends after these.",
    ),
    duration_ms: z.int().min(1000).max(3_600_000).default(300_000).describe(
      "To trace.",
    ),
    timeout_ms: z.int().min(1000).max(600_000).default(120_000).describe(
      "Ends if not read.",
    ),
    ...CONTENT_INPUT,
  },
  output: { session: z.string(), left_out: z.string().optional() },
  run: async (args, { beam, ...context }) => {
    const { module, process, duration_ms } = args;
    checkSubject(args);
    const flags = args.events.length === 0 && module === undefined
      ? (["send", "receive"] as const)
      : args.events;
    checkEvents({ ...args, events: flags });
    const style = await styleOf({ beam }, args);
    const clauses = clausesOf(args, style);
    const arity = arityOf(clauses);
    const { id } = await traceSessions.start(
      context.principal,
      style,
      (signal, onPartial) =>
        beam.outlive(runTrace, {
          ...args,
          ...style,
          functions: module === undefined ? [] : [{
            module,
            function: functionIn({ ...args, module }, clauses),
            arity,
          }],
          processes: process === undefined ? undefined : [process],
          flags: process === undefined ? [] : flags,
          clauses,
          total_bytes: TOTAL_BYTES,
          stream: true,
        }, { timeoutMs: duration_ms + MARGIN_MS, signal, onPartial }),
      args.timeout_ms,
      aboutOf(args),
    );
    return {
      session: id,
      left_out: process === undefined
        ? undefined
        : leftOut({ ...args, events: flags }),
    };
  },
});

/** What may be traced: functions, a process, or both. */
interface Subject {
  readonly module?: string | undefined;
  readonly function?: string | undefined;
  readonly process?: string | undefined;
  readonly events: readonly string[];
}

/** What is traced, where sessions are listed. */
function aboutOf({ module, process, events, ...rest }: Subject): string {
  const calls = module === undefined ? [] : [targetText({ module, ...rest })];
  const what = [...calls, ...events].join(", ") || "messages";
  return `${what} in ${process ?? "all processes"}`;
}

function checkSubject({ module, process }: Subject): void {
  if (module !== undefined || process !== undefined) return;
  throw new ToolError("invalid_arguments", "say what to trace", {
    hint: "give module, process, or both",
  });
}
