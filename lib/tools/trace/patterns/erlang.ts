/**
 * Erlang's patterns and guards.
 *
 * @module
 */

import { call, type Expression } from "./expression.ts";
import {
  ALIAS,
  type Grammar,
  type Infix,
  infix,
  type Reader,
} from "./reader.ts";

const BLANK = /(?:\s+|%.*)*/y;
const VARIABLE = /[\p{Lu}_][\p{L}\p{N}_@]*/yu;
/** A name that is called, with or without its module. */
const CALL =
  /([\p{Ll}][\p{L}\p{N}_@]*(?:\s*:\s*[\p{Ll}][\p{L}\p{N}_@]*)?)\s*\(/yu;
const PREFIX = /(?:(?:not|bnot)(?![\w@])|[-+](?!\s*[\d$]))/y;
const PREFIX_POWER = 600;

function words(names: string, power: number): Infix[] {
  return names.split(" ").map((name) =>
    infix(new RegExp(`${name}(?![\\w@])`, "y"), power, name)
  );
}

/** A token that starts with another comes before it. */
const INFIX: readonly Infix[] = [
  ...["=:=", "=/=", "==", "/=", "=<", "<", ">=", ">"].map((name) =>
    infix(new RegExp(name, "y"), 200, name)
  ),
  ...words("div rem band and", 500),
  infix(/\*/y, 500, "*"),
  infix(/\//y, 500, "/"),
  ...words("bor bxor bsl bsr or xor", 400),
  infix(/\+\+/y, 300, "++", true),
  infix(/\+/y, 400, "+"),
  infix(/-(?![->])/y, 400, "-"),
  ...words("andalso", 160),
  ...words("orelse", 150),
  ALIAS,
];

function operand(reader: Reader): Expression {
  const { scanner } = reader;
  const { at } = scanner;
  const prefix = scanner.match(PREFIX)?.[0];
  if (prefix !== undefined) {
    return call(at, prefix, reader.expression(PREFIX_POWER));
  }
  if (scanner.eat("(")) return reader.parenthesised();
  if (scanner.eat("[")) return reader.list(at);
  if (scanner.eat("{")) return { kind: "tuple", at, items: reader.items("}") };
  if (scanner.eat("#{")) return map(reader, at);
  if (scanner.sees("<<")) return reader.binary(at);
  if (scanner.sees("?")) {
    scanner.fail("a macro is only known in its module", {
      hint: "Write what it stands for.",
    });
  }
  const variable = scanner.match(VARIABLE)?.[0];
  if (variable === "_") return { kind: "any", at };
  if (variable !== undefined) return { kind: "variable", at, name: variable };
  const name = scanner.match(CALL)?.[1];
  if (name !== undefined) {
    const own = name.replaceAll(/\s/g, "").replace(/^erlang:/, "");
    return { kind: "call", at, name: own, args: reader.items(")") };
  }
  return reader.term(at);
}

function map(reader: Reader, at: number): Expression {
  const { scanner } = reader;
  const pairs: [Expression, Expression][] = [];
  scanner.series("}", reader.blank, () => {
    const key = reader.expression();
    reader.blank();
    // As patterns are written, and as terms are.
    if (!scanner.eat(":=")) scanner.expect("=>");
    pairs.push([key, reader.expression()]);
  });
  return { kind: "map", at, pairs };
}

/** How Erlang is read. */
export const ERLANG: Grammar = {
  syntax: "erlang",
  blank: BLANK,
  infix: INFIX,
  operand,
  commas: true,
  alternative: (reader) => {
    const { scanner } = reader;
    reader.blank();
    const { at } = scanner;
    if (!scanner.eat(";")) return false;
    const start = scanner.at;
    // A list alone, which as a guard is never true, begins the next clause; so does the
    // function that the pattern names.
    const next = reader.expression();
    const isHead = next.kind === "list" || next.kind === "any" ||
      next.kind === "call" && next.name === reader.named;
    scanner.at = isHead ? at : start;
    return !isHead;
  },
};
