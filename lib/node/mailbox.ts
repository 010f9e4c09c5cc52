/**
 * A process of ours that others on the target can send to: what arrives waits
 * in a queue of bounded size until it is read.
 *
 * The link cannot be stopped for one reader that is slow, because ticks and the
 * answers of others come over it: above its bound a mailbox drops what arrives,
 * and says how much.
 *
 * @module
 */

import {
  type Connection,
  type DistError,
  type Message,
  Operation,
  type PidOrName,
} from "../dist/mod.ts";
import {
  atom,
  keyOf,
  type Pid,
  type Reference,
  type Term,
  tuple,
} from "../etf/mod.ts";
import type { LocalNode } from "./local_node.ts";
import type { LocalProcesses } from "./local_process.ts";

/** What can arrive in a mailbox. */
export type Signal =
  /** Somebody sent a message. */
  | { readonly type: "message"; readonly message: Term }
  /** A process monitored by {@linkcode Mailbox.monitor} is down. */
  | {
    readonly type: "down";
    readonly reference: Reference;
    readonly process: PidOrName;
    readonly reason: Term;
  }
  /** Somebody sent an exit signal, or a linked process ended. */
  | { readonly type: "exit"; readonly from: Pid; readonly reason: Term }
  /** So many signals were dropped here, because the queue was full. */
  | { readonly type: "dropped"; readonly count: number }
  /** The link ended; nothing follows. */
  | { readonly type: "nodedown"; readonly reason: DistError };

/** Bounds of a {@linkcode Mailbox}. */
export interface MailboxOptions {
  /** @default {10000} */
  readonly maxSignals?: number;
  /** Bytes on the wire of what waits. @default {16777216} */
  readonly maxBytes?: number;
}

interface Waiting {
  readonly signal: Signal;
  readonly size: number;
}

/** A bounded queue behind a pid; read it with `for await`. */
export class Mailbox implements AsyncIterable<Signal>, Disposable {
  /** Where to send to. */
  readonly pid: Pid;
  readonly #connection: Connection;
  readonly #node: LocalNode;
  readonly #processes: LocalProcesses;
  readonly #maxSignals: number;
  readonly #maxBytes: number;
  readonly #monitors = new Map<
    string,
    { to: PidOrName; reference: Reference }
  >();
  #queue: Waiting[] = [];
  #head = 0;
  #bytes = 0;
  #dropping = 0;
  #dropped = 0;
  #closed = false;
  #lost = false;
  #wake: (() => void) | undefined;
  readonly #onClose: (mailbox: Mailbox) => void;

  /** Made by `RemoteNode.openMailbox`. */
  constructor(
    connection: Connection,
    node: LocalNode,
    processes: LocalProcesses,
    options: MailboxOptions,
    onClose: (mailbox: Mailbox) => void,
  ) {
    this.#connection = connection;
    this.#node = node;
    this.#processes = processes;
    this.#maxSignals = options.maxSignals ?? 10_000;
    this.#maxBytes = options.maxBytes ?? 16 * 1024 * 1024;
    this.#onClose = onClose;
    this.pid = processes.start({ receive: (m) => this.#receive(m) });
  }

  /** Signals dropped so far. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Signals that wait to be read. */
  get waiting(): number {
    return this.#queue.length - this.#head;
  }

  /**
   * Watches a process, or a registered name, of the target: one `down` comes.
   *
   * @throws {DistError} why the link ended
   */
  monitor(to: PidOrName): Reference {
    const reference = this.#node.newReference();
    this.#connection.send(
      tuple(Operation.MONITOR_P, this.pid, to, reference),
    )?.catch(() => {});
    this.#monitors.set(keyOf(reference), { to, reference });
    return reference;
  }

  /** Stops watching; a `down` that is already here may still be read. */
  demonitor(reference: Reference): void {
    const found = this.#monitors.get(keyOf(reference));
    if (!found) return;
    this.#monitors.delete(keyOf(reference));
    try {
      this.#connection.send(
        tuple(Operation.DEMONITOR_P, this.pid, found.to, reference),
      )?.catch(() => {});
    } catch {
      // The link is gone, and the monitor with it.
    }
  }

  /**
   * Sends to a process, or a registered name, of the target.
   *
   * @throws {DistError} why the link ended
   * @throws {EtfError} when the message cannot be encoded
   */
  send(to: PidOrName, message: Term): Promise<void> | undefined {
    return this.#connection.send(
      "name" in to
        ? tuple(Operation.REG_SEND, this.pid, atom(""), to)
        : tuple(Operation.SEND_SENDER, this.pid, to),
      message,
    );
  }

  /** Reads until the mailbox is closed or the link has ended. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Signal, void> {
    for (;;) {
      const next = this.#take();
      if (next) {
        yield next;
        if (next.type === "nodedown") return;
        continue;
      }
      if (this.#closed || this.#lost) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
  }

  /** The link has ended. */
  lose(reason: DistError): void {
    this.#monitors.clear();
    this.#lost = true;
    this.#push({ type: "nodedown", reason }, 0, true);
  }

  /** Ends the process: its monitors are taken back, and readers stop. */
  close(): void {
    if (this.#closed) return;
    for (const { reference } of this.#monitors.values()) {
      this.demonitor(reference);
    }
    this.#processes.end(this.pid);
    this.#closed = true;
    this.#queue = [];
    this.#head = this.#bytes = 0;
    this.#wake?.();
    this.#onClose(this);
  }

  /** As {@linkcode Mailbox.close}. */
  [Symbol.dispose](): void {
    this.close();
  }

  #receive(received: Message): void {
    const { control, size } = received;
    switch (control.type) {
      case "send": {
        // What is dropped is not decoded; what cannot be decoded is dropped.
        const message = this.#isFull(size) ? undefined : received.payload;
        if (message === undefined) this.#drop();
        else this.#push({ type: "message", message }, size, false);
        break;
      }
      case "exit":
      case "exit2":
        this.#push(
          {
            type: "exit",
            from: control.from,
            reason: control.reason ?? received.payload ?? UNKNOWN,
          },
          size,
          false,
        );
        break;
      case "monitor_exit":
        // One signal for each monitor we set: the bound does not apply.
        if (!this.#monitors.delete(keyOf(control.reference))) break;
        this.#push(
          {
            type: "down",
            reference: control.reference,
            process: control.from,
            reason: control.reason ?? received.payload ?? UNKNOWN,
          },
          size,
          true,
        );
        break;
      default:
    }
  }

  #push(signal: Signal, size: number, always: boolean): void {
    if (this.#closed) return;
    if (!always && this.#isFull(size)) return this.#drop();
    this.#noteDropped();
    this.#queue.push({ signal, size });
    this.#bytes += size;
    this.#wake?.();
  }

  #isFull(size: number): boolean {
    return this.waiting >= this.#maxSignals ||
      this.#bytes + size > this.#maxBytes;
  }

  #drop(): void {
    this.#dropping++;
    this.#dropped++;
    this.#wake?.();
  }

  /** The gap is told where it is, before what came after it. */
  #noteDropped(): void {
    if (this.#dropping === 0) return;
    const signal: Signal = { type: "dropped", count: this.#dropping };
    this.#queue.push({ signal, size: 0 });
    this.#dropping = 0;
  }

  #take(): Signal | undefined {
    if (this.#head === this.#queue.length) this.#noteDropped();
    const next = this.#queue[this.#head];
    if (!next) return undefined;
    this.#head++;
    this.#bytes -= next.size;
    // What was read is let go in blocks: a shift for each would be quadratic.
    if (this.#head > 1024 || this.#head === this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return next.signal;
  }
}

const UNKNOWN = atom("undecodable");
