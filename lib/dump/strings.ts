/**
 * Names that occur many times in a dump, such as functions, each kept once. Their number
 * and size are bounded: whoever made the file chose them.
 *
 * @module
 */

const utf8 = new TextDecoder();

/** Maximum distinct names. */
const MAX_NAMES = 1 << 18;
/** Maximum size of all names, in bytes. */
const MAX_BYTES = 1 << 24;
/** Maximum size of a name, in bytes; the rest is cut. */
const MAX_NAME = 2048;
/** Maximum names looked at that have the same hash. */
const MAX_PROBES = 8;

/** Random, so that the names of a file cannot be chosen to collide. */
const [SEED = 1] = crypto.getRandomValues(new Int32Array(1));

/** A set of names with numbers. */
export class Strings {
  /** Number for no name, and for one that has no room. */
  static readonly NONE = 0;

  readonly #texts: string[] = [""];
  /** All names, one after the other. */
  #bytes = new Uint8Array(1 << 16);
  readonly #ends: number[] = [0];
  readonly #byHash = new Map<number, number>();
  /** Names for which there was no room. */
  omitted = 0;

  /** The number of the name `bytes[start, end)`. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const to = Math.min(end, start + MAX_NAME);
    if (to <= start) return Strings.NONE;
    let hash = SEED;
    for (let i = start; i < to; i++) {
      hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
    }
    for (let probe = 0; probe < MAX_PROBES; probe++, hash = hash + 1 | 0) {
      const known = this.#byHash.get(hash);
      if (known === undefined) {
        return this.#add(hash, bytes.subarray(start, to));
      }
      if (this.#is(known, bytes, start, to)) return known;
    }
    this.omitted++;
    return Strings.NONE;
  }

  /** The name with a number; `undefined` for none. */
  text(number: number): string | undefined {
    return number === Strings.NONE ? undefined : this.#texts[number];
  }

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i++) {
      if (this.#bytes[from + i - start] !== bytes[i]) return false;
    }
    return true;
  }

  #add(hash: number, name: Uint8Array): number {
    const used = this.#ends[this.#ends.length - 1] ?? 0;
    if (this.#texts.length > MAX_NAMES || used + name.length > MAX_BYTES) {
      this.omitted++;
      return Strings.NONE;
    }
    if (used + name.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(name, used);
    this.#ends.push(used + name.length);
    this.#byHash.set(hash, this.#texts.length);
    return this.#texts.push(utf8.decode(name)) - 1;
  }
}
