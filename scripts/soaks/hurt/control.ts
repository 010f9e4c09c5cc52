/**
 * A control connection to a node, independent of beamtap's link: the node opens it at its
 * start. It checks that the node lives, starts the hostile behaviour, and compares what
 * exists with what existed before.
 *
 * @module
 */

import {
  atom,
  decode,
  encode,
  format,
  type Term,
  Tuple,
  tuple,
} from "../../../lib/etf/mod.ts";

/** Where a node connects to. */
export interface ControlPort extends Disposable {
  readonly port: number;
  /** Waits for the next node to connect; a node that does not answer within this many ms counts as dead. */
  accept(patienceMs: number): Promise<Control>;
}

/** Listens for nodes. */
export function listenForControl(): ControlPort {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let waiting: Promise<Deno.TcpConn> | undefined;
  return {
    port: listener.addr.port,
    async accept(patienceMs): Promise<Control> {
      // A node that ends before it connects leaves its turn to the next.
      waiting ??= listener.accept();
      const connection = await waiting;
      waiting = undefined;
      return new Control(connection, patienceMs);
    },
    [Symbol.dispose]: () => listener.close(),
  };
}

/** What a node had before the first question. */
export type Baseline = Term;

/** Calls functions of a node, one after another. */
export class Control implements Disposable {
  readonly #connection: Deno.Conn;
  readonly #patienceMs: number;
  #last: Promise<unknown> = Promise.resolve();

  /** Takes over a connection. */
  constructor(connection: Deno.Conn, patienceMs: number) {
    this.#connection = connection;
    this.#patienceMs = patienceMs;
  }

  /** Returns the value of a call; rejects if it raises or does not return in time. */
  call(module: string, name: string, args: Term[] = []): Promise<Term> {
    const answer = this.#last.catch(() => {})
      .then(() => this.#exchange(module, name, args));
    this.#last = answer;
    return answer;
  }

  /**
   * The longest time since the last call that one of the node's schedulers was held, in ms;
   * `undefined` if the node is dead or one does not respond.
   */
  pause(): Promise<number | undefined> {
    return this.call("t_control", "pause").then(Number, () => undefined);
  }

  /** Returns what exists now. */
  baseline(): Promise<Baseline> {
    return this.call("t_control", "baseline");
  }

  /** Returns what is new, as Erlang terms; empty if all of it disappeared in time. */
  async left(baseline: Baseline, patienceMs: number): Promise<string[]> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const left = await this.call("t_control", "left", [baseline]);
      if (!Array.isArray(left)) throw new Error("no list of what is left");
      if (left.length === 0 || Date.now() > end) {
        return left.map((term) => format(term, { syntax: "erlang" }));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #exchange(module: string, name: string, args: Term[]): Promise<Term> {
    const request = encode(tuple(atom(module), atom(name), args));
    const frame = new Uint8Array(4 + request.length);
    new DataView(frame.buffer).setUint32(0, request.length);
    frame.set(request, 4);
    const timer = setTimeout(() => this[Symbol.dispose](), this.#patienceMs);
    try {
      await write(this.#connection, frame);
      const head = await read(this.#connection, 4);
      const size = new DataView(head.buffer).getUint32(0);
      const answer = decode(await read(this.#connection, size));
      const [kind, value = 0] = answer instanceof Tuple ? answer.elements : [];
      if (kind === atom("ok")) return value;
      throw new Error(
        `${module}:${name} raised ${format(answer, { syntax: "erlang" })}`,
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the connection; the node goes on. */
  [Symbol.dispose](): void {
    try {
      this.#connection.close();
    } catch { /* it has ended */ }
  }
}

async function write(to: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await to.write(bytes.subarray(at));
}

async function read(
  from: Deno.Conn,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const count = await from.read(bytes.subarray(at));
    if (count === null) throw new Error("the node has closed its connection");
    at += count;
  }
  return bytes;
}
