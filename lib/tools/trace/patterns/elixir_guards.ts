/**
 * Elixir's guards in Erlang's words.
 *
 * @module
 */

import { Atom, atom, ErlangMap, Scanner, type Term } from "../../../etf/mod.ts";
import { didYouMean } from "../../../registry/mod.ts";
import { ERLANG } from "./erlang.ts";
import {
  call,
  type Expression,
  type Expressions,
  groundTerm,
  literal,
} from "./expression.ts";
import { Reader } from "./reader.ts";

/** Functions of `Kernel` and `Bitwise` with the same name in Erlang. */
const SAME = new Set(
  ("abs/1 binary_part/3 bit_size/1 byte_size/1 ceil/1 floor/1 hd/1 length/1 map_size/1 max/2 " +
    "min/2 node/0 node/1 round/1 self/0 tl/1 trunc/1 tuple_size/1 is_atom/1 is_binary/1 " +
    "is_bitstring/1 is_boolean/1 is_float/1 is_function/1 is_function/2 is_integer/1 is_list/1 " +
    "is_map/1 is_number/1 is_pid/1 is_port/1 is_reference/1 is_tuple/1 rem/2 div/2 band/2 bor/2 " +
    "bxor/2 bnot/1 bsl/2 bsr/2").split(" "),
);

/** Functions with another name, or none, in Erlang: their parameters and meaning. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "elem/2": "T I: element(I + 1, T)",
  "is_map_key/2": "M K: is_map_key(K, M)",
  "is_nil/1": "V: V =:= nil",
  "is_struct/1": `V: ${struct("V")}`,
  "is_struct/2": `V N: ${struct("V")} andalso map_get('__struct__', V) =:= N`,
  "is_exception/1": `V: ${exception("V")}`,
  "is_exception/2": `V N: ${
    exception("V")
  } andalso map_get('__struct__', V) =:= N`,
};

const INTEGER: Readonly<Record<string, string>> = {
  "is_even/1": "V: is_integer(V) andalso V band 1 =:= 0",
  "is_odd/1": "V: is_integer(V) andalso V band 1 =:= 1",
};

function struct(value: string): string {
  return `is_map(${value}) andalso is_map_key('__struct__', ${value}) andalso is_atom(map_get('__struct__', ${value}))`;
}

function exception(value: string): string {
  return `${
    struct(value)
  } andalso is_map_key('__exception__', ${value}) andalso map_get('__exception__', ${value}) =:= true`;
}

/** No pid and nothing large is in what we write. */
const LIMITS = {
  home: { node: "nonode@nohost", creation: 0 },
  maxBytes: 1000,
  maxDepth: 50,
};

/** Substitutes expressions for the variables of a meaning. */
function meaning(
  at: number,
  words: string,
  values: Readonly<Record<string, Expression>>,
): Expression {
  const placed = (it: Expression): Expression => {
    if (it.kind === "variable") return values[it.name] ?? it;
    if (it.kind !== "call") return { ...it, at };
    // One of many is less deep than one of two in one of two.
    const args = it.args.map(placed).flatMap((arg) =>
      it.name === "andalso" && arg.kind === "call" && arg.name === "andalso"
        ? arg.args
        : [arg]
    );
    return call(at, it.name, ...args);
  };
  const scanner = new Scanner(words, LIMITS);
  return placed(new Reader(scanner, ERLANG).expression());
}

const MODULES = new Set(["Elixir.Kernel", "Elixir.Bitwise", "Elixir.Integer"]);

/** A call of a function of `Kernel`, or of another module. */
export function elixirCall(
  scanner: Scanner,
  at: number,
  name: string,
  args: Expressions,
  module?: Expression,
): Expression {
  const arity = `${name}/${args.length}`;
  const owner = module && groundTerm(module);
  const of = owner instanceof Atom ? owner.name : module && "?";
  if (of === "erlang") return { kind: "call", at, name, args };
  const known = of === "Elixir.Integer" ? INTEGER : OTHERWISE;
  const meant = of === undefined || MODULES.has(of);
  const [names, words] = meant && Object.hasOwn(known, arity)
    ? known[arity]?.split(": ") ?? []
    : [];
  if (names !== undefined && words !== undefined) {
    const values = names.split(" ").map((each, index) => [each, args[index]]);
    return meaning(at, words, Object.fromEntries(values));
  }
  if (meant && of !== "Elixir.Integer" && SAME.has(arity)) {
    return { kind: "call", at, name, args };
  }
  const guards = [...SAME, ...Object.keys(OTHERWISE)];
  const near = meant ? didYouMean(arity, guards) : "";
  return scanner.fail(`${arity} is no guard${near}`, {
    at,
    hint: `Guards are ${[...guards, "in", "and", "or", "not"].join(", ")}.`,
  });
}

/** Ends with a word on what patterns here cannot have. */
export function refuse(scanner: Scanner, at: number, what: string): never {
  return scanner.fail(`${what} cannot be used here`, {
    at,
    hint: HINTS[what] ?? "Write the value.",
  });
}

const HINTS: Readonly<Record<string, string>> = {
  "^": "There are no variables outside the pattern: write the value.",
  "@": "There is no module around: write the value.",
  "!": "Write not.",
};

/** `x not in [a, b]`. */
export function isNotIn(
  at: number,
  name: string,
  left: Expression,
  right: Expression,
): Expression {
  return call(at, "not", isIn(at, name, left, right));
}

/** `x in [a, b]`, `x in 1..10`; another right side is left for guards.ts to refuse. */
export function isIn(
  at: number,
  _: string,
  left: Expression,
  right: Expression,
): Expression {
  if (right.kind === "list" && right.tail === undefined) {
    return call(
      at,
      "orelse",
      literal(at, atom("false")),
      ...right.items.map((item) => call(at, "=:=", left, item)),
    );
  }
  if (right.kind === "call" && right.name === "..") {
    const [first, last] = right.args;
    if (first && last) {
      return meaning(at, RANGE, { X: left, F: first, L: last });
    }
  }
  return right.kind === "literal"
    ? isInTerm(at, left, right)
    : call(at, "in", left, right);
}

const RANGE = "is_integer(X) andalso X >= F andalso X =< L";
const STEPS =
  "is_integer(X) andalso X >= A andalso X =< B andalso G =:= D andalso (X - F) rem S =:= 0";

function isInTerm(
  at: number,
  left: Expression,
  right: Expression & { kind: "literal" },
): Expression {
  const { term } = right;
  if (Array.isArray(term)) {
    const items = term.map((item: Term) => literal(at, item));
    return isIn(at, "in", left, { kind: "list", at, items });
  }
  const range = term instanceof ErlangMap ? fieldsOf(term) : new Map();
  const [first = NaN, last = NaN, step = NaN] = ["first", "last", "step"]
    .map((name) => Number(range.get(name) ?? NaN));
  if (Number.isNaN(first + last + step) || step === 0) {
    return call(at, "in", left, right);
  }
  const number = (value: number): Expression => literal(at, value);
  return meaning(at, STEPS, {
    X: left,
    A: number(Math.min(first, last)),
    B: number(Math.max(first, last)),
    // Empty, where the step leads away.
    G: number(Math.sign(step)),
    D: number(last >= first ? 1 : -1),
    F: number(first),
    S: number(step),
  });
}

function fieldsOf({ entries }: ErlangMap): Map<string, Term> {
  const fields = new Map<string, Term>();
  for (let index = 0; index < entries.length; index += 2) {
    const [key, value] = [entries[index], entries[index + 1]];
    if (key instanceof Atom && value !== undefined) fields.set(key.name, value);
  }
  return fields;
}
