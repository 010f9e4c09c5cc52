/**
 * Processes of ours, as a node sees them: pids that messages, exits and
 * monitors arrive at.
 *
 * @module
 */

import { type Connection, type Message, Operation } from "../dist/mod.ts";
import {
  atom,
  keyOf,
  Pid,
  type Reference,
  type Term,
  tuple,
} from "../etf/mod.ts";
import type { LocalNode } from "./local_node.ts";

/** Gets what arrives at its pid. */
export interface Receiver {
  /** Called in the order of arrival; must not throw. */
  receive(message: Message): void;
}

interface Process {
  readonly pid: Pid;
  readonly receiver: Receiver;
  /** Who on the target monitors it: their pid, and their reference. */
  readonly watchers: Map<string, { watcher: Pid; reference: Reference }>;
  /** Who on the target is linked to it. */
  readonly links: Map<string, Pid>;
}

const NORMAL = atom("normal");

/** The processes of ours on one link. */
export class LocalProcesses {
  readonly #connection: Connection;
  readonly #node: LocalNode;
  readonly #byPid = new Map<string, Process>();

  /** There are none at first. */
  constructor(connection: Connection, node: LocalNode) {
    this.#connection = connection;
    this.#node = node;
  }

  /** How many there are. */
  get size(): number {
    return this.#byPid.size;
  }

  /** Starts a process; it lives until {@linkcode LocalProcesses.end}. */
  start(receiver: Receiver): Pid {
    const pid = this.#node.newPid();
    this.#byPid.set(keyOfOwn(pid), {
      pid,
      receiver,
      watchers: new Map(),
      links: new Map(),
    });
    return pid;
  }

  /** Ends a process: whoever monitors it or is linked to it is told `normal`. */
  end(pid: Pid): void {
    const process = this.#find(pid);
    if (!process) return;
    this.#byPid.delete(keyOfOwn(pid));
    for (const { watcher, reference } of process.watchers.values()) {
      this.#send(
        tuple(Operation.PAYLOAD_MONITOR_P_EXIT, pid, watcher, reference),
        NORMAL,
      );
    }
    for (const linked of process.links.values()) {
      this.#send(tuple(Operation.PAYLOAD_EXIT, pid, linked), NORMAL);
    }
  }

  /** Hands a message to the process it is for; `false` if there is none. */
  deliver(message: Message): boolean {
    const { control } = message;
    if (control.type === "unknown" || control.type === "spawn_request") {
      return false;
    }
    const process = this.#find(control.to);
    if (!process) return false;
    switch (control.type) {
      case "monitor":
        process.watchers.set(keyOf(control.reference), {
          watcher: control.from,
          reference: control.reference,
        });
        return true;
      case "demonitor":
        process.watchers.delete(keyOf(control.reference));
        return true;
      case "link":
        process.links.set(keyOf(control.from), control.from);
        return true;
      case "unlink":
        process.links.delete(keyOf(control.from));
        return true;
      case "unlink_id":
        process.links.delete(keyOf(control.from));
        return false; // still to be acknowledged
      case "exit":
        process.links.delete(keyOf(control.from));
        process.receiver.receive(message);
        return true;
      case "exit2":
      case "group_leader":
      case "monitor_exit":
      case "send":
      case "spawn_reply":
      case "unlink_id_ack":
        process.receiver.receive(message);
        return true;
      default:
        return control satisfies never;
    }
  }

  #find(to: Term): Process | undefined {
    return to instanceof Pid && to.creation === this.#node.creation
      ? this.#byPid.get(keyOfOwn(to))
      : undefined;
  }

  #send(control: Term, payload: Term): void {
    try {
      this.#connection.send(control, payload)?.catch(() => {});
    } catch {
      // The link is gone: they are told so by their own node.
    }
  }
}

/** Our own pids differ in id and serial alone. */
function keyOfOwn(pid: Pid): string {
  return `${pid.id}.${pid.serial}`;
}
