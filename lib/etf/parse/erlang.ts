/**
 * Parses Erlang terms, as in source files and as nodes print them.
 *
 * @module
 */

import { charlist } from "../make.ts";
import { type Atom, Export, type Term, Tuple } from "../terms.ts";
import { isReserved } from "../syntax/erlang.ts";
import { addWord, Bits, type Segment } from "./bits.ts";
import { readIdentifier } from "./identifiers.ts";
import { listOf } from "./lists.ts";
import { negate, readNumber } from "./numbers.ts";
import { readHeredoc, readRaw, toBytes, unescapeErlang } from "./quoted.ts";
import type { Scanner } from "./scanner.ts";

const BLANK = /(?:\s+|%.*)*/y;
const NAME = /[\p{Ll}][\p{L}\p{N}_@]*/yu;
const VARIABLE = /[\p{Lu}_][\p{L}\p{N}_@]*/yu;
const CHAR =
  /\$(\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2}|[0-7]{1,3}|\^.|.)|[^\\])/suy;

/** Parses Erlang. */
export class ErlangReader {
  readonly #scanner: Scanner;
  readonly #blank = (): void => {
    this.#scanner.match(BLANK);
  };

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Parses a text that consists of one term, with or without a full stop. */
  only(): Term {
    const scanner: Scanner = this.#scanner;
    const term = this.term();
    this.#blank();
    scanner.eat(".");
    this.#blank();
    if (scanner.at < scanner.text.length) {
      scanner.fail(`expected the end of the text, found ${scanner.next()}`, {
        hint: "give a single term; nothing is evaluated",
      });
    }
    return term;
  }

  /** Parses a term. */
  term(): Term {
    const scanner: Scanner = this.#scanner;
    this.#blank();
    const at = scanner.at;
    if (scanner.sees('"') || scanner.sees("~")) return this.#strings();
    if (scanner.sees("'")) return this.#atom();
    if (scanner.eat("[")) return this.#list();
    if (scanner.eat("{")) return this.#tuple();
    if (scanner.eat("#{")) return this.#map();
    if (scanner.eat("<<")) return this.#binary();
    if (scanner.sees("$")) return this.#char();
    const identifier = readIdentifier(scanner);
    if (identifier !== undefined) return identifier;
    const number = this.#number();
    if (number !== undefined) return number;
    if (scanner.match(/fun(?=[\s'(])/uy)) return this.#export();
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
          {
            at,
            hint: `for the atom, write '${variable}'`,
          },
        );
    }
    return this.#plainAtom(name, at);
  }

  #plainAtom(name: string, at: number): Atom {
    if (isReserved(name, 25)) {
      this.#scanner.fail(`${name} is a reserved word`, {
        at,
        hint: `for the atom, write '${name}'`,
      });
    }
    return this.#scanner.atom(name, at);
  }

  #atom(): Atom {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    if (scanner.eat("'")) {
      const raw = readRaw(scanner, "'");
      return scanner.atom(unescapeErlang(scanner, at + 1, raw), at);
    }
    const name = scanner.match(NAME)?.[0];
    return name === undefined
      ? scanner.fail(`expected an atom, found ${scanner.next()}`)
      : this.#plainAtom(name, at);
  }

  #number(): Term | undefined {
    const scanner: Scanner = this.#scanner;
    const sign = scanner.match(/[-+]\s*(?=[\d$])/y)?.[0][0];
    if (sign === undefined) return readNumber(scanner, "erlang");
    const number = scanner.sees("$")
      ? this.#char()
      : readNumber(scanner, "erlang") ?? 0;
    return sign === "-" ? negate(number) : number;
  }

  #char(): number {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    const raw = scanner.match(CHAR)?.[1];
    if (raw === undefined) scanner.fail("a character must follow $");
    return unescapeErlang(scanner, at + 1, raw).codePointAt(0) ?? 0;
  }

  /** Parses adjacent strings, which form one. */
  #strings(): Term {
    const scanner: Scanner = this.#scanner;
    if (scanner.sees("~")) return this.#sigil();
    let text = "";
    do {
      text += this.#string();
      this.#blank();
    } while (scanner.sees('"'));
    return charlist(text);
  }

  #string(): string {
    const scanner: Scanner = this.#scanner;
    if (scanner.eat('"""')) return readHeredoc(scanner, '"""', false);
    scanner.expect('"');
    const at = scanner.at;
    return unescapeErlang(scanner, at, readRaw(scanner, '"'));
  }

  /** Parses sigils such as `~"text"` (OTP 27). */
  #sigil(): Term {
    const scanner: Scanner = this.#scanner;
    const [, kind = ""] = scanner.match(/~([bBsS]?)(?=")/y) ??
      scanner.fail('expected a sigil such as ~"text"');
    const verbatim = kind === "B" || kind === "S";
    const at = scanner.at + 1;
    const text = verbatim && !scanner.sees('"""') && scanner.eat('"')
      ? scanner.match(/([^"]*)"/y)?.[1] ??
        scanner.fail('missing closing " for the quote here', { at: at - 1 })
      : this.#string();
    return kind === "s" || kind === "S" ? charlist(text) : toBytes(text);
  }

  #list(): Term {
    const items: Term[] = [];
    let tail: Term = [];
    this.#scanner.series("]", this.#blank, () => items.push(this.term()), {
      last: () => {
        if (!this.#scanner.eat("|")) return false;
        tail = this.term();
        return true;
      },
    });
    return listOf(items, tail);
  }

  #tuple(): Tuple {
    const elements: Term[] = [];
    this.#scanner.series("}", this.#blank, () => elements.push(this.term()));
    return new Tuple(elements);
  }

  #map(): Term {
    const pairs: [Term, Term][] = [];
    this.#scanner.series("}", this.#blank, () => {
      const key = this.term();
      this.#blank();
      this.#scanner.expect("=>");
      pairs.push([key, this.term()]);
    });
    return this.#scanner.map(pairs);
  }

  #binary(): Term {
    const scanner: Scanner = this.#scanner;
    const bits = new Bits(scanner);
    scanner.series(">>", this.#blank, () => {
      this.#blank();
      const at = scanner.at;
      const value = this.term();
      const segment: Segment = {};
      this.#blank();
      if (scanner.eat(":")) {
        this.#blank();
        segment.size = this.#size();
      }
      this.#blank();
      if (scanner.eat("/")) this.#words(segment);
      bits.add(value, segment, at);
    });
    return bits.finish();
  }

  #words(segment: Segment): void {
    const scanner: Scanner = this.#scanner;
    do {
      if (scanner.eat("unit:")) segment.unit = this.#size();
      else addWord(scanner, segment, scanner.at);
    } while (scanner.eat("-"));
  }

  #size(): number {
    const digits = this.#scanner.match(/\d{1,9}(?!\d)/y)?.[0];
    return digits === undefined
      ? this.#scanner.fail(`expected a size, found ${this.#scanner.next()}`)
      : Number(digits);
  }

  #export(): Term {
    const scanner: Scanner = this.#scanner;
    this.#blank();
    if (scanner.sees("(")) {
      scanner.fail("a fun with a body is not allowed");
    }
    const module = this.#atom();
    scanner.expect(":");
    const name = this.#atom();
    scanner.expect("/");
    const arity = this.#size();
    if (arity > 255) scanner.fail("a function has at most 255 arguments");
    return new Export(module, name, arity);
  }
}
