/**
 * A dump's bytes: streamed once from the start, then read at any offset. A compressed
 * file (gzip) is inflated while it is read, and again up to the offset for each later
 * question, because inflating can only start at the beginning.
 *
 * @module
 */

import { DumpError } from "./errors.ts";

/**
 * Receives the bytes from the start, and returns how many it has finished with; the rest
 * comes again, with more behind or as the `last`. `undefined` ends the reading.
 */
export type Consume = (bytes: Uint8Array, last: boolean) => number | undefined;

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
   * Streams everything. `broken` says that the compressed data ends early or is damaged.
   */
  stream(consume: Consume): Promise<{ broken: boolean }>;
  /**
   * Reads each range, shorter at the end of the dump; ranges are together smaller than
   * memory. `spend` is called with the size of each piece that is read; if it throws, the
   * reading ends with that error.
   */
  read(
    ranges: readonly Range[],
    spend?: (bytes: number) => void,
  ): Promise<Uint8Array[]>;
}

/** Some bytes of a dump. */
export interface Range {
  /** Where they begin. */
  readonly offset: number;
  /** How many they are. */
  readonly length: number;
}

/** How compressed files start. */
const FORMATS = [
  { name: "gzip", magic: [0x1f, 0x8b] },
  { name: "xz", magic: [0xfd, 0x37, 0x7a, 0x58] },
  { name: "zstd", magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "bzip2", magic: [0x42, 0x5a, 0x68] },
  { name: "zip", magic: [0x50, 0x4b, 0x03, 0x04] },
];

/**
 * Opens a file. Each question opens it again, so that none is left open; a file that
 * has changed since is refused.
 *
 * @throws {DumpError} `permission_denied`, `no_such_file`, `not_a_file`, `unreadable` or
 * `not_a_dump`
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
      if (isSame(now, first)) return file;
      file.close();
      throw new DumpError(
        "changed",
        `${path} has changed since it was opened`,
        "open the dump again: the runtime system may still be writing it",
      );
    });
  const [start = new Uint8Array(0)] = await seekTo(await open(), [{
    offset: 0,
    length: 4,
  }]);
  const format = FORMATS.find(({ magic }) =>
    magic.every((byte, i) => start[i] === byte)
  )?.name;
  if (format !== undefined && format !== "gzip") {
    throw new DumpError(
      "not_a_dump",
      `${path} is compressed with ${format}`,
      "unpack it first: beamtap reads plain dumps and gzip",
    );
  }
  const gzip = format === "gzip";
  return {
    fileSize: first.size,
    gzip,
    stream: async (consume) =>
      gzip
        ? await pour(inflated(await open()), consume)
        : await fill(await open(), consume),
    read: async (ranges, spend) =>
      gzip
        ? await inflateTo(inflated(await open()), ranges, spend)
        : await seekTo(await open(), ranges, spend),
  };
}

function isSame(a: Deno.FileInfo, b: Deno.FileInfo): boolean {
  return a.isFile && a.dev === b.dev && a.ino === b.ino && a.size === b.size &&
    a.mtime?.getTime() === b.mtime?.getTime();
}

/** Streams a plain file through one buffer. */
async function fill(
  file: Deno.FsFile,
  consume: Consume,
): Promise<{ broken: boolean }> {
  const reader = file.readable.getReader({ mode: "byob" });
  const carry = new Carry(consume);
  try {
    for (;;) {
      const { value, done } = await reader.read(carry.room);
      // Also the last read gives the buffer back.
      if (value !== undefined) carry.buffer = value.buffer;
      if (done || value === undefined) break;
      if (!carry.pass(value.length)) return { broken: false };
    }
  } finally {
    await reader.cancel();
  }
  carry.finish();
  return { broken: false };
}

/** Compressed bytes to inflate at a time: they may become a thousand times as many. */
const PIECE = 1 << 13;
/** Inflated bytes after which others get their turn. */
const TURN = 1 << 23;

/** Inflates a file in chunks of any size; `broken` comes last if the rest cannot be. */
async function* inflated(
  { readable }: Deno.FsFile,
): AsyncGenerator<Bytes | "broken", void> {
  const pieces = new TransformStream<Bytes, Bytes>({
    transform(chunk, out): void {
      for (let at = 0; at < chunk.length; at += PIECE) {
        out.enqueue(chunk.subarray(at, at + PIECE));
      }
    },
  });
  const chunks = readable.pipeThrough(pieces)
    .pipeThrough(new DecompressionStream("gzip")).getReader();
  let since = 0;
  try {
    for (;;) {
      const chunk = await next(chunks);
      if (chunk === undefined) return;
      yield chunk;
      if (chunk === "broken") return;
      since += chunk.length;
      if (since < TURN) continue;
      since = 0;
      // Inflating is not waiting: without a pause no timer or signal would be served.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    await chunks.cancel().catch(() => {});
  }
}

/** The next inflated chunk; what comes before damage is still good. */
async function next(
  chunks: ReadableStreamDefaultReader<Bytes>,
): Promise<Bytes | "broken" | undefined> {
  try {
    const { value } = await chunks.read();
    return value;
  } catch (error) {
    if (error instanceof TypeError) return "broken";
    throw error;
  }
}

/** Streams an inflated file. */
async function pour(
  chunks: AsyncIterable<Bytes | "broken">,
  consume: Consume,
): Promise<{ broken: boolean }> {
  const carry = new Carry(consume);
  let broken = false;
  for await (const chunk of chunks) {
    broken = chunk === "broken";
    if (chunk === "broken") break;
    for (let from = 0; from < chunk.length; from += READ) {
      const part = chunk.subarray(from, from + READ);
      carry.room.set(part);
      if (!carry.pass(part.length)) return { broken };
    }
  }
  carry.finish();
  return { broken };
}

/** A buffer, whose front holds what the consumer left. */
class Carry {
  buffer = new ArrayBuffer(MAX_LEFT + READ);
  readonly #consume: Consume;
  #left = 0;

  constructor(consume: Consume) {
    this.#consume = consume;
  }

  /** Where the next bytes go. */
  get room(): Bytes {
    return new Uint8Array(this.buffer, MAX_LEFT, READ);
  }

  /** Offers what was left and what has come; returns whether to go on. */
  pass(came: number): boolean {
    const start = MAX_LEFT - this.#left;
    const bytes = new Uint8Array(this.buffer, start, this.#left + came);
    const used = this.#consume(bytes, came === 0);
    if (used === undefined) return false;
    const rest = bytes.subarray(used);
    new Uint8Array(this.buffer, MAX_LEFT - rest.length).set(rest);
    this.#left = rest.length;
    return true;
  }

  /** Offers what is left for the last time. */
  finish(): void {
    this.pass(0);
  }
}

/** Reads ranges of a plain file, and closes it. */
async function seekTo(
  file: Deno.FsFile,
  ranges: readonly Range[],
  spend?: (bytes: number) => void,
): Promise<Uint8Array[]> {
  using open = file;
  const read: Uint8Array[] = [];
  for (const { offset, length } of ranges) {
    spend?.(length);
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
  chunks: AsyncIterable<Bytes | "broken">,
  ranges: readonly Range[],
  spend?: (bytes: number) => void,
): Promise<Uint8Array[]> {
  const read = ranges.map(({ length }) => new Uint8Array(length));
  let wanted = ranges.map(({ offset, length }, i) => ({
    ...{ i, offset, end: offset + length },
  })).toSorted((a, b) => a.offset - b.offset);
  let position = 0;
  for await (const chunk of chunks) {
    if (chunk === "broken") break;
    spend?.(chunk.length);
    const next = position + chunk.length;
    for (const { i, offset, end } of wanted) {
      if (offset >= next) break;
      const from = Math.max(offset, position);
      const part = chunk.subarray(from - position, end - position);
      read[i]?.set(part, from - offset);
    }
    position = next;
    const [first] = wanted;
    if (first === undefined || first.offset < next) {
      wanted = wanted.filter(({ end }) => end > next);
    }
    if (wanted.length === 0) break;
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
