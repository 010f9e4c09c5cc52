/**
 * Reads a byte stream that says what it has to say and ends, over a BYOB
 * reader.
 *
 * @module
 */

/** Room for what ordinarily comes, in bytes; it doubles from here. */
const FIRST_ROOM = 4 * 1024;

/**
 * Everything a stream carries to its end, or its first `limit` bytes where it
 * carries more. Rejects with whatever breaks the stream.
 */
export async function readWhole(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader({ mode: "byob" });
  let bytes = new Uint8Array(Math.min(FIRST_ROOM, limit));
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
