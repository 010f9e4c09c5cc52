/**
 * Bytes being encoded: a growing buffer, and the parts that all kinds of terms consist
 * of.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import { Tag } from "./tags.ts";

/** Options for encoding. */
export interface EncodeOptions {
  /** What the reader supports; a node closes its link if it gets anything else. @default {EVERYTHING} */
  readonly accepts?: Acceptance;
}

/** Finds atoms in a distribution header. */
export interface AtomIndex {
  /** Returns the index of an atom, if it has one. Called once for each atom, in the order sent. */
  indexOf(atom: Atom): number | undefined;
}

/** Options for an encoder. */
export interface EncoderOptions extends EncodeOptions {
  /** The atoms of the distribution header; one of them is sent as ATOM_CACHE_REF. */
  readonly cache?: AtomIndex | undefined;
  /** Initial size of the buffer, in bytes. @default {2048} */
  readonly capacity?: number;
}

/** Terms that not every node supports. */
export interface Acceptance {
  /** Pids, ports and references larger than OTP 23's (V4_NC). */
  readonly wideIdentifiers: boolean;
  /** Native records (OTP 29). */
  readonly nativeRecords: boolean;
  /** LOCAL_EXT, which only the node that made it can read. */
  readonly localTerms: boolean;
}

/** Everything, for readers that are not the peer of a link. */
const EVERYTHING: Acceptance = {
  wideIdentifiers: true,
  nativeRecords: true,
  localTerms: true,
};

const DEFAULT_CAPACITY = 2048;
/** Maximum size of a buffer kept for reuse, in bytes: one huge term must not occupy its memory forever. */
const MAX_KEPT = 8 * 1024 * 1024;
/** Size below which a loop copies faster than `set`, in bytes. */
export const SHORT_COPY = 16;
/** Bytes that always fit at a position up to {@linkcode Output.limit}: enough for the longest atom. */
export const SPARE = 1024;

/** Writes the parts of terms. */
export class Output {
  /** Bytes written so far. */
  length = 0;
  /** The buffer, with room after what was written; replaced when it grows. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The same buffer. */
  view: DataView<ArrayBuffer>;
  /** Offset of the buffer's last {@linkcode SPARE} bytes. */
  limit: number;
  /** What the reader supports. */
  readonly accepts: Acceptance;
  /** The atoms that may be sent as an index in the header. */
  readonly cache: AtomIndex | undefined;

  /** Creates an empty buffer. */
  constructor(options: EncoderOptions) {
    this.bytes = new Uint8Array(options.capacity ?? DEFAULT_CAPACITY);
    this.view = new DataView(this.bytes.buffer);
    this.limit = this.bytes.length - SPARE;
    this.accepts = options.accepts ?? EVERYTHING;
    this.cache = options.cache;
  }

  /** Discards what was written. */
  clear(): this {
    this.length = 0;
    if (this.bytes.length > MAX_KEPT) this.#use(DEFAULT_CAPACITY);
    return this;
  }

  /** Returns what was written, as a view that is valid until the next write. */
  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  /** Grows the buffer if `count` more bytes do not fit. */
  reserve(count: number): void {
    if (this.length + count > this.bytes.length) this.#grow(count);
  }

  #grow(count: number): void {
    const { bytes, length } = this;
    this.#use(Math.max(2 * bytes.length, length + count));
    this.bytes.set(bytes.subarray(0, length));
  }

  #use(capacity: number): void {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
    this.limit = capacity - SPARE;
  }

  /** Writes one byte. */
  uint8(value: number): this {
    this.reserve(1);
    this.bytes[this.length++] = value;
    return this;
  }

  /** Writes four bytes. */
  uint32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value);
    this.length += 4;
  }

  /** Writes bytes as they are. */
  raw(source: Uint8Array): this {
    const count = source.length;
    this.reserve(count);
    const { bytes, length } = this;
    if (count < SHORT_COPY) {
      for (let i = 0; i < count; i++) bytes[length + i] = source[i] ?? 0;
    } else {
      bytes.set(source, length);
    }
    this.length = length + count;
    return this;
  }

  /** Writes a tag and one byte. */
  tagged8(tag: number, value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, tag << 8 | value);
    this.length += 2;
  }

  /** Writes a tag and two bytes. */
  tagged16(tag: number, value: number): void {
    this.reserve(3);
    this.bytes[this.length] = tag;
    this.view.setUint16(this.length + 1, value);
    this.length += 3;
  }

  /** Writes a tag and four bytes. */
  tagged32(tag: number, value: number): void {
    this.reserve(5);
    this.bytes[this.length] = tag;
    this.view.setUint32(this.length + 1, value);
    this.length += 5;
  }

  /** Writes an atom, as its index in the header if it has one. */
  atom(atom: Atom): void {
    const index = this.cache?.indexOf(atom);
    if (index !== undefined) {
      this.tagged8(Tag.ATOM_CACHE_REF, index);
      return;
    }
    this.reserve(SPARE);
    const { encoded, encodedLength } = atom;
    const { length, view } = this;
    for (let i = 0; i < encoded.length; i++) {
      view.setInt32(length + 4 * i, encoded[i] ?? 0);
    }
    this.length = length + encodedLength;
  }
}
