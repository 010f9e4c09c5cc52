/**
 * Decodes terms: one term, the term at the start of some bytes, or a sequence of terms.
 *
 * Binaries are views of the input, not copies.
 *
 * @module
 */

import { badBytes } from "./errors.ts";
import { Tag, VERSION } from "./tags.ts";
import { type ReaderOptions, TermReader } from "./term_reader.ts";
import { LocalTerm, type Term } from "./terms.ts";

/** Limits on what decoding may cost. */
export interface DecodeOptions extends ReaderOptions {
  /**
   * Approximate maximum memory for a compressed term, in bytes: its inflated size, plus
   * 160 bytes for each term in it. @default {67_108_864}
   */
  readonly maxBytes?: number;
  /** Maximum terms within one term, all levels together. @default {no limit except the bytes} */
  readonly maxTerms?: number;
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_TERM = 160;
/** Maximum compression ratio of deflate: a larger claimed size is false. */
const BEST_RATIO = 1032;
/** Minimum size of LOCAL_EXT: a hash of four bytes, and one more. */
const MIN_LOCAL_BYTES = 5;

/**
 * Reads a sequence of terms.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Decoder } from "./mod.ts";
 *
 * const decoder = new Decoder(Uint8Array.of(131, 97, 1, 131, 97, 2));
 * assertEquals(decoder.readVersioned(), 1);
 * assertEquals(decoder.offset, 3);
 * assertEquals(decoder.readVersioned(), 2);
 * ```
 */
export class Decoder {
  readonly #reader: TermReader;
  readonly #options: DecodeOptions;

  /** Starts at `offset`. */
  constructor(bytes: Uint8Array, options: DecodeOptions = {}, offset = 0) {
    const { maxTerms = bytes.length } = options;
    this.#options = options;
    this.#reader = new TermReader(bytes, offset, options, maxTerms);
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
    return this.#read(false);
  }

  /**
   * Reads a term with a version byte, as `term_to_binary` creates it.
   *
   * @throws {EtfError} if the bytes are not a term, or exceed a limit
   */
  readVersioned(): Term {
    return this.#read(true);
  }

  #read(versioned: boolean): Term {
    this.#reader.begin();
    try {
      return versioned ? this.#versioned() : this.#reader.term();
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
    const { maxBytes = DEFAULT_MAX_BYTES, maxTerms } = this.#options;
    input.offset++;
    const size = input.uint32();
    const start = input.offset;
    if (size > maxBytes) {
      const message = `term inflates to ${size} bytes, more than ${maxBytes}`;
      input.fail("too_large", message, start - 4);
    }
    const zlib = input.bytes.subarray(start);
    const { buffer, engine } = inflate(zlib, size, start);
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, size);
    const most = Math.floor((maxBytes - size) / BYTES_PER_TERM);
    const inner = new TermReader(
      bytes,
      0,
      { ...this.#options, atoms: [] },
      Math.min(most, maxTerms ?? Infinity),
    );
    inner.begin();
    try {
      const term = inner.term();
      if (inner.offset !== size) {
        input.fail("bad_term", "bytes left after the compressed term", start);
      }
      input.offset = start + engine.bytesWritten;
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

/** What node:zlib returns with `info: true`, which its types do not include. */
interface Inflated {
  readonly buffer: Uint8Array<ArrayBuffer>;
  /** `bytesWritten` is the size of the compressed form. */
  readonly engine: { readonly bytesWritten: number };
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === "object" && value !== null &&
    "buffer" in value && value.buffer instanceof Uint8Array &&
    "engine" in value && typeof value.engine === "object" &&
    value.engine !== null && "bytesWritten" in value.engine;
}

/** Inflates a zlib stream to exactly `size` bytes; ignores what follows it. `at` is its offset, for errors. */
function inflate(zlib: Uint8Array, size: number, at: number): Inflated {
  if (size > zlib.length * BEST_RATIO) {
    const message = `${zlib.length} bytes cannot inflate to ${size}`;
    throw badBytes("bad_term", message, at);
  }
  let result: unknown;
  try {
    result = process.getBuiltinModule("node:zlib").inflateSync(zlib, {
      info: true,
      chunkSize: Math.max(64, size + 1),
      maxOutputLength: Math.max(1, size),
    });
  } catch (cause) {
    throw badBytes("bad_term", "compressed term is corrupt", at, cause);
  }
  if (!isInflated(result)) throw new TypeError("zlib returned no info");
  if (result.buffer.length === size) return result;
  const message = `term inflates to ${result.buffer.length} bytes, not ${size}`;
  throw badBytes("bad_term", message, at);
}

/** Turns a RangeError into an EtfError: a read past the end, or a stack overflow. */
function explain(error: unknown, { bytes, offset }: TermReader): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? badBytes("too_deep", "nested too deeply for the stack", offset)
    : badBytes("truncated", "term continues after the last byte", bytes.length);
}

/**
 * Decodes a term, as `term_to_binary` creates it.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { atom, decode, tuple } from "./mod.ts";
 *
 * const term = decode(Uint8Array.fromHex("8368027702" + "6f6b" + "6101"));
 * assertEquals(term, tuple(atom("ok"), 1));
 * ```
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
