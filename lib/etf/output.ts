/**
 * Bytes being encoded: one growing buffer, and the parts every kind of term is
 * made of.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import { Tag } from "./tags.ts";

/** For whom to encode. */
export interface EncodeOptions {
  /** What the reader understands; a node closes its link at anything else. @default {EVERYTHING} */
  readonly accepts?: Acceptance;
}

/** How an encoder works. */
export interface EncoderOptions extends EncodeOptions {
  /**
   * The place of an atom in the distribution header, if it has one; it is then
   * sent as ATOM_CACHE_REF. Asked once for each atom, in the order sent.
   */
  readonly cacheIndexOf?: (atom: Atom) => number | undefined;
  /** Bytes to start with. @default {2048} */
  readonly capacity?: number;
}

/** Terms that not every node understands. */
export interface Acceptance {
  /** Pids, ports and references of more than OTP 23's size (V4_NC). */
  readonly wideIdentifiers: boolean;
  /** Native records, OTP 29. */
  readonly nativeRecords: boolean;
  /** LOCAL_EXT, which only the node that made it can read. */
  readonly localTerms: boolean;
}

/** For readers that are not a link's peer. */
const EVERYTHING: Acceptance = {
  wideIdentifiers: true,
  nativeRecords: true,
  localTerms: true,
};

const DEFAULT_CAPACITY = 2048;
/** A larger buffer than this, in bytes, is not kept for the next use: one huge term must not pin its size for good. */
const MOST_KEPT = 8 * 1024 * 1024;
/** Below this, a loop copies faster than `set`. */
export const SHORT_COPY = 16;
/** Up to {@linkcode Output.limit} so many bytes fit: the longest atom, and anything shorter. */
export const SPARE = 1024;

/** What encoding writes to; private to this layer. */
export class Output {
  /** Bytes written so far. */
  length = 0;
  /** The buffer, with room after what was written; another one after it has grown. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The same buffer. */
  view: DataView<ArrayBuffer>;
  /** Where its last {@linkcode SPARE} bytes begin. */
  limit: number;
  /** Whether some atoms are sent as their place in the header. */
  readonly hasCache: boolean;
  /** What may be written. */
  readonly accepts: Acceptance;
  readonly #cacheIndexOf: ((atom: Atom) => number | undefined) | undefined;

  /** Starts empty. */
  constructor(options: EncoderOptions) {
    this.bytes = new Uint8Array(options.capacity ?? DEFAULT_CAPACITY);
    this.view = new DataView(this.bytes.buffer);
    this.limit = this.bytes.length - SPARE;
    this.hasCache = options.cacheIndexOf !== undefined;
    this.accepts = options.accepts ?? EVERYTHING;
    this.#cacheIndexOf = options.cacheIndexOf;
  }

  /** Forgets what was written. */
  clear(): void {
    this.length = 0;
    if (this.bytes.length > MOST_KEPT) this.#use(DEFAULT_CAPACITY);
  }

  /** Sees to it that `count` more bytes fit. */
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

  /** One byte. */
  uint8(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Four bytes. */
  uint32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.length, value);
    this.length += 4;
  }

  /** Bytes as they are. */
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

  /** A tag and one byte. */
  tagged8(tag: number, value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, tag << 8 | value);
    this.length += 2;
  }

  /** A tag and two bytes. */
  tagged16(tag: number, value: number): void {
    this.reserve(3);
    this.bytes[this.length] = tag;
    this.view.setUint16(this.length + 1, value);
    this.length += 3;
  }

  /** A tag and four bytes. */
  tagged32(tag: number, value: number): void {
    this.reserve(5);
    this.bytes[this.length] = tag;
    this.view.setUint32(this.length + 1, value);
    this.length += 5;
  }

  /** An atom, by its place in the header if it has one. */
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
