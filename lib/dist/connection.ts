/**
 * One established link: frames to messages and back, ticks, and the reason it
 * ended.
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
import { type ControlMessage, readControl } from "./control.ts";
import { DistError } from "./errors.ts";
import type { Handshaken } from "./handshake.ts";
import { type BodyCodec, bodyCodec, type DecodedBody } from "./body.ts";
import { Turn } from "./turn.ts";

/** A message received. Its payload is decoded when somebody looks: most of a flood concerns nobody. */
export interface Message {
  readonly control: ControlMessage;
  /** The payload, where the operation has one. */
  readonly payload: Term | undefined;
  /** Why the payload is missing though it was sent: it is not a term we can decode. */
  readonly payloadError: Error | undefined;
  /** Bytes it took on the wire, about. */
  readonly size: number;
}

/** Options for {@linkcode Connection}. */
export interface ConnectionOptions {
  /** The peer's net tick time in ms, until {@linkcode Connection.tickTime} says better. @default {60000} */
  tickTimeMs?: number;
}

/** What has gone over a link. */
export interface Traffic {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
  /** Messages whose operation or shape is not known. */
  readonly unknownIn: number;
}

/** Ticks a peer may miss: its tick time is four intervals, and it is given one more. */
const SILENT_INTERVALS = 5;
/** Timers hold no longer interval. */
const MAX_INTERVAL_MS = 2 ** 31 - 1;
/** Unsent bytes above which a peer is not read before it has read. */
const MAX_UNREAD = 1024 * 1024;
/** Messages without sense that a link survives in each window: a node has its reasons for a few, never for so many. */
const MAX_SENSELESS = 10_000;
const SENSELESS_WINDOW_MS = 10_000;
/** A larger one counts as several, in bytes. */
const SENSELESS_BYTES = 4 * 1024;
const NO_BYTES = new Uint8Array(0);

/** A link, from the end of its handshake to its close. */
export class Connection {
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
  /** Whether others go first before the next frame is read. */
  #yielding = false;
  #senseless = 0;
  #senselessSince = 0;
  #closeReason: DistError | undefined;

  /** Takes over a stream whose handshake is done. */
  constructor(
    transport: Transport,
    peer: Handshaken,
    options: ConnectionOptions = {},
  ) {
    this.peer = peer;
    this.#transport = transport;
    this.#reader = peer.reader;
    this.#writer = peer.writer;
    this.#codec = bodyCodec(peer.flags);
    this.tickTime = options.tickTimeMs ?? 60_000;
  }

  /** The peer's net tick time in ms: how long it may be silent, and we to it. */
  set tickTime(ms: number) {
    clearInterval(this.#timer);
    if (this.#closeReason) return;
    this.#silentIntervals = 0;
    this.#timer = setInterval(
      () => this.#tick(),
      Math.min(ms / 4, MAX_INTERVAL_MS),
    );
    // A link alone must not keep the process running.
    Deno.unrefTimer(this.#timer);
  }

  /** Why the link ended, once it has. */
  get closeReason(): DistError | undefined {
    return this.#closeReason;
  }

  /** What has gone over the link so far. */
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
   * The next message already in memory, if any, and if no other link waits for
   * its turn.
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

  /** The next message. @throws {DistError} why the link ended */
  async next(): Promise<Message> {
    try {
      for (;;) {
        if (this.#yielding) {
          await this.#turn.stepBack();
          this.#yielding = false;
          // It may have been closed meanwhile.
          if (this.#closeReason) throw this.#closeReason;
        }
        const frame = await this.#reader.next();
        if (frame === undefined) {
          throw new DistError(
            "closed_by_peer",
            `${this.peer.peer} closed the connection`,
            { hint: "the node stopped, was restarted, or disconnected us" },
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
   * Counts a message that makes no sense, such as one for a process that never
   * was; a link that brings too many is closed.
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
        `${this.peer.peer} sent more than ${MAX_SENSELESS} messages that make no sense, or as much in large ones, within ${
          SENSELESS_WINDOW_MS / 1000
        } s, the last of them ${what}; the link was closed`,
        {
          hint:
            "something on the node floods us, or what answers there is no Erlang node; the next call connects anew",
        },
      ),
    );
  }

  /**
   * Sends a message. The promise is there to wait on when the peer is slow; it
   * rejects, as `next` does, when the link ends.
   *
   * @throws {DistError} why the link ended
   * @throws {EtfError} when a term cannot be encoded; the link goes on
   * @throws {FrameError} `frame_overflow` when too much is unsent; the link goes on
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
   * There to wait on when the peer is slow to read what it was sent.
   *
   * @throws {DistError} why the link ended
   */
  drained(): Promise<void> | undefined {
    if (this.#writer.unsent < MAX_UNREAD) return undefined;
    return this.#writer.flushed().catch((error) => {
      throw this.#fail(error);
    });
  }

  /** Ends the link; everybody waiting on it gets `reason`. */
  close(reason?: DistError): void {
    if (this.#closeReason) return;
    this.#closeReason = reason ??
      new DistError("closed", `the link to ${this.peer.peer} was closed by us`);
    clearInterval(this.#timer);
    this.#transport.close();
  }

  /** A whole message out of a frame, unless it is a tick or a fragment. */
  #read(frame: Uint8Array<ArrayBuffer>): Message | undefined {
    if (this.#turn.isOver(frame.length)) this.#yielding = true;
    if (frame.length === 0) {
      this.#sendTick();
      this.countSenseless("a tick, of which a few a minute are enough", 0);
      return undefined;
    }
    const decoded = this.#codec.decode(frame);
    if (decoded === undefined) return undefined;
    this.#messagesIn++;
    const control = readControl(decoded.control);
    if (control.type === "unknown") {
      this.#unknownIn++;
      this.countSenseless(
        control.operation === undefined
          ? "no operation"
          : `operation ${control.operation}, unknown or malformed`,
        decoded.size,
      );
    }
    return new Received(control, decoded);
  }

  /** Every quarter of the tick time: say that we live, and notice when the peer does not. */
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
          { hint: "the node is paused or hangs, or the network to it is cut" },
        ),
      );
      return;
    }
    if (!this.#active) this.#sendTick();
    this.#active = false;
  }

  /** Unless there is more to say already. */
  #sendTick(): void {
    if (this.#writer.unsent > 0) return;
    try {
      this.#writer.send(4, NO_BYTES)?.catch(() => {});
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends the link because of `error`, and gives the reason everybody gets. */
  #fail(error: unknown): DistError {
    if (this.#closeReason) return this.#closeReason;
    const reason = error instanceof DistError
      ? error
      : error instanceof FrameError
      ? new DistError(
        error.code === "frame_truncated" ? "connection_lost" : "protocol_error",
        `the link to ${this.peer.peer} broke: ${error.message}`,
        { cause: error, hint: "the next call connects anew" },
      )
      : new DistError(
        "connection_lost",
        `the link to ${this.peer.peer} broke: ${
          error instanceof Error ? error.message : error
        }`,
        { cause: error, hint: "the next call connects anew" },
      );
    this.close(reason);
    return reason;
  }
}

/** A message whose payload waits to be decoded. */
class Received implements Message {
  readonly control: ControlMessage;
  readonly #body: DecodedBody;

  constructor(control: ControlMessage, body: DecodedBody) {
    this.control = control;
    this.#body = body;
  }

  get payload(): Term | undefined {
    return this.#body.payload;
  }

  get payloadError(): Error | undefined {
    return this.#body.payloadError;
  }

  get size(): number {
    return this.#body.size;
  }
}
