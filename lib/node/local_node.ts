/**
 * Our own node on one link: the pids and references it creates, and its processes, which
 * can receive messages and be linked to and monitored.
 *
 * @module
 */

import { type Connection, type Message, Operation } from "../dist/mod.ts";
import {
  type Atom,
  atom,
  keyOf,
  Pid,
  Reference,
  type Term,
  tuple,
} from "../etf/mod.ts";

interface Process {
  readonly receive: (message: Message) => void;
  /** Processes on the target that monitor it, with their references. */
  readonly watchers: Map<string, { watcher: Pid; reference: Reference }>;
  /** Processes on the target that are linked to it. */
  readonly links: Map<string, Pid>;
}

/** Maximum pid numbers that OTP 23 accepts. */
const MAX_ID = 0x7fff;
const MAX_SERIAL = 0x1fff;
const NORMAL = atom("normal");

/** Returns a random creation; 0 to 3 are reserved for old releases. */
export function newCreation(): number {
  return 4 + randomUint32() % (2 ** 32 - 4);
}

function randomUint32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Our processes on one link, and what they are called by. */
export class LocalNode {
  readonly #connection: Connection;
  readonly #name: Atom;
  readonly #creation: number;
  readonly #salt = randomUint32();
  #nextPid = 0;
  #nextReference = 0;
  readonly #processes = new Map<string, Process>();

  /** Starts without processes, under the name and creation by which the peer knows us. */
  constructor(connection: Connection) {
    this.#connection = connection;
    this.#name = atom(connection.peer.name);
    this.#creation = connection.peer.creation;
  }

  /** Returns a reference that is new on this link. */
  newReference(): Reference {
    const n = this.#nextReference++;
    const low = n % 0x40000;
    const high = Math.floor(n / 0x40000) % 2 ** 32;
    return new Reference(this.#name, [low, high, this.#salt], this.#creation);
  }

  /**
   * Starts a process, which runs until {@linkcode LocalNode.end}; returns its pid. Pids
   * repeat after some 268 million. `receive` gets its messages in order of arrival, and
   * must not throw.
   */
  start(receive: (message: Message) => void): Pid {
    const n = this.#nextPid++;
    const id = (n % MAX_ID) + 1;
    const serial = Math.floor(n / MAX_ID) % (MAX_SERIAL + 1);
    const pid = new Pid(this.#name, id, serial, this.#creation);
    const process: Process = {
      receive,
      watchers: new Map(),
      links: new Map(),
    };
    this.#processes.set(keyOfOwn(pid), process);
    return pid;
  }

  /** Returns whether a process with this pid has ever run; always `true` for pids of ours once they repeat. */
  handedOut({ node, id, serial, creation }: Pid): boolean {
    return node === this.#name && creation === this.#creation &&
      (this.#nextPid > MAX_ID * (MAX_SERIAL + 1) ||
        serial * MAX_ID + id <= this.#nextPid);
  }

  /** Ends a process with reason `normal` for those that monitor it or are linked to it. */
  end(pid: Pid): void {
    const process = this.#find(pid);
    if (!process) return;
    this.#processes.delete(keyOfOwn(pid));
    const { PAYLOAD_MONITOR_P_EXIT, PAYLOAD_EXIT } = Operation;
    for (const { watcher, reference } of process.watchers.values()) {
      this.#tell(tuple(PAYLOAD_MONITOR_P_EXIT, pid, watcher, reference));
    }
    for (const linked of process.links.values()) {
      this.#tell(tuple(PAYLOAD_EXIT, pid, linked));
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
    const { watchers, links } = process;
    switch (control.type) {
      case "monitor": {
        const { from: watcher, reference } = control;
        watchers.set(keyOf(reference), { watcher, reference });
        return true;
      }
      case "demonitor":
        watchers.delete(keyOf(control.reference));
        return true;
      case "link":
        links.set(keyOf(control.from), control.from);
        return true;
      case "unlink":
        links.delete(keyOf(control.from));
        return true;
      case "unlink_id":
        links.delete(keyOf(control.from));
        return false; // still to be acknowledged
      case "exit":
        links.delete(keyOf(control.from));
    }
    process.receive(message);
    return true;
  }

  #find(to: Term): Process | undefined {
    return to instanceof Pid && to.creation === this.#creation
      ? this.#processes.get(keyOfOwn(to))
      : undefined;
  }

  #tell(control: Term): void {
    try {
      this.#connection.send(control, NORMAL)?.catch(() => {});
    } catch {
      // The link is gone: their own node tells them.
    }
  }
}

/** Returns the key of one of our pids, which differ only in id and serial. */
function keyOfOwn(pid: Pid): string {
  return `${pid.id}.${pid.serial}`;
}
