/**
 * Events of the emulator: long collections, long schedules, large heaps, busy ports, long
 * queues.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  cutLimits,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  type InputOf,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, type Term, tuple } from "../../etf/mod.ts";
import { defineNodeTool, type Tool, unlisted } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { following } from "../following.ts";
import { GROUP, groupSystemEvents } from "./system_event_groups.ts";
import { TRACES } from "./trace_parts.ts";
import { ENDED_BY, EVENT, parts } from "./run_trace.ts";

/** What to watch, and the threshold of each. */
const WATCHED = {
  long_gc_ms: z.int().min(1).max(60_000).default(50).describe("Minimum."),
  long_schedule_ms: z.int().min(1).max(60_000).default(50).describe(
    "Holding a scheduler.",
  ),
  large_heap_bytes: z.int().min(100_000).max(1e13).default(100_000_000)
    .describe("Heaps of this size."),
  long_queue_messages: z.int().min(10).max(1e9).default(10_000).describe(
    "Mailboxes; OTP 27+.",
  ),
  busy_port: unlisted(z.boolean().default(true).describe("Senders that wait.")),
  busy_dist_port: unlisted(
    z.boolean().default(true).describe("To other nodes."),
  ),
};

const LIMITED = {
  max_events: z.int().min(1).max(200).default(50).describe(
    "Ends after these.",
  ),
  duration_ms: z.int().min(10).max(30_000).default(10_000).describe(
    "To listen.",
  ),
};

/** Nothing is watched whose threshold is left out. */
type Watched = {
  readonly [Name in keyof typeof WATCHED]?:
    | InputOf<typeof WATCHED>[Name]
    | undefined;
};

/** Arguments of {@linkcode watchSystemQuestion}. */
export type WatchSystemArgs =
  & Watched
  & InputOf<typeof LIMITED>
  & ContentLimits;

/** Bytes of a machine word; every supported node has 64 bits. */
const WORD_BYTES = 8;

const watchRefused = refusals({
  not_watchable: {
    says: "{node} cannot watch queues: its release is older than OTP 27",
    hint: "list_processes with sort mailbox shows long queues",
  },
  watched_by_others: {
    says:
      "the process {0} ({1|without a name}) has the system monitor of {node}, which before OTP 28 only one can have",
    hint: "it probably logs these events: try capture_logs",
  },
});

/** Listens for a while. */
export const watchSystemQuestion = defineQuestion("watch_system", {
  encode: (args: WatchSystemArgs) =>
    encodeArgs({
      events: encodeWatched(args),
      limits: encodeLimits(args, parts(args)),
      max_events: args.max_events,
      max_bytes: 2 * args.max_bytes,
      duration_ms: args.duration_ms,
    }),
  shape: s.record({
    watched: s.list(s.name),
    began: s.moment.describe("By the clock of the node."),
    received: s.integer,
    ended_by: ENDED_BY,
    not_told: s.integer.describe("Dropped after the limit."),
    events: s.list(EVENT),
    processes: s.list(s.row({
      pid: s.pid,
      registered_name: s.knownName,
      initial_call: s.mfa.optional(),
    })),
  }),
  limits: (args) => cutLimits(args, parts(args)),
  refused: (refusal) => watchRefused(refusal),
});

const { events: _, processes, ...FIELDS } = watchSystemQuestion.shape.fields;

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

/** Limits for the details of an event. */
const LIMITS = { depth: 6, width: 30, max_bytes: 12_000 };
/** Maximum groups in the answer. */
const MAX_GROUPS = 60;

/** Long collections, long schedules, large heaps, busy ports, long queues. */
export const watchSystem: Tool = defineNodeTool({
  name: "watch_system",
  title: "Events of the emulator",
  description:
    "Stalls, as the emulator reports them: long garbage collections, processes that hold a scheduler, large heaps, busy ports and node links, long mailboxes. Before OTP 28 refused while others have the system monitor.",
  ...TRACES,
  deadlineMs: 45_000,
  budgetBytes: 24_576,
  probes: [watchSystemQuestion],
  approve: {
    edits: ["max_events", "duration_ms"],
    action: () => "sets the system monitor",
  },
  input: { ...WATCHED, ...LIMITED },
  output: {
    ...FIELDS,
    groups: z.array(GROUP).describe(
      "Equal events as one, the most frequent first.",
    ),
    groups_left_out: z.int().optional(),
    processes,
    cost: COST,
  },
  note: ({ received }) =>
    received === 0
      ? "nothing reached the limits: lower long_gc_ms, long_schedule_ms or large_heap_bytes, or listen longer"
      : undefined,
  run: async (args, context) => {
    const { events, ...rest } = await following(
      context,
      args.duration_ms,
      () => context.beam.run(watchSystemQuestion, { ...LIMITS, ...args }),
    );
    const groups = groupSystemEvents(events, WORD_BYTES);
    return {
      ...rest,
      groups: groups.slice(0, MAX_GROUPS),
      groups_left_out: Math.max(0, groups.length - MAX_GROUPS) || undefined,
    };
  },
});
