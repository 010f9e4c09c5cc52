/**
 * Compressed terms: zlib's work, kept within limits before and while it runs.
 *
 * @module
 */

import { inflateSync } from "node:zlib";
import { badBytes } from "./errors.ts";

/** Deflate cannot do better than this, so a larger claim is a lie. */
const BEST_RATIO = 1032;

/** A compressed term made plain. */
export interface Inflated {
  /** What was compressed: a term without its version byte. */
  readonly bytes: Uint8Array;
  /** How many bytes the compressed form took. */
  readonly consumed: number;
}

/**
 * Inflates to exactly `size` bytes; what follows the zlib stream is left alone.
 *
 * @param place where the stream starts, for the error
 * @throws {EtfError} `bad_term` if it is no zlib stream of that size
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
    result = inflateSync(compressed, {
      info: true,
      chunkSize: Math.max(64, size + 1),
      maxOutputLength: Math.max(1, size),
    });
  } catch (cause) {
    throw badBytes("bad_term", "compressed term is damaged", place, cause);
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

/** What node:zlib returns under `info: true`, which its types do not know. */
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
  if (!isInfo(value)) throw new TypeError("zlib gave no account of its work");
  return value;
}
