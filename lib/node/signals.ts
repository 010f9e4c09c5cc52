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

/** Replies to a message that no process of ours took. */
export function answer(connection: Connection, message: Message): void {
  const { control } = message;
  switch (control.type) {
    case "link":
      reply(
        connection,
        tuple(Operation.PAYLOAD_EXIT, control.to, control.from),
        NOPROC,
      );
      break;
    case "unlink_id":
      reply(
        connection,
        tuple(Operation.UNLINK_ID_ACK, control.id, control.to, control.from),
      );
      break;
    case "monitor":
      // A ping monitors first, and would disconnect us on `noproc`.
      if (isNetKernel(control.to)) break;
      reply(
        connection,
        tuple(
          Operation.PAYLOAD_MONITOR_P_EXIT,
          control.to,
          control.from,
          control.reference,
        ),
        NOPROC,
      );
      break;
    case "spawn_request":
      reply(
        connection,
        tuple(
          Operation.SPAWN_REPLY,
          control.reference,
          control.from,
          0,
          atom("notsup"),
        ),
      );
      break;
    case "send":
      if (isNetKernel(control.to)) pong(connection, message);
      break;
    case "demonitor":
    case "exit":
    case "exit2":
    case "group_leader":
    case "monitor_exit":
    case "spawn_reply":
    case "unknown":
    case "unlink":
    case "unlink_id_ack":
      break;
    default:
      control satisfies never;
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
      break;
    case "link":
    case "unlink":
    case "unlink_id":
    case "unlink_id_ack":
    case "exit":
    case "exit2":
    case "group_leader":
    case "monitor_exit":
    case "spawn_reply":
      break;
    default:
      return control satisfies never;
  }
  return control.to instanceof Pid && node.handedOut(control.to)
    ? undefined
    : `a ${control.type} for a process that never existed`;
}

/** Returns whether a name is `net_kernel`, the only registered name here. */
function isNetKernel(to: Term): boolean {
  return to instanceof Atom && to.name === "net_kernel";
}

/** Replies to `net_adm:ping/1`. */
function pong(connection: Connection, message: Message): void {
  const ping = pingOf(message);
  if (!ping) return;
  reply(
    connection,
    tuple(Operation.SEND, atom(""), ping.pid),
    tuple(ping.tag, atom("yes")),
  );
}

/** Returns the caller in `{'$gen_call', {Pid, Tag}, {is_auth, Node}}`, if the message is one. */
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

function reply(connection: Connection, control: Term, payload?: Term): void {
  connection.send(control, payload)?.catch(() => {});
}
