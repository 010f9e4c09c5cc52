/**
 * Builds small binary messages field by field, big-endian.
 *
 * @module
 */

/** An append-only buffer; every method returns the writer. */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Appends one byte. */
  u8(value: number): this {
    this.#reserve(1);
    this.#view.setUint8(this.#length++, value);
    return this;
  }

  /** Appends an unsigned 16-bit integer. */
  u16(value: number): this {
    this.#reserve(2);
    this.#view.setUint16(this.#length, value);
    this.#length += 2;
    return this;
  }

  /** Appends an unsigned 32-bit integer. */
  u32(value: number): this {
    this.#reserve(4);
    this.#view.setUint32(this.#length, value);
    this.#length += 4;
    return this;
  }

  /** Appends an unsigned 64-bit integer. */
  u64(value: bigint): this {
    this.#reserve(8);
    this.#view.setBigUint64(this.#length, value);
    this.#length += 8;
    return this;
  }

  /** Appends bytes as they are. */
  bytes(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** Appends text as UTF-8, without a length. */
  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text));
  }

  /** Returns a copy of everything appended so far. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const grown = new Uint8Array(
      Math.max(this.#bytes.length * 2, this.#length + size),
    );
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
