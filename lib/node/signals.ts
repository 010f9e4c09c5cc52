/**
 * Replies to signals for processes that do not exist here, as every node must:
 * without them, processes on the target would wait forever for links, monitors and
 * pings.
 *
 * @module
 */

import { Atom, atom, Pid, type Term, Tuple, tuple } from "../etf/mod.ts";
import { type Connection, type Message, Operation } from "../dist/mod.ts";
import type { LocalNode } from "./local_node.ts";

const NOPROC = atom("noproc");
/** Maximum size of a ping, in bytes, even with the longest names. */
const MAX_PING = 4096;

/** Replies to a message that no process of ours took, if it asks for a reply. */
export function answer(connection: Connection, message: Message): void {
  const { control } = message;
  const reply = (control: Tuple, payload?: Term): void => {
    connection.send(control, payload)?.catch(() => {});
  };
  switch (control.type) {
    case "link":
      return reply(
        tuple(Operation.PAYLOAD_EXIT, control.to, control.from),
        NOPROC,
      );
    case "unlink_id": {
      const { id, to, from } = control;
      return reply(tuple(Operation.UNLINK_ID_ACK, id, to, from));
    }
    case "monitor": {
      const { to, from, reference } = control;
      // A ping monitors first, and would disconnect us on `noproc`.
      if (isNetKernel(to)) return;
      const { PAYLOAD_MONITOR_P_EXIT } = Operation;
      return reply(tuple(PAYLOAD_MONITOR_P_EXIT, to, from, reference), NOPROC);
    }
    case "spawn_request": {
      const { reference, from } = control;
      const { SPAWN_REPLY } = Operation;
      return reply(tuple(SPAWN_REPLY, reference, from, 0, atom("notsup")));
    }
    case "send": {
      const ping = isNetKernel(control.to) && pingOf(message);
      if (!ping) return;
      const pong = tuple(ping.tag, atom("yes"));
      return reply(tuple(Operation.SEND, atom(""), ping.pid), pong);
    }
  }
}

/**
 * Says what is wrong with a message that no process of ours took, if anything: one
 * for a process that has ended is merely late.
 */
export function oddityOf(
  message: Message,
  node: LocalNode,
): string | undefined {
  const { control } = message;
  switch (control.type) {
    case "unknown":
      return undefined; // the connection has already counted it
    case "spawn_request":
      return "a request to start a process here";
    case "send":
      if (isNetKernel(control.to) && pingOf(message)) return undefined;
      break;
    case "monitor":
    case "demonitor":
      if (isNetKernel(control.to)) return undefined;
  }
  return control.to instanceof Pid && node.handedOut(control.to)
    ? undefined
    : `a ${control.type} for a process that never existed`;
}

/** Returns whether a name is `net_kernel`, the only registered name here. */
function isNetKernel(to: Term): boolean {
  return to instanceof Atom && to.name === "net_kernel";
}

/** Returns the caller of `net_adm:ping/1`, if the message is one: `{'$gen_call', {Pid, Tag}, {is_auth, Node}}`. */
function pingOf(
  message: Message,
): { readonly pid: Pid; readonly tag: Term } | undefined {
  if (message.size > MAX_PING) return undefined;
  const { payload } = message;
  if (!(payload instanceof Tuple)) return undefined;
  const [kind, from, request] = payload.elements;
  if (kind !== atom("$gen_call") || !(from instanceof Tuple)) return undefined;
  if (!(request instanceof Tuple) || request.elements[0] !== atom("is_auth")) {
    return undefined;
  }
  const [pid, tag] = from.elements;
  return pid instanceof Pid && tag !== undefined ? { pid, tag } : undefined;
}
