/**
 * What stands in a frame, in the form that the negotiated flags call for: terms
 * passed through as they are, or behind a distribution header, whole or in
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
import { InCache, OutCache, type OutHeader } from "./atom_cache.ts";
import { DistError } from "./errors.ts";
import { Flag, usesHeaders } from "./flags.ts";
import { type Body, Fragments } from "./fragments.ts";

/** A message as terms; the payload is decoded on the first look at it. */
export interface DecodedBody {
  readonly control: Term;
  readonly payload: Term | undefined;
  /** Why the payload is missing though it was sent. */
  readonly payloadError: EtfError | undefined;
  /** Bytes of both, about. */
  readonly size: number;
}

/** Turns frames into messages and back. */
export interface BodyCodec {
  /**
   * The message that `frame` completes, if it completes one.
   *
   * @throws {DistError} `protocol_error`
   */
  decode(frame: Uint8Array<ArrayBuffer>): DecodedBody | undefined;
  /**
   * The parts of a frame; valid until the next call.
   *
   * @throws {EtfError} when a term cannot be encoded
   * @throws {FrameError} `frame_overflow` when both take more than `maxBytes`;
   * as if it had never been tried, then
   */
  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes?: number,
  ): readonly Uint8Array[];
}

/** Decoding more than this at once would hold up every other link. */
const CONTROL_LIMITS = { maxTerms: 10_000, maxBytes: 64 * 1024 };
const PAYLOAD_LIMITS = { maxTerms: 2_000_000, maxBytes: 4 * 1024 * 1024 };
const VERSION = 131;
const PASS_THROUGH = 112;
const HEADER = 68;
const FIRST_FRAGMENT = 69;
const NEXT_FRAGMENT = 70;

/** The codec for a link with these negotiated flags. */
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

/** Neither atom cache nor fragments: two stand-alone terms behind a marker. */
class PassThroughCodec implements BodyCodec {
  readonly #encoder: Encoder;

  constructor(accepts: Acceptance) {
    this.#encoder = new Encoder({ accepts });
  }

  decode(frame: Uint8Array<ArrayBuffer>): DecodedBody {
    if (frame[0] !== PASS_THROUGH) {
      throw new DistError(
        "protocol_error",
        `a message that begins with ${
          frame[0]
        } where ${PASS_THROUGH} was agreed`,
      );
    }
    const body = { bytes: frame, offset: 1, atoms: [] };
    return new LazyBody(body, (decoder) => decoder.readVersioned());
  }

  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes = Infinity,
  ): readonly Uint8Array[] {
    const encoder = this.#encoder.clear().byte(PASS_THROUGH).versioned(control);
    if (payload !== undefined) encoder.versioned(payload);
    checkSize(encoder.length, maxBytes);
    return [encoder.view()];
  }
}

/** Terms behind a distribution header, which may name their atoms by number. */
class HeaderCodec implements BodyCodec {
  readonly #in = new InCache();
  readonly #out: OutCache | undefined;
  readonly #fragments = new Fragments();
  #header: OutHeader | undefined;
  readonly #encoder: Encoder;

  constructor(cached: boolean, accepts: Acceptance) {
    this.#out = cached ? new OutCache() : undefined;
    this.#encoder = new Encoder({
      accepts,
      cacheIndexOf: (atom) => this.#header?.indexOf(atom),
    });
  }

  decode(frame: Uint8Array<ArrayBuffer>): DecodedBody | undefined {
    const body = this.#assemble(frame);
    if (body === undefined) return undefined;
    return new LazyBody(body, (decoder) => decoder.read());
  }

  encode(
    control: Term,
    payload: Term | undefined,
    maxBytes = Infinity,
  ): readonly Uint8Array[] {
    const header = this.#header = this.#out?.begin();
    const encoder = this.#encoder.clear().term(control);
    if (payload !== undefined) encoder.term(payload);
    const head = header?.bytes() ?? Uint8Array.of(0);
    checkSize(2 + head.length + encoder.length, maxBytes);
    // What is not sent must not be in the cache.
    header?.commit();
    return [Uint8Array.of(VERSION, HEADER), head, encoder.view()];
  }

  #assemble(frame: Uint8Array<ArrayBuffer>): Body | undefined {
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    const tag = frame[1];
    if (frame[0] !== VERSION || frame.length < 3) {
      throw new DistError(
        "protocol_error",
        `a message of ${frame.length} bytes without a distribution header`,
      );
    }
    if (tag === HEADER) return this.#body(frame, 2);
    if (frame.length < 18) {
      throw new DistError("protocol_error", "a fragment without its numbers");
    }
    const sequence = view.getBigUint64(2);
    const fragment = view.getBigUint64(10);
    switch (tag) {
      case FIRST_FRAGMENT:
        return this.#fragments.first(sequence, fragment, this.#body(frame, 18));
      case NEXT_FRAGMENT:
        return this.#fragments.next(sequence, fragment, frame.subarray(18));
      default:
        throw new DistError(
          "protocol_error",
          `a message with header tag ${tag}`,
        );
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
    `a message of ${bytes} bytes where the peer, which is slow to read, has room for ${maxBytes}`,
    { hint: "send less at once, or wait until earlier calls have ended" },
  );
}

/** A payload that cannot be decoded costs its own call; a control message that cannot, the link. */
class LazyBody implements DecodedBody {
  readonly control: Term;
  readonly size: number;
  readonly #decodePayload: () => Term | undefined;
  #decoded: { term?: Term | undefined; error?: EtfError } | undefined;

  /** @throws {DistError} `protocol_error` when the control message is no term */
  constructor(
    { bytes, offset, atoms, lost = 0 }: Body,
    read: (decoder: Decoder) => Term,
  ) {
    this.size = bytes.length;
    const decoder = new Decoder(bytes, { ...CONTROL_LIMITS, atoms }, offset);
    try {
      this.control = read(decoder);
    } catch (cause) {
      if (!(cause instanceof EtfError)) throw cause;
      throw new DistError(
        "protocol_error",
        `a control message that cannot be decoded: ${cause.message}`,
        { cause },
      );
    }
    const start = decoder.offset;
    this.#decodePayload = () => {
      if (lost > 0) {
        const message = `it has ${bytes.length + lost} bytes`;
        throw new EtfError("too_large", message, bytes.length);
      }
      return start < bytes.length
        ? read(new Decoder(bytes, { ...PAYLOAD_LIMITS, atoms }, start))
        : undefined;
    };
  }

  get payload(): Term | undefined {
    return this.#decode().term;
  }

  get payloadError(): EtfError | undefined {
    return this.#decode().error;
  }

  #decode(): { term?: Term | undefined; error?: EtfError } {
    try {
      return this.#decoded ??= { term: this.#decodePayload() };
    } catch (error) {
      if (!(error instanceof EtfError)) throw error;
      return this.#decoded = { error };
    }
  }
}
