/**
 * Our own node on one link: the pids and references it creates, and its processes, which
 * can receive messages and be linked to and monitored. Signals for processes that do not
 * exist are answered, as by every node: without that, processes on the target would wait
 * forever for links, monitors and pings.
 *
 * @module
 */

import { type Connection, type Message, Operation } from "../dist/mod.ts";
import {
  Atom,
  atom,
  keyOf,
  Pid,
  Reference,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";

interface Process {
  readonly receive: (message: Message) => void;
  /** Processes on the target that monitor it, with their references; none before the first. */
  watchers?: Map<string, { watcher: Pid; reference: Reference }>;
  /** Processes on the target that are linked to it, but for what it has spawned there. */
  links?: Map<string, Pid>;
}

/** Maximum pid numbers that OTP 23 accepts. */
const MAX_ID = 0x7fff;
const MAX_SERIAL = 0x1fff;
const NORMAL = atom("normal");
const NOPROC = atom("noproc");
/** Maximum size of a ping, in bytes, even with the longest names. */
const MAX_PING = 4096;

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
  readonly #processes = new Map<number, Process>();

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
    this.#processes.set(numberOf(pid), { receive });
    return pid;
  }

  /** Ends a process with reason `normal` for those that monitor it or are linked to it. */
  end(pid: Pid): void {
    const process = this.#find(pid);
    if (!process) return;
    this.#processes.delete(numberOf(pid));
    const { PAYLOAD_MONITOR_P_EXIT, PAYLOAD_EXIT } = Operation;
    for (const { watcher, reference } of process.watchers?.values() ?? []) {
      this.#tell(tuple(PAYLOAD_MONITOR_P_EXIT, pid, watcher, reference));
    }
    for (const linked of process.links?.values() ?? []) {
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
    switch (control.type) {
      case "monitor": {
        const { from: watcher, reference } = control;
        process.watchers ??= new Map();
        process.watchers.set(keyOf(reference), { watcher, reference });
        return true;
      }
      case "demonitor":
        process.watchers?.delete(keyOf(control.reference));
        return true;
      case "link":
        process.links ??= new Map();
        process.links.set(keyOf(control.from), control.from);
        return true;
      case "unlink":
        process.links?.delete(keyOf(control.from));
        return true;
      case "unlink_id":
        process.links?.delete(keyOf(control.from));
        return false; // still to be acknowledged
      case "exit":
        process.links?.delete(keyOf(control.from));
    }
    process.receive(message);
    return true;
  }

  /** Replies to a message that no process took, if it asks for a reply. */
  answer(message: Message): void {
    const { control } = message;
    const reply = (control: Tuple, payload?: Term): void => {
      this.#connection.send(control, payload)?.catch(() => {});
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
        return reply(
          tuple(PAYLOAD_MONITOR_P_EXIT, to, from, reference),
          NOPROC,
        );
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

  /** Says what is wrong with such a message, if anything: one for a process that has ended is merely late. */
  oddityOf(message: Message): string | undefined {
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
    return control.to instanceof Pid && this.#handedOut(control.to)
      ? undefined
      : `a ${control.type} for a process that never existed`;
  }

  /** Returns whether a process with this pid has ever run; always `true` for pids of ours once they repeat. */
  #handedOut(pid: Pid): boolean {
    return pid.node === this.#name && pid.creation === this.#creation &&
      (this.#nextPid > MAX_ID * (MAX_SERIAL + 1) ||
        numberOf(pid) <= this.#nextPid);
  }

  #find(to: Term): Process | undefined {
    return to instanceof Pid && to.creation === this.#creation
      ? this.#processes.get(numberOf(to))
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

/** Returns which of our pids this is, counted from 1. */
function numberOf({ id, serial }: Pid): number {
  return serial * MAX_ID + id;
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
