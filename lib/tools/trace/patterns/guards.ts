/**
 * Guards as match specifications have them.
 *
 * @module
 */

import {
  atom,
  ErlangMap,
  type Scanner,
  type Term,
  tuple,
} from "../../../etf/mod.ts";
import { didYouMean } from "../../../registry/mod.ts";
import {
  type Expression,
  type Expressions,
  groundTerm,
  listTerm,
} from "./expression.ts";

/** Maximum nesting of a guard: the emulator compiles it recursively, on its C stack. */
const DEEPEST = 60;

/** Functions that guards may call, by number of arguments; `*` for any number. */
const ARITIES: Readonly<Record<string, string>> = {
  ...of(
    "1",
    "abs hd tl length map_size round trunc floor ceil float size bit_size byte_size",
  ),
  ...of(
    "1",
    "tuple_size is_atom is_binary is_bitstring is_boolean is_float is_integer is_list",
  ),
  ...of("1", "is_map is_number is_pid is_port is_reference is_tuple not bnot"),
  ...of(
    "2",
    "element map_get is_map_key max min and or xor * / div rem band bor bxor bsl bsr",
  ),
  ...of("2", "=:= =/= == /= < =< > >="),
  ...of("0", "self"),
  ...of("01", "node"),
  ...of("12", "is_function + -"),
  ...of("23", "is_record binary_part"),
  ...of("*", "andalso orelse"),
};

function of(arities: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, arities]));
}

/** Whether match specifications know the function. */
export function isGuard(name: string, arity: number): boolean {
  const arities = Object.hasOwn(ARITIES, name) ? ARITIES[name] : undefined;
  return arities === "*" ? arity > 0 : arities?.includes(`${arity}`) ?? false;
}

/** The names of functions that guards may call. */
export function guardNames(): string[] {
  return Object.keys(ARITIES);
}

/** A term as it is. */
export function constant(term: Term): Term {
  return typeof term === "number" ? term : tuple(atom("const"), term);
}

/**
 * The guard, with what its variables stand for.
 *
 * @throws {ParseError} `bad_syntax`
 */
export function guardTerm(
  expression: Expression,
  bound: ReadonlyMap<string, Term>,
  scanner: Scanner,
  depth = 0,
): Term {
  const { at } = expression;
  if (depth > DEEPEST) {
    scanner.fail(`a guard is nested ${DEEPEST} deep at most`, {
      at,
      code: "too_deep",
    });
  }
  const within = (inner: Expression): Term =>
    guardTerm(inner, bound, scanner, depth + 1);
  const ground = groundTerm(expression);
  if (ground !== undefined) return constant(ground);
  switch (expression.kind) {
    case "any":
      return scanner.fail("_ has no value in a guard", { at });
    case "variable": {
      const known = bound.get(expression.name);
      return known ?? scanner.fail(`${expression.name} is not in the pattern`, {
        at,
        hint: bound.size > 0
          ? `It has ${[...bound.keys()].join(", ")}.`
          : "Name an argument in it, as in [A] when A > 1.",
      });
    }
    case "tuple":
      return tuple(tuple(...expression.items.map(within)));
    case "list": {
      const { items, tail } = expression;
      return listTerm(items.map(within), tail && within(tail));
    }
    case "map":
      return new ErlangMap(
        expression.pairs.flatMap(([key, value]) => [
          groundTerm(key) ??
            scanner.fail("a key in a guard is a literal", { at: key.at }),
          within(value),
        ]),
      );
    case "alias":
      return scanner.fail("= compares nothing", {
        at,
        hint: "Write == for equal numbers or terms.",
      });
    case "call":
      return called(expression.name, expression.args, at, scanner, within);
    case "literal":
    default:
      return constant(0);
  }
}

function called(
  name: string,
  args: Expressions,
  at: number,
  scanner: Scanner,
  within: (inner: Expression) => Term,
): Term {
  if (!isGuard(name, args.length)) {
    const known = Object.hasOwn(ARITIES, name)
      ? `; it takes ${[...ARITIES[name] ?? ""].join(" or ")}`
      : name in HINTS
      ? ""
      : didYouMean(name, guardNames());
    scanner.fail(`${name}/${args.length} is no guard${known}`, {
      at,
      hint: HINTS[name] ?? `Guards are ${guardNames().join(", ")}.`,
    });
  }
  const terms = args.map(within);
  const [first = 0] = terms;
  const build = BUILT[`${name}/${args.length}`];
  return build?.(first, terms) ?? tuple(atom(name), ...terms);
}

const HINTS: Readonly<Record<string, string>> = {
  "<>": 'Use binary_part(x, 0, 3) == "abc".',
  "&&": "Write and.",
  "||": "Write or.",
  "++": "Compare the parts of the list: hd(x), tl(x).",
  "in": "On its right stands a list or a range: x in [1, 2], x in 1..9.",
};

type Build = (first: Term, all: readonly Term[]) => Term;

/** Functions missing from match specifications of some releases, built from those that all have. */
const BUILT: Readonly<Record<string, Build>> = {
  // size/1 takes binaries too; abs/1 fails for what is no number.
  "tuple_size/1": (it) =>
    test("abs", test("andalso", test("is_tuple", it), test("size", it))),
  "is_boolean/1": (it) =>
    test(
      "orelse",
      test("=:=", it, constant(atom("true"))),
      test("=:=", it, constant(atom("false"))),
    ),
  "is_bitstring/1": (it) =>
    test(
      "not",
      test("orelse", ...NO_BITSTRINGS.map((name) => test(name, it))),
    ),
  "is_record/2": (it, [, name = 0]) =>
    test(
      "andalso",
      test("is_tuple", it),
      test(">", test("size", it), 0),
      test("=:=", test("element", 1, it), name),
    ),
};

const NO_BITSTRINGS =
  "is_atom is_number is_list is_tuple is_map is_function is_pid is_port is_reference"
    .split(" ");

function test(name: string, ...args: Term[]): Term {
  return tuple(atom(name), ...args);
}
