/**
 * Parses numbers and quoted text of both languages.
 *
 * Text is held in a JavaScript string. A byte that is not a character, such as Elixir's
 * `"\xFF"`, is held as a lone surrogate, which no well-formed text contains.
 *
 * @module
 */

import { integer } from "../make.ts";
import { LETTERS } from "../syntax/text.ts";
import { Float, type Term } from "../terms.ts";
import type { Scanner } from "./scanner.ts";

const FLOAT = /\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/y;
const DECIMAL = /\d+(?:_\d+)*/y;
const ERLANG_BASED = /(\d+)#([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)/y;
const ELIXIR_BASED = /0([xob])([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)/y;
const ELIXIR_BASES: Record<string, number> = { x: 16, o: 8, b: 2 };
/** Maximum digits in a base that is not a power of two, where parsing takes quadratic time. */
const LONGEST_ODD = 10_000;

/** Parses a number without a sign, if it is next. */
export function readNumber(
  scanner: Scanner,
  language: "erlang" | "elixir",
): Float | number | bigint | undefined {
  const at = scanner.at;
  const float = scanner.match(FLOAT)?.[0];
  if (float !== undefined) {
    const value = Number(float.replaceAll("_", ""));
    if (!Number.isFinite(value)) scanner.fail("float is too large", at);
    return new Float(value);
  }
  const based = scanner.match(
    language === "erlang" ? ERLANG_BASED : ELIXIR_BASED,
  );
  if (based !== undefined) {
    const [, base = "", digits = ""] = based;
    const radix = language === "erlang" ? Number(base) : ELIXIR_BASES[base];
    return readDigits(scanner, at, digits.replaceAll("_", ""), radix ?? 0);
  }
  const decimal = scanner.match(DECIMAL)?.[0];
  if (decimal === undefined) return undefined;
  if (/^[\p{L}_]/u.test(scanner.text.slice(scanner.at, scanner.at + 2))) {
    scanner.fail(`a number cannot continue with ${scanner.next()}`, {
      hint: "floats need digits after the point: 1.0e5",
    });
  }
  return integer(BigInt(decimal.replaceAll("_", "")));
}

/** Negates a number. */
export function negate(number: Float | number | bigint): Term {
  if (number instanceof Float) return new Float(-number.value);
  return integer(-BigInt(number));
}

function readDigits(
  scanner: Scanner,
  at: number,
  digits: string,
  radix: number,
): number | bigint {
  if (!(radix >= 2 && radix <= 36)) {
    scanner.fail("the base of a number must be 2 to 36", at);
  }
  const values = Array.from(digits, (digit) => parseInt(digit, 36));
  if (values.some((value) => value >= radix)) {
    scanner.fail(
      `${digits} contains a digit that base ${radix} does not have`,
      at,
    );
  }
  const prefix = { 2: "0b", 8: "0o", 16: "0x" }[radix];
  if (prefix !== undefined) return integer(BigInt(prefix + digits));
  if (digits.length > LONGEST_ODD) {
    const message =
      `a number in base ${radix} has at most ${LONGEST_ODD} digits`;
    scanner.fail(message, { at, code: "too_large" });
  }
  const base = BigInt(radix);
  const add = (sum: bigint, value: number): bigint =>
    sum * base + BigInt(value);
  return integer(values.reduce(add, 0n));
}

const BYTE = 0xdc00;
const encoder = new TextEncoder();

const ERLANG_ESCAPE =
  /\\(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|([0-7]{1,3})|\^([@-_a-z])|(.))/gsu;
const ERLANG_NAMED: Record<string, string> = { ...LETTERS, s: " " };
const ELIXIR_ESCAPE =
  /\\(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{1,2})|u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|\r?(\n)|(.))|#\{/gsu;
const ELIXIR_NAMED: Record<string, string> = {
  ...ERLANG_NAMED,
  0: "\0",
  a: "\x07",
};

/** Reads up to a closing quote, without processing escapes; the opening one has been read. */
export function readRaw(scanner: Scanner, close: string): string {
  const start = scanner.at;
  const { text } = scanner;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith(close, at)) {
      scanner.at = at + close.length;
      return text.slice(start, at);
    }
    if (text[at] === "\\") at++;
  }
  return scanner.fail(
    `missing closing ${close} for the quote here`,
    start - close.length,
  );
}

/**
 * Reads the lines of a triple-quoted text, without the indentation of its end; the opening
 * quotes have been read.
 */
export function readHeredoc(
  scanner: Scanner,
  quotes: string,
  keepLastNewline: boolean,
): string {
  const start = scanner.at;
  if (scanner.match(/[ \t]*\r?\n/y) === undefined) {
    scanner.fail(`a new line must follow ${quotes}`);
  }
  const body = scanner.at;
  const end = new RegExp(`(?<=\\n)([ \\t]*)${quotes}`, "g");
  end.lastIndex = body;
  const found = end.exec(scanner.text);
  if (found === null) {
    scanner.fail(
      `missing closing ${quotes} on a line of its own`,
      start - quotes.length,
    );
  }
  scanner.at = end.lastIndex;
  const indent = found[1] ?? "";
  const lines = scanner.text.slice(body, found.index).split("\n").map((line) =>
    line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()
  );
  const text = lines.join("\n");
  return keepLastNewline ? text : text.replace(/\r?\n$/, "");
}

/** Processes the escapes of an Erlang text. */
export function unescapeErlang(
  scanner: Scanner,
  at: number,
  raw: string,
): string {
  return raw.replace(
    ERLANG_ESCAPE,
    (_, braced, hex, octal, control, named) => {
      if (control !== undefined) {
        return String.fromCharCode(control.charCodeAt(0) & 31);
      }
      if (named !== undefined) return ERLANG_NAMED[named] ?? named;
      const code = octal === undefined
        ? parseInt(braced ?? hex, 16)
        : parseInt(octal, 8);
      return character(scanner, at, code);
    },
  );
}

/** Processes the escapes of an Elixir text; with `bytes`, `\xFF` is a byte, not a character. */
export function unescapeElixir(
  scanner: Scanner,
  at: number,
  raw: string,
  bytes: boolean,
): string {
  return raw.replace(
    ELIXIR_ESCAPE,
    (match, bracedHex, hex, braced, four, newline, named, offset) => {
      if (match === "#{") {
        scanner.fail(
          "interpolation is not allowed: nothing is evaluated",
          at + offset,
          "for the characters themselves, write \\#{",
        );
      }
      if (newline !== undefined) return "";
      if (named !== undefined) return ELIXIR_NAMED[named] ?? named;
      const code = parseInt(bracedHex ?? hex ?? braced ?? four, 16);
      if (bytes && hex !== undefined && code > 0x7f) {
        return String.fromCharCode(BYTE + code);
      }
      return character(scanner, at, code);
    },
  );
}

function character(scanner: Scanner, at: number, code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    scanner.fail(`${code.toString(16)} is not a character`, at);
  }
  return String.fromCodePoint(code);
}

/** Encodes text as UTF-8, and bytes in it as they are. */
export function toBytes(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const bytes = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= BYTE && code < BYTE + 256
      ? [code - BYTE]
      : [...encoder.encode(char)];
  });
  return Uint8Array.from(bytes.flat());
}
