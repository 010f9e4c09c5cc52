/**
 * What the emulator itself finds worth telling, of the toolset `trace`.
 *
 * @module
 */

import * as z from "zod";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, knownMfaText } from "../fields.ts";
import { following } from "../following.ts";
import { TRACE_ENDS } from "./traced.ts";
import { systemEvents } from "./watch_system.ts";

/** Bounds of the few values that an event has. */
const LIMITS = { depth: 6, width: 30, max_bytes: 12_000 };
/** Groups shown. */
const MOST_GROUPS = 60;

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
  probes: [systemEvents],
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
    watched: z.array(z.string()),
    began: z.string().describe("By the clock of the node."),
    received: z.int(),
    ended_by: z.enum(TRACE_ENDS).optional(),
    not_told: z.int().describe("Came after the limit, and were let go."),
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
    processes: z.array(z.object({
      pid: z.string(),
      registered_name: z.string().optional(),
      initial_call: z.string().optional(),
    })),
    cost: COST,
  },
  run: async (args, context) => {
    const { groups, processes, began_ms, ...rest } = await following(
      context,
      args.duration_ms,
      () => context.beam.run(systemEvents, { ...LIMITS, ...args }),
    );
    return {
      ...rest,
      began: new Date(began_ms).toISOString(),
      groups: groups.slice(0, MOST_GROUPS).map((group) => ({
        ...group,
        in: knownMfaText(group.in),
        out: knownMfaText(group.out),
      })),
      groups_left_out: Math.max(0, groups.length - MOST_GROUPS) || undefined,
      processes: processes.map((known) => ({
        ...known,
        initial_call: knownMfaText(known.initial_call),
      })),
    };
  },
});
