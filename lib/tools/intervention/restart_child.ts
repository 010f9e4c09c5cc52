/**
 * A child of a supervisor, stopped and started again.
 *
 * @module
 */

import * as z from "zod";
import {
  type BeamError,
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  marked,
  notCopied,
  readList,
  type Refusal,
  refusals,
  s,
} from "../../beam/mod.ts";
import { binary, type Term } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE } from "../changes.ts";
import { PROCESS_INPUT } from "../fields.ts";
import { idText } from "../otp/child_ids.ts";
import { keyOf, styleOf } from "../terms.ts";
import { subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode restartChildQuestion}. */
export interface RestartChildArgs {
  /** A pid or a registered name. */
  readonly supervisor: string;
  /** Id in its child specification. */
  readonly child: Term;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

const restartRefused = refusals({
  not_a_supervisor: {
    says: "{it} on {node} is not a supervisor",
    hint: "get_supervision_tree shows which processes are",
  },
  supervisor_busy: {
    says: "{it} on {node} is hung",
    hint: "get_process shows what it waits for",
  },
  not_known: {
    code: "not_a_supervisor",
    says:
      "{it} on {node} cannot be recognised as an OTP supervisor, and other processes may crash when asked",
    hint: "stop_process ends a child by its pid",
  },
  late: {
    code: "no_answer",
    says:
      "{it} on {node} did not answer in time: {*?it may still stop the child, and will then be asked to start it again:nothing was changed}",
    hint: "get_process shows what it waits for",
  },
  no_such_child: {
    says: "{it} on {node} has no such child",
    hint: "its children: {*}",
    hintIfNone:
      "get_child_specs lists ids; children without one (simple_one_for_one, DynamicSupervisor) can be stopped by stop_process",
  },
  temporary_child: {
    says:
      "the child of {it} on {node} is temporary: once stopped, it would be forgotten",
    hint: "stop_process ends it for good",
  },
  not_stopped: {
    code: "not_restarted",
    says: "{it} on {node} did not stop the child: {*}",
    hint: "get_child_specs shows its present state",
  },
  not_started: {
    code: "not_restarted",
    says: "{it} on {node} stopped the child but did not start it: {*}",
    hint: "get_child_specs shows its present state",
  },
});

/** The same, with the ids of its children as they are named in arguments. */
function childRefused(
  refusal: Refusal,
  supervisor: string,
): BeamError | undefined {
  const { code, detail, show } = refusal;
  return restartRefused(
    code === "no_such_child"
      ? {
        ...refusal,
        detail: readList(detail).map((id) => binary(idText(id, show))),
      }
      : refusal,
    supervisor,
  );
}

/** Has a supervisor stop a child and start it again. */
export const restartChildQuestion = defineQuestion("restart_child", {
  encode: ({ supervisor, child, dry_run }: RestartChildArgs) =>
    encodeArgs({
      process: encodeProcess(supervisor),
      child: marked(child),
      dry_run,
    }),
  shape: s.record({
    done: DONE,
    supervisor: s.pid,
    before: s.pid.optional().describe("Missing: it did not run."),
    after: s.pid.optional(),
    restart: s.name,
  }),
  refused: (refusal, { supervisor }) =>
    contentRefused(refusal) ?? childRefused(refusal, supervisor) ??
      notCopied(
        refusal,
        supervisor,
        "asking copies the specifications of its children; get_supervision_tree shows their pids, stop_process ends one, and the supervisor starts it again if it is permanent",
      ) ?? subjectRefused(refusal, supervisor),
});

/** Restarts a child of a supervisor. */
export const restartChild: Tool = defineChange({
  name: "restart_child",
  title: "Restart a child",
  description:
    "Has a supervisor stop and start one child; its state and messages are lost, and the supervisor does nothing else meanwhile. get_child_specs lists ids. Refuses temporary children and those of kernel.",
  deadlineMs: 45_000,
  probes: [restartChildQuestion],
  input: {
    process: PROCESS_INPUT.describe("The supervisor."),
    child: z.string().min(1).max(1000).describe("Its id, a term."),
  },
  output: restartChildQuestion.shape.fields,
  run: async (args, context) => {
    const { process: supervisor, dry_run } = args;
    const child = keyOf(args.child, await styleOf(context));
    const answer = await context.beam.run(restartChildQuestion, {
      supervisor,
      child,
      dry_run,
    });
    return {
      ...answer,
      // A child may choose not to run.
      done: answer.done && answer.after !== undefined,
      action:
        `${supervisor} (${answer.supervisor}) restarts its child ${args.child}, ${
          answer.before ?? "which does not run"
        }`,
    };
  },
});
