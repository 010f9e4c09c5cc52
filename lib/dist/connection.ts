/**
 * One established link: sends and receives messages, keeps ticks going, and
 * records why it ended.
 *
 * @module
 */

import {
  FrameError,
  type FrameReader,
  type FrameWriter,
} from "../bytes/mod.ts";
import type { Transport } from "../net/mod.ts";
import type { Term } from "../etf/mod.ts";
import { DistError } from "./errors.ts";
import type { Handshaken } from "./handshake.ts";
import { type BodyCodec, bodyCodec, type Message } from "./body.ts";
import { Turn } from "./turn.ts";

/** Traffic counters of a link. */
export interface Traffic {
  /** Bytes received. */
  readonly bytesIn: number;
  /** Bytes sent. */
  readonly bytesOut: number;
  /** Messages received, ticks excluded. */
  readonly messagesIn: number;
  /** Messages sent, ticks excluded. */
  readonly messagesOut: number;
  /** Messages received with an unknown operation or shape. */
  readonly unknownIn: number;
}

/** Net tick time of a node that sets no other, in ms. */
export const DEFAULT_TICK_TIME_MS = 60_000;
/** Silent intervals after which the peer is given up: its tick time is four intervals; one more allows for delay. */
const SILENT_INTERVALS = 5;
/** Maximum delay of a timer. */
const MAX_INTERVAL_MS = 2 ** 31 - 1;
/** Unsent bytes from which we stop reading a peer that does not read our replies. */
const MAX_UNREAD = 1024 * 1024;
/** Maximum senseless messages per window: a working node sends a few, never this many. */
const MAX_SENSELESS = 10_000;
const SENSELESS_WINDOW_MS = 10_000;
/** A senseless message counts once more for each full 4 KiB. */
const SENSELESS_BYTES = 4 * 1024;
const NO_BYTES = new Uint8Array(0);

/** An established link to a node. */
export class Connection {
  /** The result of the handshake. */
  readonly peer: Handshaken;
  readonly #transport: Transport;
  readonly #reader: FrameReader;
  readonly #writer: FrameWriter;
  readonly #codec: BodyCodec;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Whether anything was sent since the last tick. */
  #active = false;
  #readAtTick = 0;
  #silentIntervals = 0;
  #messagesIn = 0;
  #messagesOut = 0;
  #unknownIn = 0;
  readonly #turn = new Turn();
  /** Whether to let others run before reading the next frame. */
  #yielding = false;
  #senseless = 0;
  #senselessSince = 0;
  #closeReason: DistError | undefined;

  /** Takes over a stream after its handshake. */
  constructor(transport: Transport, peer: Handshaken) {
    this.peer = peer;
    this.#transport = transport;
    this.#reader = peer.reader;
    this.#writer = peer.writer;
    this.#codec = bodyCodec(peer.flags);
    this.tickTime = DEFAULT_TICK_TIME_MS;
  }

  /** Sets the peer's net tick time, in ms: the longest either side may be silent. @default {DEFAULT_TICK_TIME_MS} */
  set tickTime(ms: number) {
    clearInterval(this.#timer);
    if (this.#closeReason) return;
    this.#silentIntervals = 0;
    this.#timer = setInterval(
      () => this.#tick(),
      Math.min(ms / 4, MAX_INTERVAL_MS),
    );
    // An idle link must not keep the process running.
    Deno.unrefTimer(this.#timer);
  }

  /** Why the link ended; `undefined` while it is up. */
  get closeReason(): DistError | undefined {
    return this.#closeReason;
  }

  /** Traffic so far. */
  get traffic(): Traffic {
    return {
      bytesIn: this.#reader.bytesRead,
      bytesOut: this.#writer.bytesWritten,
      messagesIn: this.#messagesIn,
      messagesOut: this.#messagesOut,
      unknownIn: this.#unknownIn,
    };
  }

  /**
   * Returns the next message already in memory, without waiting; `undefined` if
   * there is none or other links should have their turn first.
   *
   * @throws {DistError} why the link ended
   */
  take(): Message | undefined {
    try {
      while (!this.#yielding) {
        const frame = this.#reader.take();
        if (frame === undefined) return undefined;
        const message = this.#read(frame);
        if (message) return message;
      }
      return undefined;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws {DistError} why the link ended
   */
  async next(): Promise<Message> {
    try {
      for (;;) {
        if (this.#yielding) {
          await this.#turn.yield();
          this.#yielding = false;
          // It may have been closed in the meantime.
          if (this.#closeReason) throw this.#closeReason;
        }
        const frame = await this.#reader.next();
        if (frame === undefined) {
          throw new DistError(
            "closed_by_peer",
            `${this.peer.peer} closed the connection`,
            "the node stopped, restarted, or disconnected beamtap",
          );
        }
        const message = this.#read(frame);
        if (message) return message;
      }
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /**
   * Counts a senseless message, such as one to a process that never existed, and
   * closes the link if there are too many.
   */
  countSenseless(what: string, bytes: number): void {
    const now = performance.now();
    if (now - this.#senselessSince > SENSELESS_WINDOW_MS) {
      this.#senselessSince = now;
      this.#senseless = 0;
    }
    this.#senseless += 1 + Math.floor(bytes / SENSELESS_BYTES);
    if (this.#senseless <= MAX_SENSELESS) return;
    this.close(
      new DistError(
        "protocol_error",
        `the link was closed: ${this.peer.peer} sent more than ${MAX_SENSELESS} messages that make no sense (a large one counts as several) within ${
          SENSELESS_WINDOW_MS / 1000
        } s; the last was ${what}`,
        "something on the node floods beamtap, or the peer is not an Erlang node; the next call reconnects",
      ),
    );
  }

  /**
   * Sends a message. Returns a promise only if the peer is slow; it resolves when
   * the message is written, and rejects as `next` does when the link ends.
   *
   * @throws {DistError} why the link ended
   * @throws {EtfError} if a term cannot be encoded; the link stays up
   * @throws {FrameError} `frame_overflow` if too much is unsent; the link stays up
   */
  send(control: Term, payload?: Term): Promise<void> | undefined {
    if (this.#closeReason) throw this.#closeReason;
    const parts = this.#codec.encode(control, payload, this.#writer.room);
    try {
      this.#messagesOut++;
      this.#active = true;
      return this.#writer.send(4, ...parts)?.catch((error) => {
        throw this.#fail(error);
      });
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /**
   * Returns a promise to wait for if the peer has not read what it was sent.
   *
   * @throws {DistError} why the link ended
   */
  drained(): Promise<void> | undefined {
    if (this.#writer.unsent < MAX_UNREAD) return undefined;
    return this.#writer.flushed().catch((error) => {
      throw this.#fail(error);
    });
  }

  /** Closes the link; whoever waits on it gets `reason`. */
  close(reason?: DistError): void {
    if (this.#closeReason) return;
    this.#closeReason = reason ??
      new DistError("closed", `beamtap closed the link to ${this.peer.peer}`);
    clearInterval(this.#timer);
    this.#transport.close();
  }

  /** Reads a message from a frame; returns `undefined` for a tick or a fragment. */
  #read(frame: Uint8Array<ArrayBuffer>): Message | undefined {
    if (this.#turn.isOver(frame.length)) this.#yielding = true;
    if (frame.length === 0) {
      this.#sendTick();
      this.countSenseless("a tick, of which a few per minute are normal", 0);
      return undefined;
    }
    const message = this.#codec.decode(frame);
    if (message === undefined) return undefined;
    this.#messagesIn++;
    const { control, size } = message;
    if (control.type === "unknown") {
      this.#unknownIn++;
      const what = control.operation === undefined
        ? "one without an operation"
        : `operation ${control.operation}, unknown or malformed`;
      this.countSenseless(what, size);
    }
    return message;
  }

  /** Runs every quarter of the tick time: closes the link if the peer is silent, and sends a tick if we were. */
  #tick(): void {
    const { bytesRead } = this.#reader;
    this.#silentIntervals = bytesRead === this.#readAtTick
      ? this.#silentIntervals + 1
      : 0;
    this.#readAtTick = bytesRead;
    if (this.#silentIntervals >= SILENT_INTERVALS) {
      this.close(
        new DistError(
          "peer_silent",
          `${this.peer.peer} sent nothing for its whole net tick time`,
          "the node is paused or hangs, or the network is down",
        ),
      );
      return;
    }
    if (!this.#active) this.#sendTick();
    this.#active = false;
  }

  /** Sends a tick, unless something is on its way already. */
  #sendTick(): void {
    if (this.#writer.unsent > 0) return;
    try {
      this.#writer.send(4, NO_BYTES)?.catch(() => {});
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Closes the link because of `error`, and returns the reason that everybody gets. */
  #fail(error: unknown): DistError {
    if (this.#closeReason) return this.#closeReason;
    const reason = error instanceof DistError ? error : new DistError(
      error instanceof FrameError && error.code !== "frame_truncated"
        ? "protocol_error"
        : "connection_lost",
      `the link to ${this.peer.peer} broke: ${
        error instanceof Error ? error.message : error
      }`,
      { cause: error, hint: "the next call reconnects" },
    );
    this.close(reason);
    return reason;
  }
}
