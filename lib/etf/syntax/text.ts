// deno-lint-ignore-file no-control-regex -- some controls are text: newline, tab, escape
/**
 * Decides which bytes and numbers print as text.
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

/** Plain text, which nobody would mistake for a list of numbers. */
export const ASCII = /^[\t\n\r -~]*$/;

/** The characters Elixir prints in a charlist. */
export const ELIXIR_ASCII = /^[\x07-\r\x1b -~]*$/;

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
