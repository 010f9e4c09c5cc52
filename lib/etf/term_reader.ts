/**
 * Decodes terms: one recursive function, which checks every length against the remaining
 * bytes before it allocates anything.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import * as parts from "./decode_parts.ts";
import { hasEqualKeys } from "./key.ts";
import { type AtomOptions, Input } from "./input.ts";
import { Tag } from "./tags.ts";
import {
  ByteList,
  ErlangMap,
  Fun,
  ImproperList,
  NativeRecord,
  type Term,
  Tuple,
} from "./terms.ts";

/** Options about atoms and depth. */
export interface ReaderOptions extends AtomOptions {
  /** Maximum nesting depth. @default {512} */
  readonly maxDepth?: number;
}

const DEFAULT_MAX_DEPTH = 512;
const UNIQ_BYTES = 16;
const NOTHING: readonly Term[] = [];
const EMPTY_TUPLE = new Tuple(NOTHING);
const EMPTY_MAP = new ErlangMap(NOTHING);

/** Reads terms from an {@linkcode Input}; private to this layer. */
export class TermReader extends Input {
  readonly #maxDepth: number;
  #depth = 0;
  /** Terms left until the limit. */
  #room: number;

  /** Starts at `offset`; `maxTerms` limits time and memory. */
  constructor(
    bytes: Uint8Array,
    offset: number,
    options: ReaderOptions,
    maxTerms: number,
  ) {
    super(bytes, offset, options);
    this.#maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#room = maxTerms;
  }

  override begin(): void {
    super.begin();
    this.#depth = -1; // the term itself is at level 0
  }

  term(): Term {
    const [term = NOTHING] = this.#terms(1);
    return term;
  }

  /**
   * Reads `count` terms. Most time is spent in this loop, so it keeps the position in a
   * variable and reads frequent terms inline. Its cases are numbers, because named
   * constants would make it a fifth slower.
   */
  #terms(count: number): readonly Term[] {
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
          terms[i] = this.#tuple(view.getUint8(at + 1));
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
          terms[i] = parts.readFloat(this, at + 1);
          at += 9;
          break;
        case 110: // SMALL_BIG
          this.offset = at + 2;
          terms[i] = parts.readBig(this, view.getUint8(at + 1));
          at = this.offset;
          break;
        default:
          this.offset = at + 1;
          terms[i] = this.#other(tag);
          at = this.offset;
      }
    }
    this.offset = at;
    this.#depth--;
    return terms;
  }

  /** Reads a less frequent term, whose tag has been read. */
  #other(tag: number): Term {
    switch (tag) {
      case Tag.ATOM_CACHE_REF:
        return this.headerAtom(this.uint8());
      case Tag.STRING:
        return this.#string();
      case Tag.MAP:
        return this.#map();
      case Tag.NEW_PID:
        return parts.readPid(this);
      case Tag.NEWER_REFERENCE:
        return parts.readReference(this);
      case Tag.NEW_PORT:
        return parts.readPort(this);
      case Tag.V4_PORT:
        return parts.readWidePort(this);
      case Tag.EXPORT:
        return parts.readExport(this);
      case Tag.NEW_FUN:
        return this.#fun();
      case Tag.BIT_BINARY:
        return parts.readBits(this);
      case Tag.LARGE_BIG:
        return parts.readBig(this, this.uint32());
      case Tag.LARGE_TUPLE:
        return this.#tuple(this.uint32());
      case Tag.ATOM_UTF8:
        return this.utf8Atom(this.uint16());
      case Tag.RECORD:
        return this.#record();
      case Tag.ATOM:
        return this.latin1Atom(this.uint16());
      case Tag.SMALL_ATOM:
        return this.latin1Atom(this.uint8());
      case Tag.PID:
        return parts.readPid(this, true);
      case Tag.NEW_REFERENCE:
        return parts.readReference(this, true);
      case Tag.REFERENCE:
        return parts.readOldestReference(this);
      case Tag.PORT:
        return parts.readPort(this, true);
      case Tag.FLOAT:
        return parts.readFloatText(this);
      default: {
        const message = `tag ${tag} does not start a term`;
        return this.fail("unknown_tag", message, this.offset - 1);
      }
    }
  }

  #refuse(): never {
    if (this.#room < 0) {
      this.fail("too_large", "term contains too many terms", this.offset);
    }
    const message = `nested deeper than ${this.#maxDepth} levels`;
    this.fail("too_deep", message, this.offset);
  }

  #tuple(arity: number): Tuple {
    return arity === 0 ? EMPTY_TUPLE : new Tuple(this.#terms(arity));
  }

  #list(count: number): Term {
    const items = this.#terms(count);
    if (this.view.getUint8(this.offset) !== Tag.NIL) return this.#tailed(items);
    this.offset++;
    return items;
  }

  /** Reads the tail of a list; tails that are lists themselves are read in a loop and joined. */
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
      this.fail("bad_term", "map has a duplicate key", at);
    }
    return new ErlangMap(entries);
  }

  /** Reads NEW_FUN_EXT; ignores its size, as OTP does. */
  #fun(): Fun {
    this.take(4);
    const arity = this.uint8();
    const uniq = this.take(UNIQ_BYTES);
    const index = this.uint32();
    const count = this.uint32();
    const module = this.atom();
    const oldIndex = this.#number();
    const oldUniq = this.#number();
    const pid = parts.readTaggedPid(this);
    const identity = { module, arity, index, uniq, oldIndex, oldUniq, pid };
    return new Fun(identity, this.#terms(count));
  }

  #number(): number {
    const at = this.offset;
    const term = this.term();
    if (typeof term === "number") return term;
    return this.fail("bad_term", "fun's number is not an integer", at);
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
      this.fail("bad_term", "record has a duplicate field", at);
    }
    const values = this.#terms(count);
    return new NativeRecord(module, name, exported === 1, fieldNames, values);
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
