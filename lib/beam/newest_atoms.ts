/**
 * The newest atoms of a node, from `erl/atoms.erl`, without the one or two hundred that our
 * own questions bring.
 *
 * @module
 */

import { Atom, ErlangMap, ImproperList, type Term, Tuple } from "../etf/mod.ts";
import { LIBRARY } from "./library.ts";
import { readInteger, readList, readText, readTuple } from "./read.ts";
import { list, Shape, text } from "./shape.ts";

/** `{Limit, [Name]}`: the first of the names, without those that questions send. */
export const newestAtoms: Shape<readonly string[]> = new Shape(
  (term) => {
    const [limit = term, names = term] = readTuple(term, 2);
    return readList(names).map(readText).filter((name) =>
      !sent().has(name) && !OUR_NAME.test(name)
    )
      .slice(0, readInteger(limit));
  },
  () => list(text).schema,
);

/** Our node names, as in `ours:is_our_name/1`. */
const OUR_NAME = /^beamtap(_\d+)?@/;

let known: ReadonlySet<string> | undefined;

/** The names of all atoms that the functions of questions bring to a node. */
function sent(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const names = new Set<string>();
  const note = (term: Term): void => {
    if (term instanceof Atom) names.add(term.name);
    else if (Array.isArray(term)) term.forEach(note);
    else if (term instanceof Tuple) term.elements.forEach(note);
    else if (term instanceof ErlangMap) term.entries.forEach(note);
    else if (term instanceof ImproperList) {
      term.items.forEach(note);
      note(term.tail);
    }
  };
  for (const clauses of LIBRARY.all()) note(clauses);
  return known = names;
}
