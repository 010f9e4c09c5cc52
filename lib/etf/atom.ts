/**
 * Atoms, whose text is kept the way it is searched, compared and sent: in words
 * of four bytes.
 *
 * @module
 */

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
