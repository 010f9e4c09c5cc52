/**
 * Atoms, and the table that makes them unique without letting a peer fill memory. Their
 * text is stored in words of four bytes, in which it is searched, compared and sent.
 *
 * Atoms that this program names with {@linkcode atom} stay forever. Atoms that arrive
 * in a term are looked up by their bytes, so that a known one needs no string; when
 * there are too many, all of them are dropped, between two terms. Therefore an atom
 * named by the program is always `===` to the same atom decoded later, and so are equal
 * atoms of one term. Equal atoms of different terms usually are, but not always, so
 * `equals` and `compare` fall back on the bytes.
 *
 * @module
 */

import { badBytes, EtfError } from "./errors.ts";
import { Tag } from "./tags.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const MAX_CHARACTERS = 255;
/** Maximum length in UTF-8: four bytes per character. */
const MAX_BYTES = 1020;
const SMALLEST = 2048;
/** Maximum atoms from peers; above it, all of them are dropped before the next term. */
const MANY = 65_536;

/** Random and odd, so that a peer cannot choose names that collide. */
const MULTIPLIER = randomOdd();

/** An atom, created by `atom()` or by decoding. */
export class Atom {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "atom";
  /** The text, without quotes. */
  readonly name: string;
  /** Length of the text in UTF-8, in bytes. */
  readonly byteLength: number;
  /** The UTF-8 text as big-endian 32-bit words; the last one is padded with zeros. */
  readonly words: readonly number[];
  /** Hash of the text; differs between runs of the program. */
  readonly hash: number;
  /** The encoded term (tag, length and text), as such words. */
  readonly encoded: readonly number[];
  /** Length of the encoded term, in bytes. */
  readonly encodedLength: number;

  /** For the atom table only: elsewhere it would create a duplicate that is not `===`. */
  constructor(
    name: string,
    byteLength: number,
    words: readonly number[],
    hash: number,
  ) {
    this.name = name;
    this.byteLength = byteLength;
    this.words = words;
    this.hash = hash;
    const tag = byteLength < 256
      ? [Tag.SMALL_ATOM_UTF8, byteLength]
      : [Tag.ATOM_UTF8, byteLength >> 8, byteLength & 255];
    this.encoded = wordsOf([...tag, ...this.utf8]);
    this.encodedLength = tag.length + byteLength;
  }

  /** The text as UTF-8. */
  get utf8(): Uint8Array<ArrayBuffer> {
    return encoder.encode(this.name);
  }
}

/** Packs bytes into big-endian words. */
function wordsOf(bytes: readonly number[]): readonly number[] {
  const words: number[] = [];
  for (let i = 0; i < bytes.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(i, i + 4);
    words.push(a << 24 | b << 16 | c << 8 | d);
  }
  return words;
}

/** Compares two atoms by bytes, which in UTF-8 is the order of code points. */
export function compareAtoms(a: Atom, b: Atom): number {
  if (a === b) return 0;
  const shared = Math.min(a.words.length, b.words.length);
  for (let i = 0; i < shared; i++) {
    const difference = ((a.words[i] ?? 0) >>> 0) - ((b.words[i] ?? 0) >>> 0);
    if (difference !== 0) return difference;
  }
  return a.byteLength - b.byteLength;
}

/** A set of atoms, searched by name or by bytes. */
export class AtomTable {
  /** Hash table with open addressing and linear probing; its size is a power of two, at most half full. */
  #slots: (Atom | undefined)[] = emptySlots(SMALLEST);
  #size = 0;
  readonly #kept = new Map<string, Atom>();

  /** Number of atoms, including those kept forever. */
  get size(): number {
    return this.#size;
  }

  /**
   * Returns the atom with a name, and keeps it forever.
   *
   * @throws {EtfError} `bad_atom`
   */
  keep(name: string): Atom {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    if (!name.isWellFormed()) {
      throw new EtfError("bad_atom", "atom contains a lone surrogate", 0);
    }
    const utf8 = encoder.encode(name);
    const found = this.find(utf8, 0, utf8.length);
    this.#kept.set(name, found);
    return found;
  }

  /**
   * Prepares for up to `count` new atoms from a peer, dropping the old ones if there are
   * too many; returns the maximum size of the table afterwards.
   */
  admit(count: number): number {
    if (this.#size - this.#kept.size > MANY) {
      this.#refill([...this.#kept.values()], SMALLEST);
    }
    return this.#size + count;
  }

  /**
   * Returns the atom whose UTF-8 text is `bytes[start, end)`.
   *
   * @throws {EtfError} `bad_atom`
   */
  find(bytes: Uint8Array, start: number, end: number): Atom {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return this.findIn(view, start, end - start);
  }

  /**
   * Returns the atom whose UTF-8 text is the `length` bytes at `start`.
   *
   * @throws {EtfError} `bad_atom`
   */
  findIn(view: DataView, start: number, length: number): Atom {
    if (length > MAX_BYTES) throw tooLong(start);
    const hash = load(view, start, length);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask;; slot = (slot + 1) & mask) {
      const atom = slots[slot];
      if (atom === undefined) return this.#meet(view, start, length, hash);
      if (atom.hash === hash && isLoaded(atom, length)) return atom;
    }
  }

  #meet(view: DataView, start: number, length: number, hash: number): Atom {
    const name = textAt(view, start, length);
    const words = Array.from(loaded.subarray(0, (length + 3) >> 2));
    return this.#add(new Atom(name, length, words, hash));
  }

  #add(atom: Atom): Atom {
    if (this.#size * 2 >= this.#slots.length) {
      const all = this.#slots.filter((slot) => slot !== undefined);
      this.#refill(all, this.#slots.length * 2);
    }
    const mask = this.#slots.length - 1;
    let slot = atom.hash & mask;
    while (this.#slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.#slots[slot] = atom;
    this.#size++;
    return atom;
  }

  #refill(atoms: readonly Atom[], capacity: number): void {
    this.#slots = emptySlots(capacity);
    this.#size = 0;
    for (const atom of atoms) this.#add(atom);
  }
}

/** The atom table of this program. */
export const atoms: AtomTable = new AtomTable();

/**
 * Returns the atom with a name, and keeps it forever: for names in code, not from input.
 *
 * @throws {EtfError} `bad_atom` if it has more than 255 characters
 */
export function atom(name: string): Atom {
  return atoms.keep(name);
}

/** The text being looked up, as words. */
const loaded = new Int32Array(MAX_BYTES / 4);

/** Fills {@linkcode loaded} with a text; returns its hash. */
function load(view: DataView, start: number, length: number): number {
  const count = length >> 2;
  let hash = length;
  let at = start;
  for (let i = 0; i < count; i++, at += 4) {
    const word = view.getInt32(at);
    loaded[i] = word;
    hash = mixed(hash, word);
  }
  const rest = length & 3;
  if (rest === 0) return hash;
  let word = view.getUint8(at) << 24;
  if (rest > 1) word |= view.getUint8(at + 1) << 16;
  if (rest > 2) word |= view.getUint8(at + 2) << 8;
  loaded[count] = word;
  return mixed(hash, word);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, MULTIPLIER);
  return product ^ (product >>> 15);
}

function isLoaded(atom: Atom, length: number): boolean {
  const { words } = atom;
  if (atom.byteLength !== length) return false;
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== loaded[i]) return false;
  }
  return true;
}

/** Decodes and checks a text. */
function textAt(view: DataView, start: number, length: number): string {
  const utf8 = new Uint8Array(view.buffer, view.byteOffset + start, length);
  let text: string;
  try {
    text = decoder.decode(utf8);
  } catch (cause) {
    throw badBytes("bad_atom", "atom is not UTF-8", start, cause);
  }
  if (length > MAX_CHARACTERS && [...text].length > MAX_CHARACTERS) {
    throw tooLong(start);
  }
  return text;
}

function tooLong(offset: number): EtfError {
  const message = `atom is longer than ${MAX_CHARACTERS} characters`;
  return badBytes("bad_atom", message, offset);
}

function emptySlots(length: number): (Atom | undefined)[] {
  return new Array<Atom | undefined>(length).fill(undefined);
}

function randomOdd(): number {
  const [word = 0] = crypto.getRandomValues(new Int32Array(1));
  return word | 1;
}

/** Converts Latin-1 text to UTF-8. */
export function utf8FromLatin1(bytes: Uint8Array): Uint8Array {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return encoder.encode(text);
}
