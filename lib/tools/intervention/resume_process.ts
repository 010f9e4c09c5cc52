/**
 * The end of a suspension before its time is over.
 *
 * @module
 */

import {
  BeamError,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  readList,
  readPid,
  type Refusal,
  s,
} from "../../beam/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import {
  CHANGES,
  DONE,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode resumeProcessQuestion}. */
export interface ResumeProcessArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Ends a suspension by suspend_process. */
export const resumeProcessQuestion = defineQuestion("resume_process", {
  encode: ({ process, dry_run }: ResumeProcessArgs) =>
    encodeArgs({ process: encodeProcess(process), dry_run }),
  shape: s.record({
    done: DONE,
    process: SUBJECT,
    others: s.list(s.pid).describe("Who else keeps it suspended."),
  }),
  refused: (refusal, { process }) =>
    refusal.code === "not_suspended"
      ? notSuspended(refusal, process)
      : subjectRefused(refusal, process),
});

function notSuspended({ node, detail }: Refusal, process: string): BeamError {
  const others = readList(detail).map((other) => readPid(other, node));
  return new BeamError(
    "not_suspended",
    `${process} on ${node} is not suspended by beamtap`,
    {
      hint: others.length > 0
        ? `it is suspended by ${others.join(", ")}: nobody else can resume it`
        : "its time is over, or it was never suspended",
    },
  );
}

/** Resumes a process that was suspended. */
export const resumeProcess: Tool = defineNodeTool({
  name: "resume_process",
  title: "Resume a process",
  description:
    "Has a process run again that suspend_process has suspended, before its time is over. Use it as soon as you have seen enough. What others have suspended stays so, and they are named. Costs the node nothing.",
  toolset: "intervention",
  annotations: { ...CHANGES, destructiveHint: false, idempotentHint: true },
  scopes: ["mutate"],
  probes: [resumeProcessQuestion],
  input: { ...INTERVENTION_INPUT, process: PROCESS_INPUT },
  output: {
    ...INTERVENTION_OUTPUT,
    ...resumeProcessQuestion.shape.fields,
    cost: COST,
  },
  run: async (args, { beam }) => {
    const answer = await beam.run(resumeProcessQuestion, args);
    return { ...answer, action: `${named(answer.process)} runs again` };
  },
});
