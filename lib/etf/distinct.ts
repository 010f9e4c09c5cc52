/**
 * Detects duplicate keys in a map that was received; no Erlang map has any.
 *
 * @module
 */

import { Atom } from "./atom.ts";
import { compareKeys, equals } from "./compare.ts";
import type { Term } from "./terms.ts";

/** Number of keys up to which comparing every pair is fastest. */
const FEW = 16;

/** Maps each byte to a character. */
const latin1 = new TextDecoder("latin1");

/** Random, so that a peer cannot choose integers that collide in a `Set`. */
const [SECRET = 1] = crypto.getRandomValues(new Int32Array(1));

/** Returns whether two keys of a flat `[k, v, k, v]` are equal. */
export function hasEqualKeys(entries: readonly Term[]): boolean {
  return entries.length <= 2 * FEW
    ? hasEqualPair(entries)
    : hasEqualAmongMany(entries);
}

function hasEqualPair(entries: readonly Term[]): boolean {
  for (let i = 2; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    for (let j = 0; j < i; j += 2) {
      const other = entries[j];
      if (key === other) return true;
      if (typeof key === "number" || other === undefined) continue;
      if (key instanceof Atom) {
        if (other instanceof Atom && key.hash === other.hash) {
          if (key.name === other.name) return true;
        }
      } else if (key instanceof Uint8Array) {
        if (other instanceof Uint8Array && sameBytes(key, other)) return true;
      } else if (equals(key, other)) return true;
    }
  }
  return false;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Checks simple keys by hash and others by sorting, because hashing nested keys has no bounded cost. */
function hasEqualAmongMany(entries: readonly Term[]): boolean {
  const numbers = new Set<number>();
  const names = new Set<string>();
  const binaries = new Set<string>();
  const others: Term[] = [];
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    if (typeof key === "number" && (key | 0) === key) {
      numbers.add(Math.imul(key, SECRET | 1) ^ SECRET);
    } else if (key instanceof Atom) names.add(key.name);
    else if (key instanceof Uint8Array) binaries.add(latin1.decode(key));
    else others.push(key);
  }
  const simple = numbers.size + names.size + binaries.size;
  return 2 * (simple + others.length) < entries.length ||
    hasEqualNeighbours(others.sort(compareKeys));
}

function hasEqualNeighbours(keys: readonly Term[]): boolean {
  return keys.some((key, i) => {
    const next = keys[i + 1];
    return next !== undefined && compareKeys(key, next) === 0;
  });
}
