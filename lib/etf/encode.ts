/**
 * What encodes: a term, or terms one after another.
 *
 * @module
 */

import { EtfError } from "./errors.ts";
import { type EncodeOptions, type EncoderOptions, SPARE } from "./output.ts";
import { VERSION } from "./tags.ts";
import { TermWriter } from "./term_writer.ts";
import type { Term } from "./terms.ts";

/** Writes terms one after another; its buffer serves again after {@linkcode Encoder.clear}. */
export class Encoder {
  readonly #writer: TermWriter;

  /** Starts empty. */
  constructor(options: EncoderOptions = {}) {
    this.#writer = new TermWriter(options);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#writer.length;
  }

  /** Forgets what was written. */
  clear(): this {
    this.#writer.clear();
    return this;
  }

  /** What was written: a view, valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#writer.bytes.subarray(0, this.#writer.length);
  }

  /** One byte, such as the pass-through marker. */
  byte(value: number): this {
    this.#writer.uint8(value);
    return this;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#writer.raw(bytes);
    return this;
  }

  /**
   * A term as it stands after a distribution header, without version byte.
   *
   * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`; nothing is written then
   */
  term(term: Term): this {
    const start = this.#writer.length;
    try {
      this.#writer.term(term);
    } catch (error) {
      const offset = this.#writer.length;
      this.#writer.length = start;
      throw explain(error, offset);
    }
    return this;
  }

  /**
   * A term as `term_to_binary` makes it, with version byte.
   *
   * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`
   */
  versioned(term: Term): this {
    return this.byte(VERSION).term(term);
  }
}

/** Only a stack that ran out and a buffer that cannot grow are a RangeError here. */
function explain(error: unknown, offset: number): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? new EtfError("too_deep", "nested deeper than the stack holds", offset)
    : new EtfError("too_large", "term is too large to encode", offset);
}

/** From this many bytes on, a result keeps its buffer instead of being copied out of it. */
const HANDED_OVER = 0x1_0000;
let shared = new Encoder();

/**
 * The bytes of a term, as `term_to_binary` makes them.
 *
 * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`
 */
export function encode(
  term: Term,
  options: EncodeOptions = {},
): Uint8Array<ArrayBuffer> {
  if (options.accepts !== undefined) {
    return new Encoder(options).versioned(term).view();
  }
  const bytes = shared.clear().versioned(term).view();
  if (bytes.length < HANDED_OVER) return bytes.slice();
  shared = new Encoder({ capacity: bytes.length + SPARE });
  return bytes;
}
