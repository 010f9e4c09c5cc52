/**
 * The toolset `trace`: what functions are called, how often and with what, and what
 * a process does.
 *
 * @module
 */

import * as z from "zod";
import type { Home, Syntax } from "../../etf/mod.ts";
import {
  defineNodeTool,
  type NodeContext,
  type Tool,
} from "../../registry/mod.ts";
import { COST, mfaText, PROCESS_INPUT } from "../fields.ts";
import { following } from "../following.ts";
import { CONTENT_INPUT, CUT_NOTE, homeOf, showerOf } from "../terms.ts";
import { callRate } from "./measure_call_rate.ts";
import { arityOf, clausesOf } from "./patterns/mod.ts";
import {
  callsText,
  checkEvents,
  COPIES,
  copiesText,
  EVENT,
  FUNCTION,
  leftOut,
  LOADED_ANEW,
  loadedAnewOf,
  MESSAGES,
  PATTERN,
  rowsOf,
  TRACES,
} from "./trace_parts.ts";
import { targetText } from "./trace_targets.ts";
import { MAX_CALL_RATE, TRACE_FLAGS, type Traced, traced } from "./traced.ts";

const TOOLSET = "trace";

const LIMITS = {
  max_events: z.int().min(1).max(500).default(50).describe(
    "Tracing stops after this many events.",
  ),
  duration_ms: z.int().min(10).max(30_000).default(5000).describe(
    "Tracing stops after this time.",
  ),
};

/** How a person is asked about a trace: `action` says what it is of, after its arguments were looked at. */
const EDITS = ["max_events", "duration_ms", "max_bytes"] as const;

const EVENTS = {
  calls_per_s: z.int().optional().describe("Measured before the trace."),
  traced_functions: z.int(),
  traced_processes: z.int(),
  began: z.string().describe("By the clock of the node."),
  received: z.int().describe("Events in all."),
  ended_by: z.enum([
    "max_events",
    "max_bytes",
    "duration",
    "tracer_killed",
    "processes_ended",
    "taken",
  ]).optional().describe(
    "Unless duration or processes_ended, events may be missing. tracer_killed: too many or too large for its 128 MiB. taken: somebody ended or replaced the trace.",
  ),
  not_told: z.int().describe("Dropped after the limit."),
  loaded_anew: LOADED_ANEW,
  left_out: z.string().optional(),
  events: z.array(EVENT),
  cost: COST,
};

/** How often functions are called. */
export const measureCallRate: Tool = defineNodeTool({
  name: "measure_call_rate",
  title: "Calls per second",
  description:
    "How often functions of a module are called, counted over a while. Use it to see what is hot, whether something is called at all, and before tracing. Counters in the emulator, no messages: costs about 10 ns a call, and a moment in which the node stands still to set them. Counters and traces of others stay as they are.",
  toolset: TOOLSET,
  annotations: TRACES,
  scopes: ["trace"],
  probes: [callRate],
  approve: {
    edits: ["window_ms"],
    action: (args) =>
      Promise.resolve(`counts the calls of ${targetText(args)}`),
  },
  input: {
    ...FUNCTION,
    window_ms: z.int().min(10).max(10_000).default(500).describe(
      "How long to count.",
    ),
    limit: z.int().min(1).max(200).default(20).describe("Most functions."),
  },
  output: {
    window_ms: z.int(),
    functions: z.int().describe("That were counted."),
    called: z.int().describe("That were called at all."),
    calls_per_s: z.int().describe("Of all together."),
    shared: z.int().describe("Functions whose counters somebody else had set."),
    loaded_anew: z.int().describe(
      "Times the module was loaded meanwhile: calls around that are not counted, nor that time.",
    ),
    rates: z.array(z.object({
      function: z.string(),
      calls: z.int(),
      calls_per_s: z.int(),
    })),
    cost: COST,
  },
  run: async ({ window_ms, limit, ...target }, { beam }) => {
    const { counts, ...rest } = await beam.run(callRate, {
      functions: [target],
      window_ms,
      limit,
    });
    return {
      ...rest,
      rates: counts.map((count) => ({
        function: mfaText(count),
        calls: count.calls,
        calls_per_s: count.calls_per_s,
      })),
    };
  },
});

/** What functions are called with, and what they give. */
export const traceCalls: Tool = defineNodeTool({
  name: "trace_calls",
  title: "Trace calls",
  description:
    `Which functions are called, when and by whom; if wanted with arguments and what they return or raise. Use it when state and logs do not say what a function really gets; match filters by arguments without copying them. The rate is measured first: above ${MAX_CALL_RATE} calls a second it is refused unless force and sample_ms are given. Limits are kept on the node, and all is taken back when it ends. Before OTP 27 refused while somebody else traces. Costs about 25 us a call, about 250 us with arguments. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: TRACES,
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [traced],
  approve: {
    edits: EDITS,
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
      "Trace also what is called very often; needs sample_ms.",
    ),
    sample_ms: z.int().min(1).max(10_000).optional().describe(
      "Record at most one call per process per this many ms; no returns.",
    ),
    ...LIMITS,
    ...CONTENT_INPUT,
  },
  output: EVENTS,
  run: async (args, context) => {
    const { module, function: name, force, sample_ms } = args;
    const home = await homeOf(context);
    const clauses = clausesOf(args, home);
    const arity = args.arity ?? arityOf(clauses);
    const told = await following(
      context,
      args.duration_ms,
      () =>
        context.beam.run(traced, {
          ...args,
          functions: [{ module, function: name, arity }],
          clauses,
          sample_ms: force ? sample_ms : undefined,
          returns: args.returns && !(force && sample_ms !== undefined),
        }),
    );
    return eventsOf(told, context, home, args);
  },
});

/** What a process does. */
export const traceProcess: Tool = defineNodeTool({
  name: "trace_process",
  title: "Trace a process",
  description:
    `What a process receives and sends, and if wanted what it spawns and links, when it collects garbage or runs, and what it calls of a module. Use it to see the traffic of one process. Limits are kept on the node, and all is taken back when it ends. Before OTP 27 refused while somebody else traces. Costs about 250 us an event. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: TRACES,
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [traced],
  approve: {
    edits: EDITS,
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
    ...LIMITS,
    ...CONTENT_INPUT,
  },
  output: EVENTS,
  run: async (args, context) => {
    checkEvents(args);
    const { module, function: name, arity } = args;
    const home = await homeOf(context);
    const told = await following(
      context,
      args.duration_ms,
      () =>
        context.beam.run(traced, {
          ...args,
          functions: module === undefined
            ? []
            : [{ module, function: name, arity }],
          processes: [args.process],
          flags: args.events,
        }),
    );
    return {
      ...eventsOf(told, context, home, args),
      left_out: leftOut(args),
    };
  },
});

function eventsOf(
  told: Traced,
  context: NodeContext,
  home: Home,
  args: { syntax: Syntax; max_bytes: number },
): z.input<z.ZodObject<typeof EVENTS>> {
  const { events, functions, processes, began_ms, loaded_anew, ...rest } = told;
  const shower = showerOf(context, home, args);
  return {
    ...rest,
    cost: { ...rest.cost, no_answer: [...rest.cost.no_answer] },
    traced_functions: functions,
    traced_processes: processes,
    began: new Date(began_ms).toISOString(),
    loaded_anew: loadedAnewOf(loaded_anew),
    events: rowsOf(events, shower),
  };
}
