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

/** Options for an encoder. */
export interface EncoderOptions extends EncodeOptions {
  /**
   * Returns the index of an atom in the distribution header, if it has one; the atom is
   * then sent as ATOM_CACHE_REF. Called once for each atom, in the order sent.
   */
  readonly cacheIndexOf?: (atom: Atom) => number | undefined;
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

/** Writes the parts of terms; private to this layer. */
export class Output {
  length = 0;
  /** The buffer, with room after what was written; replaced when it grows. */
  bytes: Uint8Array<ArrayBuffer>;
  view: DataView<ArrayBuffer>;
  /** Offset of the buffer's last {@linkcode SPARE} bytes. */
  limit: number;
  /** Whether atoms may be sent as an index in the header. */
  readonly hasCache: boolean;
  readonly accepts: Acceptance;
  readonly #cacheIndexOf: ((atom: Atom) => number | undefined) | undefined;

  constructor(options: EncoderOptions) {
    this.bytes = new Uint8Array(options.capacity ?? DEFAULT_CAPACITY);
    this.view = new DataView(this.bytes.buffer);
    this.limit = this.bytes.length - SPARE;
    this.hasCache = options.cacheIndexOf !== undefined;
    this.accepts = options.accepts ?? EVERYTHING;
    this.#cacheIndexOf = options.cacheIndexOf;
  }

  clear(): void {
    this.length = 0;
    if (this.bytes.length > MAX_KEPT) this.#use(DEFAULT_CAPACITY);
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

  uint8(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value);
    this.length += 4;
  }

  raw(source: Uint8Array): void {
    const count = source.length;
    this.reserve(count);
    const { bytes, length } = this;
    if (count < SHORT_COPY) {
      for (let i = 0; i < count; i++) bytes[length + i] = source[i] ?? 0;
    } else {
      bytes.set(source, length);
    }
    this.length = length + count;
  }

  tagged8(tag: number, value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, tag << 8 | value);
    this.length += 2;
  }

  tagged16(tag: number, value: number): void {
    this.reserve(3);
    this.bytes[this.length] = tag;
    this.view.setUint16(this.length + 1, value);
    this.length += 3;
  }

  tagged32(tag: number, value: number): void {
    this.reserve(5);
    this.bytes[this.length] = tag;
    this.view.setUint32(this.length + 1, value);
    this.length += 5;
  }

  /** Writes an atom, as its index in the header if it has one. */
  atom(atom: Atom): void {
    const index = this.#cacheIndexOf?.(atom);
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
