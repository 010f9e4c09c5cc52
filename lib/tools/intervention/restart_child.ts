/**
 * A child of a supervisor, stopped and started again.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  marked,
  notCopied,
  readAtom,
  readBoolean,
  readInteger,
  readText,
  readTuple,
  type Refusal,
  s,
} from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import {
  CHANGES,
  DONE,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { homeOf, keyOf, SYNTAX } from "../terms.ts";
import { subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode restartChildQuestion}. */
export interface RestartChildArgs {
  /** A pid or a registered name. */
  readonly supervisor: string;
  /** The id in its specification. */
  readonly child: Term;
  /** Changes nothing. */
  readonly dry_run: boolean;
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
    contentRefused(refusal) ?? restartRefused(refusal, supervisor),
});

function restartRefused(refusal: Refusal, supervisor: string): BeamError {
  const { code, detail, node } = refusal;
  const where = `${supervisor} on ${node}`;
  switch (code) {
    case "not_a_supervisor":
      return new BeamError("not_a_supervisor", `${where} is not a supervisor`, {
        hint: "get_supervision_tree shows which processes are",
      });
    case "supervisor_busy":
      return new BeamError("supervisor_busy", `${where} is hung`, {
        hint: "get_process shows what it waits for",
      });
    case "not_copied": {
      const [why = detail, most = detail] = readTuple(detail, 2);
      return notCopied(
        supervisor,
        node,
        readAtom(why),
        readInteger(most),
        "it would copy specifications of children; stop_process ends a child, which its supervisor starts again if it is permanent",
      );
    }
    case "not_known":
      return new BeamError(
        "not_a_supervisor",
        `${where} cannot be seen to be a supervisor of OTP, and others may end at its questions`,
        { hint: "stop_process ends a child by its pid" },
      );
    case "late":
      return new BeamError(
        "no_answer",
        `${where} did not answer in time: ${
          readBoolean(detail)
            ? "it may still be stopping the child, and is to start it again then"
            : "nothing was changed"
        }`,
        { hint: "get_process shows what it waits for" },
      );
    case "no_such_child":
      return new BeamError("no_such_child", `${where} has no such child`, {
        hint:
          "get_child_specs lists ids; children without one (simple_one_for_one, DynamicSupervisor) can be stopped by stop_process",
      });
    case "temporary_child":
      return new BeamError(
        "temporary_child",
        `the child of ${where} is temporary: once stopped, it would be forgotten`,
        { hint: "stop_process ends it for good" },
      );
    case "not_stopped":
    case "not_started":
      return new BeamError(
        "not_restarted",
        `${where} has ${
          code === "not_stopped" ? "not stopped" : "stopped but not started"
        } the child: ${readText(detail)}`,
        { hint: "get_child_specs shows its present state" },
      );
    default:
      return subjectRefused(refusal, supervisor);
  }
}

/** Restarts a child of a supervisor. */
export const restartChild: Tool = defineNodeTool({
  name: "restart_child",
  title: "Restart a child",
  description:
    "Has a supervisor stop one of its children as its specification says, and start it again. Use it for a child that is stuck or in a bad state, or that does not run; its state and messages are lost. Not for children of kernel, temporary ones, and those without an id. get_child_specs lists ids. Does not count as a restart for the supervisor. Costs as long as the child takes to stop and to start, while the supervisor does nothing else.",
  toolset: "intervention",
  annotations: CHANGES,
  scopes: ["mutate"],
  deadlineMs: 45_000,
  probes: [restartChildQuestion],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT.describe("The supervisor: a pid or name."),
    child: z.string().min(1).max(1000).describe(
      "Its id, a term: my_worker or {worker, 7}.",
    ),
    syntax: SYNTAX,
  },
  output: {
    ...INTERVENTION_OUTPUT,
    ...restartChildQuestion.shape.fields,
    cost: COST,
  },
  run: async (args, context) => {
    const { syntax, process: supervisor, dry_run } = args;
    const child = keyOf(args.child, syntax, await homeOf(context));
    const answer = await context.beam.run(restartChildQuestion, {
      supervisor,
      child,
      dry_run,
    });
    return {
      ...answer,
      action:
        `${supervisor} (${answer.supervisor}) restarts its child ${args.child}, ${
          answer.before ?? "which does not run"
        }`,
    };
  },
});
