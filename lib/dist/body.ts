/**
 * Encodes and decodes frames in the form the negotiated flags require: plain
 * terms ("pass through"), or terms behind a distribution header, whole or in
 * fragments.
 *
 * @module
 */

import { FrameError } from "../bytes/mod.ts";
import {
  type Acceptance,
  Decoder,
  Encoder,
  EtfError,
  type Term,
} from "../etf/mod.ts";
import { InCache, OutCache } from "./atom_cache.ts";
import { type ControlMessage, readControl } from "./control.ts";
import { broken } from "./errors.ts";
import { Flag, usesHeaders } from "./flags.ts";
import { type Body, Fragments } from "./fragments.ts";

/** Converts between frames and messages. */
export interface BodyCodec {
  /**
   * Decodes a frame; returns `undefined` if it only continues a fragmented
   * message.
   *
   * @throws {DistError} `protocol_error`
   */
  decode(frame: Uint8Array<ArrayBuffer>): Message | undefined;
  /**
   * Encodes a message as the parts of a frame, which are valid until the next call.
   *
   * @throws {EtfError} if a term cannot be encoded
   * @throws {FrameError} `frame_overflow` if the frame would exceed `maxBytes`;
   * the atom cache is unchanged then
   */
  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes?: number,
  ): readonly Uint8Array[];
}

/** Limits on one decoding: a larger term would block every other link meanwhile. */
const CONTROL_LIMITS = { maxTerms: 10_000, maxBytes: 64 * 1024 };
const PAYLOAD_LIMITS = { maxTerms: 2_000_000, maxBytes: 4 * 1024 * 1024 };
const VERSION = 131;
const PASS_THROUGH = 112;
const HEADER = 68;
const FIRST_FRAGMENT = 69;
const NEXT_FRAGMENT = 70;

/** Returns the codec for a link with these negotiated flags. */
export function bodyCodec(flags: bigint): BodyCodec {
  const accepts = {
    wideIdentifiers: (flags & Flag.V4_NC) !== 0n,
    nativeRecords: (flags & Flag.NATIVE_RECORDS) !== 0n,
    localTerms: false,
  };
  return usesHeaders(flags)
    ? new HeaderCodec((flags & Flag.DIST_HDR_ATOM_CACHE) !== 0n, accepts)
    : new PassThroughCodec(accepts);
}

/** Codec without atom cache and fragments: two complete terms after a marker byte. */
class PassThroughCodec implements BodyCodec {
  readonly #encoder: Encoder;

  constructor(accepts: Acceptance) {
    this.#encoder = new Encoder({ accepts });
  }

  decode(frame: Uint8Array<ArrayBuffer>): Message {
    if (frame[0] !== PASS_THROUGH) {
      throw broken(
        `a message that starts with byte ${
          frame[0]
        } instead of ${PASS_THROUGH}`,
      );
    }
    return new Message({ bytes: frame, offset: 1, atoms: [] }, true);
  }

  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes = Infinity,
  ): readonly Uint8Array[] {
    const encoder = this.#encoder.clear().uint8(PASS_THROUGH).versioned(
      control,
    );
    if (payload !== undefined) encoder.versioned(payload);
    checkSize(encoder.length, maxBytes);
    return [encoder.written()];
  }
}

/** Codec with a distribution header, whose atoms the terms may refer to by number. */
class HeaderCodec implements BodyCodec {
  readonly #in = new InCache();
  readonly #out: OutCache | undefined;
  readonly #fragments = new Fragments();
  readonly #encoder: Encoder;

  constructor(cached: boolean, accepts: Acceptance) {
    this.#out = cached ? new OutCache() : undefined;
    this.#encoder = new Encoder({ accepts, cache: this.#out });
  }

  decode(frame: Uint8Array<ArrayBuffer>): Message | undefined {
    if (frame[0] !== VERSION || frame.length < 3) {
      throw broken(
        `a message of ${frame.length} bytes without a distribution header`,
      );
    }
    const body = frame[1] === HEADER
      ? this.#body(frame, 2)
      : this.#joined(frame);
    return body && new Message(body, false);
  }

  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes = Infinity,
  ): readonly Uint8Array[] {
    this.#out?.begin();
    const encoder = this.#encoder.clear().term(control);
    if (payload !== undefined) encoder.term(payload);
    const head = this.#out?.bytes() ?? Uint8Array.of(0);
    checkSize(2 + head.length + encoder.length, maxBytes);
    // Only now: a message refused above must not fill the cache.
    this.#out?.commit();
    return [Uint8Array.of(VERSION, HEADER), head, encoder.written()];
  }

  #joined(frame: Uint8Array<ArrayBuffer>): Body | undefined {
    if (frame.length < 18) throw broken("a truncated fragment header");
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    const sequence = view.getBigUint64(2);
    const fragment = view.getBigUint64(10);
    switch (frame[1]) {
      case FIRST_FRAGMENT:
        return this.#fragments.first(sequence, fragment, this.#body(frame, 18));
      case NEXT_FRAGMENT:
        return this.#fragments.next(sequence, fragment, frame.subarray(18));
      default:
        throw broken(`a message with header tag ${frame[1]}`);
    }
  }

  #body(frame: Uint8Array<ArrayBuffer>, offset: number): Body {
    const { atoms, end } = this.#in.read(frame, offset);
    return { bytes: frame, offset: end, atoms };
  }
}

function checkSize(bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw new FrameError(
    "frame_overflow",
    `the message has ${bytes} bytes, but the peer reads slowly and only ${maxBytes} more can be queued`,
    "send less at once, or wait until earlier calls have finished",
  );
}

/**
 * A received message. Its payload is decoded when first read, because nobody reads most
 * of a flood: an undecodable one fails one call, an undecodable control message the link.
 */
export class Message {
  /** The control message, as received. */
  readonly term: Term;
  /** What the message asks for. */
  readonly control: ControlMessage;
  /** Approximate size on the wire, in bytes. */
  readonly size: number;
  readonly #body: Body;
  /** Whether each term has a version byte. */
  readonly #versioned: boolean;
  /** Offset of the payload. */
  readonly #start: number;
  #decoded: { term?: Term | undefined; error?: EtfError } | undefined;

  /**
   * Decodes the control message.
   *
   * @throws {DistError} `protocol_error`
   */
  constructor(body: Body, versioned: boolean) {
    const { bytes, offset, atoms } = body;
    this.size = bytes.length;
    this.#body = body;
    this.#versioned = versioned;
    const decoder = new Decoder(bytes, { ...CONTROL_LIMITS, atoms }, offset);
    try {
      this.term = decoder.read(versioned);
    } catch (cause) {
      if (!(cause instanceof EtfError)) throw cause;
      throw broken(
        `a control message that cannot be decoded: ${cause.message}`,
        cause,
      );
    }
    this.control = readControl(this.term);
    this.#start = decoder.offset;
  }

  /** The payload, if the message has one that can be decoded. */
  get payload(): Term | undefined {
    return this.#decode().term;
  }

  /** Why the payload cannot be decoded. */
  get payloadError(): EtfError | undefined {
    return this.#decode().error;
  }

  #decode(): { term?: Term | undefined; error?: EtfError } {
    if (this.#decoded !== undefined) return this.#decoded;
    const { bytes, atoms, lost = 0 } = this.#body;
    try {
      if (lost > 0) {
        const message = `it has ${bytes.length + lost} bytes`;
        throw new EtfError("too_large", message, bytes.length);
      }
      if (this.#start >= bytes.length) return this.#decoded = {};
      const limits = { ...PAYLOAD_LIMITS, atoms };
      const decoder = new Decoder(bytes, limits, this.#start);
      return this.#decoded = { term: decoder.read(this.#versioned) };
    } catch (error) {
      if (!(error instanceof EtfError)) throw error;
      return this.#decoded = { error };
    }
  }
}
