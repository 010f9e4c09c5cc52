/**
 * Bytes to terms: one pass, one recursive function, every length checked
 * against the bytes left before anything is allocated.
 *
 * Binaries are views on the input, not copies.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import {
  readExport,
  readOldestReference,
  readOldPid,
  readOldPort,
  readOldReference,
  readPid,
  readPort,
  readReference,
  readTaggedPid,
  readWidePort,
} from "./decode_identifiers.ts";
import { readBig, readBits, readFloatText } from "./decode_scalars.ts";
import { hasEqualKeys } from "./distinct.ts";
import { badBytes } from "./errors.ts";
import { inflate } from "./inflate.ts";
import { type AtomOptions, Input } from "./input.ts";
import { Tag, VERSION } from "./tags.ts";
import {
  ByteList,
  ErlangMap,
  Float,
  Fun,
  ImproperList,
  LocalTerm,
  NativeRecord,
  type Term,
  Tuple,
} from "./terms.ts";

/** What a peer may make us spend. */
export interface DecodeOptions extends AtomOptions {
  /** Levels of nesting. @default {512} */
  readonly maxDepth?: number;
  /**
   * Bytes of memory a compressed term may take, about: what it inflates to, and
   * 160 bytes for each term in it. @default {67_108_864}
   */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_DEPTH = 512;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_TERM = 160;
const UNIQ_BYTES = 16;
/** The hash and at least a byte. */
const MIN_LOCAL_BYTES = 5;

const NOTHING: readonly Term[] = [];
const EMPTY_TUPLE = new Tuple(NOTHING);
const EMPTY_MAP = new ErlangMap(NOTHING);

/** Reads terms one after another from one array of bytes. */
export class Decoder {
  readonly #input: Input;
  readonly #options: DecodeOptions;
  readonly #maxDepth: number;
  #depth = 0;
  /** Terms that may still come: more than the bytes can hold, except in a compressed term. */
  #room: number;

  /** Starts at `offset`. */
  constructor(bytes: Uint8Array, options: DecodeOptions = {}, offset = 0) {
    this.#input = new Input(bytes, offset, options);
    this.#options = options;
    this.#maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#room = bytes.length;
  }

  /** Where the next term starts. */
  get offset(): number {
    return this.#input.offset;
  }

  /**
   * A term as it stands after a distribution header, without version byte.
   *
   * @throws {EtfError}
   */
  read(): Term {
    this.#input.begin();
    try {
      return this.#term();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /**
   * A term as `term_to_binary` makes it, with version byte.
   *
   * @throws {EtfError}
   */
  readVersioned(): Term {
    this.#input.begin();
    try {
      return this.#versioned();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #versioned(): Term {
    const input = this.#input;
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
        return this.#term();
    }
  }

  /** The cases carry their numbers, for names would cost a fifth of the speed; most frequent first. */
  #term(): Term {
    const input = this.#input;
    const { view } = input;
    let at = input.offset;
    const tag = view.getUint8(at++);
    input.offset = at;
    switch (tag) {
      case 97: // SMALL_INTEGER
        input.offset = at + 1;
        return view.getUint8(at);
      case 98: // INTEGER
        input.offset = at + 4;
        return view.getInt32(at);
      case 119: // SMALL_ATOM_UTF8
        input.offset = at + 1;
        return input.utf8Atom(view.getUint8(at));
      case 82: // ATOM_CACHE_REF
        return input.headerAtom(input.uint8());
      case 104: // SMALL_TUPLE
        input.offset = at + 1;
        return this.#tuple(view.getUint8(at));
      case 106: // NIL
        return NOTHING;
      case 108: { // LIST
        input.offset = at + 4;
        const items = this.#terms(view.getUint32(at));
        at = input.offset;
        if (view.getUint8(at) !== Tag.NIL) return this.#tailed(items);
        input.offset = at + 1;
        return items;
      }
      case 109: // BINARY
        return input.take(input.uint32());
      case 107: // STRING
        return this.#string();
      case 70: { // NEW_FLOAT
        const value = view.getFloat64(at);
        if (!Number.isFinite(value)) this.#notFinite(value);
        input.offset = at + 8;
        return new Float(value);
      }
      case 116: // MAP
        return this.#map();
      case 110: // SMALL_BIG
        return readBig(input, input.uint8());
      case 88: // NEW_PID
        return readPid(input);
      case 90: // NEWER_REFERENCE
        return readReference(input);
      case 89: // NEW_PORT
        return readPort(input);
      case 120: // V4_PORT
        return readWidePort(input);
      case 113: // EXPORT
        return readExport(input);
      case 112: // NEW_FUN
        return this.#fun();
      case 77: // BIT_BINARY
        return readBits(input);
      case 111: // LARGE_BIG
        return readBig(input, input.uint32());
      case 105: // LARGE_TUPLE
        return this.#tuple(input.uint32());
      case 118: // ATOM_UTF8
        return input.utf8Atom(input.uint16());
      case 67: // RECORD
        return this.#record();
      case 100: // ATOM
        return input.latin1Atom(input.uint16());
      case 115: // SMALL_ATOM
        return input.latin1Atom(input.uint8());
      case 103: // PID
        return readOldPid(input);
      case 114: // NEW_REFERENCE
        return readOldReference(input);
      case 101: // REFERENCE
        return readOldestReference(input);
      case 102: // PORT
        return readOldPort(input);
      case 99: // FLOAT
        return readFloatText(input);
      default:
        return input.fail("unknown_tag", `tag ${tag} is no term`, at - 1);
    }
  }

  /** The next `count` terms. */
  #terms(count: number): readonly Term[] {
    if (count === 0) return NOTHING;
    const input = this.#input;
    if (count > input.bytes.length - input.offset) input.truncated(count);
    this.#room -= count;
    if (this.#room < 0 || ++this.#depth > this.#maxDepth) this.#refuse();
    const terms = new Array<Term>(count);
    for (let i = 0; i < count; i++) terms[i] = this.#term();
    this.#depth--;
    return terms;
  }

  #refuse(): never {
    const { offset } = this.#input;
    throw this.#room < 0
      ? badBytes("too_large", "compressed term holds too many terms", offset)
      : badBytes("too_deep", `nested deeper than ${this.#maxDepth}`, offset);
  }

  #tuple(arity: number): Tuple {
    return arity === 0 ? EMPTY_TUPLE : new Tuple(this.#terms(arity));
  }

  /** A tail that is a list goes on with its items; a chain of them is one loop. */
  #tailed(first: readonly Term[]): Term {
    const input = this.#input;
    const items = [...first];
    while (input.view.getUint8(input.offset) === Tag.LIST) {
      input.offset++;
      for (const item of this.#terms(input.uint32())) items.push(item);
    }
    const tail = this.#term();
    if (items.length === 0) return tail;
    if (tail === NOTHING) return items;
    if (!(tail instanceof ByteList)) return new ImproperList(items, tail);
    for (const byte of tail.bytes) items.push(byte);
    return items;
  }

  #string(): readonly Term[] | ByteList {
    const length = this.#input.uint16();
    return length === 0 ? NOTHING : new ByteList(this.#input.take(length));
  }

  #map(): ErlangMap {
    const input = this.#input;
    const at = input.offset - 1;
    const size = input.uint32();
    if (size === 0) return EMPTY_MAP;
    const entries = this.#terms(2 * size);
    if (hasEqualKeys(entries)) {
      input.fail("bad_term", "map holds a key twice", at);
    }
    return new ErlangMap(entries);
  }

  #notFinite(value: number): never {
    const { offset } = this.#input;
    throw badBytes("bad_term", `float is ${value}`, offset);
  }

  /** The size that comes first says nothing new; OTP does not read it either. */
  #fun(): Fun {
    const input = this.#input;
    input.take(4);
    const arity = input.uint8();
    const uniq = input.take(UNIQ_BYTES);
    const index = input.uint32();
    const count = input.uint32();
    const module = input.atom();
    const oldIndex = this.#number();
    const oldUniq = this.#number();
    const pid = readTaggedPid(input);
    const identity = { module, arity, index, uniq, oldIndex, oldUniq, pid };
    return new Fun(identity, this.#terms(count));
  }

  #number(): number {
    const at = this.#input.offset;
    const term = this.#term();
    if (typeof term === "number") return term;
    return this.#input.fail("bad_term", "fun's number is none", at);
  }

  #record(): NativeRecord {
    const input = this.#input;
    const count = input.uint32();
    const exported = input.uint8();
    if (exported > 1) {
      input.fail("bad_term", `record's flag is ${exported}`, input.offset - 1);
    }
    const module = input.atom();
    const name = input.atom();
    const at = input.offset;
    if (2 * count > input.bytes.length - at) input.truncated(2 * count);
    const fieldNames = new Array<Atom>(count);
    for (let i = 0; i < count; i++) fieldNames[i] = input.atom();
    if (hasEqualKeys(fieldNames.flatMap((field) => [field, field]))) {
      input.fail("bad_term", "record names a field twice", at);
    }
    const values = this.#terms(count);
    return new NativeRecord(module, name, exported === 1, fieldNames, values);
  }

  #compressed(): Term {
    const input = this.#input;
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
    const inner = new Decoder(bytes, { ...this.#options, atoms: [] });
    inner.#room = Math.floor((maxBytes - size) / BYTES_PER_TERM);
    const term = inner.read();
    if (inner.offset !== size) {
      input.fail("bad_term", "compressed term ends before its bytes", start);
    }
    input.offset = start + consumed;
    return term;
  }

  #local(): LocalTerm {
    const input = this.#input;
    input.offset++;
    const length = input.bytes.length - input.offset;
    return new LocalTerm(input.take(Math.max(length, MIN_LOCAL_BYTES)));
  }

  /** A read past the end and a stack that ran out are both a RangeError. */
  #explain(error: unknown): unknown {
    if (!(error instanceof RangeError)) return error;
    const { bytes } = this.#input;
    const offset = Math.min(this.#input.offset, bytes.length);
    return error.message.includes("call stack")
      ? badBytes("too_deep", "nested deeper than the stack holds", offset)
      : badBytes("truncated", "term goes on after the last byte", offset);
  }
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
