/**
 * Sends functions in the form that is cheapest for a node: as finished funs of its own
 * `erl_eval`.
 *
 * To make a fun of abstract forms, `erl_eval` searches it and its inner funs for variables,
 * which takes longer than most questions run. So beamtap asks a node, once per link, for a
 * sample fun of each arity. A sample (`NEW_FUN_EXT`) names a fun of a version of `erl_eval`,
 * and contains its environment: clauses, bindings, and the variables of inner funs. Our funs
 * differ only in the clauses and these variables, so to the node they are its own. If another
 * `erl_eval` is loaded, they are funs of an unknown version: calling one raises `badfun`.
 *
 * @module
 */

import {
  atom,
  equals,
  type ErlangMap,
  Fun,
  map,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import { arityOf } from "./request.ts";

/** Maximum arguments of a function, its table included. */
const MOST_ARGUMENTS = 12;

const FUN = atom("fun");
const CLAUSES = atom("clauses");
/** Tag of abstract forms that hold constants, whatever their type. */
const INTEGER = atom("integer");
const NAMED_FUN = atom("named_fun");
const VARIABLE = atom("var");
const ANY = atom("_");
const NONE = atom("none");
const EMPTY = map([]);

/** Makes funs from samples of the node. */
export class Closures {
  /** By arity. */
  readonly #samples: readonly Fun[];

  private constructor(samples: readonly Fun[]) {
    this.#samples = samples;
  }

  /**
   * The arguments of `erl_eval:expr/5` that give what {@linkcode Closures.read} reads; variables are
   * kept in a map, or in a list where the release knows no other.
   */
  static request(bindings: "map" | "list"): readonly Term[] {
    const samples = tuple(
      atom("tuple"),
      0,
      ARITIES.map((arity) => tuple(FUN, 0, tuple(CLAUSES, sample(arity)))),
    );
    const none = bindings === "map" ? EMPTY : [];
    return [samples, none, NONE, NONE, atom("value")];
  }

  /** Reads the samples of a node; `undefined` if their environment has an unknown form. */
  static read(term: Term): Closures | undefined {
    const funs = term instanceof Tuple ? term.elements : [];
    const samples = funs.filter((fun, arity): fun is Fun =>
      fun instanceof Fun && fun.identity.arity === arity &&
      isKnown(fun, sample(arity))
    );
    return samples.length === ARITIES.length
      ? new Closures(samples)
      : undefined;
  }

  /** Makes a fun with these clauses and no variables from outside. */
  fun(clauses: Term): Fun {
    const arity = arityOf(clauses);
    const model = this.#samples[arity];
    const held = model?.free[0];
    if (model === undefined || !(held instanceof Tuple)) {
      throw new TypeError(`no fun takes ${arity} arguments`);
    }
    const { elements } = held;
    if (elements.length === 4) {
      const own = [...elements.slice(0, 3), clauses];
      return new Fun(model.identity, [new Tuple(own)]);
    }
    const code = numbered(clauses);
    const own = [...elements.slice(0, 4), usedWithin(code), code];
    return new Fun(model.identity, [new Tuple(own)]);
  }
}

const ARITIES = Array.from({ length: MOST_ARGUMENTS + 1 }, (_, i) => i);

/** Clauses of a fun of this arity that does nothing. */
function sample(arity: number): Term {
  const any = tuple(VARIABLE, 0, ANY);
  return [
    tuple(atom("clause"), 0, Array<Term>(arity).fill(any), [], [
      tuple(atom("nil"), 0),
    ]),
  ];
}

/**
 * Whether a fun holds one thing, which is, before OTP 24, `{Bindings, none, none, Clauses}`,
 * and from OTP 25 on `{0, Bindings, none, none, Variables of inner funs, Clauses}`.
 */
function isKnown({ free }: Fun, clauses: Term): boolean {
  const [held, ...more] = free;
  if (!(held instanceof Tuple) || more.length > 0) return false;
  return [[], EMPTY].some((bindings) =>
    equals(held, tuple(bindings, NONE, NONE, clauses)) ||
    equals(held, tuple(0, bindings, NONE, NONE, EMPTY, clauses))
  );
}

/**
 * The same with numbers for the names of variables: any term will do where the linter does not
 * see it. Nearly all that it takes a node to decode functions is to look their atoms up.
 */
function numbered(form: Term, names = new Map<Term, number>()): Term {
  if (Array.isArray(form)) return form.map((part) => numbered(part, names));
  if (!(form instanceof Tuple)) return form;
  const [tag, anno = 0, name, clauses] = form.elements;
  if (tag === INTEGER) return form;
  const number = (): number => {
    const known = names.get(name ?? ANY) ?? names.size + 1;
    names.set(name ?? ANY, known);
    return known;
  };
  if (tag === VARIABLE) {
    return name === ANY ? form : tuple(VARIABLE, anno, number());
  }
  if (tag === NAMED_FUN && clauses !== undefined) {
    return tuple(NAMED_FUN, anno, number(), numbered(clauses, names));
  }
  return new Tuple(form.elements.map((part) => numbered(part, names)));
}

/** The map that `erl_eval` keeps: for the clauses of each fun in a form, the variables that it uses, and the same map for inner funs. */
function usedWithin(form: Term): ErlangMap {
  const found: [Term, Term][] = [];
  eachFun(form, (fun, clauses) => {
    if (found.some(([known]) => equals(known, clauses))) return;
    found.push([clauses, tuple([...variables(fun)], usedWithin(clauses))]);
  });
  return map(found);
}

/** The funs in a form, but for those in other funs. */
function eachFun(form: Term, tell: (fun: Term, clauses: Term) => void): void {
  if (Array.isArray(form)) { for (const part of form) eachFun(part, tell); }
  if (!(form instanceof Tuple)) return;
  const [tag, , body, last] = form.elements;
  if (tag === INTEGER) return;
  if (tag === NAMED_FUN && last !== undefined) return tell(form, last);
  const [kind, clauses] = body instanceof Tuple ? body.elements : [];
  if (tag === FUN && kind === CLAUSES && clauses !== undefined) {
    return tell(form, clauses);
  }
  for (const part of form.elements) eachFun(part, tell);
}

/** The names of all variables in a form. */
function variables(form: Term, found: Set<Term> = new Set()): Set<Term> {
  if (Array.isArray(form)) { for (const part of form) variables(part, found); }
  if (!(form instanceof Tuple)) return found;
  const [tag, , name] = form.elements;
  if (tag === INTEGER) return found;
  if (tag === VARIABLE && name !== undefined) {
    if (name !== ANY) found.add(name);
    return found;
  }
  for (const part of form.elements) variables(part, found);
  return found;
}
