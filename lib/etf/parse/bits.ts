/**
 * Builds binaries and bitstrings from segments: `<<1, 2:4, "text"/utf8>>`.
 *
 * @module
 */

import { isInteger } from "../make.ts";
import { BitString, ByteList, Float, type Term } from "../terms.ts";
import type { Scanner } from "./scanner.ts";

/** Specification of a segment. */
export interface Segment {
  type?: "integer" | "float" | "binary" | "utf8" | "utf16" | "utf32";
  /** Size, in units. */
  size?: number;
  /** Size of a unit, in bits. */
  unit?: number;
  little?: boolean;
}

const WORDS: Record<string, Segment> = {
  integer: { type: "integer" },
  float: { type: "float" },
  binary: { type: "binary" },
  bytes: { type: "binary" },
  bitstring: { type: "binary", unit: 1 },
  bits: { type: "binary", unit: 1 },
  utf8: { type: "utf8" },
  utf16: { type: "utf16" },
  utf32: { type: "utf32" },
  little: { little: true },
  big: { little: false },
  signed: {},
  unsigned: {},
};

/** Adds a word to a segment's specification, such as `little`. */
export function addWord(scanner: Scanner, segment: Segment, at: number): void {
  const word = scanner.match(/[a-z]+[0-9]*/y)?.[0] ?? "";
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (known === undefined) {
    scanner.fail(
      `${word || scanner.next()} is not a segment option`,
      at,
      `the options are ${Object.keys(WORDS).join(", ")}, size and unit`,
    );
  }
  Object.assign(segment, known);
}

/** Collects bits, most significant first. */
export class Bits {
  readonly #bytes: number[] = [];
  /** Used bits in the last byte; 0 if all are used. */
  #odd = 0;
  readonly #scanner: Scanner;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Adds a segment. */
  add(value: Term, segment: Segment, at: number): void {
    const { type = defaultType(value), little = false } = segment;
    if (value instanceof ByteList || Array.isArray(value)) {
      const codes = value instanceof ByteList ? value.bytes : value;
      for (const code of codes) this.add(code, segment, at);
    } else if (type === "binary") {
      this.#addBinary(value, segment, at);
    } else if (type === "integer" && isInteger(value)) {
      this.#addInteger(
        BigInt(value),
        (segment.size ?? 8) * (segment.unit ?? 1),
        little,
      );
    } else if (type === "float") {
      const size = (segment.size ?? 64) * (segment.unit ?? 1);
      this.#addFloat(value, size, little, at);
    } else if (isInteger(value)) {
      this.#addCharacter(Number(value), type, little, at);
    } else {
      this.#scanner.fail(`this value cannot be encoded as ${type}`, at);
    }
  }

  /** Returns the bits as a binary, or as a bitstring. */
  finish(): Term {
    const bytes = Uint8Array.from(this.#bytes);
    return this.#odd === 0 ? bytes : new BitString(bytes, this.#odd);
  }

  #addBinary(value: Term, segment: Segment, at: number): void {
    if (!(value instanceof Uint8Array || value instanceof BitString)) {
      this.#scanner.fail("only a binary can be encoded as binary", at);
    }
    const bytes = value instanceof BitString ? value.bytes : value;
    const whole = value instanceof BitString
      ? bytes.length * 8 - 8 + value.lastBits
      : bytes.length * 8;
    const unit = segment.unit ?? 8;
    const size = segment.size === undefined ? whole : segment.size * unit;
    if (size > whole || size % unit !== 0) {
      this.#scanner.fail(`the binary has ${whole} bits, not ${size}`, at);
    }
    bytes.forEach((byte, index) => {
      const bits = Math.min(Math.max(size - index * 8, 0), 8);
      this.#push(byte >> (8 - bits), bits);
    });
  }

  #addInteger(value: bigint, size: number, little: boolean): void {
    this.#reserve(size);
    const hex = BigInt.asUintN(size, value).toString(16);
    const count = Math.ceil(size / 8);
    const digits = hex.padStart(2 * count, "0");
    const bytes = Array.from(
      { length: count },
      (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16),
    );
    const first = size % 8 || 8;
    if (little) bytes.reverse();
    bytes.forEach((byte, index) => {
      const partial = index === (little ? count - 1 : 0);
      this.#push(byte, partial ? first : 8);
    });
  }

  #addFloat(value: Term, size: number, little: boolean, at: number): void {
    const number = value instanceof Float ? value.value : Number(value);
    const view = new DataView(new ArrayBuffer(8));
    if (size === 64) view.setFloat64(0, number, little);
    else if (size === 32) view.setFloat32(0, number, little);
    else if (size === 16) view.setFloat16(0, number, little);
    else this.#scanner.fail("a float must have 16, 32 or 64 bits", at);
    const finite = size === 64 || Number.isFinite(
      size === 32 ? Math.fround(number) : Math.f16round(number),
    );
    if (!Number.isFinite(number) || !finite) {
      this.#scanner.fail(
        `the number does not fit into a float of ${size} bits`,
        at,
      );
    }
    for (let i = 0; i < size / 8; i++) this.#push(view.getUint8(i), 8);
  }

  #addCharacter(
    code: number,
    type: string,
    little: boolean,
    at: number,
  ): void {
    if (!(code >= 0 && code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) {
      this.#scanner.fail(`${code} is not a character`, at);
    }
    const char = String.fromCodePoint(code);
    if (type === "utf32") return this.#addInteger(BigInt(code), 32, little);
    if (type === "utf16") {
      for (let i = 0; i < char.length; i++) {
        this.#addInteger(BigInt(char.charCodeAt(i)), 16, little);
      }
    } else {
      for (const byte of new TextEncoder().encode(char)) this.#push(byte, 8);
    }
  }

  #reserve(size: number): void {
    const { maxBytes } = this.#scanner.limits;
    if (this.#bytes.length + size / 8 > maxBytes) {
      this.#scanner.fail(`the binary exceeds ${maxBytes} bytes`, {
        code: "too_large",
      });
    }
  }

  /** Adds the low `bits` bits of a byte, up to 8. */
  #push(byte: number, bits: number): void {
    if (bits === 0) return;
    const value = (byte & (0xff >> (8 - bits))) << (8 - bits);
    if (this.#odd === 0) {
      this.#bytes.push(value);
    } else {
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (value >> this.#odd);
      if (this.#odd + bits > 8) {
        this.#bytes.push((value << (8 - this.#odd)) & 0xff);
      }
    }
    this.#odd = (this.#odd + bits) % 8;
  }
}

function defaultType(value: Term): NonNullable<Segment["type"]> {
  if (value instanceof Float) return "float";
  return isInteger(value) || Array.isArray(value) || value instanceof ByteList
    ? "integer"
    : "binary";
}
