/**
 * Atoms. Their text is stored in words of four bytes, in which it is searched,
 * compared and sent.
 *
 * @module
 */

import { Tag } from "./tags.ts";

const encoder = new TextEncoder();

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
