/**
 * Cuts a byte stream into length-prefixed frames, over a BYOB reader.
 *
 * One read fills a chunk that holds many frames; frames are views of it. A
 * chunk is never handed back to the stream, because that would detach it and
 * with it every view taken of it: so frames stay valid as long as they are
 * referenced, and decoded binaries can be views too.
 *
 * @module
 */

import { FrameError } from "./errors.ts";

/** Bytes of the big-endian length prefix: 2 in the handshake, 4 once connected. */
export type PrefixSize = 2 | 4;

/** Options for {@linkcode FrameReader}. */
export interface FrameReaderOptions {
  /** Largest chunk read at once, in bytes. @default {262144} */
  maxChunkSize?: number;
  /** Largest frame accepted, in bytes; checked before anything is allocated. @default {268435456} */
  maxFrameSize?: number;
}

const MIN_CHUNK_SIZE = 4 * 1024;

/** Reads frames of a stream that carries nothing else. */
export class FrameReader {
  readonly #reader: ReadableStreamBYOBReader;
  readonly #maxChunkSize: number;
  #maxFrameSize: number;
  #prefixSize: PrefixSize;
  #chunkSize = MIN_CHUNK_SIZE;
  #chunk = new Uint8Array(0);
  #view = new DataView(this.#chunk.buffer);
  #start = 0;
  #end = 0;
  #large: Uint8Array<ArrayBuffer> | undefined;
  #bytesRead = 0;

  /** Takes the stream over: nobody else may read it. */
  constructor(
    stream: ReadableStream<Uint8Array>,
    prefixSize: PrefixSize,
    options: FrameReaderOptions = {},
  ) {
    this.#reader = stream.getReader({ mode: "byob" });
    this.#prefixSize = prefixSize;
    this.#maxChunkSize = options.maxChunkSize ?? 256 * 1024;
    this.#maxFrameSize = options.maxFrameSize ?? 256 * 1024 * 1024;
  }

  /** Switches the prefix size for every frame not yet taken, also for those already in memory. */
  set prefixSize(size: PrefixSize) {
    this.#prefixSize = size;
  }

  /** Changes the size limit for every frame not yet taken, in bytes. */
  set maxFrameSize(size: number) {
    this.#maxFrameSize = size;
  }

  /** Bytes received so far; grows while a large frame is still arriving. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /**
   * The next whole frame already in memory, if any. Never waits.
   *
   * @throws {FrameError} `frame_too_large`
   */
  take(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#large) {
      const frame = this.#large;
      this.#large = undefined;
      return frame;
    }
    const length = this.#peekLength();
    if (length === undefined) return undefined;
    const start = this.#start + this.#prefixSize;
    if (start + length > this.#end) return undefined;
    this.#start = start + length;
    return this.#chunk.subarray(start, start + length);
  }

  /**
   * The next frame, or `undefined` when the stream ends between two frames.
   *
   * @throws {FrameError} `frame_too_large`, `frame_truncated`
   */
  async next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    for (;;) {
      const frame = this.take();
      if (frame || !await this.#fill()) return frame;
    }
  }

  #peekLength(): number | undefined {
    if (this.#end - this.#start < this.#prefixSize) return undefined;
    const length = this.#prefixSize === 2
      ? this.#view.getUint16(this.#start)
      : this.#view.getUint32(this.#start);
    if (length > this.#maxFrameSize) {
      throw new FrameError(
        "frame_too_large",
        `the peer announced a frame of ${length} bytes; the limit is ${this.#maxFrameSize}`,
      );
    }
    return length;
  }

  /** Reads more bytes; `false` on a clean end of stream. */
  async #fill(): Promise<boolean> {
    const rest = this.#chunk.subarray(this.#start, this.#end);
    const length = this.#peekLength();
    if (
      length !== undefined && this.#prefixSize + length > this.#maxChunkSize
    ) {
      await this.#fillLarge(rest.subarray(this.#prefixSize), length);
      return true;
    }
    const wanted = this.#prefixSize + (length ?? 0);
    const chunk = new Uint8Array(Math.max(this.#chunkSize, wanted));
    chunk.set(rest);
    const room = chunk.length - rest.length;
    const { value, done } = await this.#reader.read(
      chunk.subarray(rest.length),
    );
    if (done) {
      if (rest.length === 0) return false;
      throw new FrameError(
        "frame_truncated",
        `the stream ended inside a frame, after ${rest.length} bytes of it`,
      );
    }
    this.#adapt(value.byteLength, room);
    this.#bytesRead += value.byteLength;
    this.#chunk = new Uint8Array(value.buffer);
    this.#view = new DataView(value.buffer);
    this.#start = 0;
    this.#end = rest.length + value.byteLength;
    return true;
  }

  /** A busy stream earns large chunks; a trickle must not pin one for every small frame. */
  #adapt(got: number, room: number): void {
    if (got === room) {
      this.#chunkSize = Math.min(this.#chunkSize * 2, this.#maxChunkSize);
    } else if (got * 4 < room) {
      this.#chunkSize = Math.max(this.#chunkSize >> 1, MIN_CHUNK_SIZE);
    }
  }

  /** A frame larger than a chunk gets a buffer of its own, read to its exact end. */
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
        throw new FrameError(
          "frame_truncated",
          `the stream ended inside a frame, after ${
            filled + (value?.byteLength ?? 0)
          } of its ${length} bytes`,
        );
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

/** Progress on a large frame becomes visible in steps of this size: a slow frame is not a silent peer. */
const LARGE_STEP = 1024 * 1024;
