/**
 * Ends a suspension early.
 *
 * @module
 */

import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  refusals,
  s,
} from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE, DRY_RUN } from "../changes.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

const INPUT = { process: PROCESS_INPUT };

const notSuspended = refusals({
  not_suspended: {
    says: "{it} on {node} is not suspended by beamtap",
    hint: "it is suspended by {*}: only they can resume it",
    hintIfNone: "the suspension expired or never existed",
  },
});

/** Ends a suspension by suspend_process. */
export const resumeProcessQuestion = defineQuestion("resume_process", {
  input: { ...INPUT, ...DRY_RUN },
  encode: ({ process, dry_run }) =>
    encodeArgs({ process: encodeProcess(process), dry_run }),
  shape: s.record({
    done: DONE,
    process: SUBJECT,
    others: s.list(s.pid).describe("Who else keeps it suspended."),
  }),
  refused: (refusal, { process }) =>
    notSuspended(refusal, process) ?? subjectRefused(refusal, process),
});

/** Resumes a process that was suspended. */
export const resumeProcess: Tool = defineChange({
  name: "resume_process",
  title: "Resume a process",
  description: "Lets a process run again that suspend_process has halted.",
  annotations: { destructiveHint: false, idempotentHint: true },
  probes: [resumeProcessQuestion],
  input: INPUT,
  output: resumeProcessQuestion.shape.fields,
  run: async (args, { beam }) => {
    const answer = await beam.run(resumeProcessQuestion, args);
    const { others } = answer;
    return {
      ...answer,
      done: answer.done && others.length === 0,
      action: others.length === 0
        ? `${named(answer.process)} runs again`
        : `${named(answer.process)} stays suspended by ${others.join(", ")}`,
    };
  },
});
