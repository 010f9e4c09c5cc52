/**
 * A place in the text of a term, and what can be read there.
 *
 * @module
 */

import { hexDigit, lineEnd, textIn } from "./text.ts";

/** Thrown where a text is damaged or ends; never leaves this layer. */
export class Damaged extends Error {
  /** Name of the class. */
  override name = "Damaged";
}

const NEWLINE = 0x0a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Maximum digits of an integer that is converted: longer ones take quadratic time. */
export const MAX_DIGITS = 20_000;

/** Reads forward through some bytes. */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next byte, which stays; 0 at the end. */
  get peek(): number {
    return this.bytes[this.at] ?? 0;
  }

  /** The next byte as a character; empty at the end. */
  next(): string {
    const byte = this.bytes[this.at];
    if (byte === undefined || byte === NEWLINE) return "";
    this.at++;
    return String.fromCharCode(byte);
  }

  /** Reads a character that must be there. */
  expect(char: string): void {
    if (this.next() !== char) throw new Damaged(`no ${char}`);
  }

  /** Reads a hexadecimal number of at least one digit. */
  hex(): number {
    let value = 0;
    const start = this.at;
    for (;; this.at++) {
      const digit = hexDigit(this.peek);
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (this.at === start || value > Number.MAX_SAFE_INTEGER) {
      throw new Damaged("no number");
    }
    return value;
  }

  /** Reads decimal digits with a sign; of a number with too many, says how many there were. */
  integer(): number | bigint | { digits: number } {
    const start = this.at;
    const isNegative = this.peek === MINUS;
    if (isNegative) this.at++;
    const first = this.at;
    let value = 0;
    for (; this.peek >= ZERO && this.peek <= NINE; this.at++) {
      value = value * 10 + this.peek - ZERO;
    }
    const digits = this.at - first;
    if (digits === 0) throw new Damaged("no integer");
    if (digits > MAX_DIGITS) return { digits };
    if (value <= Number.MAX_SAFE_INTEGER) return isNegative ? 0 - value : value;
    return BigInt(textIn(this.bytes, start, this.at, MAX_DIGITS + 1));
  }

  /** Takes the next `length` bytes. */
  take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new Damaged("too short");
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  /** Takes the rest of the line, at most `max` bytes of it. */
  line(max: number): string {
    const end = this.lineEnd;
    const text = textIn(this.bytes, this.at, end, max);
    this.at = end;
    return text;
  }

  /** The rest of the line, at most `max` bytes of it, which stays. */
  ahead(max: number): string {
    const { at } = this;
    const text = this.line(max);
    this.at = at;
    return text;
  }

  /** Where the line ends. */
  get lineEnd(): number {
    return lineEnd(this.bytes, this.at);
  }

  /** Reads `<1.2.3>` as its numbers. */
  identifier(): number[] {
    this.expect("<");
    const numbers: number[] = [];
    for (;;) {
      const value = this.integer();
      if (typeof value !== "number" || value < 0) throw new Damaged("no id");
      numbers.push(value);
      const char = this.next();
      if (char === ">") return numbers;
      if (char !== "." || numbers.length > 4) throw new Damaged("no id");
    }
  }
}
