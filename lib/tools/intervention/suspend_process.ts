/**
 * The suspension of a process for a time.
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
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE, DRY_RUN, duration } from "../changes.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

const INPUT = {
  process: PROCESS_INPUT,
  duration_ms: z.int().min(10).max(300_000).default(10_000).describe(
    "After it, it runs again.",
  ),
};

const suspended = refusals({
  already_suspended: {
    says: "beamtap has already suspended {it} on {node}",
    hint: "resume_process ends that suspension",
  },
});

/** Suspends a process until its time is over, the link is lost, or it is resumed. */
export const suspendProcessQuestion = defineQuestion("suspend_process", {
  input: { ...INPUT, ...DRY_RUN },
  encode: ({ process, duration_ms, dry_run }) =>
    encodeArgs({ process: encodeProcess(process), duration_ms, dry_run }),
  shape: s.record({ done: DONE, process: SUBJECT }),
  refused: (refusal, { process }) =>
    suspended(refusal, process) ?? subjectRefused(refusal, process),
});

/** Suspends a process for a time. */
export const suspendProcess: Tool = defineChange({
  name: "suspend_process",
  title: "Suspend a process",
  description:
    "Halts a process until duration_ms is over, resume_process, or the end of beamtap's link. Messages pile up, callers wait or time out.",
  probes: [suspendProcessQuestion],
  input: INPUT,
  output: suspendProcessQuestion.shape.fields,
  run: async (args, { beam }) => {
    const answer = await beam.run(suspendProcessQuestion, args);
    return {
      ...answer,
      action: `${named(answer.process)} stands still for ${
        duration(args.duration_ms)
      }, or until beamtap's link ends`,
    };
  },
});
