/**
 * What the emulator of a node itself finds worth telling.
 *
 * @module
 */

import {
  BeamError,
  type ContentLimits,
  type Cost,
  cutLimits,
  defineProbe,
  encodeLimits,
  type Mfa,
  type Probe,
  readAtom,
  readFields,
  readInteger,
  readKnownMfa,
  readList,
  readPid,
  readRegisteredName,
  readTuple,
} from "../../beam/mod.ts";
import { atom, map, type Term, tuple } from "../../etf/mod.ts";
import {
  groupSystemEvents,
  type SystemEventGroup,
} from "./system_event_groups.ts";
import {
  parts,
  readTraceEnd,
  readTraceEvent,
  type TraceEnd,
} from "./traced.ts";

/** What is watched, each with what it takes. */
export interface Watched {
  /** A garbage collection of so many ms. */
  readonly long_gc_ms?: number | undefined;
  /** A process or port that held a scheduler for so many ms. */
  readonly long_schedule_ms?: number | undefined;
  /** A heap of so many bytes. */
  readonly large_heap_bytes?: number | undefined;
  /** A process suspended because it sends to a port that is busy. */
  readonly busy_port?: boolean | undefined;
  /** The same for the link to another node. */
  readonly busy_dist_port?: boolean | undefined;
  /** A mailbox that grew to so many messages; OTP 27 and later. */
  readonly long_queue_messages?: number | undefined;
}

/** Arguments of {@linkcode systemEvents}. */
export interface SystemEventsArgs extends Watched, ContentLimits {
  readonly max_events: number;
  readonly duration_ms: number;
}

/** A process in events. */
export interface KnownProcess {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  readonly initial_call?: Mfa | undefined;
}

/** Answer of {@linkcode systemEvents}. */
export interface SystemEvents {
  /** What the node can watch of what was asked for. */
  readonly watched: readonly string[];
  /** When it began, in ms since 1970 by the clock of the node. */
  readonly began_ms: number;
  readonly groups: readonly SystemEventGroup[];
  /** Events in all. */
  readonly received: number;
  readonly ended_by?: TraceEnd | undefined;
  readonly not_told: number;
  /** Those in events that are still there. */
  readonly processes: readonly KnownProcess[];
  readonly cost: Cost;
}

/** On any machine that BEAM nodes of today run on. */
const WORD_BYTES = 8;

/** Listens for a while. */
export const systemEvents: Probe<SystemEventsArgs, SystemEvents> = defineProbe(
  "watch_system",
  {
    encode: (args) =>
      map([
        [atom("events"), encodeWatched(args)],
        [atom("limits"), encodeLimits(args, parts(args))],
        [atom("max_events"), args.max_events],
        [atom("max_bytes"), 2 * args.max_bytes],
        [atom("duration_ms"), args.duration_ms],
      ]),
    decode(answer, { node, cost }, args): SystemEvents {
      const fields = readFields(answer);
      const limits = cutLimits(args, parts(args));
      return {
        watched: fields.get("watched", readList).map(readAtom),
        began_ms: fields.get("system_ms", readInteger),
        groups: groupSystemEvents(
          fields.get("events", readList)
            .map((event) => readTraceEvent(event, node, limits)),
          WORD_BYTES,
        ),
        received: fields.get("received", readInteger),
        ended_by: fields.get("ended", readTraceEnd),
        not_told: fields.get("waiting", readInteger),
        processes: fields.get("processes", readList).map((known) => {
          const [pid = known, name = known, mfa = known] = readTuple(known, 3);
          return {
            pid: readPid(pid, node),
            registered_name: readRegisteredName(name),
            initial_call: readKnownMfa(mfa),
          };
        }),
        cost,
      };
    },
    refused({ code, detail, node }): BeamError {
      if (code === "not_watchable") {
        return new BeamError(
          "not_watchable",
          `${node} cannot watch queues: its release is older than OTP 27`,
          { hint: "list_processes with sort mailbox shows long queues" },
        );
      }
      const [pid = detail, name = detail] = readTuple(detail, 2);
      const registered = readRegisteredName(name);
      return new BeamError(
        "watched_by_others",
        `the process ${readPid(pid, node)}${
          registered === undefined ? "" : ` (${registered})`
        } has the system monitor of ${node}, which before OTP 28 only one can have`,
        { hint: "it probably logs these events: try capture_logs" },
      );
    },
  },
);

function encodeWatched(args: Watched): Term {
  const { large_heap_bytes, long_queue_messages } = args;
  const values: readonly (readonly [string, Term | undefined])[] = [
    ["long_gc", args.long_gc_ms],
    ["long_schedule", args.long_schedule_ms],
    [
      "large_heap",
      large_heap_bytes && Math.ceil(large_heap_bytes / WORD_BYTES),
    ],
    ["busy_port", args.busy_port ? atom("true") : undefined],
    ["busy_dist_port", args.busy_dist_port ? atom("true") : undefined],
    [
      "long_message_queue",
      long_queue_messages &&
      tuple(Math.floor(long_queue_messages / 2), long_queue_messages),
    ],
  ];
  return values.flatMap(([kind, value]) =>
    value === undefined ? [] : [tuple(atom(kind), value)]
  );
}
