/**
 * A child of a supervisor, stopped and started again.
 *
 * @module
 */

import { Atom, atom, boolean, map, Pid, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  contentRefused,
  type Cost,
  defineProbe,
  encodeProcess,
  marked,
  type Probe,
  readAtom,
  readBoolean,
  readFields,
  readPid,
  readText,
  type Refusal,
} from "../../beam/mod.ts";
import { subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode restartChild}. */
export interface RestartChildArgs {
  /** A pid or a registered name. */
  readonly supervisor: string;
  /** The id in its specification. */
  readonly child: Term;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode restartChild}. */
export interface RestartedChild {
  readonly done: boolean;
  readonly supervisor: string;
  /** Its pid until now; missing where it did not run. */
  readonly before?: string | undefined;
  /** Its pid from now on. */
  readonly after?: string | undefined;
  /** `permanent` or `transient`. */
  readonly restart: string;
  readonly cost: Cost;
}

/** Has a supervisor restart a child. */
export const restartChild: Probe<RestartChildArgs, RestartedChild> =
  defineProbe("restart_child", {
    encode: ({ supervisor, child, dry_run }) =>
      map([
        [atom("process"), encodeProcess(supervisor)],
        [atom("child"), marked(child)],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { node, cost }): RestartedChild {
      const fields = readFields(answer);
      const pid = (term: Term): string | undefined =>
        term instanceof Pid ? readPid(term, node) : undefined;
      return {
        done: fields.get("done", readBoolean),
        supervisor: fields.get("supervisor", (term) => readPid(term, node)),
        before: fields.get("child", pid),
        after: fields.get("now", pid),
        restart: fields.get("restart", readAtom),
        cost,
      };
    },
    refused: (refusal, { supervisor }) =>
      contentRefused(refusal) ?? restartRefused(refusal, supervisor),
  });

function restartRefused(refusal: Refusal, supervisor: string): BeamError {
  const { code, detail, node } = refusal;
  const where = `${supervisor} on ${node}`;
  switch (code) {
    case "not_a_supervisor":
      return new BeamError("not_a_supervisor", `${where} is not a supervisor`, {
        hint: "get_supervision_tree says which are",
      });
    case "supervisor_busy":
      return new BeamError("supervisor_busy", `${where} is hung`, {
        hint: "get_process says what it waits for",
      });
    case "late":
      return new BeamError(
        "no_answer",
        `${where} did not answer in time: ${
          readBoolean(detail)
            ? "it may still be stopping the child, which it is to start again then"
            : "nothing was changed"
        }`,
        { hint: "get_process says what it waits for" },
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
        } the child: ${
          detail instanceof Atom ? detail.name : readText(detail)
        }`,
        { hint: "get_child_specs says how it is now" },
      );
    default:
      return subjectRefused(refusal, supervisor);
  }
}
