/**
 * How long traced calls took, from events of the same process.
 *
 * With results (`return`, `exception`) each call has an end of its own. Without them nothing is
 * copied: the emulator tells only to which function a process comes back (`return_to`), once for
 * a chain of tail calls, so whose end that is has to be inferred:
 *
 * - It is the end of the innermost call that still runs, if that was called from there.
 * - A call made from the same function as the one before it may be a tail call, which ended that
 *   one, or a recursion, in which that one goes on: the end of that one is unclear, unless it is
 *   the only one that can have ended.
 * - A process that comes back to another function came there by an exception. Before OTP 27 the
 *   emulator does not always tell, so when the innermost call ended is unclear; and what ends
 *   may be another call from the same function, of which the innermost was a recursion that such
 *   an exception has ended: then it took less than until now.
 *
 * @module
 */

import * as z from "zod";
import type { TraceEvent } from "./run_trace.ts";

/** What tells the ends of calls. */
export type Ends = "results" | "return_to";

/** How long a call took, or why that is not known. */
export const DURATION = {
  took_ms: z.number().optional().describe("Until it returned or raised."),
  unmatched: z.enum(["no_return", "unclear", "at_most"]).optional().describe(
    "no_return: it goes on, or its process or the trace ended. unclear: it ended, but recursion, a tail call or an exception hides when (returns tells). at_most: an exception may have ended it before (OTP before 27).",
  ),
};
type Duration = z.infer<z.ZodObject<typeof DURATION>>;

/** A call that has not come to its end. */
interface OpenCall {
  readonly call: TraceEvent;
  /** Whether it may have ended without an event of its own. */
  doubtful: boolean;
}

/**
 * The events without those that tell only ends, and the duration of each call; `raised` is whether the
 * emulator tells all ends by exceptions.
 */
export function timed(
  events: readonly TraceEvent[],
  ends: Ends,
  raised = true,
): (TraceEvent & Duration)[] {
  const open = new Map<string, OpenCall[]>();
  const durations = new Map<TraceEvent, Duration>();
  const end = ends === "results" ? endByResult : endByReturnTo;
  for (const event of events) {
    const stack = open.get(event.pid) ?? [];
    open.set(event.pid, stack);
    if (event.kind === "call") {
      const outer = stack.at(-1);
      if (outer?.call.caller === event.caller) mark(outer);
      stack.push({ call: event, doubtful: false });
    } else if (
      ["return", "exception", "return_to"].includes(event.kind)
    ) {
      for (const [call, duration] of end(stack, event, raised)) {
        durations.set(call, duration);
      }
    }
  }
  for (const { call, doubtful } of [...open.values()].flat()) {
    const unclear = doubtful && ends === "return_to";
    durations.set(call, { unmatched: unclear ? "unclear" : "no_return" });
  }
  return events.filter(({ kind }) => kind !== "return_to")
    .map((event) => ({ ...event, ...durations.get(event) }));
}

type Ended = [TraceEvent, Duration][];

/** A result ends the innermost call of its function. */
function endByResult(stack: OpenCall[], event: TraceEvent): Ended {
  const at = stack.findLastIndex(({ call }) =>
    call.function === event.function
  );
  if (at < 0) return [];
  const [ended, ...inner] = stack.splice(at);
  return [...took(ended, event), ...unclear(inner)];
}

function endByReturnTo(
  stack: OpenCall[],
  event: TraceEvent,
  raised: boolean,
): Ended {
  const to = event.function;
  const top = stack.pop();
  if (top === undefined) return [];
  const others = stack.filter(({ call }) => call.caller === to);
  if (top.call.caller === to) {
    if (!top.doubtful || stack.length === 0) {
      return took(top, event, !raised && others.length > 0);
    }
    others.forEach(mark);
    return unclear([top]);
  }
  const outer = others.at(-1);
  if (outer === undefined) {
    stack.forEach(mark);
    return unclear([top]);
  }
  const inner = stack.splice(stack.indexOf(outer)).slice(1);
  const certain = !outer.doubtful || stack.length === 0;
  if (!certain) others.forEach(mark);
  return [
    ...unclear([...inner, top]),
    ...certain
      ? took(outer, event, !raised && others.length > 1)
      : unclear([outer]),
  ];
}

function mark(open: OpenCall | undefined): void {
  if (open !== undefined) open.doubtful = true;
}

function unclear(open: readonly OpenCall[]): Ended {
  return open.map(({ call }) => [call, { unmatched: "unclear" }]);
}

function took(
  open: OpenCall | undefined,
  end: TraceEvent,
  atMost = false,
): Ended {
  if (open === undefined) return [];
  const ms = Math.round(1000 * (end.at_ms - open.call.at_ms)) / 1000;
  const unmatched = atMost ? { unmatched: "at_most" } as const : {};
  return [[open.call, { took_ms: ms, ...unmatched }]];
}
