/**
 * What a probe is sent as: the functions of its two processes, as terms in a binary
 * each, either finished funs, or forms that the node makes funs of.
 *
 * @module
 */

import { deflateSync } from "node:zlib";
import { atom, encode, type Term, tuple } from "../etf/mod.ts";
import type { Closures } from "./closures.ts";

/** Compressed terms. */
export interface Packed {
  /** The functions of the process that the link starts. */
  readonly coordinator: Uint8Array;
  /** The functions of the process that the probe runs in. */
  readonly body: Uint8Array;
}

/** The functions of a probe: their clauses, the one to start with first. */
export class Program {
  readonly #coordinator: readonly Term[];
  readonly #body: readonly Term[];
  #forms: Packed | undefined;
  readonly #closures = new WeakMap<Closures, Packed>();

  /** Of clauses as they go to a node. */
  constructor(coordinator: readonly Term[], body: readonly Term[]) {
    this.#coordinator = coordinator;
    this.#body = body;
  }

  /** The clauses of all. */
  get functions(): readonly Term[] {
    return [...this.#coordinator, ...this.#body];
  }

  /** To be made on the node. */
  get forms(): Packed {
    return this.#forms ??= this.#packed((functions) =>
      tuple(atom("tuple"), 0, functions.map(funOf))
    );
  }

  /** Made here, for the node that the samples are of. */
  closures(closures: Closures): Packed {
    const known = this.#closures.get(closures);
    if (known !== undefined) return known;
    const packed = this.#packed((functions) =>
      tuple(...functions.map((clauses) => closures.fun(clauses)))
    );
    this.#closures.set(closures, packed);
    return packed;
  }

  #packed(made: (functions: readonly Term[]) => Term): Packed {
    return {
      coordinator: compressed(made(this.#coordinator)),
      body: compressed(made(this.#body)),
    };
  }
}

/** Clauses as a fun, in abstract form. */
export function funOf(clauses: Term): Term {
  return tuple(atom("fun"), 0, tuple(atom("clauses"), clauses));
}

function compressed(term: Term): Uint8Array {
  const plain = encode(term);
  const packed = deflateSync(plain.subarray(1), { level: 9 });
  const bytes = new Uint8Array(6 + packed.length);
  bytes.set([131, 80]);
  new DataView(bytes.buffer).setUint32(2, plain.length - 1);
  bytes.set(packed, 6);
  return bytes;
}
