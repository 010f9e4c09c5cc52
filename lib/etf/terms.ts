/**
 * Erlang's terms as JavaScript values, keeping every distinction Erlang makes.
 *
 * | Erlang | here |
 * | --- | --- |
 * | integer | `number` when safe (±(2^53-1)), else `bigint` |
 * | float | {@linkcode Float}, since `1.0` is not `1` |
 * | atom | {@linkcode Atom} |
 * | binary | `Uint8Array` |
 * | bitstring | {@linkcode BitString} |
 * | proper list | `Term[]`, or {@linkcode ByteList} where it came as STRING_EXT |
 * | improper list | {@linkcode ImproperList} |
 * | tuple, map | {@linkcode Tuple}, {@linkcode ErlangMap} |
 * | pid, port, reference | {@linkcode Pid}, {@linkcode Port}, {@linkcode Reference} |
 * | fun, `fun M:F/A` | {@linkcode Fun}, {@linkcode Export} |
 * | native record (OTP 29) | {@linkcode NativeRecord} |
 * | LOCAL_EXT | {@linkcode LocalTerm} |
 *
 * Values are never changed once made. Classes carry a `type`, on the prototype
 * where it costs nothing, so that a `switch` over it is checked by the compiler;
 * {@linkcode "./visit.ts"} does it for all terms.
 *
 * @module
 */

import type { Atom } from "./atom.ts";

export { Atom } from "./atom.ts";
export { atom } from "./atom_table.ts";

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

/** A float; finite. */
export class Float {
  constructor(readonly value: number) {}

  /** Tells terms apart. */
  get type(): "float" {
    return "float";
  }
}

/** A bitstring whose size is not a multiple of 8 bits. */
export class BitString {
  /** `lastBits` (1 to 7) counts the bits of the last byte in use, from the most significant; the others are 0. */
  constructor(readonly bytes: Uint8Array, readonly lastBits: number) {}

  /** Tells terms apart. */
  get type(): "bitstring" {
    return "bitstring";
  }
}

/** A proper list of bytes, as STRING_EXT carries it: the same term as the array of its bytes. */
export class ByteList {
  constructor(readonly bytes: Uint8Array) {}

  /** Tells terms apart. */
  get type(): "byte_list" {
    return "byte_list";
  }
}

/** `[a, b | tail]`; at least one item, and the tail is no list. */
export class ImproperList {
  constructor(readonly items: readonly Term[], readonly tail: Term) {}

  /** Tells terms apart. */
  get type(): "improper_list" {
    return "improper_list";
  }
}

/** `{a, b}`. */
export class Tuple {
  constructor(readonly elements: readonly Term[]) {}

  /** Tells terms apart. */
  get type(): "tuple" {
    return "tuple";
  }
}

/** `#{k => v}`, as a flat `[k, v, k, v]` in the order received; no two keys are equal. */
export class ErlangMap {
  constructor(readonly entries: readonly Term[]) {}

  /** Tells terms apart. */
  get type(): "map" {
    return "map";
  }

  /** How many keys it has. */
  get size(): number {
    return this.entries.length >> 1;
  }
}

/** A process identifier. */
export class Pid {
  constructor(
    readonly node: Atom,
    readonly id: number,
    readonly serial: number,
    readonly creation: number,
  ) {}

  /** Tells terms apart. */
  get type(): "pid" {
    return "pid";
  }
}

/** Up to here NEW_PORT_EXT holds a port's number, and every release reads it. */
const NARROW_PORTS = 1n << 28n;

/** A port identifier. */
export class Port {
  /** `wide` says which of two encodings it came in, V4_PORT_EXT or NEW_PORT_EXT; it is no part of the term. */
  constructor(
    readonly node: Atom,
    readonly id: bigint,
    readonly creation: number,
    readonly wide: boolean = id >= NARROW_PORTS,
  ) {}

  /** Tells terms apart. */
  get type(): "port" {
    return "port";
  }
}

/** A reference; `words` (0 to 5) in wire order, which is the reverse of the order they print in. */
export class Reference {
  constructor(
    readonly node: Atom,
    readonly words: readonly number[],
    readonly creation: number,
  ) {}

  /** Tells terms apart. */
  get type(): "reference" {
    return "reference";
  }

  /** Equal for equal references only, to which last words of 0 make no difference: for use as the key of a `Map`. */
  get key(): string {
    const { words } = this;
    const end = words.findLastIndex((word) => word !== 0) + 1;
    const id = (end === words.length ? words : words.slice(0, end)).join(".");
    return `${id}-${this.creation}-${this.node.name}`;
  }
}

/** What NEW_FUN_EXT tells of a fun besides its free variables. */
export interface FunIdentity {
  readonly module: Atom;
  readonly arity: number;
  /** Which fun of the module it is. */
  readonly index: number;
  /** MD5 (16 bytes) of the module's significant chunks. */
  readonly uniq: Uint8Array;
  /** What prints, with `oldUniq`, in `#Fun<module.oldIndex.oldUniq>`. */
  readonly oldIndex: number;
  /** Hash of the fun's parse tree. */
  readonly oldUniq: number;
  /** The process that made the fun. */
  readonly pid: Pid;
}

/** A local fun: it cannot be called here, only shown and sent back. */
export class Fun {
  constructor(
    readonly identity: FunIdentity,
    readonly free: readonly Term[],
  ) {}

  /** Tells terms apart. */
  get type(): "fun" {
    return "fun";
  }
}

/** `fun Module:Function/Arity`. */
export class Export {
  readonly module: Atom;
  readonly function: Atom;
  readonly arity: number;

  constructor(module: Atom, name: Atom, arity: number) {
    this.module = module;
    this.function = name;
    this.arity = arity;
  }

  /** Tells terms apart. */
  get type(): "export" {
    return "export";
  }
}

/** A native record of OTP 29: `#module:name{field = value}`; as many values as names. */
export class NativeRecord {
  constructor(
    readonly module: Atom,
    readonly name: Atom,
    readonly exported: boolean,
    readonly fieldNames: readonly Atom[],
    readonly values: readonly Term[],
  ) {}

  /** Tells terms apart. */
  get type(): "native_record" {
    return "native_record";
  }
}

/** What `term_to_binary(T, [local])` made: only the node that made it can read it. */
export class LocalTerm {
  /** `bytes` is all that followed the tag: a 4-byte hash, then the private encoding. */
  constructor(readonly bytes: Uint8Array) {}

  /** Tells terms apart. */
  get type(): "local" {
    return "local";
  }
}
