/**
 * Trace sessions and followed logs, which go on after the call that started them: one
 * list, one way to end them. They end with this process, since its links do.
 *
 * @module
 */

import * as z from "zod";
import { ToolError } from "../../registry/mod.ts";
import { followedLogs } from "../logs/capture_logs.ts";
import { Sessions } from "../sessions.ts";
import type { Traced, TraceEvent } from "./run_trace.ts";

/** Sessions of `start_trace`. */
export const traceSessions: Sessions<TraceEvent, Traced> = new Sessions(
  "start_trace starts one, stop_trace ends one",
);

/** The handle of a session. */
export const SESSION_INPUT = z.string().min(1).max(40).optional();

/** A session, in a list. */
export const SESSION_ROW = z.object({
  session: z.string(),
  kind: z.enum(["trace", "log"]),
  node: z.string(),
  about: z.string(),
  age_ms: z.int(),
  running: z.boolean(),
  ended_by: z.string().optional(),
  waiting: z.int().describe("Events to be read."),
  lost: z.int().describe("On the way, the link being busy."),
});

/** See {@linkcode SESSION_ROW}. */
export type SessionRow = z.output<typeof SESSION_ROW>;

/** One of either kind. */
type Open = ReturnType<
  (typeof traceSessions | typeof followedLogs)["of"]
>[number];

/** Sessions of a principal, oldest first. */
export function sessionsOf(owner: string): SessionRow[] {
  return openOf(owner).map(([kind, session]) => rowOf(kind, session));
}

/**
 * Ends one, or all that are left if no handle is given, and forgets them.
 *
 * @throws {ToolError} `invalid_arguments` if the principal has none of that handle
 */
export async function stopSessions(
  owner: string,
  id: string | undefined,
): Promise<SessionRow[]> {
  const open = openOf(owner);
  const wanted = id === undefined
    ? open
    : open.filter(([, session]) => session.id === id);
  if (id !== undefined && wanted.length === 0) {
    const own = open.map(([, session]) => session.id).join(", ");
    throw new ToolError("invalid_arguments", `there is no session ${id}`, {
      hint: own ? `yours: ${own}` : "you have none",
    });
  }
  return await Promise.all(wanted.map(async ([kind, session]) => {
    await session.stop();
    traceSessions.forget(session);
    followedLogs.forget(session);
    return rowOf(kind, session);
  }));
}

function openOf(owner: string): (readonly [SessionRow["kind"], Open])[] {
  return [
    ...traceSessions.of(owner).map((it) => ["trace", it] as const),
    ...followedLogs.of(owner).map((it) => ["log", it] as const),
  ].toSorted(([, a], [, b]) => a.startedAt - b.startedAt);
}

function rowOf(kind: SessionRow["kind"], session: Open): SessionRow {
  return {
    session: session.id,
    kind,
    node: session.style.home.node,
    about: session.about,
    age_ms: Date.now() - session.startedAt,
    ...session.state(),
  };
}
