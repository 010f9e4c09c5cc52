/**
 * Reading text from left to right, and saying where and why it cannot be read.
 *
 * @module
 */

import { type Atom, atoms } from "../atom_table.ts";
import { EtfError, type EtfErrorCode } from "../errors.ts";
import type { Home } from "../home.ts";
import { keyOf } from "../key.ts";
import { ErlangMap, type Term } from "../terms.ts";

/** What parsing heeds. */
export interface ParseLimits {
  /** Brackets within brackets. */
  readonly maxDepth: number;
  /** Bytes of one binary made by a size such as `0:8000`. */
  readonly maxBytes: number;
  /** Whose pids `<0.1.2>` are. */
  readonly home: Home | undefined;
}

/** Text that is no term. */
export class ParseError extends EtfError {
  /** Tells it from other errors of this layer. */
  override name = "ParseError";
  /** From 1. */
  readonly line: number;
  /** From 1, in characters (UTF-16 units). */
  readonly column: number;

  /** The place is put before the message: `line 1, column 5: …`. */
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

const encoder = new TextEncoder();

/** A place in a text. */
export class Scanner {
  /** Where reading goes on, in UTF-16 units. */
  at = 0;
  #depth = 0;

  constructor(readonly text: string, readonly limits: ParseLimits) {}

  /** Whether the text goes on with that. */
  sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Reads a token, if it is there. */
  eat(token: string): boolean {
    if (!this.sees(token)) return false;
    this.at += token.length;
    return true;
  }

  /** Reads what a sticky expression matches, if it does. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }

  /** Reads a token that must be there. */
  expect(token: string): void {
    if (!this.eat(token)) this.fail(`expected ${token}, found ${this.next()}`);
  }

  /** What is next, for a message. */
  next(): string {
    const word = /\s*([\p{L}\p{N}_@.]{1,20}|\S|$)/uy;
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[1] ?? "";
    return found === "" ? "the end of the text" : found;
  }

  /** Ends parsing. */
  fail(
    message: string,
    { at = this.at, hint, code = "bad_syntax" }: {
      at?: number;
      hint?: string;
      code?: EtfErrorCode;
    } = {},
  ): never {
    throw new ParseError(code, message, this.text, at, hint);
  }

  /** Runs what reads the inside of a bracket. */
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
   * Items up to a closing bracket, with commas between; `item` reads one, with
   * the blanks before it, and `blank` reads blanks. The opening bracket is read
   * already. `last` may read something else before the closing one.
   */
  series(
    close: string,
    blank: () => void,
    item: () => void,
    { trailingComma = false, last }: {
      trailingComma?: boolean;
      last?: () => boolean;
    } = {},
  ): void {
    const open = this.at;
    this.nested(() => {
      blank();
      if (this.eat(close)) return;
      for (;;) {
        item();
        blank();
        if (this.eat(close)) return;
        if (last?.()) {
          blank();
          return this.expect(close);
        }
        if (!this.eat(",")) {
          const found = this.next();
          this.fail(`expected , or ${close}, found ${found}`, {
            hint: `The bracket it would close is at character ${open}.`,
          });
        }
        blank();
        if (trailingComma && this.eat(close)) return;
      }
    });
  }

  /** The atom of that name, forgotten again like those that arrive. */
  atom(name: string, at: number): Atom {
    const utf8 = encoder.encode(name);
    if ([...name].length > 255) {
      this.fail("an atom has 255 characters at most", { at, code: "bad_atom" });
    }
    return atoms.find(utf8, 0, utf8.length);
  }

  /** A map of those pairs; of equal keys the last counts. */
  map(pairs: readonly (readonly [Term, Term])[]): ErlangMap {
    if (pairs.length < 2) return new ErlangMap(pairs.flat());
    const distinct = new Map(pairs.map((pair) => [keyOf(pair[0]), pair]));
    return new ErlangMap([...distinct.values()].flat());
  }
}
