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
    "Ends a trace session or a followed log, or without session all of yours, and forgets what has come. Use it after the last read_trace. All that was set on the node is taken back. Costs the node nothing.",
  toolset: "trace",
  annotations: { ...TRACES, idempotentHint: true },
  scopes: ["trace"],
  input: {
    session: SESSION_INPUT.describe(
      "The handle that start_trace or capture_logs gave; all end if left out.",
    ),
  },
  output: { sessions: z.array(SESSION_ROW).describe("That have ended.") },
  run: async ({ session }, context) => ({
    sessions: await stopSessions(context.principal, session),
  }),
});
