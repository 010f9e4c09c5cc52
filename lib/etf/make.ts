/**
 * Functions to write terms in code: `tuple(atom("ok"), binary("text"))`. Integers are
 * plain numbers, proper lists plain arrays.
 *
 * @module
 */

import { type Atom, atom } from "./atom.ts";
import {
  ByteList,
  ErlangMap,
  Float,
  ImproperList,
  type Term,
  Tuple,
} from "./terms.ts";

const utf8 = new TextEncoder();

/** Creates a tuple: `{a, b}`. */
export function tuple(...elements: Term[]): Tuple {
  return new Tuple(elements);
}

/** Creates a list of at least one item with any tail: `[a, b | tail]`. */
export function improper(items: readonly Term[], tail: Term): Term {
  if (tail instanceof ByteList) return [...items, ...tail.bytes];
  if (isArray(tail)) return items.concat(tail);
  return tail instanceof ImproperList
    ? new ImproperList(items.concat(tail.items), tail.tail)
    : new ImproperList(items, tail);
}

function isArray(term: Term): term is readonly Term[] {
  return Array.isArray(term);
}

/** Creates a map: `#{k => v}`; keys must be distinct, which is not checked. */
export function map(pairs: Iterable<readonly [Term, Term]>): ErlangMap {
  return new ErlangMap([...pairs].flat());
}

/** Creates a binary: `<<"text"/utf8>>`. */
export function binary(text: string): Uint8Array {
  return utf8.encode(text);
}

/** Creates a charlist: `"text"`, the list of its code points. */
export function charlist(text: string): ByteList | readonly number[] {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  return points.length > 0 && points.every((point) => point < 256)
    ? new ByteList(Uint8Array.from(points))
    : points;
}

/** Creates a float: `1.0`. */
export function float(value: number): Float {
  return new Float(value);
}

/** Returns the atom `true` or `false`. */
export function boolean(value: boolean): Atom {
  return atom(value ? "true" : "false");
}

/** Returns an integer as a `number` if it is safe, otherwise as a `bigint`. */
export function integer(value: number | bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
}

/** Returns whether a term is an integer. */
export function isInteger(term: Term | undefined): term is number | bigint {
  return typeof term === "number" || typeof term === "bigint";
}
