/**
 * Garbage collection of one process.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE, DRY_RUN } from "../changes.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

/** Maximum heap without force, in bytes: a process stands still while it collects. */
const MAX_HEAP = 256 * 1024 * 1024;

const INPUT = {
  process: PROCESS_INPUT,
  type: z.enum(["major", "minor"]).default("major").describe(
    "minor: the young part.",
  ),
  force: z.boolean().default(false).describe("Also a large heap."),
};

const tooLarge = refusals({
  too_large: {
    says:
      "{it} on {node} has a heap of {*} bytes: a collection would halt it for a long time",
    hint: "pass force to collect its garbage anyway",
  },
});

/** Has a process collect its garbage; refuses large heaps unless forced. */
export const collectGarbageQuestion = defineQuestion("collect_garbage", {
  input: { ...INPUT, ...DRY_RUN },
  encode: ({ process, type, force, dry_run }) =>
    encodeArgs({
      process: encodeProcess(process),
      type: atom(type),
      most: MAX_HEAP,
      force,
      dry_run,
    }),
  shape: s.record({ done: DONE, before: SUBJECT, after: SUBJECT.optional() }),
  refused: (refusal, { process }) =>
    tooLarge(refusal, process) ?? subjectRefused(refusal, process),
});

/** Collects the garbage of a process. */
export const collectGarbage: Tool = defineChange({
  name: "collect_garbage",
  title: "Collect garbage of a process",
  description:
    "Has one process collect its garbage, to see whether its memory is in use. It stands still for 0.3 s a GiB: refused over 256 MiB unless forced.",
  annotations: { destructiveHint: false, idempotentHint: true },
  probes: [collectGarbageQuestion],
  input: INPUT,
  output: {
    ...collectGarbageQuestion.shape.fields,
    freed_bytes: z.int().optional().describe("Negative: it has grown."),
  },
  run: async (args, { beam }) => {
    const answer = await beam.run(collectGarbageQuestion, args);
    const { before, after } = answer;
    return {
      ...answer,
      action: `${args.type} garbage collection of ${
        named(before)
      }, heap ${before.heap_bytes} bytes`,
      freed_bytes: after && before.memory_bytes - after.memory_bytes,
    };
  },
});
