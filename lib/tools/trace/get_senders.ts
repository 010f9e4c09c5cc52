/**
 * Who sends to a process.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  type InputOf,
  processRefused,
  s,
} from "../../beam/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { following } from "../following.ts";
import { LARGE_LEFT_OUT, TRACES } from "./trace_parts.ts";
import { traceRefused } from "./trace_targets.ts";
import { ENDED_BY } from "./run_trace.ts";

const INPUT = {
  process: PROCESS_INPUT,
  duration_ms: z.int().min(10).max(30_000).default(2000).describe("To count."),
  max_events: z.int().min(1).max(10_000).default(1000).describe(
    "Ends after these.",
  ),
  messages: z.boolean().default(false).describe(
    "Also large ones. RISK: each is copied whole.",
  ),
  limit: z.int().min(1).max(100).default(10).describe(
    "Senders and groups.",
  ),
};

/** Senders of what a process receives for a while; with `kinds`, kinds of messages too. */
export const getSendersQuestion = defineQuestion("get_senders", {
  encode: (
    { process, ...args }: InputOf<typeof INPUT> & { readonly kinds: boolean },
  ) => encodeArgs({ process: encodeProcess(process), ...args }),
  shape: s.record({
    pid: s.pid,
    mailbox: s.integer.describe("Messages that wait in it, at the end.")
      .optional(),
    grew_by: s.integer.describe("Of the mailbox.").optional(),
    reductions: s.integer.describe("Its work meanwhile.").optional(),
    received: s.integer.describe("Messages counted."),
    listened_ms: s.integer.optional(),
    ended_by: ENDED_BY,
    not_told: s.integer.describe("Dropped after the limit."),
    senders_in_all: s.integer.optional(),
    senders: s.table({
      source: s.oneOf(["process", "remote", "port", "timer", "unknown"])
        .describe("remote: a process of node, not known which."),
      sender: s.identifier.optional(),
      node: s.name.optional(),
      registered_name: s.knownName,
      initial_call: s.mfa.optional(),
      application: s.name.optional(),
      label: s.shown.unlessEmpty(),
      count: s.integer,
      kinds: s.list(s.row({ kind: s.shown, count: s.integer })).optional(),
    }),
    groups: s.list(s.row({
      initial_call: s.mfa.optional(),
      senders: s.integer,
      count: s.integer,
    })).describe("Of the first 100 processes; without a call: ended since."),
  }),
  refused: (refusal, { process }) =>
    traceRefused(refusal, []) ?? processRefused(refusal, process),
});

/** The senders of a process. */
export const getSenders: Tool = defineNodeTool({
  name: "get_senders",
  title: "Senders to a process",
  description:
    "Who sends to a process: its messages over some seconds, counted by sender. Copies each message counted, 30 us each.",
  ...TRACES,
  deadlineMs: 45_000,
  probes: [getSendersQuestion],
  approve: {
    edits: ["max_events", "duration_ms"],
    action: ({ process, messages }) =>
      `traces what ${process} receives${
        messages ? ", with copies of all messages" : ""
      }`,
  },
  input: INPUT,
  output: {
    ...getSendersQuestion.shape.fields,
    sampled: z.literal(true).optional().describe(
      "The limit came first: counts are of listened_ms.",
    ),
    left_out: z.string().optional(),
    cost: COST,
  },
  note: ({ received, grew_by, sampled, left_out }) => {
    const unseen = Number(grew_by ?? 0) - Number(received);
    if (!sampled && unseen > 10 + Number(received) / 10) {
      return `the mailbox grew by ${grew_by}, so at least ${unseen} messages were not counted${
        `${left_out}`.includes("large")
          ? ": pass messages=true for those with maps, deep or large"
          : ""
      }`;
    }
    return received === 0
      ? "no message was counted: try a longer duration_ms, or messages for large ones"
      : undefined;
  },
  run: async (args, context) => {
    const told = await following(
      context,
      args.duration_ms,
      () =>
        context.beam.run(getSendersQuestion, {
          ...args,
          kinds: context.granted("data"),
        }),
    );
    // Looks at it cost a process some reductions.
    const missed = told.received === 0 &&
      (told.reductions ?? 0) > 500 + (told.listened_ms ?? 0) / 10;
    const limited = ["max_events", "max_bytes"].includes(told.ended_by ?? "");
    return {
      ...told,
      sampled: limited || undefined,
      left_out: `${
        args.messages ? "" : `${LARGE_LEFT_OUT}; `
      }timeout from timers, as ends of receive look like it${
        missed ? "; it worked meanwhile, so some may have come" : ""
      }`,
    };
  },
});
