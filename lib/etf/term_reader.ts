/**
 * Bytes to terms: one recursive function, every length checked against the
 * bytes left before anything is allocated.
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
import { type AtomOptions, Input } from "./input.ts";
import { Tag } from "./tags.ts";
import {
  ByteList,
  ErlangMap,
  Float,
  Fun,
  ImproperList,
  NativeRecord,
  type Term,
  Tuple,
} from "./terms.ts";

/** How deep and how many terms may be. */
export interface TermLimits {
  /** Levels of nesting. */
  readonly maxDepth: number;
  /** Terms in all; a compressed term could hold very many. */
  readonly maxTerms: number;
}

const UNIQ_BYTES = 16;
const NOTHING: readonly Term[] = [];
const EMPTY_TUPLE = new Tuple(NOTHING);
const EMPTY_MAP = new ErlangMap(NOTHING);

/** Reads terms where an {@linkcode Input} stands; private to this layer. */
export class TermReader extends Input {
  readonly #maxDepth: number;
  #depth = 0;
  /** Terms that may still come. */
  #room: number;

  /** Starts at `offset`. */
  constructor(
    bytes: Uint8Array,
    offset: number,
    options: AtomOptions,
    limits: TermLimits,
  ) {
    super(bytes, offset, options);
    this.#maxDepth = limits.maxDepth;
    this.#room = limits.maxTerms;
  }

  /** Gets ready for a term that stands by itself. */
  override begin(): void {
    super.begin();
    this.#depth = 0;
  }

  /** The cases carry their numbers, for names would cost a fifth of the speed; most frequent first. */
  term(): Term {
    const { view } = this;
    let at = this.offset;
    const tag = view.getUint8(at++);
    this.offset = at;
    switch (tag) {
      case 97: // SMALL_INTEGER
        this.offset = at + 1;
        return view.getUint8(at);
      case 98: // INTEGER
        this.offset = at + 4;
        return view.getInt32(at);
      case 119: // SMALL_ATOM_UTF8
        this.offset = at + 1;
        return this.utf8Atom(view.getUint8(at));
      case 82: // ATOM_CACHE_REF
        return this.headerAtom(this.uint8());
      case 104: // SMALL_TUPLE
        this.offset = at + 1;
        return this.#tuple(view.getUint8(at));
      case 106: // NIL
        return NOTHING;
      case 108: { // LIST
        this.offset = at + 4;
        const items = this.#terms(view.getUint32(at));
        at = this.offset;
        if (view.getUint8(at) !== Tag.NIL) return this.#tailed(items);
        this.offset = at + 1;
        return items;
      }
      case 109: // BINARY
        return this.take(this.uint32());
      case 107: // STRING
        return this.#string();
      case 70: { // NEW_FLOAT
        const value = view.getFloat64(at);
        if (!Number.isFinite(value)) {
          this.fail("bad_term", `float is ${value}`, at);
        }
        this.offset = at + 8;
        return new Float(value);
      }
      case 116: // MAP
        return this.#map();
      case 110: // SMALL_BIG
        return readBig(this, this.uint8());
      case 88: // NEW_PID
        return readPid(this);
      case 90: // NEWER_REFERENCE
        return readReference(this);
      case 89: // NEW_PORT
        return readPort(this);
      case 120: // V4_PORT
        return readWidePort(this);
      case 113: // EXPORT
        return readExport(this);
      case 112: // NEW_FUN
        return this.#fun();
      case 77: // BIT_BINARY
        return readBits(this);
      case 111: // LARGE_BIG
        return readBig(this, this.uint32());
      case 105: // LARGE_TUPLE
        return this.#tuple(this.uint32());
      case 118: // ATOM_UTF8
        return this.utf8Atom(this.uint16());
      case 67: // RECORD
        return this.#record();
      case 100: // ATOM
        return this.latin1Atom(this.uint16());
      case 115: // SMALL_ATOM
        return this.latin1Atom(this.uint8());
      case 103: // PID
        return readOldPid(this);
      case 114: // NEW_REFERENCE
        return readOldReference(this);
      case 101: // REFERENCE
        return readOldestReference(this);
      case 102: // PORT
        return readOldPort(this);
      case 99: // FLOAT
        return readFloatText(this);
      default:
        return this.fail("unknown_tag", `tag ${tag} is no term`, at - 1);
    }
  }

  /** The next `count` terms. */
  #terms(count: number): readonly Term[] {
    if (count === 0) return NOTHING;
    if (count > this.bytes.length - this.offset) this.truncated(count);
    this.#room -= count;
    if (this.#room < 0 || ++this.#depth > this.#maxDepth) this.#refuse();
    const terms = new Array<Term>(count);
    const { view } = this;
    for (let i = 0; i < count; i++) {
      // Without a call for the most frequent terms: a third of their time.
      const at = this.offset;
      switch (view.getUint8(at)) {
        case 97: // SMALL_INTEGER
          terms[i] = view.getUint8(at + 1);
          this.offset = at + 2;
          break;
        case 98: // INTEGER
          terms[i] = view.getInt32(at + 1);
          this.offset = at + 5;
          break;
        default:
          terms[i] = this.term();
      }
    }
    this.#depth--;
    return terms;
  }

  #refuse(): never {
    if (this.#room < 0) {
      this.fail("too_large", "compressed term holds too many", this.offset);
    }
    const message = `nested deeper than ${this.#maxDepth} levels`;
    this.fail("too_deep", message, this.offset);
  }

  #tuple(arity: number): Tuple {
    return arity === 0 ? EMPTY_TUPLE : new Tuple(this.#terms(arity));
  }

  /** A tail that is a list goes on with its items; a chain of them is one loop. */
  #tailed(first: readonly Term[]): Term {
    const items = [...first];
    while (this.view.getUint8(this.offset) === Tag.LIST) {
      this.offset++;
      for (const item of this.#terms(this.uint32())) items.push(item);
    }
    const tail = this.term();
    if (items.length === 0) return tail;
    if (tail === NOTHING) return items;
    if (!(tail instanceof ByteList)) return new ImproperList(items, tail);
    for (const byte of tail.bytes) items.push(byte);
    return items;
  }

  #string(): readonly Term[] | ByteList {
    const length = this.uint16();
    return length === 0 ? NOTHING : new ByteList(this.take(length));
  }

  #map(): ErlangMap {
    const at = this.offset - 1;
    const size = this.uint32();
    if (size === 0) return EMPTY_MAP;
    const entries = this.#terms(2 * size);
    if (hasEqualKeys(entries)) {
      this.fail("bad_term", "map holds a key twice", at);
    }
    return new ErlangMap(entries);
  }

  /** The size that comes first says nothing new; OTP does not read it either. */
  #fun(): Fun {
    this.take(4);
    const arity = this.uint8();
    const uniq = this.take(UNIQ_BYTES);
    const index = this.uint32();
    const count = this.uint32();
    const module = this.atom();
    const oldIndex = this.#number();
    const oldUniq = this.#number();
    const pid = readTaggedPid(this);
    const identity = { module, arity, index, uniq, oldIndex, oldUniq, pid };
    return new Fun(identity, this.#terms(count));
  }

  #number(): number {
    const at = this.offset;
    const term = this.term();
    if (typeof term === "number") return term;
    return this.fail("bad_term", "fun's number is none", at);
  }

  #record(): NativeRecord {
    const count = this.uint32();
    const exported = this.uint8();
    if (exported > 1) {
      this.fail("bad_term", `record's flag is ${exported}`, this.offset - 1);
    }
    const module = this.atom();
    const name = this.atom();
    const at = this.offset;
    if (2 * count > this.bytes.length - at) this.truncated(2 * count);
    const fieldNames = new Array<Atom>(count);
    for (let i = 0; i < count; i++) fieldNames[i] = this.atom();
    if (hasEqualKeys(fieldNames.flatMap((field) => [field, field]))) {
      this.fail("bad_term", "record names a field twice", at);
    }
    const values = this.#terms(count);
    return new NativeRecord(module, name, exported === 1, fieldNames, values);
  }
}
