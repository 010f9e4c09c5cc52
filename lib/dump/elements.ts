/**
 * Terms that refer to no others: atoms, integers, identifiers, and what a dump has in the
 * external format.
 *
 * @module
 */

import {
  type Atom,
  atoms,
  decode,
  Float,
  Pid,
  Port,
  type Term,
} from "../etf/mod.ts";
import { atHome } from "./at_home.ts";
import type { Losses, Surroundings } from "./around.ts";
import { encodedLength, fromBase64 } from "./base64.ts";
import { type Cursor, Damaged } from "./cursor.ts";

/** Maximum bytes of a term in the external format. */
const MAX_EXTERNAL = 65_536;
/** Maximum atoms that come with a message of another node. */
const MAX_ATOMS = 2048;

/** Decodes such terms. */
export class Elements {
  readonly #around: Surroundings;
  readonly #losses: Losses;

  constructor(around: Surroundings, losses: Losses) {
    this.#around = around;
    this.#losses = losses;
  }

  /** `LENGTH:NAME` */
  atom(cursor: Cursor): Atom {
    const length = cursor.hex();
    cursor.expect(":");
    const name = cursor.take(length);
    return atoms.find(name, 0, length);
  }

  /** Decimal digits. */
  integer(cursor: Cursor): Term {
    const start = cursor.at;
    const value = cursor.integer();
    this.#losses.spend(cursor.at - start);
    return typeof value === "object"
      ? this.#losses.cut("integer", value.digits, [])
      : value;
  }

  /** A pid by its numbers. */
  pid([channel = 0, id = 0, serial = 0]: number[]): Pid {
    const { name, creation } = this.#nodeOf(channel);
    return new Pid(name, id, serial, creation);
  }

  /** A port by its numbers. */
  port([channel = 0, id = 0]: number[]): Port {
    const { name, creation } = this.#nodeOf(channel);
    return new Port(name, BigInt(id), creation);
  }

  #nodeOf(channel: number): { name: Atom; creation: number } {
    const { node, nodes } = this.#around;
    if (channel === 0) return { name: node, creation: 0 };
    const known = nodes.get(channel);
    if (known === undefined) throw new Damaged("unknown node");
    return known;
  }

  /** A term in the external format: `LENGTH:BASE64`. */
  external(cursor: Cursor, cache: readonly Atom[]): Term {
    const length = cursor.hex();
    cursor.expect(":");
    const text = cursor.take(encodedLength(length));
    this.#losses.spend(length);
    if (length > MAX_EXTERNAL) return this.#losses.cut("external", length, []);
    const term = decode(fromBase64(text).subarray(0, length), {
      atoms: cache,
      maxBytes: MAX_EXTERNAL * 16,
    });
    return atHome(term, this.#around.node);
  }

  /** A message of another node that has not been decoded: atoms, then the external format. */
  distributed(cursor: Cursor): Term {
    const count = cursor.hex();
    cursor.expect(":");
    if (count > MAX_ATOMS) throw new Damaged("too many atoms");
    const cache: Atom[] = [];
    for (let i = 0; i < count; i++) {
      cursor.expect("A");
      cache.push(this.atom(cursor));
    }
    cursor.expect("E");
    return this.external(cursor, cache);
  }

  /** `LENGTH:TEXT` */
  float(cursor: Cursor): Float {
    const length = cursor.hex();
    cursor.expect(":");
    const text = cursor.take(Math.min(length, 64));
    const value = Number(new TextDecoder().decode(text));
    if (!Number.isFinite(value)) throw new Damaged("no float");
    return new Float(value);
  }
}

/** Moves behind an element without decoding it, as far as it is whole. */
export function skip(cursor: Cursor): void {
  try {
    pass(cursor);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
}

/** Moves behind an element without decoding it. */
export function pass(cursor: Cursor): void {
  switch (cursor.next()) {
    case "H":
      return void cursor.hex();
    case "N":
      return;
    case "A": {
      const length = cursor.hex();
      cursor.expect(":");
      return void cursor.take(length);
    }
    case "I":
      return void cursor.integer();
    case "P":
    case "p":
      return void cursor.identifier();
    default:
      throw new Damaged("element");
  }
}
