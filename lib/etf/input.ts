/**
 * Bytes being decoded: a position, bounds checks, and the parts that all kinds of terms
 * consist of.
 *
 * @module
 */

import { type Atom, atoms, utf8FromLatin1 } from "./atom.ts";
import { badBytes, type EtfErrorCode } from "./errors.ts";
import { Tag } from "./tags.ts";
import type { Term } from "./terms.ts";

/** Options about atoms. */
export interface AtomOptions {
  /** Maximum new atoms in one term. @default {65_536} */
  readonly maxAtoms?: number;
  /** The atoms of the distribution header, for ATOM_CACHE_REF. @default {[]} */
  readonly atoms?: readonly Atom[];
}

const DEFAULT_MAX_ATOMS = 65_536;
const NO_ATOMS: readonly Atom[] = [];

/** Reads the parts of terms. */
export abstract class Input {
  /** All bytes, including those before the position. */
  readonly bytes: Uint8Array;
  /** The same bytes; reading past the end throws a RangeError, which the decoder explains. */
  readonly view: DataView;
  /** Offset of the next term. */
  offset: number;
  readonly #buffer: ArrayBufferLike;
  readonly #base: number;
  readonly #header: readonly Atom[];
  readonly #maxNewAtoms: number;
  #maxAtoms: number;

  /** Starts at `offset`. */
  constructor(bytes: Uint8Array, offset: number, options: AtomOptions) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#buffer = bytes.buffer;
    this.#base = bytes.byteOffset;
    this.offset = offset;
    this.#header = options.atoms ?? NO_ATOMS;
    this.#maxNewAtoms = options.maxAtoms ?? DEFAULT_MAX_ATOMS;
    this.#maxAtoms = this.#maxNewAtoms;
  }

  /** Prepares for reading a term. */
  begin(): void {
    this.#maxAtoms = atoms.admit(this.#maxNewAtoms);
  }

  /** Reads `count` terms. */
  abstract terms(count: number): readonly Term[];

  /** Reads a byte. */
  uint8(): number {
    return this.view.getUint8(this.offset++);
  }

  /** Reads two bytes. */
  uint16(): number {
    const at = this.offset;
    this.offset = at + 2;
    return this.view.getUint16(at);
  }

  /** Reads four bytes. */
  uint32(): number {
    const at = this.offset;
    this.offset = at + 4;
    return this.view.getUint32(at);
  }

  /** Returns the next `count` bytes as a view. */
  take(count: number): Uint8Array {
    const { bytes, offset } = this;
    const end = offset + count;
    if (end > bytes.length) this.truncated(count);
    this.offset = end;
    return new Uint8Array(this.#buffer, this.#base + offset, count);
  }

  /** Reads an atom with its tag, where only an atom is allowed: a node, a module… */
  atom(): Atom {
    const tag = this.uint8();
    switch (tag) {
      case Tag.SMALL_ATOM_UTF8:
        return this.utf8Atom(this.uint8());
      case Tag.ATOM_CACHE_REF:
        return this.headerAtom(this.uint8());
      case Tag.ATOM_UTF8:
        return this.utf8Atom(this.uint16());
      case Tag.ATOM:
        return this.latin1Atom(this.uint16());
      case Tag.SMALL_ATOM:
        return this.latin1Atom(this.uint8());
      default:
        return this.misplaced(tag, "an atom");
    }
  }

  /** Reads an atom whose text is the next `length` bytes of UTF-8. */
  utf8Atom(length: number): Atom {
    const at = this.offset;
    const end = at + length;
    if (end > this.bytes.length) this.truncated(length);
    this.offset = end;
    const found = atoms.findIn(this.view, at, length);
    if (atoms.size > this.#maxAtoms) this.#tooManyAtoms(at);
    return found;
  }

  #tooManyAtoms(at: number): never {
    this.fail("too_many_atoms", "too many new atoms", at);
  }

  /** Reads an atom whose text is the next `length` bytes of Latin-1. */
  latin1Atom(length: number): Atom {
    const { view, offset } = this;
    const end = offset + length;
    if (end > this.bytes.length) this.truncated(length);
    let at = offset;
    while (at < end && view.getUint8(at) < 128) at++;
    if (at === end) return this.utf8Atom(length);
    const utf8 = utf8FromLatin1(this.take(length));
    const found = atoms.find(utf8, 0, utf8.length);
    if (atoms.size > this.#maxAtoms) this.#tooManyAtoms(offset);
    return found;
  }

  /** Returns the atom with an index in the distribution header. */
  headerAtom(index: number): Atom {
    const found = this.#header[index];
    if (found === undefined) {
      this.fail("bad_atom", `header has no atom ${index}`, this.offset - 1);
    }
    return found;
  }

  /** Fails because of a tag that is not allowed here and has just been read. */
  misplaced(tag: number, wanted: string): never {
    this.fail("bad_term", `tag ${tag} instead of ${wanted}`, this.offset - 1);
  }

  /** Fails because a length or count exceeds the remaining bytes. */
  truncated(needed: number): never {
    const { offset } = this;
    const left = Math.max(0, this.bytes.length - offset);
    this.fail("truncated", `${needed} needed but ${left} bytes left`, offset);
  }

  /** Fails because of the bytes at `offset`. */
  fail(code: EtfErrorCode, message: string, offset: number): never {
    throw badBytes(code, message, offset);
  }
}
