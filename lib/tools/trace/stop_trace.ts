/**
 * The end of trace sessions and followed logs.
 *
 * @module
 */

import * as z from "zod";
import { defineTool, type Tool } from "../../registry/mod.ts";
import { SESSION_INPUT, SESSION_ROW, stopSessions } from "./open_sessions.ts";
import { TRACES } from "./trace_parts.ts";

/** Ends one session, or all. */
export const stopTrace: Tool = defineTool({
  name: "stop_trace",
  title: "Stop trace sessions",
  description:
    "Ends a trace or followed log (without session all of yours) and takes everything back on the node.",
  ...TRACES,
  annotations: { ...TRACES.annotations, idempotentHint: true },
  input: {
    session: SESSION_INPUT.describe("As start_trace or capture_logs gave it."),
  },
  output: { sessions: z.array(SESSION_ROW).describe("That have ended.") },
  run: async ({ session }, context) => ({
    sessions: await stopSessions(context.principal, session),
  }),
});
