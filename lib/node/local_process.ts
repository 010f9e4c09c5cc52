/**
 * Our own processes, as a node sees them: pids that can receive messages and be
 * linked to and monitored.
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

/** Receives the messages to a pid. */
export interface Receiver {
  /** Called for each message, in order of arrival; must not throw. */
  receive(message: Message): void;
}

interface Process {
  readonly pid: Pid;
  readonly receiver: Receiver;
  /** Processes on the target that monitor it, with their references. */
  readonly watchers: Map<string, { watcher: Pid; reference: Reference }>;
  /** Processes on the target that are linked to it. */
  readonly links: Map<string, Pid>;
}

const NORMAL = atom("normal");

/** Our processes on one link. */
export class LocalProcesses {
  readonly #connection: Connection;
  readonly #node: LocalNode;
  readonly #byPid = new Map<string, Process>();

  /** Starts without processes. */
  constructor(connection: Connection, node: LocalNode) {
    this.#connection = connection;
    this.#node = node;
  }

  /** Number of processes. */
  get size(): number {
    return this.#byPid.size;
  }

  /** Starts a process, which runs until {@linkcode LocalProcesses.end}; returns its pid. */
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

  /** Ends a process with reason `normal` for those that monitor it or are linked to it. */
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

  /** Delivers a message; returns `false` if no process took it. */
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
      // The link is gone: their own node tells them.
    }
  }
}

/** Returns the key of one of our pids, which differ only in id and serial. */
function keyOfOwn(pid: Pid): string {
  return `${pid.id}.${pid.serial}`;
}
