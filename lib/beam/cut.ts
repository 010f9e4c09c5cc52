/**
 * Terms bounded in depth, width and bytes, as `erl/cut.erl` has them: small ones come as
 * they are, because to cut them costs the node more than to send them.
 *
 * @module
 */

import {
  Atom,
  atom,
  ByteList,
  cutOf,
  encode,
  ErlangMap,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";

/** Elements of a list, tuple or map; brackets within brackets; bytes of the whole. */
export interface CutLimits {
  /** Maximum brackets within brackets. */
  readonly depth: number;
  /** Maximum elements of a list, tuple or map, and bytes of a binary. */
  readonly width: number;
  /** Maximum size of the whole, in bytes. */
  readonly bytes: number;
}

/** A term that holds others. */
interface Container {
  readonly kind: "list" | "map" | "tuple";
  /** The elements; of a map, pairs `{Key, Value}`. */
  readonly parts: readonly Term[];
  /** The term with these parts. */
  whole(parts: readonly Term[]): Term;
}

/** The term, with `{'$cut', Kind, Size, Kept}` for what is too large. */
export function cut(term: Term, { depth, width, bytes }: CutLimits): Term {
  return new Cutter(width, bytes).cut(term, depth);
}

class Cutter {
  readonly #width: number;
  #left: number;

  constructor(width: number, bytes: number) {
    this.#width = width;
    this.#left = bytes;
  }

  cut(term: Term, depth: number): Term {
    if (term instanceof Uint8Array) return this.#binary(term);
    const container = open(term);
    if (container === undefined) {
      this.#left -= encode(term).length;
      return term;
    }
    const { kind, parts } = container;
    if (depth <= 0) {
      const name = kind === "map" ? parts.slice(0, 1).filter(isStruct) : [];
      this.#left -= 20 + 20 * name.length;
      return shortened(kind, parts.length, name);
    }
    this.#left -= 5;
    const kept: Term[] = [];
    for (const part of parts.slice(0, this.#width)) {
      if (this.#left <= 0) break;
      kept.push(
        kind === "map" && part instanceof Tuple
          ? tuple(...part.elements.map((each) => this.cut(each, depth - 1)))
          : this.cut(part, depth - 1),
      );
    }
    return kept.length < parts.length || cutOf(term) !== undefined
      ? shortened(kind, parts.length, kept)
      : container.whole(kept);
  }

  #binary(bytes: Uint8Array): Term {
    const keep = Math.max(0, Math.min(this.#width, this.#left));
    if (bytes.length <= keep) {
      this.#left -= bytes.length + 5;
      return bytes;
    }
    this.#left -= keep + 20;
    return shortened("binary", bytes.length, bytes.slice(0, keep));
  }
}

/** Whether a pair of a map names the struct that this is; it comes first, so that it is kept. */
function isStruct(pair: Term): boolean {
  if (!(pair instanceof Tuple)) return false;
  const [key, value] = pair.elements;
  return key === atom("__struct__") && value instanceof Atom;
}

function shortened(kind: string, size: number, kept: Term): Term {
  return tuple(atom("$cut"), atom(kind), size, kept);
}

/** Undefined for one that holds nothing. */
function open(term: Term): Container | undefined {
  if (term instanceof Tuple) {
    const { elements: parts } = term;
    const whole = (kept: readonly Term[]): Term => new Tuple(kept);
    return parts.length > 0 ? { kind: "tuple", parts, whole } : undefined;
  }
  if (term instanceof ErlangMap) {
    const { entries } = term;
    const parts = Array.from(
      { length: entries.length / 2 },
      (_, i) => new Tuple(entries.slice(2 * i, 2 * i + 2)),
    );
    const name = parts.findIndex(isStruct);
    if (name > 0) parts.unshift(...parts.splice(name, 1));
    const whole = (pairs: readonly Term[]): Term =>
      new ErlangMap(
        pairs.flatMap((pair) => pair instanceof Tuple ? pair.elements : []),
      );
    return parts.length > 0 ? { kind: "map", parts, whole } : undefined;
  }
  const parts = term instanceof ByteList ? [...term.bytes] : term;
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const whole = (kept: readonly Term[]): Term =>
    term instanceof ByteList ? term : kept;
  return { kind: "list", parts, whole };
}
