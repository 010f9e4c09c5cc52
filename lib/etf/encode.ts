/**
 * Encodes a term, or a sequence of terms, as OTP 26 and later do.
 *
 * @module
 */

import { Atom } from "./atom.ts";
import {
  writeBigInt,
  writeExport,
  writeInteger,
  writePid,
  writePort,
  writeReference,
} from "./encode_scalars.ts";
import { EtfError, notATerm, notForPeer } from "./errors.ts";
import {
  type EncodeOptions,
  type EncoderOptions,
  Output,
  SHORT_COPY,
  SPARE,
} from "./output.ts";
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

/** Maximum length of a list that OTP sends as STRING_EXT. */
const MAX_STRING = 0xffff;

/** Writes a sequence of terms; {@linkcode Encoder.clear} reuses its buffer. */
export class Encoder extends Output {
  /** Creates an empty encoder. */
  constructor(options: EncoderOptions = {}) {
    super(options);
  }

  /**
   * Writes a term without a version byte, as it follows a distribution header.
   *
   * @throws {EtfError} `not_a_term`, `too_deep`, `too_large`; nothing is written then
   */
  term(term: Term): this {
    const start = this.length;
    try {
      this.#terms([term]);
    } catch (error) {
      const offset = this.length;
      this.length = start;
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
    return this.uint8(VERSION).term(term);
  }

  /**
   * Writes terms. Most time is spent in this loop, so it keeps the position in a variable
   * and writes short terms inline. Cheap checks come first, because a failing
   * `instanceof` walks the whole prototype chain.
   */
  #terms(terms: readonly Term[]): void {
    let { bytes, view, length: at } = this;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i];
      if (at > this.limit) {
        this.length = at;
        this.reserve(SPARE);
        ({ bytes, view } = this);
      }
      if (typeof term === "number") {
        if ((term & 255) === term) {
          view.setUint16(at, Tag.SMALL_INTEGER << 8 | term);
          at += 2;
          continue;
        }
        if ((term | 0) === term) {
          bytes[at] = Tag.INTEGER;
          view.setInt32(at + 1, term);
          at += 5;
          continue;
        }
        this.length = at;
        writeInteger(this, term);
      } else if (ArrayBuffer.isView(term)) {
        const count = term.length;
        if (count < SHORT_COPY) {
          bytes[at] = Tag.BINARY;
          view.setUint32(at + 1, count);
          at += 5;
          for (let j = 0; j < count; j++) bytes[at + j] = term[j] ?? 0;
          at += count;
          continue;
        }
        this.length = at;
        this.tagged32(Tag.BINARY, count);
        this.raw(term);
      } else if (Array.isArray(term)) {
        this.length = at;
        this.#list(term);
      } else if (term instanceof Atom) {
        if (this.cache === undefined) {
          const { encoded, encodedLength } = term;
          for (let j = 0; j < encoded.length; j++) {
            view.setInt32(at + 4 * j, encoded[j] ?? 0);
          }
          at += encodedLength;
          continue;
        }
        this.length = at;
        this.atom(term);
      } else if (term instanceof Tuple) {
        this.length = at;
        const arity = term.elements.length;
        if (arity < 256) this.tagged8(Tag.SMALL_TUPLE, arity);
        else this.tagged32(Tag.LARGE_TUPLE, arity);
        this.#terms(term.elements);
      } else if (term instanceof Float) {
        const { value } = term;
        if (!Number.isFinite(value)) throw notATerm(value, at);
        bytes[at] = Tag.NEW_FLOAT;
        view.setFloat64(at + 1, value);
        at += 9;
        continue;
      } else {
        this.length = at;
        this.#other(term);
      }
      ({ bytes, view, length: at } = this);
    }
    this.length = at;
  }

  #other(term: Term | undefined): void {
    if (typeof term === "bigint") writeBigInt(this, term);
    else if (term instanceof ErlangMap) this.#map(term.entries);
    else if (term instanceof Pid) writePid(this, term);
    else if (term instanceof ByteList) this.#byteList(term.bytes);
    else if (term instanceof Reference) writeReference(this, term);
    else if (term instanceof Port) writePort(this, term);
    else if (term instanceof Export) writeExport(this, term);
    else if (term instanceof ImproperList) this.#improperList(term);
    else if (term instanceof BitString) this.#bitString(term);
    else if (term instanceof Fun) this.#fun(term);
    else if (term instanceof NativeRecord) this.#record(term);
    else if (term instanceof LocalTerm) this.#local(term);
    else throw notATerm(term, this.length);
  }

  #list(items: readonly Term[]): void {
    if (items.length === 0) {
      this.uint8(Tag.NIL);
    } else if (isByteList(items)) {
      this.tagged16(Tag.STRING, items.length);
      this.raw(Uint8Array.from(items));
    } else {
      this.tagged32(Tag.LIST, items.length);
      this.#terms(items);
      this.uint8(Tag.NIL);
    }
  }

  #byteList(bytes: Uint8Array): void {
    if (bytes.length === 0 || bytes.length > MAX_STRING) {
      this.#list(Array.from(bytes));
    } else {
      this.tagged16(Tag.STRING, bytes.length);
      this.raw(bytes);
    }
  }

  #improperList({ items, tail }: ImproperList): void {
    this.tagged32(Tag.LIST, items.length);
    this.#terms(items);
    this.#terms([tail]);
  }

  #map(entries: readonly Term[]): void {
    this.tagged32(Tag.MAP, entries.length >> 1);
    this.#terms(entries);
  }

  #bitString({ bytes, lastBits }: BitString): void {
    this.tagged32(Tag.BIT_BINARY, bytes.length);
    this.uint8(lastBits);
    this.raw(bytes);
  }

  #fun({ identity, free }: Fun): void {
    this.tagged32(Tag.NEW_FUN, 0);
    const start = this.length - 4;
    this.uint8(identity.arity);
    this.raw(identity.uniq);
    this.uint32(identity.index);
    this.uint32(free.length);
    this.atom(identity.module);
    writeInteger(this, identity.oldIndex);
    writeInteger(this, identity.oldUniq);
    writePid(this, identity.pid);
    this.#terms(free);
    this.view.setUint32(start, this.length - start);
  }

  #record(record: NativeRecord): void {
    if (!this.accepts.nativeRecords) {
      throw notForPeer("a native record", this.length);
    }
    this.tagged32(Tag.RECORD, record.values.length);
    this.uint8(record.exported ? 1 : 0);
    this.atom(record.module);
    this.atom(record.name);
    for (const field of record.fieldNames) this.atom(field);
    this.#terms(record.values);
  }

  #local({ bytes }: LocalTerm): void {
    if (!this.accepts.localTerms) throw notForPeer("LOCAL_EXT", this.length);
    this.uint8(Tag.LOCAL);
    this.raw(bytes);
  }
}

/** Returns whether OTP sends a list as STRING_EXT. */
function isByteList(items: readonly Term[]): items is readonly number[] {
  if (items.length > MAX_STRING) return false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== "number" || (item & 255) !== item) return false;
  }
  return true;
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
    return new Encoder(options).versioned(term).written();
  }
  const bytes = shared.clear().versioned(term).written();
  if (bytes.length < HANDED_OVER) return bytes.slice();
  shared = new Encoder({ capacity: bytes.length + SPARE });
  return bytes;
}
