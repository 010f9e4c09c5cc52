/**
 * Numbers, pids and texts in the bytes of a dump, any of which may be damaged.
 *
 * @module
 */

const utf8 = new TextDecoder();
const ZERO = 0x30;
const LESS = 0x3c;
const GREATER = 0x3e;
const DOT = 0x2e;

const NEWLINE = 0x0a;
/** Lines shorter than this are faster to look through than to search. */
const SHORT = 64;

/** Where the line at `from` ends: at its end of line, or where the bytes end. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const near = Math.min(bytes.length, from + SHORT);
  for (let at = from; at < near; at++) {
    if (bytes[at] === NEWLINE) return at;
  }
  const end = bytes.indexOf(NEWLINE, near);
  return end < 0 ? bytes.length : end;
}

/** Stands for a number that is not in the dump, or that is not a number there. */
export const UNKNOWN = -1;

/** More digits cannot be a number of a runtime system. */
const MAX_DIGITS = 20;

/** Reads `bytes[start, end)` as a whole number; {@linkcode UNKNOWN} if it is none. */
export function numberIn(
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  if (end <= start || end - start > MAX_DIGITS) return UNKNOWN;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return UNKNOWN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads a text as a whole number; {@linkcode UNKNOWN} if it is none. */
export function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,20}$/.test(text) ? Number(text) : UNKNOWN;
}

/** Decodes at most `max` bytes of `bytes[start, end)`. */
export function textIn(
  bytes: Uint8Array,
  start: number,
  end: number,
  max = 1024,
): string {
  return utf8.decode(bytes.subarray(start, Math.min(end, start + max)));
}

/** Serial numbers above the id in the key of a pid. */
const IDS = 2 ** 28;

/**
 * Reads a pid of the dump's own node, `<0.12.3>`, as one number;
 * {@linkcode UNKNOWN} for anything else.
 */
export function pidKeyIn(
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  if (
    bytes[start] !== LESS || bytes[start + 1] !== ZERO ||
    bytes[start + 2] !== DOT || bytes[end - 1] !== GREATER
  ) return UNKNOWN;
  const dot = bytes.indexOf(DOT, start + 3);
  if (dot < 0 || dot >= end) return UNKNOWN;
  const id = numberIn(bytes, start + 3, dot);
  const serial = numberIn(bytes, dot + 1, end - 1);
  return id < 0 || serial < 0 || id >= IDS || serial >= IDS / 8
    ? UNKNOWN
    : serial * IDS + id;
}

/** Reads the text of a pid as {@linkcode pidKeyIn} does. */
export function pidKeyOf(pid: string): number {
  const bytes = new TextEncoder().encode(pid);
  return pidKeyIn(bytes, 0, bytes.length);
}

/** The text of a pid from its key; `undefined` for an unknown one. */
export function pidText(key: number): string | undefined {
  if (key < 0) return undefined;
  return `<0.${key % IDS}.${Math.floor(key / IDS)}>`;
}

/** Reads `bytes[start, end)` as a hexadecimal number below 2^52; {@linkcode UNKNOWN} if it is none. */
export function hexIn(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 13) return UNKNOWN;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = hexDigit(bytes[i] ?? 0);
    if (digit < 0) return UNKNOWN;
    value = value * 16 + digit;
  }
  return value;
}

/** Values of hexadecimal digits by their byte; -1 for any other. */
const DIGITS = new Int8Array(256).fill(-1);
for (const [value, digit] of [..."0123456789abcdef"].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The value of a hexadecimal digit; -1 for any other byte. */
export function hexDigit(byte: number): number {
  return DIGITS[byte] ?? -1;
}
