/**
 * Parses Elixir terms, as in source files and as `inspect` prints them.
 *
 * @module
 */

import { CALLABLE, isAlias, OPERATORS } from "../syntax/elixir_names.ts";
import { type Atom, Export, type Term, Tuple } from "../terms.ts";
import { addWord, readSegments, type Segment } from "./bits.ts";
import { mapSet, range, readSigil } from "./elixir_sigils.ts";
import { readIdentifier } from "./identifiers.ts";
import {
  negate,
  readHeredoc,
  readNumber,
  readRaw,
  toBytes,
  unescapeElixir,
} from "./literals.ts";
import { charlist } from "../make.ts";
import type { Scanner } from "./scanner.ts";

/** Blanks and comments; `#PID<` and the like do not start a comment. */
export const BLANK = /(?:\s+|#(?![A-Z][\w.]*<).*)*/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_@]*[?!]?/yu;
const ALIAS = /[A-Z]\w*(?:\.[A-Z]\w*)*/y;
const KEY = /([\p{L}_][\p{L}\p{M}\p{N}_@]*[?!]?):(?!:)/yu;
const CHAR =
  /\?(\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{1,2}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|.)|[^\\])/suy;
const ATOM_OPERATORS = longestFirst(OPERATORS);
const CALL_OPERATORS = longestFirst(CALLABLE);

function blank(scanner: Scanner): void {
  scanner.match(BLANK);
}

/** Parses a term. */
export function readElixir(scanner: Scanner): Term {
  blank(scanner);
  if (scanner.sees('"')) return toBytes(readString(scanner, '"', true));
  if (scanner.sees("'")) return charlist(readString(scanner, "'", false));
  if (scanner.eat("[")) return readList(scanner);
  if (scanner.eat("{")) return readTuple(scanner);
  if (scanner.sees("%")) return readMap(scanner);
  if (scanner.eat("<<")) return readBinary(scanner);
  if (scanner.sees(":")) return readAtom(scanner);
  if (scanner.sees("~")) return readSigil(scanner);
  if (scanner.sees("?")) return readChar(scanner);
  if (scanner.eat("&")) return readExport(scanner);
  const identifier = readIdentifier(scanner);
  if (identifier !== undefined) return identifier;
  return readSigned(scanner) ?? readMapSet(scanner) ?? readAlias(scanner) ??
    readWord(scanner);
}

/** Parses `nil`, `true` or `false`, the atoms without a colon. */
function readWord(scanner: Scanner): Term {
  const at = scanner.at;
  const name = scanner.match(NAME)?.[0];
  if (name === undefined) {
    scanner.fail(`expected a term, found ${scanner.next()}`);
  }
  if (name !== "nil" && name !== "true" && name !== "false") {
    scanner.fail(
      `${name} is a variable or a call; nothing is evaluated`,
      at,
      `for the atom, write :${name}`,
    );
  }
  return scanner.atom(name, at);
}

function readAlias(scanner: Scanner): Atom | undefined {
  const at = scanner.at;
  const alias = scanner.match(ALIAS)?.[0];
  if (alias === undefined) return undefined;
  return scanner.atom(isAlias(alias) ? alias : `Elixir.${alias}`, at);
}

/** Parses `MapSet.new([…])`, if it is next. */
function readMapSet(scanner: Scanner): Term | undefined {
  if (!scanner.match(/MapSet\.new\(\s*\[/y)) return undefined;
  const elements: Term[] = [];
  const item = (): number => elements.push(readItem(scanner));
  scanner.series("]", blank, item, { trailingComma: true });
  const set = mapSet(scanner, elements);
  blank(scanner);
  scanner.expect(")");
  return set;
}

function readAtom(scanner: Scanner): Atom {
  const at = scanner.at;
  scanner.expect(":");
  if (scanner.sees('"')) {
    return scanner.atom(readString(scanner, '"', false), at);
  }
  const name = scanner.match(NAME)?.[0] ??
    ATOM_OPERATORS.find((operator) => scanner.eat(operator));
  return name === undefined
    ? scanner.fail(`expected an atom's name, found ${scanner.next()}`)
    : scanner.atom(name, at);
}

function readString(scanner: Scanner, quote: string, bytes: boolean): string {
  const heredoc = scanner.eat(quote.repeat(3));
  if (!heredoc) scanner.expect(quote);
  const at = scanner.at;
  const raw = heredoc
    ? readHeredoc(scanner, quote.repeat(3), true)
    : readRaw(scanner, quote);
  return unescapeElixir(scanner, at, raw, bytes);
}

function readSigned(scanner: Scanner): Term | undefined {
  const sign = scanner.match(/[-+]\s*(?=\d)/y)?.[0][0];
  const number = readNumber(scanner, "elixir");
  if (number === undefined) return undefined;
  const value = sign === "-" ? negate(number) : number;
  return scanner.eat("..")
    ? range(scanner, value, () => readSigned(scanner))
    : value;
}

function readChar(scanner: Scanner): number {
  const at = scanner.at;
  const raw = scanner.match(CHAR)?.[1];
  if (raw === undefined) scanner.fail("a character must follow ?");
  return unescapeElixir(scanner, at + 1, raw, false).codePointAt(0) ?? 0;
}

function readList(scanner: Scanner): Term {
  return scanner.list(blank, readItem, readElixir, true);
}

function readItem(scanner: Scanner): Term {
  return readPair(scanner) ?? readElixir(scanner);
}

/** Parses `key: value` as a pair. */
function readPair(scanner: Scanner): Tuple | undefined {
  const key = readKey(scanner);
  return key && new Tuple([key, readElixir(scanner)]);
}

/** Parses the key of a keyword, if it is next. */
function readKey(scanner: Scanner): Atom | undefined {
  blank(scanner);
  const at = scanner.at;
  const plain = scanner.match(KEY)?.[1];
  if (plain !== undefined) return scanner.atom(plain, at);
  if (scanner.sees('"') && !scanner.sees('"""')) {
    scanner.at++;
    const raw = readRaw(scanner, '"');
    if (scanner.match(/:(?!:)/y)) {
      return scanner.atom(unescapeElixir(scanner, at + 1, raw, false), at);
    }
    scanner.at = at;
  }
  const operator = ATOM_OPERATORS.find((name) =>
    scanner.sees(`${name}: `) && scanner.eat(`${name}:`)
  );
  return operator === undefined ? undefined : scanner.atom(operator, at);
}

function readTuple(scanner: Scanner): Tuple {
  const elements: Term[] = [];
  const keywords: Tuple[] = [];
  scanner.series("}", blank, () => {
    const pair = readPair(scanner);
    if (pair !== undefined) keywords.push(pair);
    else elements.push(readElixir(scanner));
  }, { trailingComma: true });
  // Keywords at the end of a tuple form one list.
  return new Tuple(
    keywords.length === 0 ? elements : [...elements, keywords],
  );
}

/** Parses `%{…}`, or `%Name{…}`, whose name becomes a field. */
function readMap(scanner: Scanner): Term {
  scanner.expect("%");
  const pairs: [Term, Term][] = [];
  if (!scanner.sees("{")) {
    const at = scanner.at;
    const name = readAlias(scanner) ??
      scanner.fail(`expected { or a struct's name, found ${scanner.next()}`);
    pairs.push([scanner.atom("__struct__", at), name]);
  }
  scanner.expect("{");
  scanner.series("}", blank, () => {
    const key = readKey(scanner);
    if (key !== undefined) return void pairs.push([key, readElixir(scanner)]);
    const other = readElixir(scanner);
    blank(scanner);
    scanner.expect("=>");
    pairs.push([other, readElixir(scanner)]);
  }, { trailingComma: true });
  return scanner.map(pairs);
}

function readBinary(scanner: Scanner): Term {
  return readSegments(scanner, blank, readElixir, (segment, value) => {
    if (scanner.eat("::")) readWords(scanner, segment);
    const isText = value instanceof Uint8Array &&
      segment.type?.startsWith("utf") === true;
    return isText ? pointsOf(value) : value;
  });
}

function readWords(scanner: Scanner, segment: Segment): void {
  do {
    blank(scanner);
    const sized = scanner.match(/(?:(size|unit)\(\s*)?(\d{1,9})(?!\d)\s*/y);
    if (sized === undefined) {
      addWord(scanner, segment, scanner.at);
    } else {
      const [, word = "size", digits] = sized;
      segment[word === "unit" ? "unit" : "size"] = Number(digits);
      if (sized[1] !== undefined) scanner.expect(")");
    }
    blank(scanner);
  } while (scanner.eat("-"));
}

/** Parses `&Module.function/1`. */
function readExport(scanner: Scanner): Term {
  const start = scanner.at;
  const module = scanner.sees(":") ? readAtom(scanner) : readAlias(scanner);
  if (module === undefined || !scanner.eat(".")) {
    scanner.fail("only &Module.function/arity is allowed", start);
  }
  const at = scanner.at;
  const name = scanner.sees('"')
    ? readString(scanner, '"', false)
    : scanner.match(NAME)?.[0] ??
      CALL_OPERATORS.find((operator) => scanner.eat(operator));
  const arity = scanner.match(/\/(\d{1,3})(?!\d)/y)?.[1];
  if (name === undefined || Number(arity ?? 256) > 255) {
    scanner.fail("only &Module.function/arity is allowed", start);
  }
  return new Export(module, scanner.atom(name, at), Number(arity));
}

function longestFirst(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => b.length - a.length);
}

function pointsOf(bytes: Uint8Array): number[] {
  const text = new TextDecoder().decode(bytes);
  return Array.from(text, (char) => char.codePointAt(0) ?? 0);
}
