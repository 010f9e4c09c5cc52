/**
 * Events of the emulator: long collections, long schedules, large heaps, busy ports, long
 * queues.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  type ContentLimits,
  type Cost,
  cutLimits,
  defineProbe,
  encodeArgs,
  encodeLimits,
  nameText,
  type Probe,
  readFields,
  readList,
  readPid,
  readRegisteredName,
  readTuple,
  s,
  type ValueOf,
} from "../../beam/mod.ts";
import { atom, type Term, tuple } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { following } from "../following.ts";
import {
  groupSystemEvents,
  type SystemEventGroup,
} from "./system_event_groups.ts";
import {
  parts,
  readTraceEnd,
  readTraceEvent,
  TRACE_ENDS,
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

/** Arguments of {@linkcode watchSystemQuestion}. */
export interface WatchSystemArgs extends Watched, ContentLimits {
  readonly max_events: number;
  readonly duration_ms: number;
}

/** What the node sends beside the events, which are grouped here. */
const SHAPE = s.record({
  watched: s.list(s.name),
  system_ms: s.moment.describe("By the clock of the node."),
  received: s.integer,
  waiting: s.integer.describe("Came after the limit, and were let go."),
  processes: s.list(s.row({
    pid: s.pid,
    registered_name: s.knownName,
    initial_call: s.mfa.optional(),
  })),
});
const FIELDS = SHAPE.fields;
type Sent = ValueOf<typeof SHAPE>;

/** Answer of {@linkcode watchSystemQuestion}. */
export interface SystemEvents
  extends Pick<Sent, "watched" | "received" | "processes"> {
  readonly began: string;
  readonly groups: readonly SystemEventGroup[];
  readonly ended_by?: TraceEnd | undefined;
  readonly not_told: number;
  readonly cost: Cost;
}

/** On any machine that BEAM nodes of today run on. */
const WORD_BYTES = 8;

/** Listens for a while. */
export const watchSystemQuestion: Probe<WatchSystemArgs, SystemEvents> =
  defineProbe(
    "watch_system",
    {
      encode: (args) =>
        encodeArgs({
          events: encodeWatched(args),
          limits: encodeLimits(args, parts(args)),
          max_events: args.max_events,
          max_bytes: 2 * args.max_bytes,
          duration_ms: args.duration_ms,
        }),
      decode(answer, reading, args): SystemEvents {
        const { system_ms: began, waiting: not_told, ...rest } = SHAPE.read(
          answer,
          reading,
        );
        const fields = readFields(answer);
        const limits = cutLimits(args, parts(args));
        const events = fields.get("events", readList)
          .map((event) => readTraceEvent(event, reading.node, limits));
        return {
          ...rest,
          began,
          groups: groupSystemEvents(events, WORD_BYTES),
          ended_by: fields.get("ended", readTraceEnd),
          not_told,
          cost: reading.cost,
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
            registered === undefined ? "" : ` (${nameText(registered)})`
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

/** Limits of the few values that an event has. */
const LIMITS = { depth: 6, width: 30, max_bytes: 12_000 };
/** Maximum groups in the answer. */
const MAX_GROUPS = 60;

/** Long collections, long schedules, large heaps, busy ports, long queues. */
export const watchSystem: Tool = defineNodeTool({
  name: "watch_system",
  title: "Events of the emulator",
  description:
    "What the emulator finds worth telling within a time: long garbage collections, processes that hold a scheduler, large heaps, busy ports and links between nodes, long mailboxes (OTP 27). Use it when a node stalls now and then, and nobody knows why. Before OTP 28 refused while somebody else has the system monitor; as it was afterwards. Costs next to nothing, some microseconds an event.",
  toolset: "trace",
  annotations: { ...LOOKS_ONLY, idempotentHint: false },
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 24_576,
  probes: [watchSystemQuestion],
  approve: {
    edits: ["max_events", "duration_ms"],
    action: () => Promise.resolve("sets the system monitor"),
  },
  input: {
    long_gc_ms: z.int().min(1).max(60_000).default(50).describe(
      "Collections that take so long.",
    ),
    long_schedule_ms: z.int().min(1).max(60_000).default(50).describe(
      "Processes and ports that do not yield for so long.",
    ),
    large_heap_bytes: z.int().min(100_000).max(1e13).default(100_000_000)
      .describe("Heaps that grow to this."),
    long_queue_messages: z.int().min(10).max(1e9).default(10_000).describe(
      "Mailboxes that grow to this; OTP 27 and later.",
    ),
    busy_port: z.boolean().default(true).describe("Senders that must wait."),
    busy_dist_port: z.boolean().default(true).describe(
      "Senders to other nodes that must wait.",
    ),
    max_events: z.int().min(1).max(200).default(50).describe(
      "It ends with this event.",
    ),
    duration_ms: z.int().min(10).max(30_000).default(10_000).describe(
      "It ends at the latest then.",
    ),
  },
  output: {
    watched: FIELDS.watched,
    began: FIELDS.system_ms,
    received: FIELDS.received,
    ended_by: z.enum(TRACE_ENDS).optional(),
    not_told: FIELDS.waiting,
    groups: z.array(z.object({
      kind: z.string(),
      pid: z.string(),
      port: z.string().optional(),
      in: z.string().optional().describe("Where it began to run."),
      out: z.string().optional().describe("Where it stopped."),
      count: z.int(),
      first_ms: z.number(),
      last_ms: z.number(),
      min_took_ms: z.int().optional(),
      max_took_ms: z.int().optional(),
      max_heap_bytes: z.int().optional().describe("As allocated."),
      max_used_bytes: z.int().optional(),
    })).describe("Equal events as one, the most frequent first."),
    groups_left_out: z.int().optional(),
    processes: FIELDS.processes,
    cost: COST,
  },
  run: async (args, context) => {
    const { groups, ...rest } = await following(
      context,
      args.duration_ms,
      () => context.beam.run(watchSystemQuestion, { ...LIMITS, ...args }),
    );
    return {
      ...rest,
      groups: groups.slice(0, MAX_GROUPS),
      groups_left_out: Math.max(0, groups.length - MAX_GROUPS) || undefined,
    };
  },
});
