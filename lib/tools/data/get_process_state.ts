/**
 * The state of an OTP process, as it tells it itself.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Content,
  type ContentLimits,
  contentRefused,
  type Cost,
  defineProbe,
  encodeLimits,
  encodePath,
  encodeProcess,
  notCopied,
  type PathStep,
  type Probe,
  processRefused,
  readAtom,
  readFields,
  readInteger,
  readKnownAtom,
  readKnownMfa,
  readList,
  readPid,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode processState}. */
export interface ProcessStateArgs extends ContentLimits {
  /** `<0.1.2>`, `#PID<0.1.2>` or a registered name. */
  readonly process: string;
  /**
   * `status`: what `sys` knows, the state in it, as the process formats it;
   * `dictionary`: its dictionary, or the value of the key that the path begins with.
   */
  readonly view: "state" | "status" | "dictionary";
  readonly path?: readonly PathStep[] | undefined;
  /** How long the process may take, in ms. @default {2000} */
  readonly answer_ms?: number | undefined;
  /** Copies also what may have no bound, and asks one that is busy, or no OTP process as far as can be seen. */
  readonly force?: boolean | undefined;
}

/** Answer of {@linkcode processState}. */
export interface ProcessState extends Content {
  readonly pid: string;
  /** `gen_server`, `gen_statem`, `gen_event`; `sys` while it is suspended; `hibernating`. */
  readonly behaviour?: string | undefined;
  /** Its callback module. */
  readonly module?: string | undefined;
  /** The names on the path: keys, and first elements of tuples. */
  readonly trail: readonly Term[];
  readonly heap_bytes: number;
  readonly mailbox: number;
  readonly cost: Cost;
}

/** Asks a process for its state. */
export const processState: Probe<ProcessStateArgs, ProcessState> = defineProbe(
  "get_process_state",
  {
    encode: (
      { process, view, path = [], answer_ms = 2000, force, ...limits },
    ) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("view"), atom(view)],
        [atom("path"), encodePath(path)],
        [atom("limits"), encodeLimits(limits)],
        [atom("timeout_ms"), Math.max(1, Math.floor(answer_ms))],
        [atom("force"), boolean(force === true)],
      ]),
    decode(answer, { node, cost }): ProcessState {
      const fields = readFields(answer);
      return {
        pid: fields.get("pid", (pid) => readPid(pid, node)),
        behaviour: fields.get("behaviour", readKnownAtom),
        module: fields.get("module", readKnownAtom),
        term: fields.get("value", (term) => term),
        size_bytes: fields.get("bytes", readInteger),
        trail: fields.get("trail", readList),
        heap_bytes: fields.get("heap_bytes", readInteger),
        mailbox: fields.get("mailbox", readInteger),
        cost,
      };
    },
    refused: (refusal, { process }) =>
      contentRefused(refusal) ?? stateRefused(refusal, process),
  },
);

function stateRefused(refusal: Refusal, process: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "not_otp": {
      const [, current = detail] = readTuple(detail, 2);
      return new BeamError(
        "not_otp",
        `${process} on ${node} is no OTP process as far as can be seen; it is in ${
          whereIs(current)
        }`,
        {
          hint:
            "one that is none would find a strange message in its mailbox; pass force if you know better",
        },
      );
    }
    case "not_copied": {
      const [, why = detail, , most = detail] = readTuple(detail, 4);
      return notCopied(process, node, readAtom(why), readInteger(most));
    }
    case "suspended":
      return new BeamError(
        "process_busy",
        `${process} on ${node} cannot answer: it is suspended`,
        {
          hint:
            "resume_process ends a suspension by suspend_process, and names who else keeps it",
        },
      );
    case "process_busy": {
      const [, current = detail, mailbox = detail] = readTuple(detail, 3);
      return new BeamError(
        "process_busy",
        `${process} on ${node} cannot answer: it is in ${
          whereIs(current)
        } with ${readInteger(mailbox)} messages waiting`,
        {
          hint:
            "get_process with section waiting_for says for whom it waits; pass force to ask all the same",
        },
      );
    }
    case "no_state": {
      const [, ms = detail] = readTuple(detail, 2);
      return new BeamError(
        "no_state",
        `${process} on ${node} did not tell within ${
          readInteger(ms)
        } ms, or it told more than may be copied here`,
        {
          hint:
            "get_process says whether it is at work; if it is, allow more answer_ms",
        },
      );
    }
    default:
      return processRefused(refusal, process);
  }
}

function whereIs(current: Term): string {
  const mfa = readKnownMfa(current);
  return mfa ? `${mfa.module}:${mfa.function}/${mfa.arity}` : "native code";
}
