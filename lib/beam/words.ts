/**
 * The words of our own between us and the probes: keys, tags, codes. A node keeps
 * each atom that it has ever seen, so none of these goes to it as an atom: they
 * are atoms in the Erlang of the probes and on our side, and integers on the wire
 * and on the node. Which integers is decided at random each time this program
 * starts, so nothing that a node holds can be taken for one.
 *
 * Names that OTP or other code has to understand are not words, nor are those that another
 * beamtap on the same node reads. A word is never registered, and names no table.
 *
 * @module
 */

import {
  Atom,
  atom,
  ErlangMap,
  ImproperList,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import TEXT from "./words.txt" with { type: "text" };

/** One a line, so that two changes that add words do not meet. */
const WORDS = new Set(TEXT.trim().split("\n")).values().toArray();

/** Below all that is counted anywhere, and exact in JavaScript. */
const FIRST = -(2 ** 52) + random47();

const numbers: ReadonlyMap<unknown, number> = new Map(
  WORDS.map((word, index) => [word, FIRST + index]),
);
const meanings: ReadonlyMap<unknown, Atom> = new Map(
  WORDS.map((word, index) => [FIRST + index, atom(word)]),
);

function random47(): number {
  const [low = 0, high = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 17) * 2 ** 32 + low;
}

/** A term of ours as it goes to a node. */
export function toNode(term: Term): Term {
  return rewritten(term, numbers);
}

/** A term from a node, with its words restored. */
export function fromNode(term: Term): Term {
  return rewritten(term, meanings);
}

/** A text that a node made of a term, with the words that are in it. */
export function spoken(text: string): string {
  return text.replace(
    /-\d{16}/g,
    (digits) => meanings.get(Number(digits))?.name ?? digits,
  );
}

/**
 * Abstract forms, a term, as they go to a node. There `{literal, Term}` goes as an integer:
 * `erl_eval` takes that for what it is, whatever it is.
 */
export function formsToNode(forms: Term): Term {
  if (Array.isArray(forms)) return forms.map(formsToNode);
  if (!(forms instanceof Tuple)) return forms;
  const [tag, anno = 0, first = 0, second = 0] = forms.elements;
  if (tag === LITERAL) return literal(toNode(anno));
  if (tag === ATOM) {
    const number = numberOf(first);
    return number === undefined ? forms : tuple(INTEGER, anno, number);
  }
  // The names of functions stay what they are.
  if (tag === REMOTE && isLiteral(first) && isLiteral(second)) return forms;
  if (tag === FUNCTION) return forms;
  return tuple(...forms.elements.map(formsToNode));
}

/** OTP 23 takes tuples in a form of a fun for forms, whatever they are in but maps. */
function literal(term: Term): Term {
  if (!hasTuple(term)) return tuple(INTEGER, 0, term);
  const held = tuple(INTEGER, 0, new ErlangMap([0, term]));
  return tuple(CALL, 0, MAP_GET, [tuple(INTEGER, 0, 0), held]);
}

function hasTuple(term: Term): boolean {
  if (term instanceof ImproperList) {
    return term.items.some(hasTuple) || hasTuple(term.tail);
  }
  return term instanceof Tuple || Array.isArray(term) && term.some(hasTuple);
}

const ATOM = atom("atom");
const CALL = atom("call");
const MAP_GET = tuple(ATOM, 0, atom("map_get"));
const FUNCTION = atom("function");
const INTEGER = atom("integer");
const LITERAL = atom("literal");
const REMOTE = atom("remote");

function isLiteral(form: Term): boolean {
  return form instanceof Tuple && form.elements[0] === ATOM;
}

function numberOf(term: Term): number | undefined {
  return term instanceof Atom ? numbers.get(term.name) : undefined;
}

/** A copy with other leaves, by the names of atoms or the values of integers; what has none of them is not copied. */
function rewritten(term: Term, leaves: ReadonlyMap<unknown, Term>): Term {
  if (Array.isArray(term)) return rewrittenAll(term, leaves);
  if (term instanceof Tuple) {
    const elements = rewrittenAll(term.elements, leaves);
    return elements === term.elements ? term : new Tuple(elements);
  }
  if (term instanceof ErlangMap) {
    const entries = rewrittenAll(term.entries, leaves);
    return entries === term.entries ? term : new ErlangMap(entries);
  }
  if (term instanceof ImproperList) {
    const items = rewrittenAll(term.items, leaves);
    const tail = rewritten(term.tail, leaves);
    return items === term.items && tail === term.tail
      ? term
      : new ImproperList(items, tail);
  }
  return leaves.get(term instanceof Atom ? term.name : term) ?? term;
}

function rewrittenAll(
  terms: readonly Term[],
  leaves: ReadonlyMap<unknown, Term>,
): readonly Term[] {
  let copy: Term[] | undefined;
  for (let i = 0; i < terms.length; i++) {
    const old = terms[i];
    if (old === undefined) continue;
    const next = rewritten(old, leaves);
    if (next !== old) (copy ??= terms.slice())[i] = next;
  }
  return copy ?? terms;
}
