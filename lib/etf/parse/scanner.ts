/**
 * Scans text from left to right, and reports errors with their place.
 *
 * @module
 */

import { type Atom, atoms } from "../atom.ts";
import { EtfError, type EtfErrorCode } from "../errors.ts";
import type { Home } from "../syntax/printer.ts";
import { keyOf } from "../key.ts";
import { improper } from "../make.ts";
import { ErlangMap, type Term } from "../terms.ts";

/** Limits and context of parsing. */
export interface ParseLimits {
  /** Maximum nesting depth. */
  readonly maxDepth: number;
  /** Maximum size of a binary with sized segments such as `0:8000`, in bytes. */
  readonly maxBytes: number;
  /** The node of pids such as `<0.1.2>`. */
  readonly home: Home | undefined;
}

/** Thrown for a text that is not a term. */
export class ParseError extends EtfError {
  /** Name of the class. */
  override name = "ParseError";
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, in UTF-16 units. */
  readonly column: number;

  /** Creates an error whose message starts with the place: `line 1, column 5: …`. */
  constructor(
    code: EtfErrorCode,
    message: string,
    text: string,
    offset: number,
    hint?: string,
  ) {
    const before = text.slice(0, offset).split("\n");
    const line = before.length;
    const column = (before.at(-1) ?? "").length + 1;
    super(code, `line ${line}, column ${column}: ${message}`, offset, { hint });
    this.line = line;
    this.column = column;
  }
}

/** What an error says beside its message. */
export interface FailDetails {
  /** Offset of what is wrong; by default, of what is next. */
  readonly at?: number;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** What kind of error it is. @default {"bad_syntax"} */
  readonly code?: EtfErrorCode;
}

const encoder = new TextEncoder();

/** A position in a text. */
export class Scanner {
  /** The position, in UTF-16 units. */
  at = 0;
  #depth = 0;

  /** Starts at the beginning of a text. */
  constructor(readonly text: string, readonly limits: ParseLimits) {}

  /** Returns whether a token is next. */
  sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Reads a token if it is next; returns whether it was. */
  eat(token: string): boolean {
    if (!this.sees(token)) return false;
    this.at += token.length;
    return true;
  }

  /** Reads what a sticky regular expression matches, if it does. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }

  /** Reads a token that must be next. */
  expect(token: string): void {
    if (!this.eat(token)) this.fail(`expected ${token}, found ${this.next()}`);
  }

  /** Returns what is next, for a message. */
  next(): string {
    const word = /\s*([\p{L}\p{N}_@.]{1,20}|\S|$)/uy;
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[1] ?? "";
    return found === "" ? "the end of the text" : found;
  }

  /** Throws a {@linkcode ParseError}, about a place or with other details. */
  fail(
    message: string,
    details: number | FailDetails = {},
    hint?: string,
  ): never {
    const given: FailDetails = typeof details === "number"
      ? { at: details, hint }
      : details;
    const { at = this.at, code = "bad_syntax" } = given;
    throw new ParseError(code, message, this.text, at, given.hint);
  }

  /** Runs `read` one level deeper. */
  nested<Result>(read: () => Result): Result {
    if (++this.#depth > this.limits.maxDepth) {
      this.fail(`nested deeper than ${this.limits.maxDepth}`, {
        code: "too_deep",
      });
    }
    const result = read();
    this.#depth--;
    return result;
  }

  /**
   * Reads items separated by commas up to a closing bracket; the opening one has been
   * read. `item` reads an item with the blanks before it, `blank` reads blanks, and
   * `last` may read something else before the closing bracket.
   */
  series(
    close: string,
    blank: (scanner: Scanner) => void,
    item: () => void,
    { trailingComma = false, last }: {
      trailingComma?: boolean;
      last?: () => boolean;
    } = {},
  ): void {
    const open = this.at;
    this.nested(() => {
      blank(this);
      if (this.eat(close)) return;
      for (;;) {
        item();
        blank(this);
        if (this.eat(close)) return;
        if (last?.()) {
          blank(this);
          return this.expect(close);
        }
        if (!this.eat(",")) {
          const found = this.next();
          this.fail(`expected , or ${close}, found ${found}`, {
            hint: `the opening bracket is at character ${open}`,
          });
        }
        blank(this);
        if (trailingComma && this.eat(close)) return;
      }
    });
  }

  /** Reads a list up to its `]`, with the tail behind a `|`; `item` and `term` read what they say, with the blanks before it. */
  list(
    blank: (scanner: Scanner) => void,
    item: (scanner: Scanner) => Term,
    term: (scanner: Scanner) => Term,
    trailingComma = false,
  ): Term {
    const items: Term[] = [];
    let tail: Term = [];
    const last = (): boolean => {
      if (!this.eat("|")) return false;
      tail = term(this);
      return true;
    };
    const options = { trailingComma, last };
    this.series("]", blank, () => items.push(item(this)), options);
    return improper(items, tail);
  }

  /** Returns the atom with a name, which is not kept forever. */
  atom(name: string, at: number): Atom {
    const utf8 = encoder.encode(name);
    if ([...name].length > 255) {
      this.fail("an atom has at most 255 characters", { at, code: "bad_atom" });
    }
    return atoms.find(utf8, 0, utf8.length);
  }

  /** Returns a map of pairs; of equal keys, the last one counts. */
  map(pairs: readonly (readonly [Term, Term])[]): ErlangMap {
    if (pairs.length < 2) return new ErlangMap(pairs.flat());
    const distinct = new Map(pairs.map((pair) => [keyOf(pair[0]), pair]));
    return new ErlangMap([...distinct.values()].flat());
  }
}
