/**
 * Converts JSON's scalars to terms, and reports those that are not terms.
 *
 * @module
 */

import { atoms } from "../atom_table.ts";
import { EtfError } from "../errors.ts";
import { type Atom, Float, type Term } from "../terms.ts";

const encoder = new TextEncoder();

/** A place in the JSON: keys and indices, outermost first. */
export type Path = readonly (string | number)[];

/** Throws an error about the value at `path`. */
export function refuse(message: string, path: Path): never {
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  throw new EtfError("not_a_term", `${where}${message}`, 0);
}

/** Checks the nesting depth at `path`. */
export function checkDepth(path: Path, maxDepth: number): void {
  if (path.length <= maxDepth) return;
  throw new EtfError("too_deep", `JSON is nested deeper than ${maxDepth}`, 0);
}

/** Returns the atom with a name. */
export function atomOf(name: string, path: Path): Atom {
  if ([...name].length > 255) {
    return refuse("an atom has at most 255 characters", path);
  }
  const utf8 = encode(name, path);
  return atoms.find(utf8, 0, utf8.length);
}

/** Returns a text that is well-formed Unicode. */
export function wellFormed(text: string, path: Path): string {
  return text.isWellFormed() ? text : refuse("lone surrogate", path);
}

/** Returns a text as a binary. */
export function encode(text: string, path: Path): Uint8Array {
  return encoder.encode(wellFormed(text, path));
}

/** Returns a value that is a string. */
export function string(value: unknown, path: Path): string {
  return typeof value === "string" ? value : refuse("expected a string", path);
}

/** Returns a number that is unambiguously an integer or a float. */
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

/** Parses an integer. */
export function integer(text: string, path: Path): number | bigint {
  if (!/^-?\d{1,100000}$/.test(text)) return refuse("expected digits", path);
  const value = BigInt(text);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Parses a float. */
export function float(text: string, path: Path): Float {
  const value = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value)
    ? new Float(value)
    : refuse("expected a float such as 1.0e22", path);
}

/** Decodes base64. */
export function base64(text: string, path: Path): Uint8Array {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return refuse("expected base64", path);
  }
}
