/**
 * Processes that stand still for a time.
 *
 * @module
 */

import { atom, boolean, map } from "../../etf/mod.ts";
import {
  BeamError,
  type Cost,
  defineProbe,
  encodeProcess,
  type Probe,
  readBoolean,
  readFields,
  readList,
  readPid,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";
import { readSubject, type Subject, subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode suspendProcess}. */
export interface SuspendProcessArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** After which it runs again, in ms. */
  readonly for_ms: number;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode suspendProcess}. */
export interface SuspendedProcess {
  readonly done: boolean;
  readonly subject: Subject;
  readonly cost: Cost;
}

/** Suspends a process until its time is over, the link is lost, or it is resumed. */
export const suspendProcess: Probe<SuspendProcessArgs, SuspendedProcess> =
  defineProbe("suspend_process", {
    encode: ({ process, for_ms, dry_run }) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("for_ms"), for_ms],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { node, cost }): SuspendedProcess {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        subject: fields.get("subject", (term) => readSubject(term, node)),
        cost,
      };
    },
    refused: (refusal, { process }) => suspensionRefused(refusal, process),
  });

/** Arguments of {@linkcode resumeProcess}. */
export type ResumeProcessArgs = Omit<SuspendProcessArgs, "for_ms">;

/** Answer of {@linkcode resumeProcess}. */
export interface ResumedProcess extends SuspendedProcess {
  /** Processes that are not ours and keep it suspended. */
  readonly others: readonly string[];
}

/** Ends what {@linkcode suspendProcess} did. */
export const resumeProcess: Probe<ResumeProcessArgs, ResumedProcess> =
  defineProbe("resume_process", {
    encode: ({ process, dry_run }) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { node, cost }): ResumedProcess {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        subject: fields.get("subject", (term) => readSubject(term, node)),
        others: fields.get("others", readList).map((pid) => readPid(pid, node)),
        cost,
      };
    },
    refused: (refusal, { process }) => suspensionRefused(refusal, process),
  });

function suspensionRefused(refusal: Refusal, process: string): BeamError {
  const { code, node, detail } = refusal;
  switch (code) {
    case "already_suspended":
      return new BeamError(
        "already_suspended",
        `${process} on ${node} is suspended by beamtap already`,
        { hint: "resume_process ends that" },
      );
    case "not_suspended": {
      const [, others = detail] = readTuple(detail, 2);
      const pids = readList(others).map((pid) => readPid(pid, node));
      return new BeamError(
        "not_suspended",
        `${process} on ${node} is not suspended by beamtap`,
        {
          hint: pids.length > 0
            ? `it is by ${pids.join(", ")}, which alone can resume it`
            : "its time was over, or it never was",
        },
      );
    }
    default:
      return subjectRefused(refusal, process);
  }
}
