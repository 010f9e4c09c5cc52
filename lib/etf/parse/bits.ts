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

/**
 * Reads segments up to `>>`. `term` reads a value, and `specify` what follows it; it
 * returns the value to encode.
 */
export function readSegments(
  scanner: Scanner,
  blank: (scanner: Scanner) => void,
  term: (scanner: Scanner) => Term,
  specify: (segment: Segment, value: Term) => Term,
): Term {
  const { maxBytes } = scanner.limits;
  let room = 8 * maxBytes;
  let bits = "";
  scanner.series(">>", blank, () => {
    blank(scanner);
    const at = scanner.at;
    const value = term(scanner);
    const segment: Segment = {};
    blank(scanner);
    bits += encode(specify(segment, value), segment, {
      fail: (message) => scanner.fail(message, at),
      reserve: (size) => {
        room -= size;
        if (room >= 0) return;
        const message = `the binary exceeds ${maxBytes} bytes`;
        scanner.fail(message, { code: "too_large" });
      },
    });
  });
  const bytes = Uint8Array.from(
    { length: Math.ceil(bits.length / 8) },
    (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).padEnd(8, "0"), 2),
  );
  const odd = bits.length % 8;
  return odd === 0 ? bytes : new BitString(bytes, odd);
}

interface Context {
  /** Refuses the segment. */
  fail(message: string): never;
  /** Makes sure that there is room for as many bits. */
  reserve(bits: number): void;
}

/** Encodes a segment as a text of `0` and `1`, which is easy to cut anywhere. */
function encode(value: Term, segment: Segment, context: Context): string {
  const { type = defaultType(value), little = false, unit = 1 } = segment;
  if (value instanceof ByteList || Array.isArray(value)) {
    const codes: ArrayLike<Term> = value instanceof ByteList
      ? value.bytes
      : value;
    return Array.from(codes, (code) => encode(code, segment, context)).join("");
  }
  if (type === "binary") return encodeBinary(value, segment, context);
  if (type === "integer" && isInteger(value)) {
    return encodeInteger(
      BigInt(value),
      (segment.size ?? 8) * unit,
      little,
      context,
    );
  }
  if (type === "float") {
    return encodeFloat(value, (segment.size ?? 64) * unit, little, context);
  }
  return isInteger(value)
    ? encodeCharacter(Number(value), type, little, context)
    : context.fail(`this value cannot be encoded as ${type}`);
}

function encodeBinary(value: Term, segment: Segment, context: Context): string {
  if (!(value instanceof Uint8Array || value instanceof BitString)) {
    return context.fail("only a binary can be encoded as binary");
  }
  const { bytes, lastBits } = value instanceof BitString
    ? value
    : { bytes: value, lastBits: 8 };
  const whole = Math.max(bytes.length * 8 - 8 + lastBits, 0);
  const unit = segment.unit ?? 8;
  const size = segment.size === undefined ? whole : segment.size * unit;
  if (size > whole || size % unit !== 0) {
    context.fail(`the binary has ${whole} bits, not ${size}`);
  }
  return bitsOf(bytes).slice(0, size);
}

function encodeInteger(
  value: bigint,
  size: number,
  little: boolean,
  context: Context,
): string {
  context.reserve(size);
  const bits = BigInt.asUintN(size, value).toString(2).padStart(size, "0");
  if (size === 0) return "";
  if (!little) return bits;
  const bytes: string[] = [];
  for (let end = size; end > 0; end -= 8) {
    bytes.push(bits.slice(Math.max(end - 8, 0), end));
  }
  return bytes.join("");
}

function encodeFloat(
  value: Term,
  size: number,
  little: boolean,
  context: Context,
): string {
  const number = value instanceof Float ? value.value : Number(value);
  const view = new DataView(new ArrayBuffer(8));
  if (size === 64) view.setFloat64(0, number, little);
  else if (size === 32) view.setFloat32(0, number, little);
  else if (size === 16) view.setFloat16(0, number, little);
  else context.fail("a float must have 16, 32 or 64 bits");
  const finite = size === 64 || Number.isFinite(
    size === 32 ? Math.fround(number) : Math.f16round(number),
  );
  if (!Number.isFinite(number) || !finite) {
    context.fail(`the number does not fit into a float of ${size} bits`);
  }
  return bitsOf(new Uint8Array(view.buffer, 0, size / 8));
}

function encodeCharacter(
  code: number,
  type: string,
  little: boolean,
  context: Context,
): string {
  if (!(code >= 0 && code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) {
    context.fail(`${code} is not a character`);
  }
  if (type === "utf32") return encodeInteger(BigInt(code), 32, little, context);
  const char = String.fromCodePoint(code);
  if (type !== "utf16") return bitsOf(new TextEncoder().encode(char));
  return char.split("").map((unit) =>
    encodeInteger(BigInt(unit.charCodeAt(0)), 16, little, context)
  ).join("");
}

function bitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join(
    "",
  );
}

function defaultType(value: Term): NonNullable<Segment["type"]> {
  if (value instanceof Float) return "float";
  return isInteger(value) || Array.isArray(value) || value instanceof ByteList
    ? "integer"
    : "binary";
}
