/**
 * Type specifications, as the compiler keeps them, as text in Erlang or Elixir.
 *
 * @module
 */

import { Atom, format, type Syntax, type Term, Tuple } from "../../etf/mod.ts";
import { readAtom, readList, readTuple } from "../../beam/mod.ts";

/**
 * `keyfind(Key, N, TupleList) -> Tuple | false when Key :: term()` for each clause;
 * `keyfind(key, n, tuple_list) :: tuple | false when key: term()` in Elixir.
 *
 * @throws {BeamError} `unexpected_answer` when it is no specification
 */
export function specTexts(
  name: string,
  clauses: Term,
  syntax: Syntax = "erlang",
): string[] {
  const text = syntax === "elixir" ? new ElixirSpec() : new SpecText();
  return readList(clauses).map((clause) => name + text.clause(clause));
}

/**
 * `t(A) :: [A]`, of a type that is declared.
 *
 * @throws {BeamError} `unexpected_answer` when it is none
 */
export function typeText(
  name: string,
  type: Term,
  variables: Term,
  syntax: Syntax = "erlang",
): string {
  const text = syntax === "elixir" ? new ElixirSpec() : new SpecText();
  return `${name}(${text.each(variables)}) :: ${text.type(type)}`;
}

/** Erlang's notation. */
class SpecText {
  readonly syntax: "erlang" | "elixir" = "erlang";

  /** `{type, _, 'fun', …}`, or `{type, _, bounded_fun, [Fun, Constraints]}`. */
  clause(clause: Term): string {
    const [, , kind, parts = clause] = readTuple(clause, 4);
    if (!isAtom(kind, "bounded_fun")) return this.signature(parts);
    const [fun = parts, constraints = parts] = readList(parts);
    const [, , , signature = fun] = readTuple(fun, 4);
    return `${this.signature(signature)} when ${
      readList(constraints).map((each) => this.constraint(each)).join(", ")
    }`;
  }

  /** Arguments and result of a clause. */
  signature(parts: Term): string {
    const [args, result] = this.sides(parts);
    return `(${args}) -> ${result}`;
  }

  /** A fun as a type. */
  fun(parts: Term): string {
    return `fun(${this.signature(parts)})`;
  }

  /** `{type, _, constraint, [{atom, _, is_subtype}, [Variable, Type]]}`. */
  constraint(constraint: Term): string {
    const [, , , parts = constraint] = readTuple(constraint, 4);
    const [, pair = parts] = readList(parts);
    return this.each(pair, this.isA);
  }

  /** Between a variable and its type. */
  readonly isA: string = " :: ";

  /** The arguments and the result in the parts of a fun type. */
  sides(parts: Term): [args: string, result: string] {
    const [product = parts, result = parts] = readList(parts);
    const [, , kind, args] = readTuple(product);
    const any = isAtom(kind, "any") || args === undefined;
    return [any ? "..." : this.each(args), this.type(result)];
  }

  /** Any type. */
  type(type: Term): string {
    if (!(type instanceof Tuple)) return this.term(type);
    const [tag, , first = type, second = type, third] = type.elements;
    switch (tag instanceof Atom ? tag.name : "") {
      case "var":
        return first instanceof Atom ? this.variable(first.name) : "_";
      case "atom":
      case "integer":
      case "char":
        return this.term(first);
      case "ann_type":
        return this.each(first, " :: ");
      case "op":
        return third === undefined
          ? `${readAtom(first)} ${this.type(second)}`
          : `${this.type(second)} ${readAtom(first)} ${this.type(third)}`;
      case "paren_type":
        return `(${this.each(first, ",")})`;
      case "remote_type": {
        const [module = first, called = first, args = first] = readList(first);
        return this.remote(module, called, this.each(args));
      }
      case "user_type":
        return `${this.name(first)}(${this.each(second)})`;
      case "type":
        return this.builtIn(first, second);
      default:
        return this.term(type);
    }
  }

  /** A type of several. */
  alternative(type: Term): string {
    return this.type(type);
  }

  /** A type of another module. */
  remote(module: Term, called: Term, args: string): string {
    return `${this.type(module)}:${this.type(called)}(${args})`;
  }

  /** A type with a notation of its own, or `name(…)`. */
  builtIn(kind: Term, args: Term): string {
    if (args instanceof Atom) return `${this.name(kind)}()`;
    const parts = readList(args);
    const named = `${this.name(kind)}(${this.each(args)})`;
    switch (kind instanceof Atom ? kind.name : "") {
      case "nil":
        return "[]";
      case "union":
        return parts.map((part) => this.alternative(part)).join(" | ");
      case "tuple":
        return `{${this.each(args)}}`;
      case "list":
        return parts.length === 0 ? named : `[${this.each(args)}]`;
      case "nonempty_list":
        return parts.length === 0 ? named : `[${this.each(args)}, ...]`;
      case "map":
        return this.map(parts);
      case "map_field_assoc":
        return this.each(args, " => ");
      case "map_field_exact":
        return this.each(args, " := ");
      case "field_type":
        return this.each(args, " :: ");
      case "record": {
        const [record = args, ...fields] = parts;
        return `#${this.type(record)}{${this.each(fields)}}`;
      }
      case "range":
        return this.each(args, "..");
      case "binary":
        return parts.length === 0
          ? named
          : this.binary(parts.map((part) => this.type(part)));
      case "fun":
        return parts.length === 0 ? named : this.fun(args);
      default:
        return named;
    }
  }

  /** A map type with these fields. */
  map(fields: readonly Term[]): string {
    return `#{${this.each(fields)}}`;
  }

  /** A binary type of a size plus multiples of a unit. */
  binary([size = "0", unit = "0"]: readonly string[]): string {
    const sizes = [
      ...(size === "0" ? [] : [this.size(size)]),
      ...(unit === "0" ? [] : [this.size(`_*${unit}`)]),
    ];
    return `<<${sizes.join(", ")}>>`;
  }

  /** One segment. */
  size(size: string): string {
    return `_:${size}`;
  }

  /** A variable. */
  variable(name: string): string {
    return name;
  }

  /** The name of a type. */
  name(term: Term): string {
    return this.syntax === "elixir" ? readAtom(term) : this.term(term);
  }

  /** A literal. */
  term(term: Term): string {
    return format(term, { syntax: this.syntax });
  }

  /** Several types. */
  each(types: Term, between = ", "): string {
    return readList(types).map((type) => this.type(type)).join(between);
  }
}

/** Elixir's notation, where it differs. */
class ElixirSpec extends SpecText {
  override readonly syntax = "elixir";
  override readonly isA = ": ";

  override signature(parts: Term): string {
    const [args, result] = this.sides(parts);
    return `(${args}) :: ${result}`;
  }

  override alternative(type: Term): string {
    const [tag] = type instanceof Tuple ? type.elements : [];
    return isAtom(tag, "ann_type") ? `(${this.type(type)})` : this.type(type);
  }

  override builtIn(kind: Term, args: Term): string {
    const [item] = isAtom(kind, "list") && Array.isArray(args) ? args : [];
    return this.keywords(item) ?? super.builtIn(kind, args);
  }

  /** A list of several pairs whose keys are atoms, as Elixir prints it; `undefined` of anything else. */
  keywords(item: Term | undefined): string | undefined {
    const [, , kind, parts = []] = item instanceof Tuple ? item.elements : [];
    if (!isAtom(kind, "union")) return undefined;
    const shown = readList(parts).map((pair) => {
      const [, , of, sides = []] = pair instanceof Tuple ? pair.elements : [];
      const [key, value] = isAtom(of, "tuple") && Array.isArray(sides)
        ? sides
        : [];
      const isKey = key instanceof Tuple && isAtom(key.elements[0], "atom");
      const name = isKey ? this.type(key).replace(/^:/, "") : "";
      // A module is no key in this notation.
      return value === undefined || !/^["a-z_]/.test(name)
        ? undefined
        : `${name}: ${this.type(value)}`;
    });
    return shown.includes(undefined) ? undefined : `[${shown.join(", ")}]`;
  }

  override fun(parts: Term): string {
    const [args, result] = this.sides(parts);
    return `(${args}${args && " "}-> ${result})`;
  }

  override remote(module: Term, called: Term, args: string): string {
    const [, , name = called] = readTuple(called);
    const of = this.type(module);
    // Elixir's own types, such as keyword(), are in this module.
    return `${of === ":elixir" ? "" : `${of}.`}${readAtom(name)}(${args})`;
  }

  override map(fields: readonly Term[]): string {
    let struct = "";
    const pairs: { key: string; value: string; isPlain: boolean }[] = [];
    for (const field of fields) {
      const [, , kind, pair = field] = readTuple(field, 4);
      const [key = field, value = field] = readList(pair);
      const [tag, , literal] = key instanceof Tuple ? key.elements : [];
      const isExact = isAtom(kind, "map_field_exact");
      const isPlain = isExact && isAtom(tag, "atom");
      if (isPlain && isAtom(literal, "__struct__")) struct = this.type(value);
      else {
        const shown = this.type(key);
        const how = isExact ? "required" : "optional";
        pairs.push({
          key: isPlain ? shown : `${how}(${shown})`,
          value: this.type(value),
          isPlain,
        });
      }
    }
    const areKeys = pairs.every(({ isPlain }) => isPlain);
    const shown = pairs.map(({ key, value }) =>
      areKeys ? `${key.replace(/^:/, "")}: ${value}` : `${key} => ${value}`
    );
    return `%${struct}{${shown.join(", ")}}`;
  }

  override size(size: string): string {
    return `_::${size}`;
  }

  override variable(name: string): string {
    return name.replace(/^[A-Z]/, (letter) => letter.toLowerCase())
      .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** Whether a term is this atom. */
export function isAtom(term: Term | undefined, wanted: string): boolean {
  return term instanceof Atom && term.name === wanted;
}
