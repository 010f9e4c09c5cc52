/**
 * What JSON's own values and texts stand for, and the errors of those that stand
 * for nothing.
 *
 * @module
 */

import { atoms } from "../atom_table.ts";
import { EtfError } from "../errors.ts";
import { type Atom, Float, type Term } from "../terms.ts";

const encoder = new TextEncoder();

/** Where in the JSON: keys and indices from the outside in. */
export type Path = readonly (string | number)[];

/** Says what is wrong, and where. */
export function refuse(message: string, path: Path): never {
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  throw new EtfError("not_a_term", `${where}${message}`, 0);
}

/** Stops at so many brackets within brackets. */
export function checkDepth(path: Path, maxDepth: number): void {
  if (path.length <= maxDepth) return;
  throw new EtfError("too_deep", `JSON is nested deeper than ${maxDepth}`, 0);
}

/** The atom of a name. */
export function atomOf(name: string, path: Path): Atom {
  if ([...name].length > 255) {
    return refuse("an atom has 255 characters at most", path);
  }
  const utf8 = encode(name, path);
  return atoms.find(utf8, 0, utf8.length);
}

/** The text itself, if it is Unicode. */
export function wellFormed(text: string, path: Path): string {
  return text.isWellFormed() ? text : refuse("half a surrogate pair", path);
}

/** The binary of a text. */
export function encode(text: string, path: Path): Uint8Array {
  return encoder.encode(wellFormed(text, path));
}

/** A string. */
export function string(value: unknown, path: Path): string {
  return typeof value === "string" ? value : refuse("expected a string", path);
}

/** A number that is clearly an integer, or clearly a float. */
export function number(value: number, path: Path): Term {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  if (!Number.isInteger(value) && Number.isFinite(value)) {
    return new Float(value);
  }
  return refuse(
    'integers beyond 2^53 are written {"$integer": "…"}, whole floats {"$float": "…"}',
    path,
  );
}

/** The integer of its digits. */
export function integer(text: string, path: Path): number | bigint {
  if (!/^-?\d{1,100000}$/.test(text)) return refuse("expected digits", path);
  const value = BigInt(text);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The float of its text. */
export function float(text: string, path: Path): Float {
  const value = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value)
    ? new Float(value)
    : refuse("expected a float such as 1.0e22", path);
}

/** The bytes of base64. */
export function base64(text: string, path: Path): Uint8Array {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return refuse("expected base64", path);
  }
}
