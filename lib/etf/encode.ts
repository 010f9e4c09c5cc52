/**
 * Encodes a term, or a sequence of terms.
 *
 * @module
 */

import { EtfError } from "./errors.ts";
import { type EncodeOptions, type EncoderOptions, SPARE } from "./output.ts";
import { VERSION } from "./tags.ts";
import { TermWriter } from "./term_writer.ts";
import type { Term } from "./terms.ts";

/** Writes a sequence of terms; {@linkcode Encoder.clear} reuses its buffer. */
export class Encoder {
  readonly #writer: TermWriter;

  /** Creates an empty encoder. */
  constructor(options: EncoderOptions = {}) {
    this.#writer = new TermWriter(options);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#writer.length;
  }

  /** Discards what was written. */
  clear(): this {
    this.#writer.clear();
    return this;
  }

  /** Returns what was written, as a view that is valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#writer.bytes.subarray(0, this.#writer.length);
  }

  /** Writes one byte, such as the pass-through marker. */
  byte(value: number): this {
    this.#writer.uint8(value);
    return this;
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#writer.raw(bytes);
    return this;
  }

  /**
   * Writes a term without a version byte, as it follows a distribution header.
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
   * Writes a term with a version byte, as `term_to_binary` creates it.
   *
   * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`
   */
  versioned(term: Term): this {
    return this.byte(VERSION).term(term);
  }
}

/** Turns a RangeError into an EtfError: a stack overflow, or a buffer that cannot grow. */
function explain(error: unknown, offset: number): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? new EtfError("too_deep", "nested too deeply for the stack", offset)
    : new EtfError("too_large", "term is too large to encode", offset);
}

/** Size from which a result keeps its buffer instead of being copied, in bytes. */
const HANDED_OVER = 0x1_0000;
let shared = new Encoder();

/**
 * Encodes a term as `term_to_binary` does.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { atom, encode, tuple } from "./mod.ts";
 *
 * assertEquals(encode(tuple(atom("ok"), 1)).toHex(), "8368027702" + "6f6b" + "6101");
 * ```
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
