/**
 * Terms written the way they read: `tuple(atom("ok"), binary("text"))`.
 * Integers are plain numbers, proper lists plain arrays.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import { atom } from "./atom_table.ts";
import {
  ByteList,
  ErlangMap,
  Float,
  ImproperList,
  type Term,
  Tuple,
} from "./terms.ts";

const utf8 = new TextEncoder();

/** `{a, b}`. */
export function tuple(...elements: Term[]): Tuple {
  return new Tuple(elements);
}

/** `[a, b | tail]`. */
export function improper(items: readonly Term[], tail: Term): ImproperList {
  return new ImproperList(items, tail);
}

/** `#{k => v}`; the caller sees to it that no two keys are equal. */
export function map(pairs: Iterable<readonly [Term, Term]>): ErlangMap {
  return new ErlangMap([...pairs].flat());
}

/** `<<"text"/utf8>>`. */
export function binary(text: string): Uint8Array {
  return utf8.encode(text);
}

/** `"text"`: the list of its code points. */
export function charlist(text: string): ByteList | readonly number[] {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  return points.length > 0 && points.every((point) => point < 256)
    ? new ByteList(Uint8Array.from(points))
    : points;
}

/** `1.0`. */
export function float(value: number): Float {
  return new Float(value);
}

/** `true` or `false`. */
export function boolean(value: boolean): Atom {
  return atom(value ? "true" : "false");
}

/** An integer of any size, as the one JavaScript type its size calls for. */
export function integer(value: number | bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
}
