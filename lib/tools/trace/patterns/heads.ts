/**
 * Patterns as heads of match specifications, and as guards where these have no
 * pattern for it: under an alias, or where an atom would be taken for a variable.
 *
 * @module
 */

import {
  Atom,
  atom,
  ByteList,
  ErlangMap,
  keyOf,
  type Scanner,
  type Term,
  Tuple,
  tuple,
} from "../../../etf/mod.ts";
import {
  type Clause,
  type Expression,
  type Expressions,
  groundTerm,
  innerOf,
  listTerm,
  partsOf,
} from "./expression.ts";
import { constant, guardTerm } from "./guards.ts";

/** A clause of a match specification, without its body. */
export interface SpecClause {
  readonly head: Term;
  readonly guards: readonly Term[];
  /** The function that the pattern names. */
  readonly name?: string | undefined;
}

/** Maximum variables of a match specification; see `match_clauses.erl`. */
export const MOST_VARIABLES = 30;

const ANY = atom("_");
const MAGIC = /^(?:_|\$(?:\d+|_|\$))$/;

/**
 * The clauses that stand for one: as many as its guard has alternatives.
 *
 * @throws {ParseError} `bad_syntax`
 */
export function specClauses(clause: Clause, scanner: Scanner): SpecClause[] {
  const { head, guards, name } = clause;
  const uses = new Map<string, number>();
  const count = (parts: Expressions): void => {
    for (const part of parts) {
      if (part.kind === "variable") {
        uses.set(part.name, (uses.get(part.name) ?? 0) + 1);
      }
      count(partsOf(part));
    }
  };
  count([...head ?? [], ...guards.flat()]);
  const writer = new HeadWriter(scanner, uses);
  const arguments_ = head?.map((part) => writer.pattern(part)) ?? ANY;
  const alternatives = guards.length === 0 ? [[]] : guards;
  return alternatives.map((all) => ({
    head: arguments_,
    guards: [
      ...writer.tests,
      ...all.map((guard) => guardTerm(guard, writer.bound, scanner)),
    ],
    ...name !== undefined && { name },
  }));
}

class HeadWriter {
  /** Values of variables, for guards. */
  readonly bound = new Map<string, Term>();
  /** Conditions in addition to the head. */
  readonly tests: Term[] = [];
  readonly #scanner: Scanner;
  readonly #uses: ReadonlyMap<string, number>;
  #numbered = 0;

  constructor(scanner: Scanner, uses: ReadonlyMap<string, number>) {
    this.#scanner = scanner;
    this.#uses = uses;
  }

  /** The pattern, in a head. */
  pattern(it: Expression): Term {
    switch (it.kind) {
      case "any":
        return ANY;
      case "variable":
        return this.#variable(it.name, it.at);
      case "literal":
        return hasMagic(it.term) ? this.#tested(it) : it.term;
      case "tuple":
        return new Tuple(it.items.map((item) => this.pattern(item)));
      case "list":
        return listTerm(
          it.items.map((item) => this.pattern(item)),
          it.tail && this.pattern(it.tail),
        );
      case "map":
        return this.#map(it);
      case "alias":
        return this.#alias(it);
      case "call":
        return this.pattern(this.#constructed(it));
      default:
        return it satisfies never;
    }
  }

  #variable(name: string, at: number): Term {
    if (this.#isUnused(name)) return ANY;
    const known = this.bound.get(name);
    if (known instanceof Atom) return known;
    const own = this.#number(at);
    if (known === undefined) this.bound.set(name, own);
    else this.#require("=:=", own, known);
    return own;
  }

  #map(it: Expression & { kind: "map" }): Term {
    const keys = it.pairs.map(([key]) => this.#key(key));
    const distinct = new Set(keys.map(keyOf)).size === keys.length;
    if (!distinct || keys.some(hasMagic)) return this.#tested(it);
    return new ErlangMap(
      it.pairs.flatMap(([, value], index) => [
        keys[index] ?? ANY,
        this.pattern(value),
      ]),
    );
  }

  #key(key: Expression): Term {
    return groundTerm(key) ??
      this.#scanner.fail("a key in a pattern is a literal", { at: key.at });
  }

  /** One part that matters is as if it stood alone. */
  #alias(it: Expression & { kind: "alias" }): Term {
    const parts = sidesOf(it).filter((part) =>
      part.kind !== "any" &&
      !(part.kind === "variable" && this.#isUnused(part.name))
    );
    const [only, ...others] = parts;
    if (only === undefined) return ANY;
    return others.length === 0 ? this.pattern(only) : this.#tested(it);
  }

  /** A variable of its own, of which the guards say what the pattern would. */
  #tested(it: Expression): Term {
    const own = this.#number(it.at);
    this.#test(it, own);
    return own;
  }

  #test(it: Expression, value: Term): void {
    switch (it.kind) {
      case "any":
        return;
      case "variable": {
        const known = this.bound.get(it.name);
        if (known !== undefined) this.#require("=:=", value, known);
        else if (!this.#isUnused(it.name)) this.bound.set(it.name, value);
        return;
      }
      case "literal":
        return this.#require("=:=", value, constant(it.term));
      case "tuple":
        this.#require("is_tuple", value);
        this.#require("=:=", made("size", value), it.items.length);
        return it.items.forEach((item, index) =>
          this.#test(item, made("element", index + 1, value))
        );
      case "list": {
        let rest = value;
        for (const item of it.items) {
          this.#require("is_list", rest);
          this.#require("=/=", rest, constant([]));
          this.#test(item, made("hd", rest));
          rest = made("tl", rest);
        }
        return it.tail === undefined
          ? this.#require("=:=", rest, constant([]))
          : this.#test(it.tail, rest);
      }
      case "map":
        this.#require("is_map", value);
        return it.pairs.forEach(([key, item]) => {
          const known = constant(this.#key(key));
          this.#require("is_map_key", known, value);
          this.#test(item, made("map_get", known, value));
        });
      case "alias":
        return sidesOf(it).forEach((side) => this.#test(side, value));
      case "call":
        return this.#test(this.#constructed(it), value);
      default:
        it satisfies never;
    }
  }

  /** `"abc" ++ Rest` as the list it is; else a call, which no pattern has. */
  #constructed(it: Expression & { kind: "call" }): Expression {
    const { name, at, args: [left, right] } = it;
    if (name === "++" && left && right) {
      const items = left.kind === "list" && left.tail === undefined
        ? left.items
        : itemsOf(groundTerm(left)).map((term): Expression => ({
          kind: "literal",
          at,
          term,
        }));
      if (items.length > 0 || keyOf(groundTerm(left) ?? 0) === keyOf([])) {
        return items.length === 0
          ? right
          : { kind: "list", at, items, tail: right };
      }
    }
    return this.#scanner.fail(`a pattern cannot have ${name}`, {
      at,
      hint: name === "<>"
        ? 'Write a variable, and after when: binary_part(x, 0, 3) == "abc".'
        : "What is computed comes after when, as in [A] when A > 1.",
    });
  }

  /** Whether it says nothing: neither repeated, nor in a guard. */
  #isUnused(name: string): boolean {
    return (this.#uses.get(name) ?? 0) < 2;
  }

  #require(name: string, ...args: Term[]): void {
    this.tests.push(made(name, ...args));
  }

  #number(at: number): Term {
    if (++this.#numbered > MOST_VARIABLES) {
      this.#scanner.fail(`a pattern has ${MOST_VARIABLES} variables at most`, {
        at,
      });
    }
    return atom(`$${this.#numbered}`);
  }
}

function made(name: string, ...args: Term[]): Term {
  return tuple(atom(name), ...args);
}

function sidesOf(it: Expression): Expression[] {
  return it.kind === "alias"
    ? [...sidesOf(it.left), ...sidesOf(it.right)]
    : [it];
}

function itemsOf(term: Term | undefined): readonly Term[] {
  if (Array.isArray(term)) return term;
  return term instanceof ByteList ? [...term.bytes] : [];
}

/** Whether a match specification would take an atom in it for a variable. */
function hasMagic(term: Term): boolean {
  return term instanceof Atom
    ? MAGIC.test(term.name)
    : innerOf(term).some(hasMagic);
}
