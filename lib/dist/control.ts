/**
 * Control messages (distribution protocol, "Protocol between Connected Nodes";
 * OTP 23 to 29).
 *
 * @module
 */

import {
  Atom,
  isInteger,
  Pid,
  Reference,
  type Term,
  Tuple,
} from "../etf/mod.ts";

/** A pid, or the registered name under which a process is addressed. */
export type PidOrName = Pid | Atom;

/** Whom a message or an exit signal may address: also an alias. */
export type Addressee = PidOrName | Reference;

/** What most control messages consist of. */
export interface Signal<Type, From = Pid, To = Pid> {
  /** What happens. */
  readonly type: Type;
  /** Who sends it. */
  readonly from: From;
  /** Whom it is for. */
  readonly to: To;
}

/** Part of control messages about a monitor or a request. */
export interface Referring {
  /** The monitor or the request. */
  readonly reference: Reference;
}

/** Part of control messages about an end. */
export interface Reasoned {
  /** The reason, unless it is the payload. */
  readonly reason: Term | undefined;
}

/** A control message that a node may send; trace tokens are ignored. */
export type ControlMessage =
  | Signal<"link" | "unlink" | "group_leader">
  | Signal<"unlink_id" | "unlink_id_ack"> & { readonly id: number | bigint }
  /** A message to a process; the payload is the message. */
  | Signal<"send", Pid | undefined, Addressee>
  /** A broken link (`exit`) or `exit/2` (`exit2`). */
  | Signal<"exit" | "exit2", Pid, Addressee> & Reasoned
  | Signal<"monitor" | "demonitor", Pid, PidOrName> & Referring
  /** A monitored process is down. */
  | Signal<"monitor_exit", PidOrName> & Referring & Reasoned
  /** A request to spawn a process here; always refused. */
  | Referring & { readonly type: "spawn_request"; readonly from: Pid }
  | Referring & {
    readonly type: "spawn_reply";
    readonly to: Pid;
    readonly result: PidOrName;
  }
  /** An unknown operation, or a malformed one. */
  | { readonly type: "unknown"; readonly operation: number | undefined };

/** Numbers of the operations. */
export const Operation = {
  LINK: 1,
  SEND: 2,
  EXIT: 3,
  UNLINK: 4,
  REG_SEND: 6,
  GROUP_LEADER: 7,
  EXIT2: 8,
  SEND_TT: 12,
  EXIT_TT: 13,
  REG_SEND_TT: 16,
  EXIT2_TT: 18,
  MONITOR_P: 19,
  DEMONITOR_P: 20,
  MONITOR_P_EXIT: 21,
  SEND_SENDER: 22,
  SEND_SENDER_TT: 23,
  PAYLOAD_EXIT: 24,
  PAYLOAD_EXIT_TT: 25,
  PAYLOAD_EXIT2: 26,
  PAYLOAD_EXIT2_TT: 27,
  PAYLOAD_MONITOR_P_EXIT: 28,
  SPAWN_REQUEST: 29,
  SPAWN_REQUEST_TT: 30,
  SPAWN_REPLY: 31,
  SPAWN_REPLY_TT: 32,
  ALIAS_SEND: 33,
  ALIAS_SEND_TT: 34,
  UNLINK_ID: 35,
  UNLINK_ID_ACK: 36,
  ALTACT_SIG_SEND: 37,
} as const;

/** Bit in ALTACT_SIG_SEND's flags: the signal is an exit, not a message. */
const ALTACT_EXIT = 16;

/** Reads a control tuple; returns `unknown` for anything malformed. */
export function readControl(term: Term): ControlMessage {
  const elements = term instanceof Tuple ? term.elements : [];
  const operation = typeof elements[0] === "number" ? elements[0] : undefined;
  return read(operation, elements) ?? { type: "unknown", operation };
}

function read(
  operation: number | undefined,
  [, a, b, c, d]: readonly Term[],
): Read {
  switch (operation) {
    case Operation.LINK:
      return between("link", a, b);
    case Operation.UNLINK:
      return between("unlink", a, b);
    case Operation.GROUP_LEADER:
      return between("group_leader", a, b);
    case Operation.UNLINK_ID:
      return numbered("unlink_id", a, b, c);
    case Operation.UNLINK_ID_ACK:
      return numbered("unlink_id_ack", a, b, c);
    case Operation.SEND:
    case Operation.SEND_TT:
      return sent(undefined, b);
    case Operation.SEND_SENDER:
    case Operation.SEND_SENDER_TT:
    case Operation.ALIAS_SEND:
    case Operation.ALIAS_SEND_TT:
      return sent(a, b);
    case Operation.REG_SEND:
    case Operation.REG_SEND_TT:
      return sent(a, c);
    case Operation.ALTACT_SIG_SEND:
      return isInteger(a) && (Number(a) & ALTACT_EXIT) !== 0
        ? exited("exit2", b, c, undefined)
        : sent(b, c);
    case Operation.EXIT:
      return exited("exit", a, b, c);
    case Operation.EXIT_TT:
      return exited("exit", a, b, d);
    case Operation.PAYLOAD_EXIT:
    case Operation.PAYLOAD_EXIT_TT:
      return exited("exit", a, b, undefined);
    case Operation.EXIT2:
      return exited("exit2", a, b, c);
    case Operation.EXIT2_TT:
      return exited("exit2", a, b, d);
    case Operation.PAYLOAD_EXIT2:
    case Operation.PAYLOAD_EXIT2_TT:
      return exited("exit2", a, b, undefined);
    case Operation.MONITOR_P:
      return monitored("monitor", a, b, c);
    case Operation.DEMONITOR_P:
      return monitored("demonitor", a, b, c);
    case Operation.MONITOR_P_EXIT:
      return down(a, b, c, d);
    case Operation.PAYLOAD_MONITOR_P_EXIT:
      return down(a, b, c, undefined);
    case Operation.SPAWN_REQUEST:
    case Operation.SPAWN_REQUEST_TT:
      return a instanceof Reference && b instanceof Pid
        ? { type: "spawn_request", reference: a, from: b }
        : undefined;
    case Operation.SPAWN_REPLY:
    case Operation.SPAWN_REPLY_TT:
      return a instanceof Reference && b instanceof Pid && isPidOrName(d)
        ? { type: "spawn_reply", reference: a, to: b, result: d }
        : undefined;
    default:
      return undefined;
  }
}

type Part = Term | undefined;
type Read = ControlMessage | undefined;

function between(
  type: "link" | "unlink" | "group_leader",
  from: Part,
  to: Part,
): Read {
  if (!(from instanceof Pid && to instanceof Pid)) return undefined;
  return { type, from, to };
}

function numbered(
  type: "unlink_id" | "unlink_id_ack",
  id: Part,
  from: Part,
  to: Part,
): Read {
  if (!(from instanceof Pid && to instanceof Pid)) return undefined;
  return isInteger(id) ? { type, id, from, to } : undefined;
}

function sent(from: Part, to: Part): Read {
  if (!isAddressee(to)) return undefined;
  return { type: "send", from: from instanceof Pid ? from : undefined, to };
}

function exited(
  type: "exit" | "exit2",
  from: Part,
  to: Part,
  reason: Part,
): Read {
  if (!(from instanceof Pid && isAddressee(to))) return undefined;
  return { type, from, to, reason };
}

function monitored(
  type: "monitor" | "demonitor",
  from: Part,
  to: Part,
  reference: Part,
): Read {
  if (!(from instanceof Pid && isPidOrName(to))) return undefined;
  return reference instanceof Reference
    ? { type, from, to, reference }
    : undefined;
}

function down(from: Part, to: Part, reference: Part, reason: Part): Read {
  if (!(isPidOrName(from) && to instanceof Pid)) return undefined;
  return reference instanceof Reference
    ? { type: "monitor_exit", from, to, reference, reason }
    : undefined;
}

function isPidOrName(term: Part): term is PidOrName {
  return term instanceof Pid || term instanceof Atom;
}

function isAddressee(term: Part): term is Addressee {
  return isPidOrName(term) || term instanceof Reference;
}
