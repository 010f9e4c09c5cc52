// deno-lint-ignore-file no-control-regex -- some controls are text: newline, tab, escape
/**
 * Decides which bytes and numbers print as text, and formats floats.
 *
 * @module
 */

import { ByteList, type Term } from "../terms.ts";
import { byteLength } from "./output.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
/** What the lenient decoder puts in place of invalid bytes. */
const DAMAGE = "\ufffd";
const DAMAGE_BYTES = 3;

/** The characters OTP prints with `+pc unicode`: all except control characters and non-characters. */
export const UNICODE =
  /^[\b\t\n\v\f\r\x1b -~\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The characters OTP prints without `+pc unicode`: those of Latin-1. */
export const LATIN1 = /^[\b\t\n\v\f\r\x1b -~\xa0-\xff]*$/;

/** The characters Elixir prints in a string. */
export const ELIXIR =
  /^[\x07-\r\x1b -\x7f\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The characters Elixir prints in a charlist. */
export const ELIXIR_ASCII = /^[\x07-\r\x1b -~]*$/;

/** Letters after a backslash, and the characters that they stand for in every syntax but Gleam's. */
export const LETTERS: Readonly<Record<string, string>> = {
  b: "\b",
  d: "\x7f",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Returns the escapes of the characters that letters stand for: `\\n`. */
export function escapesOf(
  letters: typeof LETTERS,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(letters).map(([letter, char]) => [char, `\\${letter}`]),
  );
}

/** Decodes UTF-8, at most the first `limit` bytes and only whole characters; returns `undefined` if invalid. */
export function utf8Text(bytes: Uint8Array, limit: number): string | undefined {
  let end = Math.min(bytes.length, limit);
  if (end < bytes.length) {
    // Back to the start of a character, but at most by the length of one.
    for (let back = 0; back < 4 && isInside(bytes[end]); back++) end--;
  }
  try {
    return decoder.decode(bytes.subarray(0, end));
  } catch {
    return undefined;
  }
}

/** Decodes the first `limit` bytes up to the first that is not UTF-8. */
export function utf8Start(bytes: Uint8Array, limit: number): string {
  const text = lenient.decode(bytes.subarray(0, Math.min(bytes.length, limit)));
  let place = 0;
  let done = 0;
  for (;;) {
    const at = text.indexOf(DAMAGE, done);
    if (at < 0) return text;
    place += byteLength(text.slice(done, at));
    const spelled = bytes.subarray(place, place + DAMAGE_BYTES);
    if (utf8Text(spelled, DAMAGE_BYTES) !== DAMAGE) return text.slice(0, at);
    place += DAMAGE_BYTES;
    done = at + 1;
  }
}

function isInside(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Decodes Latin-1, at most the first `limit` bytes. */
export function latin1Text(bytes: Uint8Array, limit: number): string {
  return textOf(bytes.subarray(0, Math.min(bytes.length, limit)));
}

/**
 * Returns a list as text, if all its elements are characters that match `printable`; the
 * text may end after `limit` of them.
 */
export function listText(
  list: readonly Term[] | ByteList,
  limit: number,
  printable: RegExp,
): string | undefined {
  const codes = list instanceof ByteList ? list.bytes : list;
  if (codes.length === 0) return undefined;
  const points: number[] = [];
  for (let i = 0; i < codes.length && i < Math.max(limit, 1); i++) {
    const code = codes[i];
    if (
      typeof code !== "number" || code < 7 || code > 0x10ffff ||
      (code >= 0xd800 && code <= 0xdfff)
    ) return undefined;
    points.push(code);
  }
  const text = textOf(points);
  return printable.test(text) ? text : undefined;
}

/** Counts the code points of a text. */
export function characters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

/** Maximum arguments to spread: more would overflow the stack. */
const CHUNK = 8192;

function textOf(codes: Uint8Array | number[]): string {
  let text = "";
  for (let i = 0; i < codes.length; i += CHUNK) {
    text += String.fromCodePoint(...codes.slice(i, i + CHUNK));
  }
  return text;
}

/**
 * Formats a float like `io_lib_format:fwrite_g/1`: the shortest digits that read back, with
 * an exponent if that is shorter, or, since OTP 25, from 2^53, where not every integer is
 * exact. OTP 24 uses an exponent at equal length too.
 */
export function floatText(value: number, release: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  const [mantissa = "0", power = "0"] = size.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  const scientific = `${digits[0]}.${digits.slice(1) || "0"}e${exponent}`;
  const decimal = decimalText(digits, exponent);
  const shorter = release === 24
    ? scientific.length <= decimal.length && exponent !== 0
    : scientific.length < decimal.length;
  const huge = size >= 2 ** 53 && release >= 25;
  return sign + (shorter || huge ? scientific : decimal);
}

/** Formats digits without an exponent. */
export function decimalText(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}
