/**
 * The messages that wait in a process: of what kinds, or the first of them.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Content,
  type ContentLimits,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeProcess,
  type Probe,
  processRefused,
  readContents,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readPid,
  readText,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** More messages are not copied unless forced. */
export const MAX_MESSAGES = 1000;

/** Arguments of {@linkcode mailbox}. */
export interface MailboxArgs extends ContentLimits {
  /** `<0.1.2>`, `#PID<0.1.2>` or a registered name. */
  readonly process: string;
  readonly view: "kinds" | "sample";
  /** Most kinds or messages; at most 100. */
  readonly limit: number;
  /** Looks also where the messages are many, or the process is large. */
  readonly force?: boolean | undefined;
}

/** Answer of {@linkcode mailbox}. */
export interface Mailbox {
  readonly pid: string;
  /** Messages in it. */
  readonly mailbox: number;
  /** How many there were when they were looked at. */
  readonly looked_at: number;
  /** How many kinds there are. */
  readonly kinds_in_all?: number | undefined;
  /** The most frequent first. */
  readonly kinds?:
    | readonly {
      /** A message of it, `_` for what differs; of tuples the first three atoms stay. */
      readonly kind: string;
      readonly count: number;
      /** Place of the first, from 1, which is the oldest. */
      readonly first: number;
    }[]
    | undefined;
  /** The oldest first. */
  readonly messages?: readonly Content[] | undefined;
  readonly cost: Cost;
}

/** Looks at the messages of a process. */
export const mailbox: Probe<MailboxArgs, Mailbox> = defineProbe("get_mailbox", {
  encode({ process, view, limit, force, ...limits }): Term {
    const most = Math.min(Math.max(1, limit), 100);
    return map([
      [atom("process"), encodeProcess(process)],
      [atom("view"), atom(view)],
      [atom("limit"), most],
      [atom("limits"), encodeLimits(limits, most)],
      [atom("most"), MAX_MESSAGES],
      [atom("max_bytes"), 16 << 20],
      [atom("force"), boolean(force === true)],
    ]);
  },
  decode(answer, { node, cost }): Mailbox {
    const fields = readFields(answer);
    return {
      pid: fields.get("pid", (pid) => readPid(pid, node)),
      mailbox: fields.get("mailbox", readInteger),
      looked_at: fields.get("looked_at", readInteger),
      kinds_in_all: fields.find("kinds_in_all", readInteger),
      kinds: fields.find("kinds", (kinds) =>
        readList(kinds).map((entry) => {
          const [kind = entry, count = entry, first = entry] = readTuple(
            entry,
            3,
          );
          return {
            kind: readText(kind),
            count: readInteger(count),
            first: readInteger(first),
          };
        })),
      messages: fields.find("messages", readContents),
      cost,
    };
  },
  refused: (refusal, { process }) => mailboxRefused(refusal, process),
});

function mailboxRefused(refusal: Refusal, process: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "too_many_messages": {
      const [, length = detail, most = detail, current = detail] = readTuple(
        detail,
        4,
      );
      const mfa = readKnownMfa(current);
      const where = mfa
        ? `${mfa.module}:${mfa.function}/${mfa.arity}`
        : "native code";
      return new BeamError(
        "too_many_messages",
        `${process} on ${node} has ${readInteger(length)} messages, more than ${
          readInteger(most)
        }: they are not copied; it is in ${where}`,
        { hint: "pass force to have them copied, which takes memory and time" },
      );
    }
    case "too_large": {
      const [bytes = detail, most = detail] = readTuple(detail, 2);
      const has = readKnown(bytes, readInteger);
      return has === undefined
        ? new BeamError(
          "too_large",
          `the messages of ${process} on ${node} take more than the ${
            readInteger(most)
          } bytes that a copy may`,
          { hint: "get_process says how much memory it has" },
        )
        : new BeamError(
          "too_large",
          `${process} on ${node} has ${has} bytes, more than ${
            readInteger(most)
          }: its messages are not copied`,
          { hint: "pass force to have them copied, which takes as much again" },
        );
    }
    case "constants": {
      const [bytes = detail, most = detail] = readTuple(detail, 2);
      const all = readKnown(bytes, readInteger);
      return new BeamError(
        "too_large",
        `the messages of ${process} on ${node} are not copied: the node has persistent terms of ${
          all === undefined ? "any size once copied" : `${all} bytes`
        }, each message may hold them, and together that may be more than ${
          readInteger(most)
        } bytes`,
        {
          hint:
            "with force they are copied all the same, which can end the node if they hold such terms",
        },
      );
    }
    case "late":
      return new BeamError(
        "target_timeout",
        `copying ${
          readInteger(detail)
        } messages of ${process} on ${node} took too long, and was ended`,
        { hint: "allow more timeout_ms, or look at one of its callers" },
      );
    default:
      return processRefused(refusal, process);
  }
}
