/**
 * The end of a process, on request.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../../etf/mod.ts";
import {
  type Content,
  contentRefused,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeProcess,
  marked,
  type Probe,
  readAtom,
  readBoolean,
  readContent,
  readFields,
  readKnown,
} from "../../beam/mod.ts";
import { readSubject, type Subject, subjectRefused } from "./subject.ts";

/** Arguments of {@linkcode stopProcess}. */
export interface StopProcessArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** Of the exit signal. */
  readonly reason: Term;
  /** How long to wait for its end, in ms. */
  readonly wait_ms: number;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode stopProcess}. */
export interface StoppedProcess {
  readonly done: boolean;
  readonly subject: Subject;
  /** Whether it ended while we waited. */
  readonly ended: boolean;
  /** The application that ends with it. */
  readonly application?: string | undefined;
  /** What it ended with; unknown for one that traps exits, which chooses itself. */
  readonly reason?: Content | undefined;
  readonly cost: Cost;
}

/** Sends a process an exit signal. */
export const stopProcess: Probe<StopProcessArgs, StoppedProcess> = defineProbe(
  "stop_process",
  {
    encode: ({ process, reason, wait_ms, dry_run }) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("reason"), marked(reason)],
        [atom("wait_ms"), wait_ms],
        [
          atom("limits"),
          encodeLimits({ depth: 5, width: 20, max_bytes: 1000 }),
        ],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { node, cost }): StoppedProcess {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        subject: fields.get("subject", (term) => readSubject(term, node)),
        ended: fields.get("ended", readBoolean),
        application: fields.get("application", (it) => readKnown(it, readAtom)),
        reason: fields.find("reason", readContent),
        cost,
      };
    },
    refused: (refusal, { process }) =>
      contentRefused(refusal) ?? subjectRefused(refusal, process),
  },
);
