/**
 * The end of a process, by an exit signal.
 *
 * @module
 */

import * as z from "zod";
import {
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeProcess,
  marked,
  s,
} from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import { type Tool, unlisted } from "../../registry/mod.ts";
import { defineChange, DONE } from "../changes.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { showerOf, styleOf, termOf } from "../terms.ts";
import { named, SUBJECT, subjectRefused } from "./subject.ts";

/** Limits of the exit reason in the answer. */
const LIMITS = { depth: 5, width: 20, max_bytes: 1000 };

/** Arguments of {@linkcode stopProcessQuestion}. */
export interface StopProcessArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** Reason of the exit signal. */
  readonly reason: Term;
  /** How long to wait for its end, in ms. */
  readonly timeout_ms: number;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Sends a process an exit signal, and waits for its end. */
export const stopProcessQuestion = defineQuestion("stop_process", {
  encode: ({ process, reason, timeout_ms, dry_run }: StopProcessArgs) =>
    encodeArgs({
      process: encodeProcess(process),
      reason: marked(reason),
      timeout_ms,
      limits: encodeLimits(LIMITS),
      dry_run,
    }),
  shape: s.record({
    done: DONE,
    process: SUBJECT,
    ended: s.flag.describe("false: still alive when the time was up."),
    /** The application that ends with it. */
    application: s.name.optional(),
    /** Its exit reason; unknown if it traps exits, since it then chooses one itself. */
    reason: s.content.optional(),
  }),
  refused: (refusal, { process }) =>
    contentRefused(refusal) ?? subjectRefused(refusal, process),
});

const { process, ended } = stopProcessQuestion.shape.fields;

/** Ends a process. */
export const stopProcess: Tool = defineChange({
  name: "stop_process",
  title: "Stop a process",
  description:
    "Sends a process an exit signal and says whether it ended. State and messages are lost, linked processes may end too, its supervisor may restart it. Refuses processes of the emulator and of kernel.",
  probes: [stopProcessQuestion],
  input: {
    process: PROCESS_INPUT,
    reason: z.string().min(1).max(1000).default("shutdown").describe(
      "shutdown: may tidy up; kill: cannot be refused; or any term.",
    ),
    timeout_ms: unlisted(
      z.int().min(0).max(10_000).default(2000).describe(
        "For its end.",
      ),
    ),
  },
  output: {
    process,
    ended,
    ended_with: z.string().optional().describe(
      "Not read where a process that traps exits chose it: it may be huge.",
    ),
  },
  run: async (args, context) => {
    const style = await styleOf(context, { max_bytes: 1000 });
    const reason = termOf(args.reason, style);
    const { reason: why, application, ...answer } = await context.beam.run(
      stopProcessQuestion,
      { ...args, reason },
    );
    const { process } = answer;
    const shower = showerOf(context, style);
    return {
      ...answer,
      done: answer.ended,
      action: `exit signal ${args.reason} to ${
        named(process)
      }, which is linked to ${process.links} other${
        process.links === 1 ? "" : "s"
      }${process.parent ? `, started by ${process.parent}` : ""}${
        application ? `; the application ${application} ends with it` : ""
      }${
        process.traps_exits && args.reason !== "kill"
          ? "; it traps exits and may live on; kill cannot be ignored"
          : ""
      }${answer.done && !answer.ended ? "; it has not ended yet" : ""}`,
      ended_with: why && shower.show(why.term),
    };
  },
});
