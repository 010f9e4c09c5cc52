/**
 * What decodes: a term, a term among other bytes, or terms one after another.
 *
 * Binaries are views on the input, not copies.
 *
 * @module
 */

import { badBytes } from "./errors.ts";
import { inflate } from "./inflate.ts";
import type { AtomOptions } from "./input.ts";
import { Tag, VERSION } from "./tags.ts";
import { TermReader } from "./term_reader.ts";
import { LocalTerm, type Term } from "./terms.ts";

/** What a peer may make us spend. */
export interface DecodeOptions extends AtomOptions {
  /** Levels of nesting. @default {512} */
  readonly maxDepth?: number;
  /**
   * Bytes of memory a compressed term may take, about: what it inflates to, and
   * 160 bytes for each term in it. @default {67_108_864}
   */
  readonly maxBytes?: number;
  /** Terms in one term, all levels together. @default {no limit but the bytes} */
  readonly maxTerms?: number;
}

const DEFAULT_MAX_DEPTH = 512;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_TERM = 160;
/** A hash of four and at least one more. */
const MIN_LOCAL_BYTES = 5;

/** Reads terms one after another from one array of bytes. */
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

  /** Where the next term starts. */
  get offset(): number {
    return this.#reader.offset;
  }

  /**
   * A term as it stands after a distribution header, without version byte.
   *
   * @throws {EtfError}
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
   * A term as `term_to_binary` makes it, with version byte.
   *
   * @throws {EtfError}
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
        input.fail("bad_term", "compressed term ends before its bytes", start);
      }
      input.offset = start + consumed;
      return term;
    } catch (error) {
      throw explain(error, inner);
    }
  }

  /** Whatever is left: how long it is, only its node can tell. */
  #local(): LocalTerm {
    const input = this.#reader;
    input.offset++;
    const length = input.bytes.length - input.offset;
    return new LocalTerm(input.take(Math.max(length, MIN_LOCAL_BYTES)));
  }
}

/** A read past the end and a stack that ran out are both a RangeError. */
function explain(error: unknown, { bytes, offset }: TermReader): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? badBytes("too_deep", "nested deeper than the stack holds", offset)
    : badBytes("truncated", "term goes on after the last byte", bytes.length);
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
 * The term that `bytes` holds, as `term_to_binary` makes it.
 *
 * @throws {EtfError} also if bytes are left after the term
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

/** A term, and where the bytes after it start. */
export interface Prefix {
  readonly term: Term;
  readonly end: number;
}

/**
 * The term that starts at `offset`, as `term_to_binary` makes it, whatever follows.
 *
 * @throws {EtfError}
 */
export function decodePrefix(
  bytes: Uint8Array,
  options: DecodeOptions & { readonly offset?: number } = {},
): Prefix {
  const decoder = new Decoder(bytes, options, options.offset);
  return { term: decoder.readVersioned(), end: decoder.offset };
}
