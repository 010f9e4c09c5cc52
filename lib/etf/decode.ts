/**
 * Decodes terms: one term, the term at the start of some bytes, or a sequence of terms,
 * by one recursive function, which checks every length against the remaining bytes before
 * it allocates anything.
 *
 * Binaries are views of the input, not copies.
 *
 * @module
 */

import { readBig, readFloat, readOther } from "./decode_parts.ts";
import { badBytes } from "./errors.ts";
import { inflate } from "./inflate.ts";
import { type AtomOptions, Input } from "./input.ts";
import { Tag, VERSION } from "./tags.ts";
import {
  ByteList,
  ImproperList,
  LocalTerm,
  type Term,
  Tuple,
} from "./terms.ts";

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
const NOTHING: readonly Term[] = [];
const EMPTY_TUPLE = new Tuple(NOTHING);

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
export class Decoder extends Input {
  readonly #options: DecodeOptions;
  readonly #maxDepth: number;
  #depth = 0;
  /** Terms left until the limit. */
  #room: number;

  /** Starts at `offset`. */
  constructor(bytes: Uint8Array, options: DecodeOptions = {}, offset = 0) {
    super(bytes, offset, options);
    this.#options = options;
    this.#maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#room = options.maxTerms ?? bytes.length;
  }

  /**
   * Reads a term: without a version byte, as it follows a distribution header, or with one.
   *
   * @throws {EtfError} if the bytes are not a term, or exceed a limit
   */
  read(versioned = false): Term {
    this.begin();
    this.#depth = -1; // the term itself is at level 0
    try {
      return versioned ? this.#versioned() : this.#term();
    } catch (error) {
      throw explain(error, this);
    }
  }

  /**
   * Reads a term with a version byte, as `term_to_binary` creates it.
   *
   * @throws {EtfError} if the bytes are not a term, or exceed a limit
   */
  readVersioned(): Term {
    return this.read(true);
  }

  #term(): Term {
    const [term = NOTHING] = this.terms(1);
    return term;
  }

  /**
   * Reads `count` terms. Most time is spent in this loop, so it keeps the position in a
   * variable and reads frequent terms inline. Its cases are numbers, because named
   * constants would make it a fifth slower.
   */
  override terms(count: number): readonly Term[] {
    if (count === 0) return NOTHING;
    let at = this.offset;
    if (count > this.bytes.length - at) this.truncated(count);
    this.#room -= count;
    if (this.#room < 0 || ++this.#depth > this.#maxDepth) this.#refuse();
    const terms = arrayOf(count);
    const { view } = this;
    for (let i = 0; i < count; i++) {
      const tag = view.getUint8(at);
      switch (tag) {
        case 97: // SMALL_INTEGER
          terms[i] = view.getUint8(at + 1);
          at += 2;
          break;
        case 98: // INTEGER
          terms[i] = view.getInt32(at + 1);
          at += 5;
          break;
        case 119: // SMALL_ATOM_UTF8
          this.offset = at + 2;
          terms[i] = this.utf8Atom(view.getUint8(at + 1));
          at = this.offset;
          break;
        case 104: // SMALL_TUPLE
          this.offset = at + 2;
          terms[i] = view.getUint8(at + 1) === 0
            ? EMPTY_TUPLE
            : new Tuple(this.terms(view.getUint8(at + 1)));
          at = this.offset;
          break;
        case 106: // NIL
          terms[i] = NOTHING;
          at += 1;
          break;
        case 108: // LIST
          this.offset = at + 5;
          terms[i] = this.#list(view.getUint32(at + 1));
          at = this.offset;
          break;
        case 109: // BINARY
          this.offset = at + 5;
          terms[i] = this.take(view.getUint32(at + 1));
          at = this.offset;
          break;
        case 70: // NEW_FLOAT
          terms[i] = readFloat(this, at + 1);
          at += 9;
          break;
        case 110: // SMALL_BIG
          this.offset = at + 2;
          terms[i] = readBig(this, view.getUint8(at + 1));
          at = this.offset;
          break;
        default:
          this.offset = at + 1;
          terms[i] = readOther(this, tag);
          at = this.offset;
      }
    }
    this.offset = at;
    this.#depth--;
    return terms;
  }

  #refuse(): never {
    if (this.#room < 0) {
      this.fail("too_large", "term contains too many terms", this.offset);
    }
    const message = `nested deeper than ${this.#maxDepth} levels`;
    this.fail("too_deep", message, this.offset);
  }

  #list(count: number): Term {
    const items = this.terms(count);
    if (this.view.getUint8(this.offset) !== Tag.NIL) return this.#tailed(items);
    this.offset++;
    return items;
  }

  /** Reads the tail of a list; tails that are lists themselves are read in a loop and joined. */
  #tailed(first: readonly Term[]): Term {
    const items = [...first];
    while (this.view.getUint8(this.offset) === Tag.LIST) {
      this.offset++;
      for (const item of this.terms(this.uint32())) items.push(item);
    }
    const tail = this.#term();
    if (items.length === 0) return tail;
    if (Array.isArray(tail)) return items;
    if (!(tail instanceof ByteList)) return new ImproperList(items, tail);
    for (const byte of tail.bytes) items.push(byte);
    return items;
  }

  #versioned(): Term {
    const version = this.uint8();
    if (version !== VERSION) {
      const message = `starts with ${version}, not ${VERSION}`;
      this.fail("bad_version", message, this.offset - 1);
    }
    switch (this.view.getUint8(this.offset)) {
      case Tag.COMPRESSED:
        return this.#compressed();
      case Tag.LOCAL:
        return this.#local();
      default:
        return this.#term();
    }
  }

  #compressed(): Term {
    const { maxBytes = DEFAULT_MAX_BYTES, maxTerms } = this.#options;
    this.offset++;
    const size = this.uint32();
    const start = this.offset;
    if (size > maxBytes) {
      const message = `term inflates to ${size} bytes, more than ${maxBytes}`;
      this.fail("too_large", message, start - 4);
    }
    const zlib = this.bytes.subarray(start);
    const { buffer, engine } = inflate(zlib, size, start);
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, size);
    const most = Math.floor((maxBytes - size) / BYTES_PER_TERM);
    const inner = new Decoder(bytes, {
      ...this.#options,
      atoms: [],
      maxTerms: Math.min(most, maxTerms ?? Infinity),
    });
    const term = inner.read();
    if (inner.offset !== size) {
      this.fail("bad_term", "bytes left after the compressed term", start);
    }
    this.offset = start + engine.bytesWritten;
    return term;
  }

  /** Reads all remaining bytes, because only the node that made a local term knows its length. */
  #local(): LocalTerm {
    this.offset++;
    const length = this.bytes.length - this.offset;
    return new LocalTerm(this.take(Math.max(length, MIN_LOCAL_BYTES)));
  }
}

/** Creates an array. Short ones are literals, which V8 allocates together with what comes next, which makes encoding them faster. */
function arrayOf(length: number): Term[] {
  switch (length) {
    case 1:
      return [NOTHING];
    case 2:
      return [NOTHING, NOTHING];
    case 3:
      return [NOTHING, NOTHING, NOTHING];
    case 4:
      return [NOTHING, NOTHING, NOTHING, NOTHING];
    case 5:
      return [NOTHING, NOTHING, NOTHING, NOTHING, NOTHING];
    default:
      return new Array<Term>(length);
  }
}

/** Turns a RangeError into an EtfError: a read past the end, or a stack overflow. */
function explain(error: unknown, { bytes, offset }: Decoder): unknown {
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
