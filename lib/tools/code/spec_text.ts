/**
 * Type specifications, as the compiler keeps them, as Erlang text.
 *
 * @module
 */

import { Atom, format, type Term, Tuple } from "../../etf/mod.ts";
import { readList, readTuple } from "../../beam/mod.ts";

/**
 * `keyfind(Key, N, TupleList) -> Tuple | false when Key :: term()` for each clause.
 *
 * @throws {BeamError} `unexpected_answer` when it is no specification
 */
export function specTexts(name: string, clauses: Term): string[] {
  return readList(clauses).map((clause) => name + clauseText(clause));
}

/** `{type, _, 'fun', …}`, or `{type, _, bounded_fun, [Fun, Constraints]}`. */
function clauseText(clause: Term): string {
  const [, , kind, parts = clause] = readTuple(clause, 4);
  if (!isAtom(kind, "bounded_fun")) return arrow(parts);
  const [fun = parts, constraints = parts] = readList(parts);
  const [, , , signature = fun] = readTuple(fun, 4);
  return `${arrow(signature)} when ${
    readList(constraints).map(constraintText).join(", ")
  }`;
}

/** `{type, _, constraint, [{atom, _, is_subtype}, [Variable, Type]]}`. */
function constraintText(constraint: Term): string {
  const [, , , parts = constraint] = readTuple(constraint, 4);
  const [, pair = parts] = readList(parts);
  return readList(pair).map(typeText).join(" :: ");
}

/** `(A, B) -> C` of the parts of a fun type. */
function arrow(parts: Term): string {
  const [product = parts, result = parts] = readList(parts);
  const [, , kind, args] = readTuple(product);
  const shown = isAtom(kind, "any") || args === undefined
    ? "..."
    : readList(args).map(typeText).join(", ");
  return `(${shown}) -> ${typeText(result)}`;
}

function typeText(type: Term): string {
  if (!(type instanceof Tuple)) return format(type, { syntax: "erlang" });
  const [tag, , first = type, second = type, third] = type.elements;
  switch (tag instanceof Atom ? tag.name : "") {
    case "var":
      return first instanceof Atom ? first.name : "_";
    case "atom":
    case "integer":
    case "char":
      return format(first, { syntax: "erlang" });
    case "ann_type":
      return readList(first).map(typeText).join(" :: ");
    case "op":
      return third === undefined
        ? `${name(first)} ${typeText(second)}`
        : `${typeText(second)} ${name(first)} ${typeText(third)}`;
    case "paren_type":
      return `(${readList(first).map(typeText).join()})`;
    case "remote_type": {
      const [module = first, called = first, args = first] = readList(first);
      return `${typeText(module)}:${typeText(called)}(${list(args)})`;
    }
    case "user_type":
      return `${name(first)}(${list(second)})`;
    case "type":
      return builtIn(first, second);
    default:
      return format(type, { syntax: "erlang" });
  }
}

/** A type with a notation of its own, or `name(…)`. */
function builtIn(kind: Term, args: Term): string {
  if (args instanceof Atom) return `${name(kind)}()`;
  const parts = readList(args);
  switch (kind instanceof Atom ? kind.name : "") {
    case "nil":
      return "[]";
    case "union":
      return parts.map(typeText).join(" | ");
    case "tuple":
      return `{${list(args)}}`;
    case "list":
      return parts.length === 0 ? "list()" : `[${list(args)}]`;
    case "nonempty_list":
      return parts.length === 0 ? "nonempty_list()" : `[${list(args)}, ...]`;
    case "map":
      return `#{${list(args)}}`;
    case "map_field_assoc":
      return parts.map(typeText).join(" => ");
    case "map_field_exact":
      return parts.map(typeText).join(" := ");
    case "field_type":
      return parts.map(typeText).join(" :: ");
    case "record": {
      const [record = args, ...fields] = parts;
      return `#${typeText(record)}{${fields.map(typeText).join(", ")}}`;
    }
    case "range":
      return parts.map(typeText).join("..");
    case "binary":
      return parts.length === 0 ? "binary()" : binaryText(parts.map(typeText));
    case "fun":
      return parts.length === 0 ? "fun()" : `fun(${arrow(args)})`;
    default:
      return `${name(kind)}(${list(args)})`;
  }
}

function binaryText([size = "0", unit = "0"]: readonly string[]): string {
  const sizes = [
    ...(size === "0" ? [] : [`_:${size}`]),
    ...(unit === "0" ? [] : [`_:_*${unit}`]),
  ];
  return `<<${sizes.join(", ")}>>`;
}

function list(types: Term): string {
  return readList(types).map(typeText).join(", ");
}

function name(term: Term): string {
  return format(term, { syntax: "erlang" });
}

function isAtom(term: Term | undefined, wanted: string): boolean {
  return term instanceof Atom && term.name === wanted;
}
