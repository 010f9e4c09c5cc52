/**
 * Log events as they happen, of the toolset `logs`.
 *
 * @module
 */

import * as z from "zod";
import { EVENT_LEVELS, logCapture, type LogSite } from "../beam/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../registry/mod.ts";
import { COST, knownMfaText } from "./fields.ts";
import { following } from "./following.ts";
import {
  CONTENT_INPUT,
  CUT_NOTE,
  homeOf,
  showerOf,
  SHOWN,
  shown,
} from "./terms.ts";

const SITE = {
  level: z.string(),
  function: z.string().optional(),
  line: z.int().optional(),
};

/** What a node logs while one looks. */
export const captureLogs: Tool = defineNodeTool({
  name: "capture_logs",
  title: "Log events as they happen",
  description:
    `What a node logs within a time, by level, module and text: the events, how many there are in all, and which places in the code log the most. Use it to see errors as they happen, or who floods the log. Events below the level of the node (get_log_config) are not seen. Nothing is loaded and no event is held back. Costs the process that logs some 50 us an event while it runs, more with text. ${CUT_NOTE}`,
  toolset: "logs",
  annotations: { ...LOOKS_ONLY, idempotentHint: false },
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [logCapture],
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
    ...CONTENT_INPUT,
  },
  output: {
    window_ms: z.int(),
    total: z.int().describe("Events of any kind that the node logged."),
    matched: z.int(),
    matched_per_s: z.number(),
    ended_by: z.enum(["duration", "max_events", "max_bytes"]),
    sites: z.array(z.object({ ...SITE, count: z.int() })).describe(
      "Who logs the most of what matches.",
    ),
    events: z.array(z.object({
      at: z.string(),
      ...SITE,
      pid: z.string().optional(),
      ...z.object(SHOWN).shape,
    })),
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const shower = showerOf(context, home, args);
    const { events, sites, ...rest } = await following(
      context,
      args.duration_ms,
      () => context.beam.run(logCapture, args),
    );
    return {
      ...rest,
      matched_per_s: perSecond(rest.matched, rest.window_ms),
      sites: sites.map((site) => ({ ...siteOf(site), count: site.count })),
      events: events.map(({ at_ms, pid, content, ...site }) => ({
        at: new Date(at_ms).toISOString(),
        ...siteOf(site),
        pid,
        ...shown(content, shower),
      })),
    };
  },
});

function siteOf(
  { level, function: mfa, line }: LogSite,
): { level: string; function: string | undefined; line: number | undefined } {
  return { level, function: knownMfaText(mfa), line };
}

function perSecond(count: number, windowMs: number): number {
  return Math.round(count * 10_000 / Math.max(1, windowMs)) / 10;
}
