/**
 * Dispatches on the kind of a term; a visitor that omits a kind does not compile.
 *
 * @module
 */

import {
  Atom,
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

/** One method for each kind of term. */
export interface Visitor<Result> {
  /** An integer of any size. */
  integer(term: number | bigint): Result;
  /** A float. */
  float(term: Float): Result;
  /** An atom. */
  atom(term: Atom): Result;
  /** A binary. */
  binary(term: Uint8Array): Result;
  /** A bitstring that is not a binary. */
  bitString(term: BitString): Result;
  /** A proper list, including `[]`. */
  list(term: readonly Term[] | ByteList): Result;
  /** A list that does not end in `[]`. */
  improperList(term: ImproperList): Result;
  /** A tuple. */
  tuple(term: Tuple): Result;
  /** A map. */
  map(term: ErlangMap): Result;
  /** A pid. */
  pid(term: Pid): Result;
  /** A port. */
  port(term: Port): Result;
  /** A reference. */
  reference(term: Reference): Result;
  /** A local fun. */
  fun(term: Fun): Result;
  /** `fun M:F/A`. */
  export(term: Export): Result;
  /** A native record. */
  nativeRecord(term: NativeRecord): Result;
  /** A term that only its own node can read. */
  local(term: LocalTerm): Result;
}

/** Calls the method for the kind of a term. */
export function visit<Result>(term: Term, visitor: Visitor<Result>): Result {
  if (typeof term === "number" || typeof term === "bigint") {
    return visitor.integer(term);
  }
  if (term instanceof Atom) return visitor.atom(term);
  if (term instanceof Tuple) return visitor.tuple(term);
  if (term instanceof Uint8Array) return visitor.binary(term);
  if (term instanceof ErlangMap) return visitor.map(term);
  if (term instanceof ByteList) return visitor.list(term);
  if (term instanceof Float) return visitor.float(term);
  if (term instanceof Pid) return visitor.pid(term);
  if (term instanceof Reference) return visitor.reference(term);
  if (term instanceof Port) return visitor.port(term);
  if (term instanceof Export) return visitor.export(term);
  if (term instanceof Fun) return visitor.fun(term);
  if (term instanceof ImproperList) return visitor.improperList(term);
  if (term instanceof BitString) return visitor.bitString(term);
  if (term instanceof NativeRecord) return visitor.nativeRecord(term);
  if (term instanceof LocalTerm) return visitor.local(term);
  return visitor.list(term);
}
