/**
 * Elixir's patterns and guards.
 *
 * @module
 */

import { atom } from "../../../etf/mod.ts";
import { elixirCall, isIn, isNotIn, refuse } from "./elixir_guards.ts";
import { call, type Expression, literal } from "./expression.ts";
import {
  ALIAS,
  type Grammar,
  type Infix,
  infix,
  type Reader,
} from "./reader.ts";

/** `#PID<` and the like do not start a comment. */
const BLANK = /(?:\s+|#(?![A-Z][\w.]*<).*)*/y;
const NAME = /[\p{Ll}_][\p{L}\p{M}\p{N}_]*[?!]?(?!:(?!:))/yu;
const KEY = /([\p{L}_][\p{L}\p{M}\p{N}_@]*[?!]?):(?!:)/yu;
const FIELD = /\.([\p{Ll}_][\p{L}\p{M}\p{N}_]*[?!]?)/yu;
const STRUCT = /([A-Z]\w*(?:\.[A-Z]\w*)*)\{/y;
const STRUCT_VARIABLE = /([\p{Ll}_][\p{L}\p{M}\p{N}_]*)\{/yu;
const CONSTANTS = new Set(["nil", "true", "false"]);
const PREFIX = /not(?![\w?!:])|~~~|[!^]|[-+](?!\s*\d)/y;
const PREFIX_POWER = 300;

/** A token that starts with another comes before it. */
const INFIX: readonly Infix[] = [
  infix(/\*/y, 220, "*"),
  infix(/\//y, 220, "/"),
  infix(/<>/y, 200, "<>", true),
  infix(/\+\+/y, 200, "++", true),
  infix(/\.\./y, 200, "..", true),
  infix(/\+/y, 210, "+"),
  infix(/-(?![->])/y, 210, "-"),
  infix(/not\s+in(?![\w?!:])/y, 170, "not in", false, isNotIn),
  infix(/in(?![\w?!:])/y, 170, "in", false, isIn),
  infix(/<<</y, 160, "bsl"),
  infix(/>>>/y, 160, "bsr"),
  infix(/===/y, 140, "=:="),
  infix(/!==/y, 140, "=/="),
  infix(/==/y, 140, "=="),
  infix(/!=/y, 140, "/="),
  infix(/=~/y, 140, "=~"),
  infix(/<=/y, 150, "=<"),
  infix(/>=/y, 150, ">="),
  infix(/<(?![<-])/y, 150, "<"),
  infix(/>(?!>)/y, 150, ">"),
  infix(/&&&/y, 130, "band"),
  infix(/\|\|\|/y, 120, "bor"),
  infix(/&&/y, 130, "&&"),
  infix(/\|\|/y, 120, "||"),
  infix(/\|>/y, 160, "|>"),
  infix(/and(?![\w?!:])/y, 130, "andalso"),
  infix(/or(?![\w?!:])/y, 120, "orelse"),
  ALIAS,
];

function operand(reader: Reader): Expression {
  const { scanner } = reader;
  const { at } = scanner;
  const prefix = scanner.match(PREFIX)?.[0];
  if (prefix !== undefined) {
    if (prefix === "^" || prefix === "!") refuse(scanner, at, prefix);
    const name = prefix === "~~~" ? "bnot" : prefix;
    return call(at, name, reader.expression(PREFIX_POWER));
  }
  let left = primary(reader, at);
  for (;;) {
    const field = scanner.match(FIELD)?.[1];
    if (field === undefined) return left;
    left = scanner.eat("(")
      ? elixirCall(scanner, at, field, reader.items(")"), left)
      : call(at, "map_get", literal(at, atom(field)), left);
  }
}

function primary(reader: Reader, at: number): Expression {
  const { scanner } = reader;
  if (scanner.eat("(")) return reader.parenthesised();
  if (scanner.eat("[")) return reader.list(at, () => item(reader));
  if (scanner.eat("{")) return { kind: "tuple", at, items: tuple(reader) };
  if (scanner.eat("%")) return map(reader, at);
  if (scanner.sees("<<")) return reader.binary(at);
  if (scanner.sees("@")) refuse(scanner, at, "@");
  const name = scanner.match(NAME)?.[0];
  if (name === undefined || CONSTANTS.has(name)) {
    scanner.at = at;
    return reader.term(at);
  }
  if (name === "_") return { kind: "any", at };
  return scanner.eat("(")
    ? elixirCall(scanner, at, name, reader.items(")"))
    : { kind: "variable", at, name };
}

/** `value`, or `key: value` as the pair it is. */
function item(reader: Reader): Expression {
  const key = keyOf(reader);
  if (key === undefined) return reader.expression();
  const items = [key, reader.expression()];
  return { kind: "tuple", at: key.at, items };
}

/** Keywords that end a tuple are one list. */
function tuple(reader: Reader): Expression[] {
  const items: Expression[] = [];
  const keywords: Expression[] = [];
  reader.scanner.series("}", reader.blank, () => {
    const next = keyOf(reader);
    if (next === undefined) items.push(reader.expression());
    else {
      const pair = [next, reader.expression()];
      keywords.push({ kind: "tuple", at: next.at, items: pair });
    }
  }, { trailingComma: true });
  const [first] = keywords;
  return first === undefined
    ? items
    : [...items, { kind: "list", at: first.at, items: keywords }];
}

/** `key:` or `"key":`, if that is next. */
function keyOf(reader: Reader): Expression | undefined {
  const { scanner } = reader;
  reader.blank();
  const { at } = scanner;
  const plain = scanner.match(KEY)?.[1];
  if (plain !== undefined) return literal(at, scanner.atom(plain, at));
  if (!scanner.sees('"')) return undefined;
  const quoted = reader.term(at);
  if (quoted.kind === "literal" && scanner.match(/:(?!:)/y)) {
    const name = quoted.term instanceof Uint8Array
      ? new TextDecoder().decode(quoted.term)
      : "";
    return literal(at, scanner.atom(name, at));
  }
  scanner.at = at;
  return undefined;
}

/** `%{…}`, `%Name{…}`, `%name{…}`, `%_{…}`, of which the first character is read. */
function map(reader: Reader, at: number): Expression {
  const { scanner } = reader;
  const pairs: [Expression, Expression][] = [];
  const struct = (value: Expression): void => {
    pairs.push([literal(at, atom("__struct__")), value]);
  };
  const alias = scanner.match(STRUCT)?.[1];
  if (alias !== undefined) {
    struct(literal(at, scanner.atom(`Elixir.${alias}`, at)));
  } else if (!scanner.eat("{")) {
    const name = scanner.match(STRUCT_VARIABLE)?.[1] ??
      scanner.fail(`expected { or a struct's name, found ${scanner.next()}`);
    struct(
      name === "_" ? { kind: "any", at } : { kind: "variable", at, name },
    );
  }
  scanner.series("}", reader.blank, () => {
    const keyword = keyOf(reader);
    const key = keyword ?? reader.expression();
    reader.blank();
    if (keyword === undefined) scanner.expect("=>");
    pairs.push([key, reader.expression()]);
  }, { trailingComma: true });
  return { kind: "map", at, pairs };
}

/** How Elixir is read. */
export const ELIXIR: Grammar = {
  syntax: "elixir",
  blank: BLANK,
  infix: INFIX,
  operand,
  commas: false,
  alternative: (reader) => reader.when(),
};
