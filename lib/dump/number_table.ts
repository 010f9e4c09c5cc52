/**
 * A hash table from whole numbers up to 2^53 to 31-bit integers, in flat memory: for
 * millions of addresses or pids, of which a `Map` would need several times the memory.
 *
 * @module
 */

const SMALLEST = 1024;

/** Numbers and what they stand for. */
export class NumberTable {
  #keys = new Float64Array(SMALLEST);
  /** Values plus one; 0 is a free slot. */
  #values = new Int32Array(SMALLEST);
  #size = 0;

  /** Number of keys. */
  get size(): number {
    return this.#size;
  }

  /** The value of a key; -1 if it has none. */
  get(key: number): number {
    return (this.#values[this.#slot(key)] ?? 0) - 1;
  }

  /** Sets the value of a key that has none; the first one stays. */
  add(key: number, value: number): void {
    const slot = this.#slot(key);
    if (this.#values[slot] !== 0) return;
    this.#keys[slot] = key;
    this.#values[slot] = value + 1;
    if (++this.#size * 2 > this.#keys.length) this.#grow();
  }

  /** Where a key is, or would be. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = mixed(key) & mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      const slot = this.#slot(keys[i] ?? 0);
      this.#keys[slot] = keys[i] ?? 0;
      this.#values[slot] = value;
    }
  }
}

/** Random, so that the keys of a file cannot be chosen to collide. */
const [SEED = 1] = crypto.getRandomValues(new Int32Array(1));

function mixed(key: number): number {
  const high = Math.floor(key / 0x1_0000_0000);
  let hash = key ^ SEED ^ Math.imul(high, 0x9e3779b1);
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35);
  return hash ^ hash >>> 16;
}
