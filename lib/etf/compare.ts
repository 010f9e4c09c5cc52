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
  Export,
  Float,
  Fun,
  ImproperList,
  LocalTerm,
  NativeRecord,
  Pid,
  Port,
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
  for (let i = 0; i < entries.length; i += 2) {
    const candidate = entries[i];
    if (candidate !== undefined && equals(candidate, key)) {
      return entries[i + 1];
    }
  }
  return undefined;
}

const NIL_RANK = 10;
const LIST_RANK = 11;

/** Order of the kinds of terms, smallest first. */
const RANKS: Visitor<number> = {
  integer: () => 0,
  float: () => 0,
  atom: () => 1,
  reference: () => 2,
  fun: () => 3,
  export: () => 4,
  port: () => 5,
  pid: () => 6,
  tuple: () => 7,
  nativeRecord: () => 8,
  map: () => 9,
  list: (list) => itemsOf(list).length === 0 ? NIL_RANK : LIST_RANK,
  improperList: () => LIST_RANK,
  binary: () => 12,
  bitString: () => 12,
  local: () => 13,
};

/** Compares two terms; `exact` selects the order of map keys. */
function order(a: Term, b: Term, exact: boolean): number {
  if (a === b) return 0;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a instanceof Atom && b instanceof Atom) return compareAtoms(a, b);
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
  if (a instanceof Pid && b instanceof Pid) {
    return a.serial - b.serial || a.id - b.id || orderNodes(a, b);
  }
  if (a instanceof Reference && b instanceof Reference) {
    return orderNodes(a, b) || orderWords(a.words, b.words);
  }
  if (a instanceof Port && b instanceof Port) {
    return orderNodes(a, b) || orderValues(a.id, b.id);
  }
  if (a instanceof Fun && b instanceof Fun) return orderFuns(a, b, exact);
  if (a instanceof Export && b instanceof Export) {
    return compareAtoms(a.module, b.module) ||
      compareAtoms(a.function, b.function) || a.arity - b.arity;
  }
  if (a instanceof NativeRecord && b instanceof NativeRecord) {
    return compareAtoms(a.module, b.module) || compareAtoms(a.name, b.name) ||
      a.values.length - b.values.length ||
      orderAll(a.fieldNames, b.fieldNames, exact) ||
      Number(a.exported) - Number(b.exported) ||
      orderAll(a.values, b.values, exact);
  }
  if (a instanceof LocalTerm && b instanceof LocalTerm) {
    return orderBytes(a.bytes, b.bytes);
  }
  return visit(a, RANKS) - visit(b, RANKS);
}

/** Compares two sequences of the same length. */
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

function orderValues<T extends number | bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
  return orderValues<number | bigint>(x, y);
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
  if (left.length > shared) return LIST_RANK - visit(tailOf(b), RANKS);
  if (right.length > shared) return visit(tailOf(a), RANKS) - LIST_RANK;
  return order(tailOf(a), tailOf(b), exact);
}

/** Returns the tail of a list, which is never a list except `[]`. */
function tailOf(list: AnyList): Term {
  return list instanceof ImproperList ? list.tail : NIL;
}

const NIL: readonly Term[] = [];

function isBits(term: Term): term is Uint8Array | BitString {
  return term instanceof Uint8Array || term instanceof BitString;
}

/** Compares bits; comparing whole bytes suffices, because unused bits are 0. */
function orderBits(
  a: Uint8Array | BitString,
  b: Uint8Array | BitString,
): number {
  const bytes = orderBytes(
    a instanceof BitString ? a.bytes : a,
    b instanceof BitString ? b.bytes : b,
  );
  if (bytes !== 0) return bytes;
  return (a instanceof BitString ? a.lastBits : 8) -
    (b instanceof BitString ? b.lastBits : 8);
}

function orderBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Compares maps by size, then by sorted keys, then by values. */
function orderMaps(a: ErlangMap, b: ErlangMap, exact: boolean): number {
  if (a.size !== b.size) return a.size - b.size;
  const left = sorted(a);
  const right = sorted(b);
  return orderAll(left.keys, right.keys, true) ||
    orderAll(left.values, right.values, exact);
}

interface Sorted {
  readonly keys: readonly Term[];
  readonly values: readonly Term[];
}

/** Caches the sorted entries: otherwise maps nested as keys would take exponential time. */
const sortedMaps = new WeakMap<ErlangMap, Sorted>();

function sorted(map: ErlangMap): Sorted {
  let found = sortedMaps.get(map);
  if (found === undefined) {
    const pairs = pairsOf(map).sort(([x], [y]) => order(x, y, true));
    found = {
      keys: pairs.map(([key]) => key),
      values: pairs.map(([, value]) => value),
    };
    sortedMaps.set(map, found);
  }
  return found;
}

function pairsOf({ entries }: ErlangMap): (readonly [Term, Term])[] {
  const pairs: [Term, Term][] = [];
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i];
    const value = entries[i + 1];
    if (key !== undefined && value !== undefined) pairs.push([key, value]);
  }
  return pairs;
}

interface Located {
  readonly node: Atom;
  readonly creation: number;
}

function orderNodes(a: Located, b: Located): number {
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

/** Compares funs; the process that created a fun does not count. */
function orderFuns(a: Fun, b: Fun, exact: boolean): number {
  const x = a.identity;
  const y = b.identity;
  return compareAtoms(x.module, y.module) || x.oldIndex - y.oldIndex ||
    x.oldUniq - y.oldUniq || a.free.length - b.free.length ||
    orderAll(a.free, b.free, exact) || x.arity - y.arity ||
    x.index - y.index || orderBytes(x.uniq, y.uniq);
}
