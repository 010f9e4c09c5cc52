/**
 * Cuts a byte stream into lines, with a limit on how long one may be.
 *
 * @module
 */

const NEWLINE = 10;

/**
 * The lines of a stream without their ends, a last one without an end
 * included; `undefined` stands for a line longer than `maxBytes`, whose bytes
 * are dropped as they come.
 */
export async function* lines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string | undefined> {
  let line = new Line(maxBytes);
  for await (const chunk of stream) {
    let from = 0;
    for (let end; (end = chunk.indexOf(NEWLINE, from)) >= 0; from = end + 1) {
      line.add(chunk.subarray(from, end));
      yield line.text();
      line = new Line(maxBytes);
    }
    line.add(chunk.subarray(from));
  }
  if (line.size > 0) yield line.text();
}

/** A line as it grows. */
class Line {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  /** Bytes seen, kept or not. */
  size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: Uint8Array): void {
    this.size += part.length;
    if (this.size > this.#maxBytes) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part.slice());
  }

  text(): string | undefined {
    if (this.size > this.#maxBytes) return undefined;
    const decoder = new TextDecoder();
    return this.#parts
      .map((part) => decoder.decode(part, { stream: true }))
      .join("") + decoder.decode();
  }
}
