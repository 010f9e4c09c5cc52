/**
 * Traces that outlive the call that began them, of the toolset `trace`.
 *
 * @module
 */

import * as z from "zod";
import {
  defineNodeTool,
  defineTool,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { CONTENT_INPUT, CUT_NOTE, homeOf, showerOf, SYNTAX } from "../terms.ts";
import {
  SESSION_ROW,
  sessionsOf,
  stopSessions,
  traceSessions,
} from "./open_sessions.ts";
import { arityOf, clausesOf } from "./patterns/mod.ts";
import {
  callsText,
  checkEvents,
  COPIES,
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
import { TRACE_FLAGS, traced } from "./traced.ts";

const TOOLSET = "trace";
/** Of all events of one session, on the node and until they are read. */
const TOTAL_BYTES = 4_000_000;
/** For the first and the last steps on the node, in ms. */
const MARGIN_MS = 5000;

const SESSION = z.string().min(1).max(40).optional();

/** Begins a trace to be read bit by bit. */
export const startTrace: Tool = defineNodeTool({
  name: "start_trace",
  title: "Start a trace session",
  description:
    `Starts a trace of functions, of a process, or both, that goes on after the call: read_trace gives what came since, stop_trace ends it. Use it where something happens rarely, or while you do something else. It ends by itself at its limits, when nobody reads it for lease_ms, and with beamtap. As trace_calls, it refuses what is called too often. Costs about 25 us an event, about 250 us with arguments or messages. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: TRACES,
  scopes: ["trace"],
  probes: [traced],
  approve: {
    edits: ["max_events", "duration_ms", "max_bytes", "lease_ms"],
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
    module: FUNCTION.module.optional().describe(
      "A loaded module, to trace calls of it.",
    ),
    function: FUNCTION.function,
    arity: FUNCTION.arity,
    ...PATTERN,
    ...COPIES,
    messages: MESSAGES,
    process: PROCESS_INPUT.optional().describe(
      "Only in this process: a pid or a registered name.",
    ),
    events: z.array(z.enum(TRACE_FLAGS)).max(TRACE_FLAGS.length).default([])
      .describe(
        "Beside calls, as in trace_process; needs process; send and receive if nothing else is traced.",
      ),
    max_events: z.int().min(1).max(5000).default(1000).describe(
      "Tracing stops after this many events.",
    ),
    duration_ms: z.int().min(1000).max(3_600_000).default(300_000).describe(
      "Tracing stops after this time.",
    ),
    lease_ms: z.int().min(1000).max(600_000).default(120_000).describe(
      "It ends when nobody reads it for so long.",
    ),
    ...CONTENT_INPUT,
  },
  output: { session: z.string(), left_out: z.string().optional() },
  run: async (args, { beam, ...context }) => {
    const { module, function: name, process, duration_ms } = args;
    checkSubject(args);
    const flags = args.events.length === 0 && module === undefined
      ? (["send", "receive"] as const)
      : args.events;
    checkEvents({ ...args, events: flags });
    const home = await homeOf({ beam });
    const clauses = clausesOf(args, home);
    const arity = args.arity ?? arityOf(clauses);
    const { id } = await traceSessions.start(
      context.principal,
      home,
      (signal, onPartial) =>
        beam.outlive(traced, {
          ...args,
          functions: module === undefined
            ? []
            : [{ module, function: name, arity }],
          processes: process === undefined ? undefined : [process],
          flags: process === undefined ? [] : flags,
          clauses,
          total_bytes: TOTAL_BYTES,
          stream: true,
        }, { timeoutMs: duration_ms + MARGIN_MS, signal, onPartial }),
      args.lease_ms,
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

/** What came of it since the last time. */
export const readTrace: Tool = defineTool({
  name: "read_trace",
  title: "Read a trace session",
  description:
    "What came of a trace that start_trace began, since it was last read, and whether it runs. Reading renews the lease. Without session: lists your trace sessions and followed logs (capture_logs). Costs the node nothing.",
  toolset: TOOLSET,
  annotations: { ...TRACES, readOnlyHint: true },
  scopes: ["trace"],
  budgetBytes: 40_960,
  input: {
    session: SESSION.describe(
      "The handle that start_trace gave; all are listed if left out.",
    ),
    limit: z.int().min(1).max(200).default(50).describe("Maximum events."),
    syntax: SYNTAX,
  },
  output: {
    session: z.string().optional(),
    running: z.boolean().optional(),
    ended_by: z.string().optional(),
    waiting: z.int().optional().describe("Events for the next reading."),
    lost: z.int().optional().describe("On the way, the link being busy."),
    loaded_anew: LOADED_ANEW,
    events: z.array(EVENT).optional(),
    sessions: z.array(SESSION_ROW).optional(),
  },
  run: ({ session: id, limit, syntax }, context) => {
    if (id === undefined) {
      return Promise.resolve({ sessions: sessionsOf(context.principal) });
    }
    const session = traceSessions.find(context.principal, id);
    const shower = showerOf(context, session.home, {
      syntax,
      max_bytes: 20_000,
    });
    const { events, ...rest } = session.read(limit);
    return Promise.resolve({
      session: id,
      ...rest,
      loaded_anew: loadedAnewOf(session.latest?.loaded_anew ?? []),
      events: rowsOf(events, shower),
    });
  },
});

/** Ends one, or all. */
export const stopTrace: Tool = defineTool({
  name: "stop_trace",
  title: "Stop trace sessions",
  description:
    "Ends a trace session or a followed log, or without session all of yours, and forgets what has come: read it before. All that was set on the node is taken back. Costs the node nothing.",
  toolset: TOOLSET,
  annotations: { ...TRACES, idempotentHint: true },
  scopes: ["trace"],
  input: {
    session: SESSION.describe(
      "The handle that start_trace or capture_logs gave; all end if left out.",
    ),
  },
  output: { sessions: z.array(SESSION_ROW).describe("That have ended.") },
  run: async ({ session }, context) => ({
    sessions: await stopSessions(context.principal, session),
  }),
});

/** What is traced, where sessions are listed. */
function aboutOf(
  { module, function: name = "_", arity = "_", process, events }: {
    module?: string | undefined;
    function?: string | undefined;
    arity?: number | string | undefined;
    process?: string | undefined;
    events: readonly string[];
  },
): string {
  const calls = module === undefined ? [] : [`${module}:${name}/${arity}`];
  const what = [...calls, ...events].join(", ") || "messages";
  return `${what} in ${process ?? "all processes"}`;
}

function checkSubject(
  { module, process }: {
    module?: string | undefined;
    process?: string | undefined;
  },
): void {
  if (module !== undefined || process !== undefined) return;
  throw new ToolError("invalid_arguments", "say what to trace", {
    hint: "give module, process, or both",
  });
}
