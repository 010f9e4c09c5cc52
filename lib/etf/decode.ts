/**
 * Decodes terms: one term, the term at the start of some bytes, or a sequence of terms.
 *
 * Binaries are views of the input, not copies.
 *
 * @module
 */

import { badBytes } from "./errors.ts";
import { inflate } from "./inflate.ts";
import type { AtomOptions } from "./input.ts";
import { Tag, VERSION } from "./tags.ts";
import { TermReader } from "./term_reader.ts";
import { LocalTerm, type Term } from "./terms.ts";

/** Limits on what decoding may cost. */
export interface DecodeOptions extends AtomOptions {
  /** Maximum nesting depth. @default {512} */
  readonly maxDepth?: number;
  /**
   * Approximate maximum memory for a compressed term, in bytes: its inflated size, plus
   * 160 bytes for each term in it. @default {67_108_864}
   */
  readonly maxBytes?: number;
  /** Maximum terms within one term, all levels together. @default {no limit except the bytes} */
  readonly maxTerms?: number;
}

const DEFAULT_MAX_DEPTH = 512;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_TERM = 160;
/** Minimum size of LOCAL_EXT: a hash of four bytes, and one more. */
const MIN_LOCAL_BYTES = 5;

/** Reads a sequence of terms. */
export class Decoder {
  readonly #reader: TermReader;
  readonly #options: DecodeOptions;

  /** Starts at `offset`. */
  constructor(bytes: Uint8Array, options: DecodeOptions = {}, offset = 0) {
    this.#options = options;
    this.#reader = readerOf(
      bytes,
      offset,
      options,
      options.maxTerms ?? bytes.length,
    );
  }

  /** Offset of the next term. */
  get offset(): number {
    return this.#reader.offset;
  }

  /**
   * Reads a term without a version byte, as it follows a distribution header.
   *
   * @throws {EtfError} if the bytes are not a term, or exceed a limit
   */
  read(): Term {
    this.#reader.begin();
    try {
      return this.#reader.term();
    } catch (error) {
      throw explain(error, this.#reader);
    }
  }

  /**
   * Reads a term with a version byte, as `term_to_binary` creates it.
   *
   * @throws {EtfError} if the bytes are not a term, or exceed a limit
   */
  readVersioned(): Term {
    this.#reader.begin();
    try {
      return this.#versioned();
    } catch (error) {
      throw explain(error, this.#reader);
    }
  }

  #versioned(): Term {
    const input = this.#reader;
    const version = input.uint8();
    if (version !== VERSION) {
      const message = `starts with ${version}, not ${VERSION}`;
      input.fail("bad_version", message, input.offset - 1);
    }
    switch (input.view.getUint8(input.offset)) {
      case Tag.COMPRESSED:
        return this.#compressed();
      case Tag.LOCAL:
        return this.#local();
      default:
        return input.term();
    }
  }

  #compressed(): Term {
    const input = this.#reader;
    const maxBytes = this.#options.maxBytes ?? DEFAULT_MAX_BYTES;
    input.offset++;
    const size = input.uint32();
    const start = input.offset;
    if (size > maxBytes) {
      const message = `term inflates to ${size} bytes, more than ${maxBytes}`;
      input.fail("too_large", message, start - 4);
    }
    const zlib = input.bytes.subarray(start);
    const { bytes, consumed } = inflate(zlib, size, start);
    const maxTerms = Math.min(
      Math.floor((maxBytes - size) / BYTES_PER_TERM),
      this.#options.maxTerms ?? Infinity,
    );
    const options = { ...this.#options, atoms: [] };
    const inner = readerOf(bytes, 0, options, maxTerms);
    inner.begin();
    try {
      const term = inner.term();
      if (inner.offset !== size) {
        input.fail("bad_term", "bytes left after the compressed term", start);
      }
      input.offset = start + consumed;
      return term;
    } catch (error) {
      throw explain(error, inner);
    }
  }

  /** Reads all remaining bytes, because only the node that made a local term knows its length. */
  #local(): LocalTerm {
    const input = this.#reader;
    input.offset++;
    const length = input.bytes.length - input.offset;
    return new LocalTerm(input.take(Math.max(length, MIN_LOCAL_BYTES)));
  }
}

/** Turns a RangeError into an EtfError: a read past the end, or a stack overflow. */
function explain(error: unknown, { bytes, offset }: TermReader): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? badBytes("too_deep", "nested too deeply for the stack", offset)
    : badBytes("truncated", "term continues after the last byte", bytes.length);
}

function readerOf(
  bytes: Uint8Array,
  offset: number,
  options: DecodeOptions,
  maxTerms: number,
): TermReader {
  const maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
  return new TermReader(bytes, offset, options, { maxDepth, maxTerms });
}

/**
 * Decodes a term, as `term_to_binary` creates it.
 *
 * @throws {EtfError} if the bytes are not exactly one term, or exceed a limit
 */
export function decode(bytes: Uint8Array, options?: DecodeOptions): Term {
  const decoder = new Decoder(bytes, options);
  const term = decoder.readVersioned();
  const extra = bytes.length - decoder.offset;
  if (extra > 0) {
    const message = `${extra} bytes after the term`;
    throw badBytes("trailing_bytes", message, decoder.offset);
  }
  return term;
}

/** A term, and the offset of the bytes after it. */
export interface Prefix {
  /** The term. */
  readonly term: Term;
  /** Offset of the first byte after it. */
  readonly end: number;
}

/**
 * Decodes the term at `offset`, as `term_to_binary` creates it; ignores what follows.
 *
 * @throws {EtfError} if the bytes are not a term, or exceed a limit
 */
export function decodePrefix(
  bytes: Uint8Array,
  options: DecodeOptions & { readonly offset?: number } = {},
): Prefix {
  const decoder = new Decoder(bytes, options, options.offset);
  return { term: decoder.readVersioned(), end: decoder.offset };
}
