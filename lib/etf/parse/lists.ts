/**
 * `[a, b | tail]`, whatever the tail.
 *
 * @module
 */

import { ByteList, ImproperList, type Term } from "../terms.ts";

/** The list of those items and what follows them; at least one item. */
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
