/**
 * Creates lists with any tail: `[a, b | tail]`.
 *
 * @module
 */

import { ByteList, ImproperList, type Term } from "../terms.ts";

/** Returns a list of at least one item with a tail, which may be a list. */
export function listOf(items: readonly Term[], tail: Term): Term {
  if (tail instanceof ByteList) return [...items, ...tail.bytes];
  if (isArray(tail)) return items.concat(tail);
  return tail instanceof ImproperList
    ? new ImproperList(items.concat(tail.items), tail.tail)
    : new ImproperList(items, tail);
}

function isArray(term: Term): term is readonly Term[] {
  return Array.isArray(term);
}
