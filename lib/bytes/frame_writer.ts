/**
 * Writes length-prefixed frames to a stream. Frames sent in the same turn of the
 * event loop go out in one write.
 *
 * @module
 */

import { FrameError } from "./errors.ts";
import type { PrefixSize } from "./frame_reader.ts";

/** Unsent bytes from which {@linkcode FrameWriter.send} returns a promise to wait for. */
const HIGH_WATER_MARK = 256 * 1024;
/** Maximum unsent bytes; frames beyond it are refused, because the peer has stopped reading. */
const MAX_UNSENT = 128 * 1024 * 1024;
/** Frames up to this many bytes are accepted until unsent bytes reach twice the maximum: replies and ticks still get out. */
const SMALL = 64 * 1024;

const STAGING_SIZE = 2 * 1024;

/** Queue of frames on their way to one stream. */
export class FrameWriter {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #maxUnsent: number;
  #staging = new Uint8Array(STAGING_SIZE);
  #length = 0;
  #inFlight = 0;
  #flushing: Promise<void> | undefined;
  #failure: unknown;
  #bytesWritten = 0;

  /** Locks the stream: nobody else can write to it. */
  constructor(
    stream: WritableStream<Uint8Array>,
    maxUnsent: number = MAX_UNSENT,
  ) {
    this.#writer = stream.getWriter();
    this.#maxUnsent = maxUnsent;
    this.#writer.closed.catch((reason) => this.#failure ??= reason);
  }

  /** Bytes written to the stream so far, including prefixes. */
  get bytesWritten(): number {
    return this.#bytesWritten;
  }

  /** Bytes queued but not yet written. */
  get unsent(): number {
    return this.#length + this.#inFlight;
  }

  /** Maximum size of a frame that {@linkcode FrameWriter.send} would accept now, in bytes. */
  get room(): number {
    // A frame larger than the limit may still be sent while nothing else is queued.
    if (this.unsent === 0) return Infinity;
    return Math.max(
      this.#maxUnsent - this.unsent,
      this.unsent < 2 * this.#maxUnsent ? SMALL : 0,
    );
  }

  /**
   * Queues one frame, given in parts. Returns a promise only when the peer is
   * slow; it resolves when the queue is written and rejects if the stream fails.
   *
   * @throws {FrameError} `frame_overflow` if the frame is too long for its
   * prefix or too much is unsent
   * @throws {unknown} the stream's own error, once it has failed
   */
  send(
    prefixSize: PrefixSize,
    ...parts: readonly Uint8Array[]
  ): Promise<void> | undefined {
    if (this.#failure !== undefined) throw this.#failure;
    let length = 0;
    for (const part of parts) length += part.length;
    if (length >= 2 ** (prefixSize * 8)) {
      throw new FrameError(
        "frame_overflow",
        `a frame of ${length} bytes does not fit a length prefix of ${prefixSize} bytes`,
      );
    }
    if (length > this.room) {
      throw new FrameError(
        "frame_overflow",
        `the peer has stopped reading: ${this.unsent} bytes are unsent`,
      );
    }
    this.#reserve(prefixSize + length);
    for (let shift = (prefixSize - 1) * 8; shift >= 0; shift -= 8) {
      this.#staging[this.#length++] = length >>> shift;
    }
    for (const part of parts) {
      this.#staging.set(part, this.#length);
      this.#length += part.length;
    }
    this.#flushing ??= this.#flush();
    return this.unsent >= HIGH_WATER_MARK ? this.flushed() : undefined;
  }

  /** Resolves once everything sent so far is written; rejects if the stream failed. */
  async flushed(): Promise<void> {
    while (this.#flushing) await this.#flushing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#staging.length) return;
    const grown = new Uint8Array(
      Math.max(this.#staging.length * 2, this.#length + size),
    );
    grown.set(this.#staging.subarray(0, this.#length));
    this.#staging = grown;
  }

  async #flush(): Promise<void> {
    await Promise.resolve();
    try {
      while (this.#length > 0) {
        const batch = this.#staging.subarray(0, this.#length);
        this.#staging = new Uint8Array(STAGING_SIZE);
        this.#inFlight = this.#length;
        this.#length = 0;
        await this.#writer.write(batch);
        this.#bytesWritten += this.#inFlight;
      }
    } catch (error) {
      this.#failure ??= error;
    } finally {
      this.#inFlight = 0;
      this.#flushing = undefined;
    }
  }
}
