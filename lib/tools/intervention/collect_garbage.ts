/**
 * Garbage collection of one process, when somebody asks for it.
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
  readInteger,
  readTuple,
} from "../../beam/mod.ts";
import { readSubject, type Subject, subjectRefused } from "./subject.ts";

/** Above it a process would stand still too long, in bytes. */
export const MAX_COLLECTED_HEAP: number = 256 * 1024 * 1024;

/** Arguments of {@linkcode collectGarbage}. */
export interface CollectGarbageArgs {
  /** A pid or a registered name. */
  readonly process: string;
  /** The whole heap, or its young part. */
  readonly type: "major" | "minor";
  /** Also above {@linkcode MAX_COLLECTED_HEAP}. */
  readonly force: boolean;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode collectGarbage}. */
export interface CollectedGarbage {
  readonly done: boolean;
  readonly subject: Subject;
  /** The same process afterwards. */
  readonly after?: Subject | undefined;
  readonly cost: Cost;
}

/** Has a process collect its garbage. */
export const collectGarbage: Probe<CollectGarbageArgs, CollectedGarbage> =
  defineProbe("collect_garbage", {
    encode: ({ process, type, force, dry_run }) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("type"), atom(type)],
        [atom("most"), MAX_COLLECTED_HEAP],
        [atom("force"), boolean(force)],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { node, cost }): CollectedGarbage {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        subject: fields.get("subject", (term) => readSubject(term, node)),
        after: fields.find("after", (term) => readSubject(term, node)),
        cost,
      };
    },
    refused(refusal, { process }): BeamError {
      if (refusal.code !== "too_large") return subjectRefused(refusal, process);
      const [, heap = refusal.detail] = readTuple(refusal.detail, 3);
      return new BeamError(
        "too_large",
        `${process} on ${refusal.node} has a heap of ${
          readInteger(heap)
        } bytes: it would stand still for long`,
        { hint: "with force its garbage is collected all the same" },
      );
    },
  });
