/**
 * Parses Elixir terms, as in source files and as `inspect` prints them.
 *
 * @module
 */

import { CALLABLE, isAlias, OPERATORS } from "../syntax/elixir_names.ts";
import { type Atom, Export, type Term, Tuple } from "../terms.ts";
import { addWord, Bits, type Segment } from "./bits.ts";
import { readSigil } from "./elixir_sigils.ts";
import { mapSet, range } from "./elixir_structs.ts";
import { readIdentifier } from "./identifiers.ts";
import { listOf } from "./lists.ts";
import { negate, readNumber } from "./numbers.ts";
import { readHeredoc, readRaw, toBytes, unescapeElixir } from "./quoted.ts";
import { charlist } from "../make.ts";
import type { Scanner } from "./scanner.ts";

/** Blanks and comments; `#PID<` and the like do not start a comment. */
const BLANK = /(?:\s+|#(?![A-Z][\w.]*<).*)*/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_@]*[?!]?/yu;
const ALIAS = /[A-Z]\w*(?:\.[A-Z]\w*)*/y;
const KEY = /([\p{L}_][\p{L}\p{M}\p{N}_@]*[?!]?):(?!:)/yu;
const CHAR =
  /\?(\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{1,2}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|.)|[^\\])/suy;
const ATOM_OPERATORS = longestFirst(OPERATORS);
const CALL_OPERATORS = longestFirst(CALLABLE);

/** Parses Elixir. */
export class ElixirReader {
  readonly #scanner: Scanner;
  readonly #blank = (): void => {
    this.#scanner.match(BLANK);
  };

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Parses a text that consists of one term. */
  only(): Term {
    const scanner: Scanner = this.#scanner;
    const term = this.term();
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
    if (scanner.sees('"')) return toBytes(this.#string('"', true));
    if (scanner.sees("'")) return charlist(this.#string("'", false));
    if (scanner.eat("[")) return this.#list();
    if (scanner.eat("{")) return this.#tuple();
    if (scanner.sees("%")) return this.#map();
    if (scanner.eat("<<")) return this.#binary();
    if (scanner.sees(":")) return this.#atom();
    if (scanner.sees("~")) return readSigil(scanner);
    if (scanner.sees("?")) return this.#char();
    if (scanner.eat("&")) return this.#export();
    const identifier = readIdentifier(scanner);
    if (identifier !== undefined) return identifier;
    return this.#number() ?? this.#mapSet() ?? this.#alias() ?? this.#word();
  }

  /** Parses `nil`, `true` or `false`, the atoms without a colon. */
  #word(): Term {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    const name = scanner.match(NAME)?.[0];
    if (name === undefined) {
      scanner.fail(`expected a term, found ${scanner.next()}`);
    }
    if (name !== "nil" && name !== "true" && name !== "false") {
      scanner.fail(`${name} is a variable or a call; nothing is evaluated`, {
        at,
        hint: `for the atom, write :${name}`,
      });
    }
    return scanner.atom(name, at);
  }

  #alias(): Atom | undefined {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    const alias = scanner.match(ALIAS)?.[0];
    if (alias === undefined) return undefined;
    return scanner.atom(isAlias(alias) ? alias : `Elixir.${alias}`, at);
  }

  /** Parses `MapSet.new([…])`, if it is next. */
  #mapSet(): Term | undefined {
    const scanner: Scanner = this.#scanner;
    if (!scanner.match(/MapSet\.new\(\s*\[/y)) return undefined;
    const set = mapSet(scanner, this.#items());
    this.#blank();
    scanner.expect(")");
    return set;
  }

  #atom(): Atom {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    scanner.expect(":");
    if (scanner.sees('"')) {
      return scanner.atom(this.#string('"', false), at);
    }
    const name = scanner.match(NAME)?.[0] ??
      ATOM_OPERATORS.find((operator) => scanner.eat(operator));
    return name === undefined
      ? scanner.fail(`expected an atom's name, found ${scanner.next()}`)
      : scanner.atom(name, at);
  }

  #string(quote: string, bytes: boolean): string {
    const scanner: Scanner = this.#scanner;
    const heredoc = scanner.eat(quote.repeat(3));
    if (!heredoc) scanner.expect(quote);
    const at = scanner.at;
    const raw = heredoc
      ? readHeredoc(scanner, quote.repeat(3), true)
      : readRaw(scanner, quote);
    return unescapeElixir(scanner, at, raw, bytes);
  }

  #number(): Term | undefined {
    const scanner: Scanner = this.#scanner;
    const sign = scanner.match(/[-+]\s*(?=\d)/y)?.[0][0];
    const number = readNumber(scanner, "elixir");
    if (number === undefined) return undefined;
    const value = sign === "-" ? negate(number) : number;
    return scanner.eat("..")
      ? range(scanner, value, () => this.#number())
      : value;
  }

  #char(): number {
    const scanner: Scanner = this.#scanner;
    const at = scanner.at;
    const raw = scanner.match(CHAR)?.[1];
    if (raw === undefined) scanner.fail("a character must follow ?");
    return unescapeElixir(scanner, at + 1, raw, false).codePointAt(0) ?? 0;
  }

  #list(): Term {
    let tail: Term = [];
    const items = this.#items(() => {
      if (!this.#scanner.eat("|")) return false;
      tail = this.term();
      return true;
    });
    return listOf(items, tail);
  }

  #items(last: () => boolean = () => false): Term[] {
    const items: Term[] = [];
    const item = (): void => {
      items.push(this.#keyword() ?? this.term());
    };
    const options = { trailingComma: true, last };
    this.#scanner.series("]", this.#blank, item, options);
    return items;
  }

  /** Parses `key: value` as a pair. */
  #keyword(): Tuple | undefined {
    const key = this.#key();
    return key && new Tuple([key, this.term()]);
  }

  /** Parses the key of a keyword, if it is next. */
  #key(): Atom | undefined {
    const scanner: Scanner = this.#scanner;
    this.#blank();
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

  #tuple(): Tuple {
    const elements: Term[] = [];
    const keywords: Tuple[] = [];
    this.#scanner.series("}", this.#blank, () => {
      const pair = this.#keyword();
      if (pair !== undefined) keywords.push(pair);
      else elements.push(this.term());
    }, { trailingComma: true });
    // Keywords at the end of a tuple form one list.
    return new Tuple(
      keywords.length === 0 ? elements : [...elements, keywords],
    );
  }

  /** Parses `%{…}`, or `%Name{…}`, whose name becomes a field. */
  #map(): Term {
    const scanner: Scanner = this.#scanner;
    scanner.expect("%");
    const pairs: [Term, Term][] = [];
    if (!scanner.sees("{")) {
      const at = scanner.at;
      const name = this.#alias() ??
        scanner.fail(`expected { or a struct's name, found ${scanner.next()}`);
      pairs.push([scanner.atom("__struct__", at), name]);
    }
    scanner.expect("{");
    scanner.series("}", this.#blank, () => {
      const key = this.#key();
      if (key !== undefined) return void pairs.push([key, this.term()]);
      const other = this.term();
      this.#blank();
      scanner.expect("=>");
      pairs.push([other, this.term()]);
    }, { trailingComma: true });
    return scanner.map(pairs);
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
      if (scanner.eat("::")) this.#words(segment);
      const text = value instanceof Uint8Array &&
        segment.type?.startsWith("utf") === true;
      bits.add(text ? pointsOf(value) : value, segment, at);
    });
    return bits.finish();
  }

  #words(segment: Segment): void {
    const scanner: Scanner = this.#scanner;
    do {
      this.#blank();
      const sized = scanner.match(/(?:(size|unit)\(\s*)?(\d{1,9})(?!\d)\s*/y);
      if (sized === undefined) {
        addWord(scanner, segment, scanner.at);
      } else {
        const [, word = "size", digits] = sized;
        segment[word === "unit" ? "unit" : "size"] = Number(digits);
        if (sized[1] !== undefined) scanner.expect(")");
      }
      this.#blank();
    } while (scanner.eat("-"));
  }

  /** Parses `&Module.function/1`. */
  #export(): Term {
    const scanner: Scanner = this.#scanner;
    const start = scanner.at;
    const module = scanner.sees(":") ? this.#atom() : this.#alias();
    if (module === undefined || !scanner.eat(".")) {
      scanner.fail("only &Module.function/arity is allowed", { at: start });
    }
    const at = scanner.at;
    const name = scanner.sees('"')
      ? this.#string('"', false)
      : scanner.match(NAME)?.[0] ??
        CALL_OPERATORS.find((operator) => scanner.eat(operator));
    const arity = scanner.match(/\/(\d{1,3})(?!\d)/y)?.[1];
    if (name === undefined || Number(arity ?? 256) > 255) {
      scanner.fail("only &Module.function/arity is allowed", { at: start });
    }
    return new Export(module, scanner.atom(name, at), Number(arity));
  }
}

function longestFirst(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => b.length - a.length);
}

function pointsOf(bytes: Uint8Array): number[] {
  const text = new TextDecoder().decode(bytes);
  return Array.from(text, (char) => char.codePointAt(0) ?? 0);
}
