/**
 * Keys of maps: texts that identify terms, as keys of a `Map` or `Set`, and whether a map
 * that was received has two equal keys, as no Erlang map has.
 *
 * @module
 */

import { Atom } from "./atom.ts";
import { compareKeys, equals } from "./compare.ts";
import { ByteList, type ErlangMap, type Term } from "./terms.ts";
import { visit, type Visitor } from "./visit.ts";

/** Maps each byte to a character. */
const latin1 = new TextDecoder("latin1");

/** Returns a text that is the same for two terms if and only if they are `equals`. */
export function keyOf(term: Term): string {
  return visit(term, KEYS);
}

/** Keys by kind of term; each text marks its own end. */
const KEYS: Visitor<string> = {
  integer: (term) => `i${term};`,
  float: ({ value }) => `d${Object.is(value, -0) ? "-0" : value};`,
  atom: atomKey,
  binary: (term) => bytesKey("b", term),
  bitString: (term) => bytesKey(`B${term.lastBits}.`, term.bytes),
  list: (term) =>
    itemsKey("l", term instanceof ByteList ? [...term.bytes] : term),
  improperList: (term) => itemsKey("L", term.items) + keyOf(term.tail),
  tuple: (term) => itemsKey("t", term.elements),
  map: mapKey,
  pid: (term) =>
    `p${term.id}.${term.serial}.${term.creation}${atomKey(term.node)}`,
  port: (term) => `P${term.id}.${term.creation}${atomKey(term.node)}`,
  reference: ({ key }) => `r${key.length}:${key}`,
  fun: ({ identity, free }) =>
    bytesKey(
      `f${identity.arity}.${identity.index}.${identity.oldIndex}.${identity.oldUniq}.`,
      identity.uniq,
    ) + atomKey(identity.module) + itemsKey("", free),
  export: (term) =>
    `e${term.arity}${atomKey(term.module)}${atomKey(term.function)}`,
  nativeRecord: (term) =>
    `R${Number(term.exported)}${atomKey(term.module)}${atomKey(term.name)}` +
    itemsKey("", term.fieldNames) + itemsKey("", term.values),
  local: (term) => bytesKey("o", term.bytes),
};

function atomKey({ name }: Atom): string {
  return `a${name.length}:${name}`;
}

function bytesKey(prefix: string, bytes: Uint8Array): string {
  return `${prefix}${bytes.length}:${latin1.decode(bytes)}`;
}

function itemsKey(prefix: string, items: readonly Term[]): string {
  return `${prefix}${items.length}:${items.map(keyOf).join("")}`;
}

function mapKey(map: ErlangMap): string {
  const pairs = map.pairs.map(([key, value]) => keyOf(key) + keyOf(value));
  return `m${pairs.length}:${pairs.sort().join("")}`;
}

/** Number of keys up to which comparing every pair is fastest. */
const FEW = 16;

/** Random, so that a peer cannot choose integers that collide in a `Set`. */
const [SECRET = 1] = crypto.getRandomValues(new Int32Array(1));

/** Returns whether two keys of a flat `[k, v, k, v]` are equal. */
export function hasEqualKeys(entries: readonly Term[]): boolean {
  if (entries.length > 2 * FEW) return hasEqualAmongMany(entries);
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
