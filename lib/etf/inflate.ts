/**
 * Inflates compressed terms, never to more than they announce.
 *
 * @module
 */

import { badBytes } from "./errors.ts";

/** Maximum compression ratio of deflate: a larger claimed size is false. */
const BEST_RATIO = 1032;

/** What node:zlib returns with `info: true`, which its types do not include. */
export interface Inflated {
  /** The term's bytes. */
  readonly buffer: Uint8Array<ArrayBuffer>;
  /** `bytesWritten` is the size of the compressed form. */
  readonly engine: { readonly bytesWritten: number };
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === "object" && value !== null &&
    "buffer" in value && value.buffer instanceof Uint8Array &&
    "engine" in value && typeof value.engine === "object" &&
    value.engine !== null && "bytesWritten" in value.engine;
}

/**
 * Inflates a zlib stream to exactly `size` bytes; ignores what follows it. `at` is its
 * offset, for errors.
 *
 * @throws {EtfError} `bad_term`
 */
export function inflate(zlib: Uint8Array, size: number, at: number): Inflated {
  if (size > zlib.length * BEST_RATIO) {
    const message = `${zlib.length} bytes cannot inflate to ${size}`;
    throw badBytes("bad_term", message, at);
  }
  let result: unknown;
  try {
    result = process.getBuiltinModule("node:zlib").inflateSync(zlib, {
      info: true,
      chunkSize: Math.max(64, size + 1),
      maxOutputLength: Math.max(1, size),
    });
  } catch (cause) {
    throw badBytes("bad_term", "compressed term is corrupt", at, cause);
  }
  if (!isInflated(result)) throw new TypeError("zlib returned no info");
  if (result.buffer.length === size) return result;
  const message = `term inflates to ${result.buffer.length} bytes, not ${size}`;
  throw badBytes("bad_term", message, at);
}
