/**
 * Parses numbers of both languages.
 *
 * @module
 */

import { integer } from "../make.ts";
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
    if (!Number.isFinite(value)) scanner.fail("float is too large", { at });
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
    scanner.fail("the base of a number must be 2 to 36", { at });
  }
  const values = Array.from(digits, (digit) => parseInt(digit, 36));
  if (values.some((value) => value >= radix)) {
    scanner.fail(
      `${digits} contains a digit that base ${radix} does not have`,
      { at },
    );
  }
  const prefix = { 2: "0b", 8: "0o", 16: "0x" }[radix];
  if (prefix !== undefined) return integer(BigInt(prefix + digits));
  if (digits.length > LONGEST_ODD) {
    scanner.fail(
      `a number in base ${radix} has at most ${LONGEST_ODD} digits`,
      {
        at,
        code: "too_large",
      },
    );
  }
  const base = BigInt(radix);
  return integer(
    values.reduce((sum, value) => sum * base + BigInt(value), 0n),
  );
}
