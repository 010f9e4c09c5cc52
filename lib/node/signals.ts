/**
 * What a node owes its peers whatever they send: an answer to links, monitors
 * and pings, so that nobody on the target waits for us for ever.
 *
 * @module
 */

import { Atom, atom, Pid, type Term, Tuple, tuple } from "../etf/mod.ts";
import { type Connection, type Message, Operation } from "../dist/mod.ts";

const NOPROC = atom("noproc");

/** Answers a message that concerns no process of ours. */
export function answer(
  connection: Connection,
  { control, payload }: Message,
): void {
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
      // A ping monitors first, and on `noproc` it would disconnect us.
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
      if (isNetKernel(control.to)) pong(connection, payload);
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

/** The one registered name that we answer to. */
function isNetKernel(to: Term): boolean {
  return to instanceof Atom && to.name === "net_kernel";
}

/** Answers `net_adm:ping/1`: `{'$gen_call', {Pid, Tag}, {is_auth, Node}}`. */
function pong(connection: Connection, payload: Term | undefined): void {
  if (!(payload instanceof Tuple)) return;
  const [kind, from, request] = payload.elements;
  if (kind !== atom("$gen_call") || !(from instanceof Tuple)) return;
  if (!(request instanceof Tuple) || request.elements[0] !== atom("is_auth")) {
    return;
  }
  const [pid, tag] = from.elements;
  if (!(pid instanceof Pid) || tag === undefined) return;
  reply(
    connection,
    tuple(Operation.SEND, atom(""), pid),
    tuple(tag, atom("yes")),
  );
}

function reply(connection: Connection, control: Term, payload?: Term): void {
  connection.send(control, payload)?.catch(() => {});
}
