/**
 * Erlang's order of terms, and equality.
 *
 * `compare` is Erlang's `<` and `==`, so `1` and `1.0` are equal. `equals` is the
 * `=:=` of OTP 27: `1` and `1.0` differ, and so do `0.0` and `-0.0`. Source: Erlang
 * reference manual, "Term Comparisons"; what it leaves open (pids, ports, references,
 * funs) follows `erts_cmp_compound` in ERTS.
 *
 * @module
 */

import { Atom, compareAtoms } from "./atom.ts";
import {
  BitString,
  ByteList,
  ErlangMap,
  Float,
  ImproperList,
  Pid,
  Reference,
  type Term,
  Tuple,
} from "./terms.ts";
import { visit, type Visitor } from "./visit.ts";

/**
 * Compares two terms: negative if `a < b`, positive if `a > b`, 0 if `a == b`. Native
 * records sort between tuples and maps; terms that only their own node can read sort
 * last.
 */
export function compare(a: Term, b: Term): number {
  return order(a, b, false);
}

/** Compares two map keys: a total order with integers before floats; 0 only if `a =:= b`. */
export function compareKeys(a: Term, b: Term): number {
  return order(a, b, true);
}

/** Returns whether `a =:= b`. */
export function equals(a: Term, b: Term): boolean {
  return order(a, b, true) === 0;
}

/** Returns the value of a key, or `undefined` if the map does not have it. */
export function lookup(map: ErlangMap, key: Term): Term | undefined {
  const { entries } = map;
  const at = entries.findIndex((candidate, index) =>
    index % 2 === 0 && equals(candidate, key)
  );
  return at < 0 ? undefined : entries[at + 1];
}

const NIL: readonly Term[] = [];
const SOME_LIST: readonly Term[] = [NIL];

/**
 * The rank of a kind of term, smallest first, and by what terms of that kind are compared,
 * unless {@linkcode order} does it. The process that created a fun does not count.
 */
const PARTS: Visitor<readonly Term[]> = {
  integer: () => [0],
  float: () => [0],
  atom: () => [1],
  reference: () => [2],
  fun: ({ identity, free }) => {
    const { module, oldIndex, oldUniq, arity, index, uniq } = identity;
    const numbers = [3, module, oldIndex, oldUniq, free.length];
    return [...numbers, ...free, arity, index, uniq];
  },
  export: (term) => [4, term.module, term.function, term.arity],
  port: ({ node, creation, id }) => [5, node, creation, id],
  pid: () => [6],
  tuple: () => [7],
  nativeRecord: ({ module, name, fieldNames, exported, values }) => [
    8,
    module,
    name,
    values.length,
    ...fieldNames,
    Number(exported),
    ...values,
  ],
  map: () => [9],
  list: (list) => [itemsOf(list).length === 0 ? 10 : 11],
  improperList: () => [11],
  binary: () => [12],
  bitString: () => [12],
  local: ({ bytes }) => [13, bytes],
};

/** Compares two terms; `exact` selects the order of map keys. */
function order(a: Term, b: Term, exact: boolean): number {
  if (a === b) return 0;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a instanceof Atom && b instanceof Atom) return compareAtoms(a, b);
  // Compared for every answer of a call.
  if (a instanceof Reference && b instanceof Reference) {
    return orderNodes(a, b) || orderWords(a.words, b.words);
  }
  if (a instanceof Pid && b instanceof Pid) {
    return a.serial - b.serial || a.id - b.id || orderNodes(a, b);
  }
  if (isNumber(a) && isNumber(b)) return orderNumbers(a, b, exact);
  if (a instanceof Tuple && b instanceof Tuple) {
    return a.elements.length - b.elements.length ||
      orderAll(a.elements, b.elements, exact);
  }
  if (isBits(a) && isBits(b)) return orderBits(a, b);
  if (isList(a) && isList(b)) return orderLists(a, b, exact);
  if (a instanceof ErlangMap && b instanceof ErlangMap) {
    return orderMaps(a, b, exact);
  }
  return orderByKind(a, b, exact);
}

function orderNodes(a: Pid | Reference, b: Pid | Reference): number {
  return compareAtoms(a.node, b.node) || a.creation - b.creation;
}

/** Compares the words of references; the last is the most significant, a missing one counts as 0. */
function orderWords(a: readonly number[], b: readonly number[]): number {
  for (let i = Math.max(a.length, b.length) - 1; i >= 0; i--) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function orderByKind(a: Term, b: Term, exact: boolean): number {
  return orderAll(visit(a, PARTS), visit(b, PARTS), exact);
}

/** Compares two sequences, which are of the same length unless they differ before. */
function orderAll(
  a: readonly Term[],
  b: readonly Term[],
  exact: boolean,
): number {
  for (const [i, item] of a.entries()) {
    const other = b[i];
    const result = other === undefined ? 1 : order(item, other, exact);
    if (result !== 0) return result;
  }
  return 0;
}

function isNumber(term: Term): term is number | bigint | Float {
  return typeof term === "number" || typeof term === "bigint" ||
    term instanceof Float;
}

/** Compares numbers; JavaScript compares bigints with doubles exactly, as Erlang does. */
function orderNumbers(
  a: number | bigint | Float,
  b: number | bigint | Float,
  exact: boolean,
): number {
  const x = a instanceof Float ? a.value : a;
  const y = b instanceof Float ? b.value : b;
  if (exact) {
    const kinds = Number(a instanceof Float) - Number(b instanceof Float);
    if (kinds !== 0) return kinds;
    if (x === 0 && y === 0 && !Object.is(x, y)) return Object.is(x, 0) ? 1 : -1;
  }
  return x < y ? -1 : x > y ? 1 : 0;
}

type AnyList = readonly Term[] | ByteList | ImproperList;

function isList(term: Term): term is AnyList {
  return Array.isArray(term) || term instanceof ByteList ||
    term instanceof ImproperList;
}

function itemsOf(list: AnyList): readonly Term[] | Uint8Array {
  if (list instanceof ByteList) return list.bytes;
  return list instanceof ImproperList ? list.items : list;
}

function orderLists(a: AnyList, b: AnyList, exact: boolean): number {
  const left = itemsOf(a);
  const right = itemsOf(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const x = left[i];
    const y = right[i];
    if (x === undefined || y === undefined) break;
    const result = order(x, y, exact);
    if (result !== 0) return result;
  }
  if (left.length > shared) return orderByKind(SOME_LIST, tailOf(b), exact);
  if (right.length > shared) return orderByKind(tailOf(a), SOME_LIST, exact);
  return order(tailOf(a), tailOf(b), exact);
}

/** Returns the tail of a list, which is never a list except `[]`. */
function tailOf(list: AnyList): Term {
  return list instanceof ImproperList ? list.tail : NIL;
}

function isBits(term: Term): term is Uint8Array | BitString {
  return term instanceof Uint8Array || term instanceof BitString;
}

/** Compares bits; comparing whole bytes suffices, because unused bits are 0. */
function orderBits(
  a: Uint8Array | BitString,
  b: Uint8Array | BitString,
): number {
  const left = a instanceof BitString ? a : { bytes: a, lastBits: 8 };
  const right = b instanceof BitString ? b : { bytes: b, lastBits: 8 };
  const shared = Math.min(left.bytes.length, right.bytes.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left.bytes[i] ?? 0) - (right.bytes[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.bytes.length - right.bytes.length ||
    left.lastBits - right.lastBits;
}

/** Compares maps by size, then by sorted keys, then by values. */
function orderMaps(a: ErlangMap, b: ErlangMap, exact: boolean): number {
  if (a.size !== b.size) return a.size - b.size;
  const [left, right] = [sorted(a), sorted(b)];
  const column = (pairs: readonly [Term, Term][], i: 0 | 1): Term[] =>
    pairs.map((pair) => pair[i]);
  return orderAll(column(left, 0), column(right, 0), true) ||
    orderAll(column(left, 1), column(right, 1), exact);
}

/** Caches the sorted entries: otherwise maps nested as keys would take exponential time. */
const sortedMaps = new WeakMap<ErlangMap, readonly [Term, Term][]>();

function sorted(map: ErlangMap): readonly [Term, Term][] {
  let found = sortedMaps.get(map);
  if (found === undefined) {
    found = map.pairs.sort(([x], [y]) => order(x, y, true));
    sortedMaps.set(map, found);
  }
  return found;
}
