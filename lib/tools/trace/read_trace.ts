/**
 * What came of a trace session since it was last read.
 *
 * @module
 */

import * as z from "zod";
import { defineTool, type Tool } from "../../registry/mod.ts";
import { showerOf } from "../terms.ts";
import {
  SESSION_INPUT,
  SESSION_ROW,
  sessionsOf,
  traceSessions,
} from "./open_sessions.ts";
import { EVENTS, rowsOf, TRACES } from "./trace_parts.ts";
import { runTrace } from "./run_trace.ts";

/** Reads a trace session, or lists all sessions. */
export const readTrace: Tool = defineTool({
  name: "read_trace",
  title: "Read a trace session",
  description:
    "What came of a trace since the last reading. Without session: your traces and followed logs.",
  ...TRACES,
  annotations: { ...TRACES.annotations, readOnlyHint: true },
  budgetBytes: 40_960,
  input: {
    session: SESSION_INPUT.describe("As start_trace gave it."),
    limit: z.int().min(1).max(200).default(50).describe("Events."),
  },
  output: {
    session: z.string().optional(),
    running: z.boolean().optional(),
    ended_by: z.string().optional(),
    waiting: z.int().optional().describe("Events for the next reading."),
    lost: z.int().optional().describe("On the way, the link being busy."),
    loaded_anew: runTrace.shape.fields.loaded_anew,
    events: EVENTS.optional(),
    sessions: z.array(SESSION_ROW).optional(),
  },
  run: ({ session: id, limit }, context) => {
    if (id === undefined) {
      return Promise.resolve({ sessions: sessionsOf(context.principal) });
    }
    const session = traceSessions.find(context.principal, id);
    const shower = showerOf(context, { ...session.style, max_bytes: 20_000 });
    const { events, ...rest } = session.read(limit);
    return Promise.resolve({
      session: id,
      ...rest,
      loaded_anew: session.latest?.loaded_anew,
      events: rowsOf(events, shower),
    });
  },
});
