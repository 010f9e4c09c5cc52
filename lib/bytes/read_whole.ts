/**
 * Reads a short byte stream to its end, using a BYOB reader.
 *
 * @module
 */

/** Initial buffer size, in bytes; doubles as needed. */
const INITIAL_SIZE = 4 * 1024;

/**
 * Returns everything up to the end of the stream, but at most its first `limit`
 * bytes; rejects with the stream's own error if it fails.
 */
export async function readWhole(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader({ mode: "byob" });
  let bytes = new Uint8Array(Math.min(INITIAL_SIZE, limit));
  let filled = 0;
  for (;;) {
    const min = bytes.length - filled;
    const { value, done } = await reader.read(bytes.subarray(filled), { min });
    if (value === undefined) return new Uint8Array(0); // cancelled
    bytes = new Uint8Array(value.buffer);
    filled += value.byteLength;
    if (done || filled === limit) return bytes.subarray(0, filled);
    const grown = new Uint8Array(Math.min(bytes.length * 2, limit));
    grown.set(bytes);
    bytes = grown;
  }
}
