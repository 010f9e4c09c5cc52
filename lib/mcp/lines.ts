/**
 * Splits a byte stream into lines of limited length.
 *
 * @module
 */

const NEWLINE = 10;

/** Bytes kept of the start and of the end of a line that is too long. */
const END_BYTES = 1024;

/** A line that is too long, reduced to its start and end. */
export interface Ends {
  /** Its start. */
  readonly head: string;
  /** Its end. */
  readonly tail: string;
}

/**
 * Yields the lines of a stream without their line ends, including an unterminated last
 * one. A line longer than `maxBytes` is reduced to its start and end as it arrives.
 */
export async function* lines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string | Ends> {
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

/** A line being received. */
class Line {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  /** Bytes received, kept or not. */
  size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.size += part.length;
    this.#parts.push(part.slice());
    if (this.size > this.#maxBytes) this.#keepEnds();
  }

  text(): string | Ends {
    if (this.size <= this.#maxBytes) return decoded(this.#parts);
    const [head = new Uint8Array(), tail = head] = this.#parts;
    return { head: decoded([head]), tail: decoded([tail]) };
  }

  /** Drops everything except the first and last bytes. */
  #keepEnds(): void {
    const whole = this.#parts.reduce(joined);
    this.#parts = [
      whole.slice(0, END_BYTES),
      whole.slice(-END_BYTES),
    ];
  }
}

function decoded(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true }))
    .join("") + decoder.decode();
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
