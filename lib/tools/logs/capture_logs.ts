/**
 * Log events of a node as they happen.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  type ContentLimits,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeName,
  nameRefused,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Tool,
  ToolError,
  unlisted,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { following } from "../following.ts";
import { Sessions } from "../sessions.ts";
import {
  CONTENT_INPUT,
  type Shower,
  showerOf,
  type Style,
  styleOf,
} from "../terms.ts";
import {
  EVENT,
  EVENT_LEVELS,
  EVENTS,
  type LogEvent,
  rowsOf,
  SITE,
} from "./log_events.ts";

/** Arguments of {@linkcode captureLogsQuestion}. */
export interface CaptureLogsArgs extends ContentLimits {
  /** Minimum level. */
  readonly level: typeof EVENT_LEVELS[number];
  /** Only events logged by this module. */
  readonly module?: string | undefined;
  /** Only events whose text contains this. */
  readonly text?: string | undefined;
  readonly max_events: number;
  readonly duration_ms: number;
  /** Keeps counting until the time is up, even with enough events. @default {false} */
  readonly whole?: boolean | undefined;
  /** Maximum bytes of all events. @default {twice `max_bytes`} */
  readonly total_bytes?: number | undefined;
  /** Whether partial answers contain the events since the previous one. @default {false} */
  readonly stream?: boolean | undefined;
}

const captureRefused = refusals({
  logger_hung: {
    code: "no_answer",
    says:
      "the process logger of {node} does not answer, so nothing can be captured",
    hint: "get_process with process logger shows what it is doing",
  },
  too_many_captures: {
    says: "{*} captures of log events are already running on {node}",
    hint: "wait until one of them ends",
  },
});

/** Listens for a while; counts all events, and looks at no more than 25 in 100 ms. */
export const captureLogsQuestion = defineQuestion("capture_logs", {
  encode: (args: CaptureLogsArgs) =>
    encodeArgs({
      levels: EVENT_LEVELS.slice(0, EVENT_LEVELS.indexOf(args.level) + 1).map(
        atom,
      ),
      module: args.module === undefined
        ? atom("any")
        : encodeName(args.module, "no_such_module"),
      text: binary(args.text ?? ""),
      max_events: args.max_events,
      duration_ms: args.duration_ms,
      whole: args.whole === true,
      stream: args.stream === true,
      max_bytes: args.total_bytes ?? 2 * args.max_bytes,
      limits: encodeLimits(args, Math.min(args.max_events, 10)),
    }),
  shape: s.record({
    window_ms: s.integer,
    total: s.integer.describe("Events of any kind that the node logged."),
    looked_at: s.integer.describe("The rest came too fast."),
    passed_over: s.integer.describe(
      "Not looked at: their processes have a low heap limit.",
    ),
    unfinished: s.integer.describe(
      "Looked at, but not to the end: whether they match is unknown.",
    ),
    matched: s.integer.describe("Of those that were looked at."),
    received: s.integer,
    // Missing while it runs, as is why it has ended.
    node_level: s.name.optional(),
    ended_by: s.oneOf(["duration", "max_events", "max_bytes", "stopped"])
      .optional(),
    sites: s.list(s.row({ ...SITE, count: s.integer })).describe(
      "Who logs the most of what matches.",
    ),
    events: s.list(EVENT),
  }),
  refused: (refusal, { module }) =>
    captureRefused(refusal) ?? nameRefused(refusal, module),
});

type LogCapture = AnswerOf<typeof captureLogsQuestion>;

/** Captures that `follow` keeps running. */
export const followedLogs: Sessions<LogEvent, LogCapture> = new Sessions(
  'follow: "new" begins one; with stop it ends, or when it is not read for a minute',
);

/** Limits of a followed capture; it also ends when nobody reads it for {@linkcode LEASE_MS}. */
const FOLLOWED = {
  max_events: 5000,
  duration_ms: 3_600_000,
  total_bytes: 4_000_000,
  whole: false,
  stream: true,
};
const LEASE_MS = 60_000;
/** Extra time for the first and last steps on the node, in ms. */
const MARGIN_MS = 5000;

const FIELDS = captureLogsQuestion.shape.fields;

const OUTPUT = {
  session: z.string().optional().describe("For follow."),
  running: z.boolean().optional(),
  waiting: z.int().optional().describe("Events for the next call."),
  lost: z.int().optional().describe("On the way, the link being busy."),
  window_ms: FIELDS.window_ms,
  total: FIELDS.total,
  looked_at: FIELDS.looked_at,
  passed_over: z.int().optional().describe(
    "Not looked at: their processes have a low heap limit.",
  ),
  unfinished: FIELDS.unfinished.optional(),
  matched: FIELDS.matched,
  matched_per_s: z.number().describe("Estimated, if not all were."),
  node_level: FIELDS.node_level,
  ended_by: z.string().optional(),
  sites: FIELDS.sites,
  events: EVENTS,
  cost: COST,
};

/** Log events as they happen. */
export const captureLogs: Tool = defineNodeTool({
  name: "capture_logs",
  title: "Log events as they happen",
  description:
    "Log events as they happen, and the places that log most. Events below the node's level are not seen. Costs who logs 0.5 ms each for up to 25 events in 100 ms; others are counted.",
  toolset: "logs",
  annotations: { ...LOOKS_ONLY, readOnlyHint: false, idempotentHint: false },
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [captureLogsQuestion],
  approve: {
    edits: ["max_events", "duration_ms", "max_bytes"],
    continues: ({ follow = "new" }) => follow !== "new",
    action: ({ level, module, text, follow }) =>
      `${follow === "new" ? "for up to an hour " : ""}reads what is logged ${
        aboutOf({ level, module, text })
      }`,
  },
  input: {
    level: z.enum(EVENT_LEVELS).default("debug").describe("Minimum level."),
    module: z.string().min(1).max(255).optional().describe("Who logs."),
    text: z.string().min(1).max(300).optional().describe(
      "Part of the text or metadata, case-sensitive.",
    ),
    max_events: z.int().min(1).max(500).default(50).describe(
      "Ends after these.",
    ),
    duration_ms: z.int().min(10).max(30_000).default(5000).describe(
      "To listen; not with follow.",
    ),
    whole: z.boolean().default(false).describe(
      "Count until the end, for rates.",
    ),
    follow: z.string().min(1).max(40).optional().describe(
      '"new" goes on after the call; then the session.',
    ),
    stop: unlisted(
      z.boolean().default(false).describe("End the session in follow."),
    ),
    ...CONTENT_INPUT,
  },
  output: OUTPUT,
  note: ({ matched, total, node_level, session, running }, { level }) => {
    if (matched > 0) return undefined;
    const hides = node_level !== undefined && isAbove(node_level, level);
    return [
      total > 0 && "nothing matches: level, module and text must all match",
      hides &&
      `the node's level is ${node_level}, which hides less severe events (get_log_config, set_log_level)`,
      total === 0 && !hides &&
      (session === undefined
        ? "nothing was logged: try a longer duration_ms, or follow"
        : running
        ? `nothing was logged yet: it goes on, read it with follow ${session}`
        : "nothing was logged while it ran"),
    ].filter((part) => part).join("; ");
  },
  run: async (args, context) => {
    if (args.stop && (args.follow ?? "new") === "new") {
      throw new ToolError("invalid_arguments", "stop needs a session", {
        hint: "give its handle as follow; stop_trace alone ends all of yours",
      });
    }
    const style = await styleOf(context, args);
    if (args.follow !== undefined) return await followed(args, context, style);
    const told = await following(
      context,
      args.duration_ms,
      () => context.beam.run(captureLogsQuestion, { ...args, ...style }),
    );
    return answerOf(told, told.events, showerOf(context, style));
  },
});

/** Starts a capture that goes on, or reads one: the events since the last call. */
async function followed(
  { follow = "new", stop, ...args }:
    & Omit<CaptureLogsArgs, "duration_ms" | keyof ContentLimits>
    & { follow?: string | undefined; stop: boolean },
  context: NodeContext,
  style: Style,
): Promise<z.input<z.ZodObject<typeof OUTPUT>>> {
  const session = follow === "new"
    ? await followedLogs.start(
      context.principal,
      style,
      (signal, onPartial) =>
        context.beam.outlive(captureLogsQuestion, {
          ...{ ...args, ...style, ...FOLLOWED },
        }, {
          timeoutMs: FOLLOWED.duration_ms + MARGIN_MS,
          signal,
          onPartial,
        }),
      LEASE_MS,
      aboutOf(args),
    )
    : followedLogs.find(context.principal, follow);
  if (session.style.home.node !== style.home.node) {
    throw new ToolError(
      "invalid_arguments",
      `the session ${session.id} belongs to ${session.style.home.node}`,
      { hint: "pass that node" },
    );
  }
  if (stop) await session.stop();
  const { events, ...reading } = session.read(args.max_events);
  // A session that has begun has reported at least once.
  const { latest } = session;
  if (latest === undefined) throw new ToolError("busy", "nothing came yet");
  return {
    ...answerOf(latest, events, showerOf(context, style)),
    session: session.id,
    ...reading,
  };
}

/** What is captured, in words. */
function aboutOf(
  { level, module, text }: Pick<CaptureLogsArgs, "level" | "module" | "text">,
): string {
  const by = module ? ` by ${module}` : "";
  return `from ${level} on${by}${text ? ` with ${JSON.stringify(text)}` : ""}`;
}

function answerOf(
  { received: _, ...told }: LogCapture,
  events: readonly LogEvent[],
  shower: Shower,
): z.input<z.ZodObject<typeof OUTPUT>> {
  const { total, looked_at, passed_over, unfinished, matched, window_ms } =
    told;
  const matches = matched * total / Math.max(1, looked_at);
  return {
    ...told,
    passed_over: passed_over || undefined,
    unfinished: unfinished || undefined,
    matched_per_s: Math.round(matches * 10_000 / Math.max(1, window_ms)) / 10,
    events: rowsOf(events, shower),
  };
}

/** Whether a node's level lets nothing of this severity through. */
function isAbove(
  level: string,
  severity: typeof EVENT_LEVELS[number],
): boolean {
  const known = EVENT_LEVELS.findIndex((each) => each === level);
  return level === "none" ||
    known >= 0 && known < EVENT_LEVELS.indexOf(severity);
}
