/**
 * Erlang's terms as JavaScript values, with every distinction that Erlang makes.
 *
 * | Erlang | here |
 * | --- | --- |
 * | integer | `number` when safe (±(2^53-1)), else `bigint` |
 * | float | {@linkcode Float}, since `1.0` is not `1` |
 * | atom | {@linkcode Atom} |
 * | binary | `Uint8Array` |
 * | bitstring | {@linkcode BitString} |
 * | proper list | `Term[]`, or {@linkcode ByteList} if received as STRING_EXT |
 * | improper list | {@linkcode ImproperList} |
 * | tuple, map | {@linkcode Tuple}, {@linkcode ErlangMap} |
 * | pid, port, reference | {@linkcode Pid}, {@linkcode Port}, {@linkcode Reference} |
 * | fun, `fun M:F/A` | {@linkcode Fun}, {@linkcode Export} |
 * | native record (OTP 29) | {@linkcode NativeRecord} |
 * | LOCAL_EXT | {@linkcode LocalTerm} |
 *
 * Values never change. Classes have a `type`, on the prototype where it costs nothing,
 * so that the compiler checks a `switch` over it; {@linkcode "./visit.ts"} covers all
 * terms.
 *
 * @module
 */

import { Atom, atom } from "./atom.ts";

export { Atom, atom };

/** Any Erlang term. */
export type Term =
  | number
  | bigint
  | Float
  | Atom
  | Uint8Array
  | BitString
  | readonly Term[]
  | ByteList
  | ImproperList
  | Tuple
  | ErlangMap
  | Pid
  | Port
  | Reference
  | Fun
  | Export
  | NativeRecord
  | LocalTerm;

/** A float, which is always finite. */
export class Float {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "float";
  /** Creates a float from a finite number. */
  constructor(readonly value: number) {}
}

/** A bitstring whose size is not a multiple of 8 bits. */
export class BitString {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "bitstring";
  /** `lastBits` (1 to 7) is the number of used bits in the last byte, from the most significant; the others are 0. */
  constructor(readonly bytes: Uint8Array, readonly lastBits: number) {}
}

/** A proper list of bytes, received as STRING_EXT: the same term as an array of these bytes. */
export class ByteList {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "byte_list";
  /** Creates a list of bytes. */
  constructor(readonly bytes: Uint8Array) {}
}

/** An improper list, `[a, b | tail]`: at least one item, and the tail is not a list. */
export class ImproperList {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "improper_list";
  /** Creates an improper list. */
  constructor(readonly items: readonly Term[], readonly tail: Term) {}
}

/** A tuple, `{a, b}`. */
export class Tuple {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "tuple";
  /** Creates a tuple. */
  constructor(readonly elements: readonly Term[]) {}
}

/** A map, `#{k => v}`, as a flat `[k, v, k, v]` in the order received; keys are distinct. */
export class ErlangMap {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "map";
  /** Creates a map from keys and values in turn. */
  constructor(readonly entries: readonly Term[]) {}

  /** Number of keys. */
  get size(): number {
    return this.entries.length >> 1;
  }

  /** Each key with its value. */
  get pairs(): [key: Term, value: Term][] {
    const { entries } = this;
    return Array.from(
      { length: this.size },
      (_, i) => [entries[2 * i] ?? [], entries[2 * i + 1] ?? []],
    );
  }
}

/** A process identifier. */
export class Pid {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "pid";
  /** Creates a pid. */
  constructor(
    readonly node: Atom,
    readonly id: number,
    readonly serial: number,
    readonly creation: number,
  ) {}
}

/** Port numbers below this fit NEW_PORT_EXT, which every release can read. */
const NARROW_PORTS = 1n << 28n;

/** A port identifier. */
export class Port {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "port";
  /** `wide` says whether it was received as V4_PORT_EXT or NEW_PORT_EXT; it is not part of the term. */
  constructor(
    readonly node: Atom,
    readonly id: bigint,
    readonly creation: number,
    readonly wide: boolean = id >= NARROW_PORTS,
  ) {}
}

/** A reference with 0 to 5 `words` in wire order, the reverse of the printed order. */
export class Reference {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "reference";
  /** Creates a reference. */
  constructor(
    readonly node: Atom,
    readonly words: readonly number[],
    readonly creation: number,
  ) {}

  /** Key for a `Map`: the same for equal references, which trailing words of 0 do not distinguish. */
  get key(): string {
    const { words } = this;
    const end = words.findLastIndex((word) => word !== 0) + 1;
    const id = (end === words.length ? words : words.slice(0, end)).join(".");
    return `${id}-${this.creation}-${this.node.name}`;
  }
}

/** What identifies a fun, besides its free variables. */
export interface FunIdentity {
  /** The fun's module. */
  readonly module: Atom;
  /** Number of arguments. */
  readonly arity: number;
  /** Index of the fun in its module. */
  readonly index: number;
  /** MD5 (16 bytes) of the module's significant chunks. */
  readonly uniq: Uint8Array;
  /** Printed in `#Fun<module.oldIndex.oldUniq>`. */
  readonly oldIndex: number;
  /** Hash of the fun's parse tree. */
  readonly oldUniq: number;
  /** The process that created the fun. */
  readonly pid: Pid;
}

/** A local fun: it can be shown and sent back, but not called here. */
export class Fun {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "fun";
  /** Creates a fun. */
  constructor(
    readonly identity: FunIdentity,
    readonly free: readonly Term[],
  ) {}
}

/** `fun Module:Function/Arity`. */
export class Export {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "export";
  /** The module. */
  readonly module: Atom;
  /** The function's name. */
  readonly function: Atom;
  /** Number of arguments. */
  readonly arity: number;

  /** Creates a reference to a function. */
  constructor(module: Atom, name: Atom, arity: number) {
    this.module = module;
    this.function = name;
    this.arity = arity;
  }
}

/** A native record (OTP 29): `#module:name{field = value}`, with as many values as names. */
export class NativeRecord {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "native_record";
  /** Creates a record. */
  constructor(
    readonly module: Atom,
    readonly name: Atom,
    readonly exported: boolean,
    readonly fieldNames: readonly Atom[],
    readonly values: readonly Term[],
  ) {}
}

/** A term from `term_to_binary(T, [local])`, which only the node that created it can read. */
export class LocalTerm {
  /** Discriminates terms in a `switch`. */
  declare readonly type: "local";
  /** `bytes` is everything after the tag: a 4-byte hash, then the private encoding. */
  constructor(readonly bytes: Uint8Array) {}
}

/** Sets `type` on the prototypes, where it costs a term nothing. */
const TYPES = {
  atom: Atom,
  float: Float,
  bitstring: BitString,
  byte_list: ByteList,
  improper_list: ImproperList,
  tuple: Tuple,
  map: ErlangMap,
  pid: Pid,
  port: Port,
  reference: Reference,
  fun: Fun,
  export: Export,
  native_record: NativeRecord,
  local: LocalTerm,
};
for (const [type, kind] of Object.entries(TYPES)) {
  Object.defineProperty(kind.prototype, "type", { value: type });
}
