/**
 * A node whose every word is scripted: the accepting side of the handshake and
 * the frames after it, for what no real node does on demand.
 *
 * @module
 */

import { ByteWriter, FrameReader, FrameWriter } from "../../lib/bytes/mod.ts";
import { type BodyCodec, bodyCodec } from "../../lib/dist/body.ts";
import { digest } from "../../lib/dist/messages.ts";
import { DEFAULT_FLAGS, Flag, Operation } from "../../lib/dist/mod.ts";
import {
  Atom,
  atom,
  ByteList,
  charlist,
  Pid,
  Reference,
  type Term,
  Tuple,
  tuple,
} from "../../lib/etf/mod.ts";
import { withDeadline } from "../../lib/net/mod.ts";
import type { NodeSpec } from "../../lib/node/mod.ts";
import { type ScriptedPeer, startPeer } from "./peers.ts";
import { concat } from "./streams.ts";

/** Who a scripted node is. */
export interface Identity {
  readonly name: string;
  readonly cookie: string;
  readonly flags: bigint;
  readonly creation: number;
}

/** A scripted node, where nothing else is said. */
export const SCRIPTED: Identity = {
  name: "scripted@127.0.0.1",
  cookie: "testcookie",
  flags: DEFAULT_FLAGS | Flag.PUBLISHED,
  creation: 77,
};

/** What the dialling side said of itself. */
export interface Introduction {
  readonly flags: bigint;
  readonly creation: number;
  readonly name: string;
}

/** A call that the scripted node was asked for. */
export interface ScriptedCall {
  readonly module: string;
  readonly fn: string;
  readonly args: readonly Term[];
  /** Returns `value` to the caller. */
  reply(value: Term): void;
  /** Says that the worker has started, no more. */
  start(): void;
  /** Sends the worker's end to the caller, as from `worker`, with this exit reason. */
  end(worker: Pid, reason: Term): void;
  /** The worker that was started for the call. */
  readonly worker: Pid;
  /** Who called. */
  readonly caller: Pid;
  /** The exit reason that returns `value`. */
  returning(value: Term): Term;
  /** The bytes that {@linkcode ScriptedCall.reply} would send. */
  encode(value: Term): Uint8Array<ArrayBuffer>;
}

/** Runs `script` for every connection. */
export function startScripted(
  script: (link: ScriptedLink) => Promise<void> | void,
  identity: Partial<Identity> = {},
): ScriptedPeer {
  return startPeer((conn) =>
    script(new ScriptedLink(conn, { ...SCRIPTED, ...identity }))
  );
}

/** How a scripted node is reached: by its port, without EPMD. */
export function scriptedSpec(peer: ScriptedPeer): NodeSpec {
  return {
    name: SCRIPTED.name,
    port: peer.port,
    cookie: () => SCRIPTED.cookie,
  };
}

/** One connection of a scripted node. */
export class ScriptedLink {
  readonly identity: Identity;
  readonly #conn: Deno.TcpConn;
  readonly #reader: FrameReader;
  readonly #writer: FrameWriter;
  #codec: BodyCodec = bodyCodec(0n);
  #workers = 0;

  /** Nothing is said yet. */
  constructor(conn: Deno.TcpConn, identity: Identity) {
    conn.setNoDelay(true);
    this.#conn = conn;
    this.#reader = new FrameReader(conn.readable, 2);
    this.#writer = new FrameWriter(conn.writable);
    this.identity = identity;
  }

  /** Reads send_name. */
  async readName(): Promise<Introduction> {
    const frame = await this.#next();
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    return {
      flags: view.getBigUint64(1),
      creation: view.getUint32(9),
      name: new TextDecoder().decode(frame.subarray(15)),
    };
  }

  /** Sends a status as it is: `ok`, `nok`… */
  status(text: string): Promise<void> {
    return this.raw(handshakeFrame(new ByteWriter().text(`s${text}`)));
  }

  /** Sends a challenge, as who we are unless something else is said. */
  challenge(other: Partial<Identity> = {}, challenge = 12345): Promise<void> {
    const { name, flags, creation } = { ...this.identity, ...other };
    const text = new TextEncoder().encode(name);
    return this.raw(
      handshakeFrame(
        new ByteWriter().text("N").u64(flags).u32(challenge).u32(creation)
          .u16(text.length).bytes(text),
      ),
    );
  }

  /** Reads the status reply or challenge reply, as bytes. */
  reply(): Promise<Uint8Array> {
    return this.#next();
  }

  /** Reads the challenge reply and proves the cookie; `first` goes out in the same segment. */
  async ack(
    cookie: string = this.identity.cookie,
    first: Uint8Array = new Uint8Array(0),
  ): Promise<void> {
    const reply = await this.#next();
    const view = new DataView(reply.buffer, reply.byteOffset, reply.byteLength);
    const proof = digest(cookie, view.getUint32(1));
    this.#reader.prefixSize = 4;
    await this.raw(
      concat(handshakeFrame(new ByteWriter().text("a").bytes(proof)), first),
    );
  }

  /** The whole handshake; frames take the form agreed on from here. */
  async accept(first?: Uint8Array): Promise<Introduction> {
    const introduction = await this.readName();
    this.agree(introduction.flags);
    await this.status("ok");
    await this.challenge();
    await this.ack(undefined, first);
    return introduction;
  }

  /** Settles the form of frames by the flags that the other side offered. */
  agree(flags: bigint): void {
    this.#codec = bodyCodec(flags & this.identity.flags);
  }

  /** Sends bytes as they are. */
  async raw(bytes: Uint8Array): Promise<void> {
    // Beside the writer: it is idle whenever a script does this.
    await this.#writer.flushed();
    for (let at = 0; at < bytes.length;) {
      at += await this.#conn.write(bytes.subarray(at));
    }
  }

  /** Sends a frame with this body. */
  frame(...parts: readonly Uint8Array[]): Promise<void> {
    return this.raw(frame4(...parts));
  }

  /** Sends a message in the form agreed on. */
  send(control: Term, payload?: Term): void {
    this.#writer.send(4, ...this.#codec.encode(control, payload))
      ?.catch(() => {});
  }

  /** The bytes of the frame that {@linkcode ScriptedLink.send} would send. */
  encode(control: Term, payload?: Term): Uint8Array<ArrayBuffer> {
    return frame4(...this.#codec.encode(control, payload));
  }

  /** The next frame as it is; a tick is an empty one. */
  nextFrame(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#next();
  }

  /** The next message, past all ticks. */
  async receive(): Promise<{ control: Term; payload: Term | undefined }> {
    for (;;) {
      const frame = await this.#next();
      if (frame.length === 0) continue;
      const body = this.#codec.decode(frame);
      if (body) return { control: body.term, payload: body.payload };
    }
  }

  /**
   * Takes calls until the other side leaves. What beamtap asks when it greets
   * a node is answered here: OTP 25, the tick time given, a `user` process.
   */
  async serve(
    onCall: (call: ScriptedCall) => void,
    tickSeconds = 60,
  ): Promise<void> {
    for (;;) {
      const { control, payload } = await this.receive();
      const call = this.#readCall(control, payload);
      if (call && !greet(call, tickSeconds, this.pid(1))) onCall(call);
    }
  }

  /** A pid of the scripted node. */
  pid(id: number): Pid {
    return new Pid(atom(this.identity.name), id, 0, this.identity.creation);
  }

  /** Resolves when the other side has closed the connection. */
  async gone(): Promise<void> {
    try {
      while (await this.#reader.next());
    } catch {
      // Gone in the middle of a frame.
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#conn[Symbol.dispose]();
  }

  #readCall(
    control: Term,
    payload: Term | undefined,
  ): ScriptedCall | undefined {
    const [operation, request, caller] = elementsOf(control);
    if (operation !== Operation.SPAWN_REQUEST) return undefined;
    const [result, module, fn, args] = itemsOf(payload);
    if (
      !(request instanceof Reference) || !(caller instanceof Pid) ||
      result === undefined || !(module instanceof Atom) || !(fn instanceof Atom)
    ) throw new Error("a spawn request of another shape");
    const worker = this.pid(1000 + this.#workers++);
    const started = tuple(Operation.SPAWN_REPLY, request, caller, 1, worker);
    const ended = (by: Pid): Term => tuple(Operation.PAYLOAD_EXIT, by, caller);
    const returning = (value: Term): Term =>
      tuple(result, atom("return"), value);
    return {
      module: module.name,
      fn: fn.name,
      args: itemsOf(args),
      worker,
      caller,
      returning,
      start: () => this.send(started),
      end: (by, reason) => this.send(ended(by), reason),
      reply: (value): void => {
        this.send(started);
        this.send(ended(worker), returning(value));
      },
      encode: (value): Uint8Array<ArrayBuffer> =>
        concat(
          this.encode(started),
          this.encode(ended(worker), returning(value)),
        ),
    };
  }

  async #next(): Promise<Uint8Array<ArrayBuffer>> {
    const frame = await withDeadline(
      { timeoutMs: 20_000 },
      this.#reader.next(),
      () => new Error("the other side says nothing"),
    );
    if (frame === undefined) throw new Error("the other side has left");
    return frame;
  }
}

/** A frame of an established link, with its 4-byte length. */
function frame4(
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const body = concat(...parts);
  return new ByteWriter().u32(body.length).bytes(body).finish();
}

function handshakeFrame(body: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = body.finish();
  return new ByteWriter().u16(bytes.length).bytes(bytes).finish();
}

function greet(call: ScriptedCall, tickSeconds: number, user: Pid): boolean {
  switch (`${call.module}:${call.fn}`) {
    case "erlang:system_info":
      call.reply(charlist("25"));
      return true;
    case "net_kernel:get_net_ticktime":
      call.reply(tickSeconds);
      return true;
    case "erlang:whereis":
      call.reply(user);
      return true;
    default:
      return false;
  }
}

function elementsOf(term: Term): readonly Term[] {
  return term instanceof Tuple ? term.elements : [];
}

function itemsOf(term: Term | undefined): readonly Term[] {
  if (term instanceof ByteList) return [...term.bytes];
  return Array.isArray(term) ? term : [];
}
