/**
 * The state of an OTP process, as the process itself reports it.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodePath,
  encodeProcess,
  notCopied,
  type PathStep,
  processRefused,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import {
  CONTENT_INPUT,
  PATH,
  pathOf,
  showerOf,
  SHOWN,
  shown,
  styleOf,
} from "../terms.ts";

/** What of a process can be shown. */
const VIEWS = ["state", "sizes", "status", "dictionary"] as const;

/** Arguments of {@linkcode getProcessStateQuestion}. */
export interface GetProcessStateArgs extends ContentLimits {
  /** A pid or a registered name. */
  readonly process: string;
  readonly view: typeof VIEWS[number];
  readonly path?: readonly PathStep[] | undefined;
  /** Time limit for the process to answer, in ms. @default {2000} */
  readonly timeout_ms?: number | undefined;
  /** Copies without a size limit, and asks a process that is busy or not known to be an OTP process. */
  readonly force?: boolean | undefined;
}

/** Asks a process for its state, or the part of it at a path. */
export const getProcessStateQuestion = defineQuestion("get_process_state", {
  encode: (
    { process, view, path = [], timeout_ms = 2000, force, ...limits }:
      GetProcessStateArgs,
  ) =>
    encodeArgs({
      process: encodeProcess(process),
      view: atom(view),
      path: encodePath(path),
      limits: encodeLimits(limits),
      timeout_ms: Math.max(1, Math.floor(timeout_ms)),
      force: force === true,
    }),
  shape: s.record({
    pid: s.pid,
    behaviour: s.name.optional(),
    module: s.module.optional().describe("Its callback module."),
    heap_bytes: s.integer,
    mailbox: s.integer,
    term: s.term,
    size_bytes: s.integer,
    /** The names on the path: keys, and first elements of tuples. */
    trail: s.list(s.term),
    sizes: s.list(s.row({ part: s.term, bytes: s.integer })).optional(),
  }),
  refused: (refusal, { process }) =>
    contentRefused(refusal) ?? stateRefused(refusal, process) ??
      notCopied(refusal, process) ?? processRefused(refusal, process),
});

const stateRefused = refusals({
  not_otp: {
    says:
      "{it} on {node} does not look like an OTP process; it is in {*|native code}",
    hint:
      "a process that is not would get an unexpected message; pass force if you know that it is one",
  },
  suspended: {
    code: "process_busy",
    says: "{it} on {node} cannot answer: it is suspended",
    hint:
      "resume_process ends a suspension by suspend_process, and names who else keeps it suspended",
  },
  process_busy: {
    says:
      "{it} on {node} cannot answer: it is in {0|native code} with a mailbox of {1}",
    hint:
      "get_process with section waiting_for shows what it waits for; pass force to ask anyway",
  },
  no_state: {
    says:
      "{it} on {node} did not answer within {*} ms, or its answer is too large to be copied",
    hint: "get_process shows whether it is working; if it is, raise timeout_ms",
  },
});

const { trail: _, sizes: __, ...FIELDS } = getProcessStateQuestion.shape.fields;

/** The state of a process. */
export const getProcessState: Tool = defineNodeTool({
  name: "get_process_state",
  title: "State of a process",
  description:
    "State or status of an OTP process, whole or at a path. The process itself makes the copy, so it is asked only if it waits for messages, and its heap is at most 512 KiB without funs.",
  toolset: "data",
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [getProcessStateQuestion],
  input: {
    process: PROCESS_INPUT,
    view: z.enum(VIEWS).default("state").describe(
      "sizes: of each part at path. status, dictionary: unbounded, need force.",
    ),
    path: PATH,
    ...CONTENT_INPUT,
    timeout_ms: z.int().min(10).max(15_000).default(2000).describe(
      "For its answer.",
    ),
    force: z.boolean().default(false).describe(
      "Copy unbounded, or ask a busy or unknown process. CAN END THE NODE: shared parts are copied each time, 1 kB can become 1 TB.",
    ),
  },
  output: {
    ...FIELDS,
    ...SHOWN,
    sizes: z.array(z.object({ part: z.string(), bytes: z.int() })).optional(),
    cost: COST,
  },
  run: async (args, context) => {
    const style = await styleOf(context, args);
    const { trail, sizes, ...state } = await context.beam.run(
      getProcessStateQuestion,
      { ...args, ...style, path: pathOf(args.path, style) },
    );
    const shower = showerOf(context, style);
    return {
      ...state,
      ...shown(state, shower, trail),
      ...sizes && {
        sizes: sizes.map(({ part, bytes }) => ({
          part: shower.show(part, [], 200),
          bytes,
        })),
      },
    };
  },
});
