/**
 * Builds small binary messages field by field, big-endian.
 *
 * @module
 */

/** An append-only message; every method returns the writer. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  /** Appends one byte. */
  u8(value: number): this {
    return this.bytes(Uint8Array.of(value));
  }

  /** Appends an unsigned 16-bit integer. */
  u16(value: number): this {
    return this.bytes(Uint8Array.of(value >> 8, value));
  }

  /** Appends an unsigned 32-bit integer. */
  u32(value: number): this {
    return this.u16(value >>> 16).u16(value);
  }

  /** Appends an unsigned 64-bit integer. */
  u64(value: bigint): this {
    return this.u32(Number(value >> 32n)).u32(Number(value & 0xffff_ffffn));
  }

  /** Appends bytes as they are; they must not change until the message is finished. */
  bytes(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }

  /** Appends text as UTF-8, without a length. */
  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text));
  }

  /** Returns everything appended so far, in a buffer of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    const length = this.#parts.reduce((sum, part) => sum + part.length, 0);
    const message = new Uint8Array(length);
    let at = 0;
    for (const part of this.#parts) {
      message.set(part, at);
      at += part.length;
    }
    return message;
  }
}
