/**
 * Elixir's guards in Erlang's words.
 *
 * @module
 */

import {
  Atom,
  atom,
  ErlangMap,
  type Scanner,
  type Term,
} from "../../../etf/mod.ts";
import { didYouMean } from "../../../registry/mod.ts";
import {
  call,
  type Expression,
  type Expressions,
  groundTerm,
  literal,
} from "./expression.ts";

/** Of `Kernel` and `Bitwise`, where Erlang calls them the same. */
const SAME = new Set(
  ("abs/1 binary_part/3 bit_size/1 byte_size/1 ceil/1 floor/1 hd/1 length/1 map_size/1 max/2 " +
    "min/2 node/0 node/1 round/1 self/0 tl/1 trunc/1 tuple_size/1 is_atom/1 is_binary/1 " +
    "is_bitstring/1 is_boolean/1 is_float/1 is_function/1 is_function/2 is_integer/1 is_list/1 " +
    "is_map/1 is_number/1 is_pid/1 is_port/1 is_reference/1 is_tuple/1 rem/2 div/2 band/2 bor/2 " +
    "bxor/2 bnot/1 bsl/2 bsr/2").split(" "),
);

type Meaning = (at: number, args: Expressions) => Expression | undefined;

/** Where it calls them otherwise, or not at all. */
const OTHERWISE: Readonly<Record<string, Meaning>> = {
  "elem/2": (at, [tuple, index]) =>
    tuple && index && call(at, "element", plusOne(index), tuple),
  "is_map_key/2": (at, [map, key]) =>
    map && key && call(at, "is_map_key", key, map),
  "is_nil/1": (at, [value]) =>
    value && call(at, "=:=", value, literal(at, atom("nil"))),
  "is_struct/1": (at, [value]) => value && isStruct(at, value),
  "is_struct/2": (at, [value, name]) =>
    value && name &&
    both(at, isStruct(at, value), has(at, value, "__struct__", name)),
  "is_exception/1": (at, [value]) => value && isException(at, value),
  "is_exception/2": (at, [value, name]) =>
    value && name &&
    both(at, isException(at, value), has(at, value, "__struct__", name)),
};

const INTEGER: Readonly<Record<string, Meaning>> = {
  "is_even/1": (at, [value]) => value && parity(at, value, 0),
  "is_odd/1": (at, [value]) => value && parity(at, value, 1),
};

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
  const meaning = meant && Object.hasOwn(known, arity)
    ? known[arity]?.(at, args)
    : undefined;
  if (meaning !== undefined) return meaning;
  if (meant && of !== "Elixir.Integer" && SAME.has(arity)) {
    return { kind: "call", at, name, args };
  }
  const names = [...SAME, ...Object.keys(OTHERWISE)];
  const near = meant ? didYouMean(arity, names) : "";
  return scanner.fail(`${arity} is no guard${near}`, {
    at,
    hint: `Guards are ${[...names, "in", "and", "or", "not"].join(", ")}.`,
  });
}

/** What stands for an operator that has another name in Erlang, or none. */
export function elixirOperator(
  at: number,
  name: string,
  left: Expression,
  right: Expression,
): Expression {
  switch (name) {
    case "in":
      return isIn(at, left, right);
    case "not in":
      return call(at, "not", isIn(at, left, right));
    default:
      return call(at, name, left, right);
  }
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

/** `x in [a, b]`, `x in 1..10`; another right side is left for guards.ts to refuse. */
function isIn(at: number, left: Expression, right: Expression): Expression {
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
      return call(
        at,
        "andalso",
        call(at, "is_integer", left),
        call(at, ">=", left, first),
        call(at, "=<", left, last),
      );
    }
  }
  return right.kind === "literal"
    ? isInTerm(at, left, right)
    : call(at, "in", left, right);
}

function isInTerm(
  at: number,
  left: Expression,
  right: Expression & { kind: "literal" },
): Expression {
  const { term } = right;
  if (Array.isArray(term)) {
    const items = term.map((item: Term) => literal(at, item));
    return isIn(at, left, { kind: "list", at, items });
  }
  const range = term instanceof ErlangMap ? fieldsOf(term) : new Map();
  const [first, last, step] = ["first", "last", "step"]
    .map((name) => Number(range.get(name) ?? NaN));
  if (first === undefined || last === undefined || step === undefined) {
    return call(at, "in", left, right);
  }
  if (Number.isNaN(step) || step === 0) return call(at, "in", left, right);
  const number = (value: number): Expression => literal(at, value);
  return call(
    at,
    "andalso",
    call(at, "is_integer", left),
    call(at, ">=", left, number(Math.min(first, last))),
    call(at, "=<", left, number(Math.max(first, last))),
    // Empty, where the step leads away.
    call(at, "=:=", number(Math.sign(step)), number(last >= first ? 1 : -1)),
    call(
      at,
      "=:=",
      call(at, "rem", call(at, "-", left, number(first)), number(step)),
      number(0),
    ),
  );
}

function fieldsOf({ entries }: ErlangMap): Map<string, Term> {
  const fields = new Map<string, Term>();
  for (let index = 0; index < entries.length; index += 2) {
    const [key, value] = [entries[index], entries[index + 1]];
    if (key instanceof Atom && value !== undefined) fields.set(key.name, value);
  }
  return fields;
}

function plusOne(index: Expression): Expression {
  const { at } = index;
  return index.kind === "literal" && typeof index.term === "number"
    ? literal(at, index.term + 1)
    : call(at, "+", index, literal(at, 1));
}

function both(at: number, ...all: Expression[]): Expression {
  return call(at, "andalso", ...all);
}

function has(
  at: number,
  map: Expression,
  key: string,
  value: Expression,
): Expression {
  return call(at, "=:=", field(at, map, key), value);
}

function field(at: number, map: Expression, key: string): Expression {
  return call(at, "map_get", literal(at, atom(key)), map);
}

function isStruct(at: number, value: Expression): Expression {
  return both(
    at,
    call(at, "is_map", value),
    call(at, "is_map_key", literal(at, atom("__struct__")), value),
    call(at, "is_atom", field(at, value, "__struct__")),
  );
}

function isException(at: number, value: Expression): Expression {
  return both(
    at,
    isStruct(at, value),
    call(at, "is_map_key", literal(at, atom("__exception__")), value),
    has(at, value, "__exception__", literal(at, atom("true"))),
  );
}

function parity(at: number, value: Expression, odd: number): Expression {
  const rest = call(at, "band", value, literal(at, 1));
  return both(
    at,
    call(at, "is_integer", value),
    call(at, "=:=", rest, literal(at, odd)),
  );
}
