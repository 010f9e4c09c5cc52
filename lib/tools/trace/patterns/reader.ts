/**
 * Reads patterns with guards: what Erlang and Elixir have in common in that.
 *
 * @module
 */

import { parseAt, type Scanner } from "../../../etf/mod.ts";
import {
  call,
  type Clause,
  type Expression,
  type Expressions,
} from "./expression.ts";

/** An operator between two operands. */
export interface Infix {
  /** A sticky regular expression. */
  readonly token: RegExp;
  /** Binding power: a higher one binds more tightly. */
  readonly power: number;
  readonly right?: boolean | undefined;
  /** May fail, at the operator. */
  make(left: Expression, right: Expression, at: number): Expression;
}

type Meaning = (
  at: number,
  name: string,
  left: Expression,
  right: Expression,
) => Expression;

/** An operator that is a call, unless `make` says otherwise; it binds to the right if `right`. */
export function infix(
  token: RegExp,
  power: number,
  name: string,
  right = false,
  make: Meaning = call,
): Infix {
  return {
    token,
    power,
    right,
    make: (left, other, at) => make(at, name, left, other),
  };
}

/** `=` in a pattern. */
export const ALIAS: Infix = {
  token: /=(?!>)/y,
  power: 100,
  right: true,
  make: (left, right, at) => ({ kind: "alias", at, left, right }),
};

/** What differs between languages. */
export interface Grammar {
  readonly syntax: "erlang" | "elixir";
  /** Sticky: spaces and comments. */
  readonly blank: RegExp;
  /** Operators; the first match wins. */
  readonly infix: readonly Infix[];
  /** Reads an operand. */
  operand(reader: Reader): Expression;
  /** Whether another alternative of the guard follows; consumes the separator. */
  alternative(reader: Reader): boolean;
  /** Whether `,` in a guard means that both must hold. */
  readonly commas: boolean;
}

/** A function before its arguments: `add(`. */
const NAMED = /([a-z][\w@]*[?!]?)\(/y;

const WHEN = /when(?![\w@?!])/y;

/** Reads one text. */
export class Reader {
  readonly scanner: Scanner;
  /** The function that the last head names. */
  named: string | undefined;
  readonly #grammar: Grammar;
  /** Reads spaces and comments. */
  readonly blank = (): void => {
    this.scanner.match(this.#grammar.blank);
  };

  /** Reads where the scanner is. */
  constructor(scanner: Scanner, grammar: Grammar) {
    this.scanner = scanner;
    this.#grammar = grammar;
  }

  /** All clauses of the text: `[Pattern, …] when Guard; …`. */
  clauses(): Clause[] {
    const scanner: Scanner = this.scanner;
    const clauses: Clause[] = [];
    do {
      const head = this.#head();
      clauses.push({ ...head, guards: this.when() ? this.#guards() : [] });
      this.blank();
    } while (scanner.eat(";"));
    if (this.#grammar.syntax === "erlang") scanner.eat(".");
    this.blank();
    if (scanner.at < scanner.text.length) {
      scanner.fail(`expected when, ; or the end, found ${scanner.next()}`);
    }
    return clauses;
  }

  /** Whether a guard follows; the word is read. */
  when(): boolean {
    this.blank();
    return this.scanner.match(WHEN) !== undefined;
  }

  /** Reads an expression whose operators bind at least this tightly. */
  expression(least = 0): Expression {
    return this.scanner.nested(() => {
      let left = this.#operand();
      for (;;) {
        this.blank();
        const { at } = this.scanner;
        const operator = this.#grammar.infix.find(({ token, power }) =>
          power >= least && this.scanner.match(token)
        );
        if (operator === undefined) return left;
        const { power, right } = operator;
        const other = this.expression(right ? power : power + 1);
        left = operator.make(left, other, at);
      }
    });
  }

  /** A term that holds no variables, in the language. */
  term(at: number = this.scanner.at): Expression {
    const term = parseAt(this.scanner, this.#grammar.syntax);
    return { kind: "literal", at, term };
  }

  /** `a, b | tail]`, of which the bracket is read; `item` reads one. */
  list(at: number, item = (): Expression => this.expression()): Expression {
    const items: Expression[] = [];
    let tail: Expression | undefined;
    this.scanner.series("]", this.blank, () => items.push(item()), {
      trailingComma: this.#grammar.syntax === "elixir",
      last: () => {
        if (items.length === 0 || !this.scanner.eat("|")) return false;
        tail = this.expression();
        return true;
      },
    });
    return { kind: "list", at, items, tail };
  }

  /** Reads items up to the closing bracket. */
  items(close: string): Expression[] {
    const items: Expression[] = [];
    this.scanner.series(
      close,
      this.blank,
      () => items.push(this.expression()),
    );
    return items;
  }

  /** Reads the rest of `(…)`. */
  parenthesised(): Expression {
    const inner = this.expression();
    this.blank();
    this.scanner.expect(")");
    return inner;
  }

  /** Reads a binary; patterns support only whole ones. */
  binary(at: number): Expression {
    try {
      return this.term(at);
    } catch {
      return this.scanner.fail("a pattern cannot look into a binary", {
        at,
        hint:
          "Write a whole one, or a variable, and after when: byte_size(B) > 9, binary_part(B, 0, 3) == <<...>>.",
      });
    }
  }

  #operand(): Expression {
    this.blank();
    return this.#grammar.operand(this);
  }

  /** The arguments, in brackets or after the name of the function. */
  #head(): Pick<Clause, "head" | "name"> {
    this.blank();
    const { at } = this.scanner;
    const [, name] = this.scanner.match(NAMED) ?? [];
    this.named = name;
    if (name !== undefined) return { name, head: this.items(")") };
    const head = this.expression();
    if (head.kind === "any") return {};
    if (head.kind === "list" && head.tail === undefined) {
      return { head: head.items };
    }
    return this.scanner.fail("a pattern is the list of the arguments", {
      at,
      hint: "[A, B] when A > 1, add(A, B) when A > 1, or _ for any arguments.",
    });
  }

  #guards(): Expressions[] {
    const alternatives: Expressions[] = [];
    do {
      const all = [this.expression()];
      for (this.blank(); this.scanner.sees(","); this.blank()) {
        if (!this.#grammar.commas) {
          this.scanner.fail("expected the end of the guard, found ,", {
            hint: "Write and.",
          });
        }
        this.scanner.expect(",");
        all.push(this.expression());
      }
      alternatives.push(all);
    } while (this.#grammar.alternative(this));
    return alternatives;
  }
}
