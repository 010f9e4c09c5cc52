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
import { TRACE_FLAGS, traced } from "./traced.ts";

/** Traces a process until a limit is reached. */
export const traceProcess: Tool = defineNodeTool({
  name: "trace_process",
  title: "Trace a process",
  description:
    `What a process receives and sends, and if wanted what it spawns and links, when it collects garbage or runs, and what it calls of a module. Use it to see the traffic of one process. Limits are kept on the node, and all is taken back when it ends. Before OTP 27 refused while somebody else traces. Costs about 250 us an event.`,
  toolset: "trace",
  annotations: TRACES,
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [traced],
  approve: {
    edits: TRACE_EDITS,
    action: (args) => {
      checkEvents(args);
      const { process, events, module, ...copies } = args;
      const calls = module === undefined ? [] : [`calls of ${module}`];
      return Promise.resolve(
        `traces ${process}: ${[...events, ...calls].join(", ")}${
          copiesText(copies)
        }`,
      );
    },
  },
  input: {
    process: PROCESS_INPUT,
    events: z.array(z.enum(TRACE_FLAGS)).max(TRACE_FLAGS.length)
      .default(["send", "receive"]).describe(
        "procs: spawns, exits, links, names; needs messages. running: scheduled in and out. set_on_spawn: also in processes that it spawns.",
      ),
    messages: MESSAGES,
    module: FUNCTION.module.optional().describe("Also calls of this module."),
    function: FUNCTION.function,
    arity: FUNCTION.arity,
    ...COPIES,
    ...TRACE_LIMITS,
    ...CONTENT_INPUT,
  },
  output: TRACED_OUTPUT,
  run: async (args, context) => {
    checkEvents(args);
    const { module, function: name, arity } = args;
    const style = await styleOf(context, args);
    const told = await shownTrace(context, style, {
      ...args,
      functions: module === undefined
        ? []
        : [{ module, function: name, arity }],
      processes: [args.process],
      flags: args.events,
    });
    return { ...told, left_out: leftOut(args) };
  },
});
