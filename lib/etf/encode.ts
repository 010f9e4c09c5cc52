/**
 * Terms to bytes, as OTP 26 and later write them.
 *
 * @module
 */

import { Atom } from "./atom.ts";
import {
  writeBigInt,
  writeExport,
  writeFloat,
  writeInteger,
  writePid,
  writePort,
  writeReference,
} from "./encode_scalars.ts";
import { EtfError, notATerm } from "./errors.ts";
import { type EncoderOptions, Output } from "./output.ts";
import { Tag, VERSION } from "./tags.ts";
import {
  BitString,
  ByteList,
  ErlangMap,
  Export,
  Float,
  Fun,
  ImproperList,
  LocalTerm,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Term,
  Tuple,
} from "./terms.ts";

/** The longest list OTP sends as STRING_EXT. */
const MAX_STRING = 0xffff;

/** Writes terms one after another; its buffer serves again after {@linkcode Encoder.clear}. */
export class Encoder {
  readonly #out: Output;

  /** Starts empty. */
  constructor(options: EncoderOptions = {}) {
    this.#out = new Output(options);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#out.length;
  }

  /** Forgets what was written. */
  clear(): this {
    this.#out.length = 0;
    return this;
  }

  /** What was written: a view, valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#out.bytes.subarray(0, this.#out.length);
  }

  /** One byte, such as the pass-through marker. */
  byte(value: number): this {
    this.#out.uint8(value);
    return this;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#out.raw(bytes);
    return this;
  }

  /**
   * A term as it stands after a distribution header, without version byte.
   *
   * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`; nothing is written then
   */
  term(term: Term): this {
    const start = this.#out.length;
    try {
      this.#term(term);
    } catch (error) {
      const offset = this.#out.length;
      this.#out.length = start;
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

  /** Cheap questions first: `instanceof` walks to the end of a chain to say no. */
  #term(term: Term): void {
    const out = this.#out;
    if (typeof term === "number") writeInteger(out, term);
    else if (ArrayBuffer.isView(term)) this.#binary(term);
    else if (Array.isArray(term)) this.#list(term);
    else if (term instanceof Atom) out.atom(term);
    else if (term instanceof Tuple) this.#tuple(term.elements);
    else if (term instanceof ErlangMap) this.#map(term.entries);
    else if (term instanceof ByteList) this.#byteList(term.bytes);
    else if (term instanceof Float) writeFloat(out, term.value);
    else if (term instanceof Pid) writePid(out, term);
    else if (typeof term === "bigint") writeBigInt(out, term);
    else this.#rare(term);
  }

  #rare(term: Term): void {
    const out = this.#out;
    if (term instanceof Reference) writeReference(out, term);
    else if (term instanceof Port) writePort(out, term);
    else if (term instanceof Export) writeExport(out, term);
    else if (term instanceof ImproperList) this.#improperList(term);
    else if (term instanceof BitString) this.#bitString(term);
    else if (term instanceof Fun) this.#fun(term);
    else if (term instanceof NativeRecord) this.#record(term);
    else if (term instanceof LocalTerm) {
      out.uint8(Tag.LOCAL);
      out.raw(term.bytes);
    } else throw notATerm(term, out.length);
  }

  #terms(terms: readonly Term[]): void {
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i];
      if (term === undefined) throw notATerm(term, this.#out.length);
      this.#term(term);
    }
  }

  #tuple(elements: readonly Term[]): void {
    const arity = elements.length;
    if (arity < 256) this.#out.tagged8(Tag.SMALL_TUPLE, arity);
    else this.#out.tagged32(Tag.LARGE_TUPLE, arity);
    this.#terms(elements);
  }

  #binary(bytes: Uint8Array): void {
    this.#out.tagged32(Tag.BINARY, bytes.length);
    this.#out.raw(bytes);
  }

  #list(items: readonly Term[]): void {
    const out = this.#out;
    if (items.length === 0) {
      out.uint8(Tag.NIL);
    } else if (isByteList(items)) {
      out.tagged16(Tag.STRING, items.length);
      out.raw(Uint8Array.from(items));
    } else {
      out.tagged32(Tag.LIST, items.length);
      this.#terms(items);
      out.uint8(Tag.NIL);
    }
  }

  #byteList(bytes: Uint8Array): void {
    if (bytes.length === 0 || bytes.length > MAX_STRING) {
      this.#list(Array.from(bytes));
    } else {
      this.#out.tagged16(Tag.STRING, bytes.length);
      this.#out.raw(bytes);
    }
  }

  #improperList({ items, tail }: ImproperList): void {
    this.#out.tagged32(Tag.LIST, items.length);
    this.#terms(items);
    this.#term(tail);
  }

  #map(entries: readonly Term[]): void {
    this.#out.tagged32(Tag.MAP, entries.length >> 1);
    this.#terms(entries);
  }

  #bitString({ bytes, lastBits }: BitString): void {
    this.#out.tagged32(Tag.BIT_BINARY, bytes.length);
    this.#out.uint8(lastBits);
    this.#out.raw(bytes);
  }

  #fun({ identity, free }: Fun): void {
    const out = this.#out;
    out.tagged32(Tag.NEW_FUN, 0);
    const start = out.length - 4;
    out.uint8(identity.arity);
    out.raw(identity.uniq);
    out.uint32(identity.index);
    out.uint32(free.length);
    out.atom(identity.module);
    writeInteger(out, identity.oldIndex);
    writeInteger(out, identity.oldUniq);
    writePid(out, identity.pid);
    this.#terms(free);
    out.view.setUint32(start, out.length - start);
  }

  #record(record: NativeRecord): void {
    const out = this.#out;
    out.tagged32(Tag.RECORD, record.values.length);
    out.uint8(record.exported ? 1 : 0);
    out.atom(record.module);
    out.atom(record.name);
    for (const field of record.fieldNames) out.atom(field);
    this.#terms(record.values);
  }
}

/** What OTP sends as STRING_EXT. */
function isByteList(items: readonly Term[]): items is readonly number[] {
  if (items.length > MAX_STRING) return false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== "number" || (item & 255) !== item) return false;
  }
  return true;
}

/** Only a stack that ran out and a buffer that cannot grow are a RangeError here. */
function explain(error: unknown, offset: number): unknown {
  if (!(error instanceof RangeError)) return error;
  return error.message.includes("call stack")
    ? new EtfError("too_deep", "nested deeper than the stack holds", offset)
    : new EtfError("too_large", "term is too large to encode", offset);
}

const shared = new Encoder();

/**
 * The bytes of a term, as `term_to_binary` makes them.
 *
 * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`
 */
export function encode(term: Term): Uint8Array<ArrayBuffer> {
  return shared.clear().versioned(term).view().slice();
}
