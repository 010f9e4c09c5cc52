/**
 * Log events as they happen, of the toolset `logs`.
 *
 * @module
 */

import * as z from "zod";
import { oddText } from "../../beam/mod.ts";
import type { Home, Syntax } from "../../etf/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { COST, knownMfaText } from "../fields.ts";
import { following } from "../following.ts";
import {
  EVENT_LEVELS,
  type LogCapture,
  logCapture,
  type LogCaptureArgs,
  type LogEvent,
  type LogSite,
} from "./capture_logs.ts";
import type { Reading } from "../sessions.ts";
import {
  CONTENT_INPUT,
  CUT_NOTE,
  homeOf,
  type Shower,
  showerOf,
  SHOWN,
  shown,
} from "../terms.ts";
import { followedLogs } from "../trace/open_sessions.ts";

/** A capture that is followed ends at these, or when nobody asks for so long. */
const FOLLOWED = {
  max_events: 5000,
  duration_ms: 3_600_000,
  total_bytes: 4_000_000,
  whole: false,
  stream: true,
};
const LEASE_MS = 60_000;
/** For the first and the last steps on the node, in ms. */
const MARGIN_MS = 5000;

const SITE = {
  level: z.string(),
  function: z.string().optional(),
  line: z.int().optional(),
};

const OUTPUT = {
  session: z.string().optional().describe("For follow."),
  running: z.boolean().optional(),
  waiting: z.int().optional().describe("Events for the next call."),
  lost: z.int().optional().describe("On the way, the link being busy."),
  window_ms: z.int(),
  total: z.int().describe("Events of any kind that the node logged."),
  looked_at: z.int().describe("The others came too fast."),
  passed_over: z.int().optional().describe(
    "Not looked at: their processes have a low heap limit.",
  ),
  matched: z.int().describe("Of those that were looked at."),
  matched_per_s: z.number().describe("Estimated, if not all were."),
  ended_by: z.string().optional(),
  sites: z.array(z.object({ ...SITE, count: z.int() })).describe(
    "Who logs the most of what matches.",
  ),
  events: z.array(z.object({
    at: z.string(),
    ...SITE,
    pid: z.string().optional(),
    odd: z.string().optional().describe("Metadata of an odd form."),
    ...z.object(SHOWN).shape,
  })),
  cost: COST,
};

/** What a node logs while one looks. */
export const captureLogs: Tool = defineNodeTool({
  name: "capture_logs",
  title: "Log events as they happen",
  description:
    `What a node logs within a time, by level, module and text: the events, how many there are in all, and which places in the code log the most. Use it to see errors as they happen, or who floods the log. Events below the level of the node (get_log_config) are not seen. Nothing is loaded and no event is held back. With follow it goes on after the call, up to an hour, and each call gives what came since. Costs the process that logs about 0.5 ms for each of at most 25 events in 100 ms; the others are only counted. ${CUT_NOTE}`,
  toolset: "logs",
  annotations: { ...LOOKS_ONLY, idempotentHint: false },
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [logCapture],
  approve: {
    edits: ["max_events", "duration_ms", "max_bytes"],
    continues: ({ follow = "new" }) => follow !== "new",
    action: ({ level, module, text, follow }) =>
      Promise.resolve(
        `${follow === "new" ? "for up to an hour " : ""}reads what is logged ${
          aboutOf({ level, module, text })
        }`,
      ),
  },
  input: {
    level: z.enum(EVENT_LEVELS).default("debug").describe(
      "This and what is more important.",
    ),
    module: z.string().min(1).max(255).optional().describe(
      "Only what this module logs: my_app or MyApp.Server.",
    ),
    text: z.string().min(1).max(300).optional().describe(
      "Only events whose text holds this, in the same case.",
    ),
    max_events: z.int().min(1).max(500).default(50).describe(
      "It ends with this event.",
    ),
    duration_ms: z.int().min(10).max(30_000).default(5000).describe(
      "It ends at the latest then.",
    ),
    whole: z.boolean().default(false).describe(
      "Count on until then, when there are events enough: for rates and who floods.",
    ),
    follow: z.string().min(1).max(40).optional().describe(
      '"new", then the session that it gave: what came since.',
    ),
    stop: z.boolean().default(false).describe(
      "End the session in follow; what came is still told.",
    ),
    ...CONTENT_INPUT,
  },
  output: OUTPUT,
  run: async (args, context) => {
    if (args.stop && (args.follow ?? "new") === "new") {
      throw new ToolError("invalid_arguments", "stop needs a session", {
        hint: "give its handle as follow; stop_trace alone ends all of yours",
      });
    }
    const home = await homeOf(context);
    if (args.follow !== undefined) return await followed(args, context, home);
    const told = await following(
      context,
      args.duration_ms,
      () => context.beam.run(logCapture, args),
    );
    return answerOf(told, told.events, showerOf(context, home, args));
  },
});

/** What came since the last call, of a capture that goes on. */
async function followed(
  { follow = "new", stop, ...args }:
    & Omit<LogCaptureArgs, "duration_ms">
    & { follow?: string | undefined; stop: boolean; syntax: Syntax },
  context: NodeContext,
  home: Home,
): Promise<z.input<z.ZodObject<typeof OUTPUT>>> {
  const session = follow === "new"
    ? await followedLogs.start(
      context.principal,
      home,
      (signal, onPartial) =>
        context.beam.outlive(logCapture, { ...args, ...FOLLOWED }, {
          timeoutMs: FOLLOWED.duration_ms + MARGIN_MS,
          signal,
          onPartial,
        }),
      LEASE_MS,
      aboutOf(args),
    )
    : followedLogs.find(context.principal, follow);
  if (session.home.node !== home.node) {
    throw new ToolError(
      "invalid_arguments",
      `the session ${session.id} is one of ${session.home.node}`,
      { hint: "give that node" },
    );
  }
  if (stop) await session.stop();
  const { events, ...reading }: Reading<LogEvent> = session.read(
    args.max_events,
  );
  // It has begun, and so told something.
  const { latest } = session;
  if (latest === undefined) throw new ToolError("busy", "nothing came yet");
  return {
    ...answerOf(latest, events, showerOf(context, home, args)),
    session: session.id,
    ...reading,
  };
}

/** What is wanted, in words. */
function aboutOf(
  { level, module, text }: Pick<LogCaptureArgs, "level" | "module" | "text">,
): string {
  const by = module ? ` by ${module}` : "";
  return `from ${level} on${by}${text ? ` with ${JSON.stringify(text)}` : ""}`;
}

function answerOf(
  { sites, received: _, ...rest }: LogCapture,
  events: readonly LogEvent[],
  shower: Shower,
): z.input<z.ZodObject<typeof OUTPUT>> {
  const { total, looked_at, matched, window_ms, cost } = rest;
  const share = total / Math.max(1, looked_at);
  return {
    ...rest,
    passed_over: rest.passed_over || undefined,
    cost: { ...cost, no_answer: [...cost.no_answer] },
    matched_per_s: perSecond(matched * share, window_ms),
    sites: sites.map((site) => ({ ...siteOf(site), count: site.count })),
    events: events.map(({ at_ms, pid, odd, content, ...site }) => ({
      at: new Date(at_ms).toISOString(),
      ...siteOf(site),
      pid,
      odd: oddText(odd),
      ...shown(content, shower),
    })),
  };
}

function siteOf(
  { level, function: mfa, line }: LogSite,
): { level: string; function: string | undefined; line: number | undefined } {
  return { level, function: knownMfaText(mfa), line };
}

function perSecond(count: number, windowMs: number): number {
  return Math.round(count * 10_000 / Math.max(1, windowMs)) / 10;
}
