/**
 * Splits a byte stream into length-prefixed frames, using a BYOB reader.
 *
 * One read fills a chunk that holds many frames; frames are views of it. A
 * chunk is never passed to another read, because that would detach its buffer
 * and every view of it. Frames therefore stay valid as long as they are
 * referenced, and decoded binaries can be views too.
 *
 * @module
 */

import { FrameError } from "./errors.ts";

/** Size of the big-endian length prefix, in bytes: 2 in the handshake, 4 once connected. */
export type PrefixSize = 2 | 4;

/** Default maximum size of a frame, in bytes. */
const MAX_FRAME_SIZE = 256 * 1024 * 1024;
const MIN_CHUNK_SIZE = 4 * 1024;
/** Maximum bytes per read; a larger frame is read into a buffer of its own. */
const MAX_CHUNK_SIZE = 256 * 1024;
/** Bytes per read of a large frame: `bytesRead` grows with each, so a slow frame does not look like a silent peer. */
const LARGE_STEP = 1024 * 1024;

/**
 * Reads the frames of a stream that carries nothing else.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FrameReader } from "./mod.ts";
 *
 * const stream = new Blob([Uint8Array.of(0, 2, 7, 8, 0, 0)]).stream();
 * const frames = new FrameReader(stream, 2);
 * assertEquals(await frames.next(), Uint8Array.of(7, 8));
 * assertEquals(await frames.next(), new Uint8Array(0));
 * assertEquals(await frames.next(), undefined);
 * ```
 */
export class FrameReader {
  readonly #reader: ReadableStreamBYOBReader;
  #maxFrameSize: number;
  #prefixSize: PrefixSize;
  #chunkSize = MIN_CHUNK_SIZE;
  #chunk = new Uint8Array(0);
  #view = new DataView(this.#chunk.buffer);
  #start = 0;
  #end = 0;
  /** Length of the frame at the start, as far as it is known; `0` before. */
  #length = 0;
  #large: Uint8Array<ArrayBuffer> | undefined;
  #bytesRead = 0;

  /**
   * Locks the stream: nobody else can read it. `maxFrameSize`, in bytes, is checked
   * before anything is allocated.
   */
  constructor(
    stream: ReadableStream<Uint8Array>,
    prefixSize: PrefixSize,
    maxFrameSize: number = MAX_FRAME_SIZE,
  ) {
    this.#reader = stream.getReader({ mode: "byob" });
    this.#prefixSize = prefixSize;
    this.#maxFrameSize = maxFrameSize;
  }

  /** Sets the prefix size of every frame not yet taken, including those already in memory. */
  set prefixSize(size: PrefixSize) {
    this.#prefixSize = size;
  }

  /** Sets the size limit of every frame not yet taken, in bytes. */
  set maxFrameSize(size: number) {
    this.#maxFrameSize = size;
  }

  /** Bytes received so far, including those of a frame still arriving. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /**
   * Returns the next whole frame already in memory, if any, without waiting.
   *
   * @throws {FrameError} `frame_too_large`
   */
  take(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#large) {
      const frame = this.#large;
      this.#large = undefined;
      return frame;
    }
    const start = this.#start + this.#prefixSize;
    this.#length = 0;
    if (start > this.#end) return undefined;
    const length = this.#prefixSize === 2
      ? this.#view.getUint16(this.#start)
      : this.#view.getUint32(this.#start);
    if (length > this.#maxFrameSize) {
      throw new FrameError(
        "frame_too_large",
        `the peer announced a frame of ${length} bytes; the limit is ${this.#maxFrameSize}`,
      );
    }
    this.#length = length;
    if (start + length > this.#end) return undefined;
    this.#start = start + length;
    return this.#chunk.subarray(start, start + length);
  }

  /**
   * Returns the next frame, or `undefined` if the stream ends between frames.
   *
   * @throws {FrameError} `frame_too_large`, `frame_truncated`
   */
  async next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    for (;;) {
      const frame = this.take();
      if (frame || !await this.#fill()) return frame;
    }
  }

  /** Reads more bytes, for a frame that could not be taken; returns `false` at a clean end of the stream. */
  async #fill(): Promise<boolean> {
    const rest = this.#chunk.subarray(this.#start, this.#end);
    const wanted = this.#prefixSize + this.#length;
    if (wanted > MAX_CHUNK_SIZE) {
      await this.#fillLarge(rest.subarray(this.#prefixSize), this.#length);
      return true;
    }
    const chunk = new Uint8Array(Math.max(this.#chunkSize, wanted));
    chunk.set(rest);
    const room = chunk.length - rest.length;
    const { value, done } = await this.#reader.read(
      chunk.subarray(rest.length),
    );
    if (done) {
      if (rest.length === 0) return false;
      throw truncated(`${rest.length} bytes of it`);
    }
    this.#adapt(value.byteLength, room);
    this.#bytesRead += value.byteLength;
    this.#chunk = new Uint8Array(value.buffer);
    this.#view = new DataView(value.buffer);
    this.#start = 0;
    this.#end = rest.length + value.byteLength;
    return true;
  }

  /** Grows chunks on a busy stream and shrinks them on a quiet one, where each small frame would keep a large chunk alive. */
  #adapt(got: number, room: number): void {
    if (got === room) {
      this.#chunkSize = Math.min(this.#chunkSize * 2, MAX_CHUNK_SIZE);
    } else if (got * 4 < room) {
      this.#chunkSize = Math.max(this.#chunkSize >> 1, MIN_CHUNK_SIZE);
    }
  }

  /** Reads a frame larger than a chunk into a buffer of exactly its size. */
  async #fillLarge(
    head: Uint8Array<ArrayBuffer>,
    length: number,
  ): Promise<void> {
    let frame = new Uint8Array(length);
    let filled = head.length;
    frame.set(head);
    while (filled < length) {
      const step = Math.min(length - filled, LARGE_STEP);
      const { value, done } = await this.#reader.read(
        frame.subarray(filled),
        { min: step },
      );
      if (done) {
        filled += value?.byteLength ?? 0;
        throw truncated(`${filled} of its ${length} bytes`);
      }
      this.#bytesRead += value.byteLength;
      filled += value.byteLength;
      frame = new Uint8Array(value.buffer);
    }
    this.#large = frame;
    this.#chunk = new Uint8Array(0);
    this.#view = new DataView(this.#chunk.buffer);
    this.#start = this.#end = 0;
  }
}

function truncated(after: string): FrameError {
  const message = `the stream ended inside a frame, after ${after}`;
  return new FrameError("frame_truncated", message);
}
