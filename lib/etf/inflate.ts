/**
 * Inflates compressed terms, with limits checked before and while zlib runs.
 *
 * @module
 */

import { badBytes } from "./errors.ts";

/** Maximum compression ratio of deflate: a larger claimed size is false. */
const BEST_RATIO = 1032;

/** An inflated term. */
export interface Inflated {
  /** The term, without its version byte. */
  readonly bytes: Uint8Array;
  /** Size of the compressed form, in bytes. */
  readonly consumed: number;
}

/**
 * Inflates a zlib stream to exactly `size` bytes; ignores what follows it.
 *
 * @param place Offset of the stream, for errors.
 * @throws {EtfError} `bad_term` if it is not a zlib stream of that size
 */
export function inflate(
  compressed: Uint8Array,
  size: number,
  place: number,
): Inflated {
  if (size > compressed.length * BEST_RATIO) {
    const message = `${compressed.length} bytes cannot inflate to ${size}`;
    throw badBytes("bad_term", message, place);
  }
  let result: unknown;
  try {
    result = process.getBuiltinModule("node:zlib").inflateSync(compressed, {
      info: true,
      chunkSize: Math.max(64, size + 1),
      maxOutputLength: Math.max(1, size),
    });
  } catch (cause) {
    throw badBytes("bad_term", "compressed term is corrupt", place, cause);
  }
  const { buffer, engine } = expectInfo(result);
  if (buffer.length !== size) {
    const message = `term inflates to ${buffer.length} bytes, not ${size}`;
    throw badBytes("bad_term", message, place);
  }
  return {
    bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, size),
    consumed: engine.bytesWritten,
  };
}

/** What node:zlib returns with `info: true`, which its types do not include. */
interface Info {
  buffer: Uint8Array<ArrayBuffer>;
  engine: { bytesWritten: number };
}

function isInfo(value: unknown): value is Info {
  return typeof value === "object" && value !== null &&
    "buffer" in value && value.buffer instanceof Uint8Array &&
    "engine" in value && typeof value.engine === "object" &&
    value.engine !== null && "bytesWritten" in value.engine &&
    typeof value.engine.bytesWritten === "number";
}

function expectInfo(value: unknown): Info {
  if (!isInfo(value)) throw new TypeError("zlib returned no info");
  return value;
}
