/**
 * The suspension of a process for a time.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  s,
} from "../../beam/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import {
  CHANGES,
  DONE,
  duration,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode suspendProcessQuestion}. */
export interface SuspendProcessArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** It runs again after this time, in ms. */
  readonly for_ms: number;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Suspends a process until its time is over, the link is lost, or it is resumed. */
export const suspendProcessQuestion = defineQuestion("suspend_process", {
  encode: ({ process, for_ms, dry_run }: SuspendProcessArgs) =>
    encodeArgs({ process: encodeProcess(process), for_ms, dry_run }),
  shape: s.record({ done: DONE, process: SUBJECT }),
  refused: (refusal, { process }) =>
    refusal.code === "already_suspended"
      ? new BeamError(
        "already_suspended",
        `beamtap has already suspended ${process} on ${refusal.node}`,
        { hint: "resume_process ends that suspension" },
      )
      : subjectRefused(refusal, process),
});

/** Suspends a process for a time. */
export const suspendProcess: Tool = defineNodeTool({
  name: "suspend_process",
  title: "Suspend a process",
  description:
    "Has a process stand still for a time; it runs again when the time is over, after resume_process, or when beamtap's link to the node ends. Use it to look at a process that changes too fast, or to stop one from doing harm while you look. Its messages pile up and whoever calls it waits, perhaps until they time out. Processes of the emulator and of kernel are left alone. Costs the node one small process.",
  toolset: "intervention",
  annotations: CHANGES,
  scopes: ["mutate"],
  probes: [suspendProcessQuestion],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT,
    for_ms: z.int().min(10).max(300_000).default(10_000).describe(
      "After which it runs again.",
    ),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    ...suspendProcessQuestion.shape.fields,
    cost: COST,
  },
  run: async (args, { beam }) => {
    const answer = await beam.run(suspendProcessQuestion, args);
    return {
      ...answer,
      action: `${named(answer.process)} stands still for ${
        duration(args.for_ms)
      }`,
    };
  },
});
