/**
 * A dump's bytes: streamed once from the start, then read at any offset. A compressed
 * file (gzip) is inflated while it is read, and again up to the offset for each later
 * question, because inflating can only start at the beginning.
 *
 * @module
 */

import { DumpError } from "./errors.ts";

/** Receives the bytes from the start, and returns how many it has finished with; the rest comes again, with more behind or as the `last`. */
export type Consume = (bytes: Uint8Array, last: boolean) => number;

/** Size of a read, in bytes. */
const READ = 1 << 20;

/** Maximum bytes that {@linkcode Consume} may leave. */
export const MAX_LEFT = 1 << 16;

type Bytes = Uint8Array<ArrayBuffer>;

/** What a dump is read from. */
export interface Source {
  /** Size of the file on disk, in bytes. */
  readonly fileSize: number;
  /** Whether it is compressed. */
  readonly gzip: boolean;
  /**
   * Streams everything; returns the number of bytes, inflated. `broken` says that the
   * compressed data ends early or is damaged.
   */
  stream(consume: Consume): Promise<{ bytes: number; broken: boolean }>;
  /** Reads each range, shorter at the end of the dump; ranges are together smaller than memory. */
  read(ranges: readonly Range[]): Promise<Uint8Array[]>;
}

/** Some bytes of a dump. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

/**
 * Opens a file. Each question opens it again, so that none is left open; a file that
 * has changed since is refused.
 *
 * @throws {DumpError} `permission_denied`, `no_such_file`, `not_a_file` or `unreadable`
 */
export async function openSource(path: string): Promise<Source> {
  const first = await known(path, () => Deno.stat(path));
  if (!first.isFile) {
    throw new DumpError("not_a_file", `${path} is not a regular file`);
  }
  const open = (): Promise<Deno.FsFile> =>
    known(path, async () => {
      const file = await Deno.open(path);
      const now = await file.stat();
      if (now.ino === first.ino && now.size === first.size && now.isFile) {
        return file;
      }
      file.close();
      throw new DumpError(
        "changed",
        `${path} has changed since it was opened`,
        "open the dump again: the runtime system may still be writing it",
      );
    });
  const [magic] = await seekTo(await open(), [{ offset: 0, length: 2 }]);
  const gzip = magic?.[0] === 0x1f && magic[1] === 0x8b;
  const whole = async (): Promise<ReadableStream<Bytes>> => {
    const { readable } = await open();
    return gzip
      ? readable.pipeThrough(new DecompressionStream("gzip"))
      : readable;
  };
  return {
    fileSize: first.size,
    gzip,
    stream: async (consume) =>
      gzip
        ? await pour(await whole(), consume)
        : await fill(await open(), consume),
    read: async (ranges) =>
      gzip
        ? await inflateTo(await whole(), ranges)
        : await seekTo(await open(), ranges),
  };
}

/** Streams a plain file through one buffer, whose front holds what the consumer left. */
async function fill(
  file: Deno.FsFile,
  consume: Consume,
): Promise<{ bytes: number; broken: boolean }> {
  const reader = file.readable.getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(MAX_LEFT + READ);
  let left = 0;
  let total = 0;
  try {
    for (;;) {
      const view = new Uint8Array(buffer, MAX_LEFT, READ);
      const { value, done } = await reader.read(view);
      // Also the last read gives the buffer back.
      if (value !== undefined) buffer = value.buffer;
      if (done || value === undefined) break;
      total += value.length;
      left = pass(buffer, left, value.length, consume);
    }
  } finally {
    await reader.cancel();
  }
  pass(buffer, left, 0, consume);
  return { bytes: total, broken: false };
}

/** Offers what was left and what has come; moves what is left now to the front. */
function pass(
  buffer: ArrayBuffer,
  left: number,
  came: number,
  consume: Consume,
): number {
  const bytes = new Uint8Array(buffer, MAX_LEFT - left, left + came);
  const rest = bytes.subarray(consume(bytes, came === 0));
  new Uint8Array(buffer, MAX_LEFT - rest.length).set(rest);
  return rest.length;
}

/** Streams an inflated file, which comes in chunks of its own choosing. */
async function pour(
  stream: ReadableStream<Bytes>,
  consume: Consume,
): Promise<{ bytes: number; broken: boolean }> {
  const buffer = new ArrayBuffer(MAX_LEFT + READ);
  let left = 0;
  let total = 0;
  let broken = false;
  try {
    for await (const chunk of stream) {
      for (let from = 0; from < chunk.length; from += READ) {
        const part = chunk.subarray(from, from + READ);
        new Uint8Array(buffer, MAX_LEFT).set(part);
        total += part.length;
        left = pass(buffer, left, part.length, consume);
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    broken = true;
  }
  pass(buffer, left, 0, consume);
  return { bytes: total, broken };
}

/** Reads ranges of a plain file, and closes it. */
async function seekTo(
  file: Deno.FsFile,
  ranges: readonly Range[],
): Promise<Uint8Array[]> {
  using open = file;
  const read: Uint8Array[] = [];
  for (const { offset, length } of ranges) {
    await open.seek(offset, Deno.SeekMode.Start);
    const bytes = new Uint8Array(length);
    let have = 0;
    while (have < length) {
      const count = await open.read(bytes.subarray(have));
      if (count === null) break;
      have += count;
    }
    read.push(bytes.subarray(0, have));
  }
  return read;
}

/** Inflates once up to the last range, and keeps the ranges. */
async function inflateTo(
  stream: ReadableStream<Bytes>,
  ranges: readonly Range[],
): Promise<Uint8Array[]> {
  const read = ranges.map(({ length }) => new Uint8Array(length));
  const end = Math.max(...ranges.map((it) => it.offset + it.length));
  let position = 0;
  try {
    for await (const chunk of stream) {
      for (const [i, { offset, length }] of ranges.entries()) {
        const from = Math.max(offset, position);
        const to = Math.min(offset + length, position + chunk.length);
        if (to <= from) continue;
        const part = chunk.subarray(from - position, to - position);
        read[i]?.set(part, from - offset);
      }
      position += chunk.length;
      if (position >= end) break;
    }
  } catch (error) {
    // What comes before the damage is still good.
    if (!(error instanceof TypeError)) throw error;
  }
  return read.map((bytes, i) =>
    bytes.subarray(0, Math.max(0, position - (ranges[i]?.offset ?? 0)))
  );
}

/** Explains why a file cannot be read. */
async function known<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof Deno.errors.NotCapable) {
      throw new DumpError(
        "permission_denied",
        `beamtap may not read ${path}`,
        { cause, hint: `start it with --allow-read=${path}` },
      );
    }
    if (cause instanceof Deno.errors.NotFound) {
      throw new DumpError("no_such_file", `${path} does not exist`, { cause });
    }
    if (cause instanceof DumpError) throw cause;
    throw new DumpError("unreadable", `${path} cannot be read`, {
      cause,
      hint: "dumps are only readable for the user that the node ran as",
    });
  }
}
