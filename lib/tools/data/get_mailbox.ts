/**
 * The messages that wait in a process: counted by kind, or the oldest of them.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeProcess,
  processRefused,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, type Term } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { CONTENT_INPUT, showerOf, SHOWN, shownAll, styleOf } from "../terms.ts";

/** Maximum messages of a mailbox that is copied without force. */
const MAX_MESSAGES = 1000;

/** Maximum bytes of a process, mailbox included, that is copied without force. */
const MAX_BYTES = 16 << 20;

/** Arguments of {@linkcode getMailboxQuestion}. */
export interface GetMailboxArgs extends ContentLimits {
  /** A pid or a registered name. */
  readonly process: string;
  readonly view: "kinds" | "sample";
  /** Maximum kinds or messages, up to 100. */
  readonly limit: number;
  /** Copies the messages even if they are many or large. */
  readonly force?: boolean | undefined;
}

/** The kinds of messages, most frequent first, or the oldest messages. */
export const getMailboxQuestion = defineQuestion("get_mailbox", {
  encode({ process, view, limit, force, ...limits }: GetMailboxArgs): Term {
    const most = Math.min(Math.max(1, limit), 100);
    return encodeArgs({
      process: encodeProcess(process),
      view: atom(view),
      limit: most,
      limits: encodeLimits(limits, most),
      most: MAX_MESSAGES,
      max_bytes: MAX_BYTES,
      force: force === true,
    });
  },
  shape: s.record({
    pid: s.pid,
    mailbox: s.integer.describe("Messages in it."),
    looked_at: s.integer,
    kinds_in_all: s.integer.optional(),
    kinds: s.list(s.row({
      kind: s.shown.describe("_ for what differs."),
      count: s.integer,
      first: s.integer.describe("Place of the oldest, from 1."),
    })).optional(),
    messages: s.list(s.content).optional(),
  }),
  refused: (refusal, { process }) =>
    mailboxRefused(refusal, process) ?? processRefused(refusal, process),
});

const mailboxRefused = refusals({
  too_many_messages: {
    says:
      `{it} on {node} has {0} messages, more than ${MAX_MESSAGES}: they are not copied; it is in {1|native code}`,
    hint: "pass force to copy them, which takes memory and time",
  },
  on_heap: {
    code: "too_large",
    says:
      "the mailbox of {it} on {node}, {*} long, is not copied: its messages are on its heap, where one that it sent to itself may share parts, and a copy may be of any size",
    hint:
      "pass force only if you know that it sends itself nothing large: that could crash the node; get_process shows what it is doing without a copy",
  },
  large_process: {
    code: "too_large",
    says:
      `{it} on {node} has {*} bytes, more than ${MAX_BYTES}: its messages are not copied`,
    hint:
      "pass force to copy them, which takes the same amount of memory again",
  },
  large_messages: {
    code: "too_large",
    says:
      "a copy of the messages of {it} on {node} exceeds the limit of {*} bytes",
    hint: "get_process shows how much memory it has",
  },
  constants: {
    code: "too_large",
    says:
      `the messages of {it} on {node} are not copied: the node has persistent terms of {*|any number of} bytes once copied, each message may hold them, and together that may be more than ${MAX_BYTES} bytes`,
    hint:
      "force copies them anyway, which can crash the node if they hold such terms",
  },
  late: {
    code: "target_timeout",
    says:
      "copying the mailbox of {it} on {node}, {*} long, took too long and was stopped",
    hint: "raise timeout_ms, or look at one of its callers",
  },
});

/** The messages of a process. */
export const getMailbox: Tool = defineNodeTool({
  name: "get_mailbox",
  title: "Messages of a process",
  description:
    "Messages that wait in a process, counted by kind or the oldest. All are copied: refused if they are on its heap, over 1,000 or over 16 MiB, unless forced.",
  toolset: "data",
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [getMailboxQuestion],
  input: {
    process: PROCESS_INPUT,
    view: z.enum(["kinds", "sample"]).default("kinds").describe(
      "sample: the oldest.",
    ),
    limit: z.int().min(1).max(100).default(10).describe(
      "Kinds or messages.",
    ),
    ...CONTENT_INPUT,
    force: z.boolean().default(false).describe(
      "Copy them all the same. CAN END THE NODE if they share parts or hold persistent terms.",
    ),
  },
  output: {
    ...getMailboxQuestion.shape.fields,
    messages: z.array(z.object(SHOWN)).optional().describe("Oldest first."),
    cost: COST,
  },
  note: ({ mailbox }) =>
    mailbox === 0
      ? "the mailbox is empty: the process keeps up with its messages"
      : undefined,
  run: async (args, context) => {
    const style = await styleOf(context, args);
    const shower = showerOf(context, style);
    const { messages, ...rest } = await context.beam.run(
      getMailboxQuestion,
      { ...args, ...style },
    );
    return { ...rest, messages: messages && shownAll(messages, shower).shown };
  },
});
