/**
 * Atoms, whose text is kept the way it is searched and compared, and the way it
 * is sent: in words of four bytes.
 *
 * @module
 */

import { Tag } from "./tags.ts";

const encoder = new TextEncoder();

/** An atom; made by `atom()` or by decoding. */
export class Atom {
  /** The text, without quotes. */
  readonly name: string;
  /** How many bytes of UTF-8 the text takes. */
  readonly byteLength: number;
  /** Those bytes, by four, the first the most significant; zeros fill the last word. */
  readonly words: readonly number[];
  /** Differs from run to run. */
  readonly hash: number;
  /** The whole term as it is sent, tag and length before the text, in words like those of the text. */
  readonly encoded: readonly number[];
  /** How many bytes of them count. */
  readonly encodedLength: number;

  /** For the atom table only: anybody else gets a twin that is not `===`. */
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

  /** Tells terms apart. */
  get type(): "atom" {
    return "atom";
  }

  /** The text in UTF-8. */
  get utf8(): Uint8Array<ArrayBuffer> {
    return encoder.encode(this.name);
  }
}

/** Bytes by four. */
function wordsOf(bytes: readonly number[]): readonly number[] {
  const words: number[] = [];
  for (let i = 0; i < bytes.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(i, i + 4);
    words.push(a << 24 | b << 16 | c << 8 | d);
  }
  return words;
}

/** Bytewise, which for UTF-8 is the order of the code points. */
export function compareAtoms(a: Atom, b: Atom): number {
  if (a === b) return 0;
  const shared = Math.min(a.words.length, b.words.length);
  for (let i = 0; i < shared; i++) {
    const difference = ((a.words[i] ?? 0) >>> 0) - ((b.words[i] ?? 0) >>> 0);
    if (difference !== 0) return difference;
  }
  return a.byteLength - b.byteLength;
}
