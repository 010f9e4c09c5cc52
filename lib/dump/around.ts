/**
 * What terms of a dump refer to, how much of them is decoded, and what of them is left
 * out: each such part leaves its kind and size, `{'$cut', Kind, Size, Kept}`.
 *
 * @module
 */

import { type Atom, atom, type Term, Tuple } from "../etf/mod.ts";
import { Cursor } from "./cursor.ts";
import type { Heap } from "./heap.ts";

/** Limits of one decoded term. */
export interface TermLimits {
  /** Maximum terms within it, all levels together; 32 bytes count as one. */
  readonly maxTerms: number;
  /** Maximum depth. */
  readonly maxDepth: number;
  /** Maximum elements of a list, tuple or map. */
  readonly maxItems: number;
  /** Maximum bytes of a binary. */
  readonly maxBinary: number;
}

/** A part of a binary outside the heaps. */
export interface Wanted {
  readonly address: number;
  readonly offset: number;
  readonly length: number;
}

/** What terms of a dump refer to. */
export interface Surroundings {
  /** Heaps of a process, and the literals, which all processes share. */
  readonly heaps: readonly Heap[];
  readonly literals: Heap;
  /** Whether a binary outside the heaps has this address. */
  readonly isOutside: (address: number) => boolean;
  /** The dump's own node. */
  readonly node: Atom;
  /** Other nodes, by the first number of their pids. */
  readonly nodes: ReadonlyMap<number, { name: Atom; creation: number }>;
  /** Parts of binaries outside the heaps, by {@linkcode wantedKey}. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
}

/** The key of a part of a binary. */
export function wantedKey({ address, offset, length }: Wanted): string {
  return `${address}:${offset}:${length}`;
}

/** Finds the term at an address; `undefined` if it is not in the dump. */
export function termAt(
  { heaps, literals }: Surroundings,
  address: number,
): Cursor | undefined {
  const places = literals.isNear(address)
    ? [literals, ...heaps]
    : [...heaps, literals];
  for (const place of places) {
    const start = place.find(address);
    if (start >= 0) return new Cursor(place.bytes, start);
  }
  return undefined;
}

const CUT = atom("$cut");
const MISSING = atom("missing");

/** What decoded terms lack. */
export class Losses {
  /** Parts of binaries that were not there. */
  readonly wanted: Map<string, Wanted> = new Map();
  /** Terms that are damaged or not in the dump. */
  missing = 0;
  /** Terms that what has been decoded counts as, for its bytes. */
  spent = 0;

  /** Counts decoded bytes: one term may take many, and be referred to many times. */
  spend(bytes: number): void {
    this.spent += bytes >> 5;
  }

  /** Stands for a term of which nothing is there, of a known size in bytes. */
  absent(size = 0): Term {
    this.missing++;
    return new Tuple([CUT, MISSING, size, []]);
  }

  /** Stands for a term of which a limit leaves out a part. */
  cut(kind: string, size: number, kept: Term): Term {
    return new Tuple([CUT, atom(kind), size, kept]);
  }
}

/** What is kept of a term that is cut. */
export function keptOf(term: Term): readonly Term[] {
  const kept = term instanceof Tuple && term.elements[0] === CUT
    ? term.elements[3]
    : undefined;
  return Array.isArray(kept) ? kept : [];
}
