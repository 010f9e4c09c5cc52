/**
 * What one process receives, sends and does.
 *
 * @module
 */

import * as z from "zod";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { CONTENT_INPUT, styleOf } from "../terms.ts";
import {
  checkEvents,
  COPIES,
  copiesText,
  FUNCTION,
  leftOut,
  MESSAGES,
  shownTrace,
  TRACE_EDITS,
  TRACE_LIMITS,
  TRACED_OUTPUT,
  TRACES,
} from "./trace_parts.ts";
import { runTrace, TRACE_FLAGS } from "./run_trace.ts";

/** Traces a process until a limit is reached. */
export const traceProcess: Tool = defineNodeTool({
  name: "trace_process",
  title: "Trace a process",
  description:
    "What a process sends and receives; on request spawns, links, collections, scheduling, calls of a module. Before OTP 27 refused while others trace.",
  ...TRACES,
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [runTrace],
  approve: {
    edits: TRACE_EDITS,
    action: (args) => {
      checkEvents(args);
      const { process, events, module, ...copies } = args;
      const calls = module === undefined ? [] : [`calls of ${module}`];
      return `traces ${process}: ${[...events, ...calls].join(", ")}${
        copiesText(copies)
      }`;
    },
  },
  input: {
    process: PROCESS_INPUT,
    events: z.array(z.enum(TRACE_FLAGS)).max(TRACE_FLAGS.length)
      .default(["send", "receive"]).describe(
        "procs needs messages. set_on_spawn: also its children.",
      ),
    messages: MESSAGES,
    module: FUNCTION.module.optional().describe("Also its calls."),
    function: FUNCTION.function,
    ...COPIES,
    ...TRACE_LIMITS,
    ...CONTENT_INPUT,
  },
  output: TRACED_OUTPUT,
  note: ({ received, not_told }) =>
    received + not_told === 0
      ? "no event: the process waits, or its messages were left out as large; try a longer duration_ms, or messages"
      : undefined,
  run: async (args, context) => {
    checkEvents(args);
    const { module, function: name } = args;
    const style = await styleOf(context, args);
    const told = await shownTrace(context, style, {
      ...args,
      functions: module === undefined ? [] : [{ module, function: name }],
      processes: [args.process],
      flags: args.events,
    });
    return { ...told, left_out: leftOut(args) };
  },
});
