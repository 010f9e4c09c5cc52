/**
 * Prints numbers as OTP does.
 *
 * @module
 */

import type { Output } from "./output.ts";

/** Writes an integer, without converting it if it is too long for the room left. */
export function writeInteger(out: Output, value: number | bigint): void {
  if (typeof value === "bigint") {
    // Converting to decimal takes quadratic time, to hexadecimal linear.
    const hex = value.toString(16).length;
    if (hex > out.room) return out.leaveOut(hex);
  }
  out.word(`${value}`);
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
