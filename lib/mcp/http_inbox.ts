/**
 * What a client has sent over HTTP, kept until somebody takes it.
 *
 * @module
 */

import { HttpError } from "./errors.ts";

/** Where bytes come from, as a connection gives them. */
export interface Source {
  read(into: Uint8Array): Promise<number | null>;
}

/** How much is read at once, in bytes. */
const CHUNK_BYTES = 16_384;

const encoder = new TextEncoder();
const decoder = new TextDecoder("latin1");

/** Bytes in the order in which they came. */
export class Inbox {
  readonly #source: Source;
  #bytes = new Uint8Array();
  #reading: Promise<boolean> | undefined;

  /** Reads nothing yet. */
  constructor(source: Source) {
    this.#source = source;
  }

  /** Bytes that nobody has taken. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Reads more, one read for all who wait; `false` once the client has gone. */
  more(): Promise<boolean> {
    return this.#reading ??= this.#read();
  }

  /**
   * Some bytes, at least one and at most `max`.
   *
   * @throws {HttpError} `client_gone`
   */
  async take(max: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.size === 0) await this.#moreOrThrow();
    return this.#cut(Math.min(max, this.size));
  }

  /**
   * Text as far as its end, which is taken too and left out.
   *
   * @throws {HttpError} `too_large` when the text has more than `max` bytes; `client_gone`
   */
  async takeUntil(end: string, max: number): Promise<string> {
    for (let from = 0;;) {
      const at = this.#indexOf(end, from);
      if (at > max || (at < 0 && this.size > max + end.length)) {
        throw new HttpError("too_large", `a part has more than ${max} bytes`);
      }
      if (at >= 0) {
        return decoder.decode(this.#cut(at + end.length)).slice(0, at);
      }
      from = Math.max(0, this.size - end.length + 1);
      await this.#moreOrThrow();
    }
  }

  /** Forgets what nobody has taken. */
  clear(): void {
    this.#bytes = new Uint8Array();
  }

  async #moreOrThrow(): Promise<void> {
    if (await this.more()) return;
    throw new HttpError("client_gone", "the client has closed the connection");
  }

  async #read(): Promise<boolean> {
    const chunk = new Uint8Array(CHUNK_BYTES);
    // A connection that broke has ended, in whatever way it did.
    const size = await this.#source.read(chunk).catch(() => null);
    this.#reading = undefined;
    if (size === null) return false;
    const came = chunk.subarray(0, size);
    this.#bytes = this.size === 0 ? came : joined(this.#bytes, came);
    return true;
  }

  #cut(count: number): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(count);
    return bytes;
  }

  #indexOf(text: string, from: number): number {
    const wanted = encoder.encode(text);
    const [first = 0] = wanted;
    let at = this.#bytes.indexOf(first, from);
    while (
      at >= 0 && !wanted.every((byte, i) => this.#bytes[at + i] === byte)
    ) {
      at = this.#bytes.indexOf(first, at + 1);
    }
    return at;
  }
}

/** One after the other, in one piece. */
export function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
