/**
 * Terms that were cut on their node, `{'$cut', Kind, Size, Kept}`: the kind, the true size in
 * elements or bytes, and what was kept of it.
 *
 * @module
 */

import { Atom, type Term, Tuple } from "./terms.ts";

/** A cut term: what it was, and what is left of it. */
export interface CutTerm {
  /** What it was: `list`, `tuple`, `map`, `binary`. */
  readonly kind: string;
  /** Size of the whole, in bytes or elements. */
  readonly size: number;
  /** Elements of a list or tuple, pairs of a map, bytes of a binary. */
  readonly kept: Term;
}

/** Reads a cut term; `undefined` for any other. */
export function cutOf(term: Term): CutTerm | undefined {
  if (!(term instanceof Tuple) || term.elements.length !== 4) return undefined;
  const [mark, kind, size, kept] = term.elements;
  return mark instanceof Atom && mark.name === "$cut" &&
      kind instanceof Atom && KINDS.has(kind.name) &&
      typeof size === "number" && kept !== undefined
    ? { kind: kind.name, size, kept }
    : undefined;
}

/** As `erl/cut.erl` names them. */
const KINDS = new Set([
  "binary",
  "bitstring",
  "fun",
  "improper_list",
  "integer",
  "list",
  "map",
  "term",
  "tuple",
]);
