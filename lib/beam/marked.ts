/**
 * Terms of a user's on their way to a node. An atom of a term that is sent becomes
 * one of the node as it arrives, and stays: so atoms go as texts; see
 * `erl/marked.erl`.
 *
 * @module
 */

import {
  atom,
  binary,
  type ErlangMap,
  type Term,
  tuple,
  visit,
} from "../etf/mod.ts";
import { BeamError } from "./errors.ts";

/**
 * A term of which a node makes no atom.
 *
 * @throws {BeamError} `bad_term` for funs, and for what only OTP 29 has
 */
export function marked(term: Term): Term {
  const value = (): Term => tuple(atom("value"), term);
  const list = (items: readonly Term[], tail: Term): Term =>
    tuple(atom("list"), items.map(marked), tail);
  const refuse = (): never => {
    throw new BeamError("bad_term", "a fun or a native record cannot be sent");
  };
  return visit<Term>(term, {
    integer: value,
    float: value,
    atom: ({ name }) => tuple(atom("atom"), binary(name)),
    binary: value,
    bitString: value,
    list: (it) => Array.isArray(it) ? list(it, atom("none")) : value(),
    improperList: ({ items, tail }) => list(items, marked(tail)),
    tuple: ({ elements }) => tuple(atom("tuple"), elements.map(marked)),
    map: (it) => tuple(atom("map"), pairsOf(it)),
    pid: value,
    port: value,
    reference: value,
    fun: refuse,
    export: refuse,
    nativeRecord: refuse,
    local: refuse,
  });
}

function pairsOf({ entries }: ErlangMap): Term[] {
  return entries.flatMap((key, index) => {
    const item = entries[index + 1];
    return index % 2 === 0 && item !== undefined
      ? [tuple(marked(key), marked(item))]
      : [];
  });
}
