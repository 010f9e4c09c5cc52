/**
 * Identifiers of the dump's own node: its other terms have no creation, so those that
 * come in the external format lose theirs, and all print alike.
 *
 * @module
 */

import {
  type Atom,
  ErlangMap,
  ImproperList,
  Pid,
  Port,
  Reference,
  type Term,
  Tuple,
  visit,
} from "../etf/mod.ts";

/** The term with the identifiers of a node without a creation. */
export function atHome(term: Term, node: Atom): Term {
  const same = (it: Term): Term => it;
  const all = (terms: readonly Term[]): Term[] =>
    terms.map((it) => atHome(it, node));
  const isOwn = (it: Pid | Port | Reference): boolean =>
    it.node.name === node.name;
  return visit<Term>(term, {
    integer: same,
    float: same,
    atom: same,
    binary: same,
    bitString: same,
    list: (it) => Array.isArray(it) ? all(it) : it,
    improperList: (it) =>
      new ImproperList(all(it.items), atHome(it.tail, node)),
    tuple: ({ elements }) => new Tuple(all(elements)),
    map: ({ entries }) => new ErlangMap(all(entries)),
    pid: (it) => isOwn(it) ? new Pid(node, it.id, it.serial, 0) : it,
    port: (it) => isOwn(it) ? new Port(node, it.id, 0) : it,
    reference: (it) => isOwn(it) ? new Reference(node, it.words, 0) : it,
    fun: same,
    export: same,
    nativeRecord: same,
    local: same,
  });
}
