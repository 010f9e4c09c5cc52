/**
 * What patterns and their guards are made of, whatever the language they are
 * written in. Functions and operators have Erlang's names.
 *
 * @module
 */

import { ErlangMap, ImproperList, type Term, Tuple } from "../../../etf/mod.ts";

/** A pattern, or an expression of a guard. */
export type Expression =
  /** `_` */
  | { readonly kind: "any"; readonly at: number }
  | { readonly kind: "variable"; readonly at: number; readonly name: string }
  | { readonly kind: "literal"; readonly at: number; readonly term: Term }
  | { readonly kind: "tuple"; readonly at: number; readonly items: Expressions }
  | {
    readonly kind: "list";
    readonly at: number;
    readonly items: Expressions;
    readonly tail?: Expression | undefined;
  }
  | {
    readonly kind: "map";
    readonly at: number;
    readonly pairs: readonly (readonly [Expression, Expression])[];
  }
  /** `Left = Right` */
  | {
    readonly kind: "alias";
    readonly at: number;
    readonly left: Expression;
    readonly right: Expression;
  }
  /** A function or an operator. */
  | {
    readonly kind: "call";
    readonly at: number;
    readonly name: string;
    readonly args: Expressions;
  };

/** Some of them, in order. */
export type Expressions = readonly Expression[];

/** The arguments of a call, and what must hold of them. */
export interface Clause {
  /** Patterns of the arguments. @default {any arguments} */
  readonly head?: Expressions | undefined;
  /** The function that it names: `add` of `add(_, N)`. */
  readonly name?: string | undefined;
  /** Alternatives of the guard, of which one must hold: all its expressions are true. Empty if there is no guard. */
  readonly guards: readonly Expressions[];
}

/** A call of a function, or of an operator. */
export function call(
  at: number,
  name: string,
  ...args: Expression[]
): Expression {
  return { kind: "call", at, name, args };
}

/** A term as it is. */
export function literal(at: number, term: Term): Expression {
  return { kind: "literal", at, term };
}

/** The expressions in an expression. */
export function partsOf(expression: Expression): Expressions {
  switch (expression.kind) {
    case "any":
    case "variable":
    case "literal":
      return [];
    case "tuple":
      return expression.items;
    case "list":
      return expression.tail === undefined
        ? expression.items
        : [...expression.items, expression.tail];
    case "map":
      return expression.pairs.flat();
    case "alias":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
    default:
      return expression satisfies never;
  }
}

/** The term that an expression is, if nothing in it is variable. */
export function groundTerm(expression: Expression): Term | undefined {
  if (expression.kind === "literal") return expression.term;
  if (!["tuple", "list", "map"].includes(expression.kind)) return undefined;
  const terms = partsOf(expression).map(groundTerm);
  const known = terms.filter((term) => term !== undefined);
  if (known.length < terms.length) return undefined;
  switch (expression.kind) {
    case "tuple":
      return new Tuple(known);
    case "map":
      return new ErlangMap(known);
    default:
      return listTerm(
        known.slice(0, partsOf(expression).length - tails(expression)),
        known.slice(partsOf(expression).length - tails(expression))[0],
      );
  }
}

function tails(expression: Expression): number {
  return expression.kind === "list" && expression.tail !== undefined ? 1 : 0;
}

/** `[items | tail]`. */
export function listTerm(items: readonly Term[], tail?: Term): Term {
  if (tail === undefined) return items;
  if (items.length === 0) return tail;
  return Array.isArray(tail)
    ? [...items, ...tail]
    : new ImproperList(items, tail);
}

/** The terms in a term. */
export function innerOf(term: Term): readonly Term[] {
  if (Array.isArray(term)) return term;
  if (term instanceof Tuple) return term.elements;
  if (term instanceof ErlangMap) return term.entries;
  return term instanceof ImproperList ? [...term.items, term.tail] : [];
}
