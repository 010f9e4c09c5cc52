/**
 * Parses Erlang terms, as in source files and as nodes print them.
 *
 * @module
 */

import { charlist } from "../make.ts";
import { type Atom, Export, type Term, Tuple } from "../terms.ts";
import { isReserved } from "../syntax/erlang.ts";
import { addWord, readSegments, type Segment } from "./bits.ts";
import { readIdentifier } from "./identifiers.ts";
import {
  negate,
  readHeredoc,
  readNumber,
  readRaw,
  toBytes,
  unescapeErlang,
} from "./literals.ts";
import type { Scanner } from "./scanner.ts";

const BLANK = /(?:\s+|%.*)*/y;
const NAME = /[\p{Ll}][\p{L}\p{N}_@]*/yu;
const VARIABLE = /[\p{Lu}_][\p{L}\p{N}_@]*/yu;
const CHAR =
  /\$(\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2}|[0-7]{1,3}|\^.|.)|[^\\])/suy;

/** What may follow the only term of a text: a full stop. */
export const ERLANG_END = /(?:\s+|%.*)*\.?(?:\s+|%.*)*/y;

function blank(scanner: Scanner): void {
  scanner.match(BLANK);
}

/** Parses a term. */
export function readErlang(scanner: Scanner): Term {
  blank(scanner);
  const at = scanner.at;
  if (scanner.sees('"')) return readStrings(scanner);
  if (scanner.sees("~")) return readSigil(scanner);
  if (scanner.sees("'")) return readAtom(scanner);
  if (scanner.eat("[")) return readList(scanner);
  if (scanner.eat("{")) return readTuple(scanner);
  if (scanner.eat("#{")) return readMap(scanner);
  if (scanner.eat("<<")) return readBinary(scanner);
  if (scanner.sees("$")) return readChar(scanner);
  const identifier = readIdentifier(scanner);
  if (identifier !== undefined) return identifier;
  const number = readSigned(scanner);
  if (number !== undefined) return number;
  if (scanner.match(/fun(?=[\s'(])/uy)) return readExport(scanner);
  if (scanner.sees("#")) {
    scanner.fail("records are known only in their module", {
      hint: "write the tuple it stands for",
    });
  }
  const name = scanner.match(NAME)?.[0];
  if (name === undefined) {
    const variable = scanner.match(VARIABLE)?.[0];
    return variable === undefined
      ? scanner.fail(`expected a term, found ${scanner.next()}`)
      : scanner.fail(
        `${variable} is a variable, which is not allowed in a term`,
        at,
        `for the atom, write '${variable}'`,
      );
  }
  return plainAtom(scanner, name, at);
}

function plainAtom(scanner: Scanner, name: string, at: number): Atom {
  if (isReserved(name, 25)) {
    scanner.fail(
      `${name} is a reserved word`,
      at,
      `for the atom, write '${name}'`,
    );
  }
  return scanner.atom(name, at);
}

function readAtom(scanner: Scanner): Atom {
  const at = scanner.at;
  if (scanner.eat("'")) {
    const raw = readRaw(scanner, "'");
    return scanner.atom(unescapeErlang(scanner, at + 1, raw), at);
  }
  const name = scanner.match(NAME)?.[0];
  return name === undefined
    ? scanner.fail(`expected an atom, found ${scanner.next()}`)
    : plainAtom(scanner, name, at);
}

function readSigned(scanner: Scanner): Term | undefined {
  const sign = scanner.match(/[-+]\s*(?=[\d$])/y)?.[0][0];
  if (sign === undefined) return readNumber(scanner, "erlang");
  const number = scanner.sees("$")
    ? readChar(scanner)
    : readNumber(scanner, "erlang") ?? 0;
  return sign === "-" ? negate(number) : number;
}

function readChar(scanner: Scanner): number {
  const at = scanner.at;
  const raw = scanner.match(CHAR)?.[1];
  if (raw === undefined) scanner.fail("a character must follow $");
  return unescapeErlang(scanner, at + 1, raw).codePointAt(0) ?? 0;
}

/** Parses adjacent strings, which form one. */
function readStrings(scanner: Scanner): Term {
  let text = "";
  do {
    text += readString(scanner);
    blank(scanner);
  } while (scanner.sees('"'));
  return charlist(text);
}

function readString(scanner: Scanner): string {
  if (scanner.eat('"""')) return readHeredoc(scanner, '"""', false);
  scanner.expect('"');
  const at = scanner.at;
  return unescapeErlang(scanner, at, readRaw(scanner, '"'));
}

/** Parses sigils such as `~"text"` (OTP 27). */
function readSigil(scanner: Scanner): Term {
  const [, kind = ""] = scanner.match(/~([bBsS]?)(?=")/y) ??
    scanner.fail('expected a sigil such as ~"text"');
  const verbatim = kind === "B" || kind === "S";
  const at = scanner.at + 1;
  const text = verbatim && !scanner.sees('"""') && scanner.eat('"')
    ? scanner.match(/([^"]*)"/y)?.[1] ??
      scanner.fail('missing closing " for the quote here', at - 1)
    : readString(scanner);
  return kind === "s" || kind === "S" ? charlist(text) : toBytes(text);
}

function readList(scanner: Scanner): Term {
  return scanner.list(blank, readErlang, readErlang);
}

function readTuple(scanner: Scanner): Tuple {
  const elements: Term[] = [];
  scanner.series("}", blank, () => elements.push(readErlang(scanner)));
  return new Tuple(elements);
}

function readMap(scanner: Scanner): Term {
  const pairs: [Term, Term][] = [];
  scanner.series("}", blank, () => {
    const key = readErlang(scanner);
    blank(scanner);
    scanner.expect("=>");
    pairs.push([key, readErlang(scanner)]);
  });
  return scanner.map(pairs);
}

function readBinary(scanner: Scanner): Term {
  return readSegments(scanner, blank, readErlang, (segment, value) => {
    if (scanner.eat(":")) {
      blank(scanner);
      segment.size = readSize(scanner);
    }
    blank(scanner);
    if (scanner.eat("/")) readWords(scanner, segment);
    return value;
  });
}

function readWords(scanner: Scanner, segment: Segment): void {
  do {
    if (scanner.eat("unit:")) segment.unit = readSize(scanner);
    else addWord(scanner, segment, scanner.at);
  } while (scanner.eat("-"));
}

function readSize(scanner: Scanner): number {
  const digits = scanner.match(/\d{1,9}(?!\d)/y)?.[0];
  return digits === undefined
    ? scanner.fail(`expected a size, found ${scanner.next()}`)
    : Number(digits);
}

function readExport(scanner: Scanner): Term {
  blank(scanner);
  if (scanner.sees("(")) {
    scanner.fail("a fun with a body is not allowed");
  }
  const module = readAtom(scanner);
  scanner.expect(":");
  const name = readAtom(scanner);
  scanner.expect("/");
  const arity = readSize(scanner);
  if (arity > 255) scanner.fail("a function has at most 255 arguments");
  return new Export(module, name, arity);
}
