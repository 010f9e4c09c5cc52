/**
 * LFE's syntax, as `lfe_io:prettyprint1/1` writes it, on one line. (LFE itself
 * prints any list of Unicode characters as text: `printable: "unicode"`.)
 *
 * | Erlang | LFE |
 * | --- | --- |
 * | `[ok,1,2.5]` | `(ok 1 2.5)` |
 * | `[]` | `()` |
 * | `[a\|b]` | `(a . b)` |
 * | `"text"` | `"text"` |
 * | `{error,enoent}` | `#(error enoent)` |
 * | `#{a => 1}` | `#M(a 1)` |
 * | `<<"text">>` | `#"text"` |
 * | `<<1,2,255>>` | `#B(1 2 255)` |
 * | `<<5,1:3>>` | `#B(5 (1 (size 3)))` |
 * | `'hello w'` | `\|hello w\|` |
 * | `[quote,x]` | `'x` |
 * | `[backquote,[x,[comma,y]]]` | `` `(x ,y) `` |
 * | `fun lists:map/2` | `(function lists map 2)` |
 * | `<0.1.2>` | `#Pid<0.1.2>` |
 *
 * Other functions are `#Fun<m.0.1/2>`.
 *
 * @module
 */

import {
  Atom,
  type ByteList,
  type Export,
  type Fun,
  type Term,
} from "../terms.ts";
import type { Brackets } from "./output.ts";
import { elementsOf, type Notation, Printer } from "./printer.ts";
import { escapesOf, LETTERS } from "./text.ts";

/** Symbols that need no quotes: without blanks, control characters, brackets and quotes. */
const SYMBOL =
  /^[^#`',|()[\]{}";\0-\x20\x7f-\xa0][^()[\]{}";\0-\x20\x7f-\xa0]*$/;
const NUMBER = /^[+-]?\d+(\.\d+(e[+-]?\d+)?)?$/i;

const ESCAPES = escapesOf(LETTERS);
const ESCAPED = { special: /["\\\p{Cc}]/gu, escape: escapeLfe };

/** Short notations of lists of two that start with these symbols. */
const MACROS = new Map([
  ["quote", "'"],
  ["backquote", "`"],
  ["comma", ","],
  ["comma-at", ",@"],
]);

const LIST: Brackets = { open: "(", close: ")", separator: " ", bar: " . " };
const MAP: Brackets = { ...LIST, open: "#M(", arrow: " " };

const NOTATION: Notation = {
  list: LIST,
  tuple: { ...LIST, open: "#(" },
  map: MAP,
  bytes: { ...LIST, open: "#B(" },
  record: (name) => ({ ...MAP, open: `#${name}(` }),
  string: { open: '"', close: '"', ...ESCAPED },
  binary: { open: '#"', close: '"', ...ESCAPED },
  pid: (text) => `#Pid${text}`,
  port: (text) => `#Port${text}`,
  reference: (text) => `#Ref${text}`,
  bits: (value, size) => `(${value} (size ${size}))`,
};

function escapeLfe(char: string): string {
  return ESCAPES.get(char) ?? (/\p{Cc}/u.test(char) ? char : `\\${char}`);
}

function symbol(name: string): string {
  return SYMBOL.test(name) && !NUMBER.test(name) && name !== "."
    ? name
    : `|${name.replace(/[|\\\p{Cc}]/gu, escapeLfe)}|`;
}

export class LfePrinter extends Printer {
  protected readonly notation: Notation = NOTATION;

  protected name(atom: Atom): string {
    return symbol(atom.name);
  }

  override list(term: readonly Term[] | ByteList): void {
    const elements = elementsOf(term);
    const [first, second] = [elements[0], elements[1]];
    const macro = elements.length === 2 && first instanceof Atom
      ? MACROS.get(first.name)
      : undefined;
    if (macro === undefined || second === undefined) return super.list(term);
    this.elements({ ...LIST, open: macro, close: "" }, [second]);
  }

  fun({ identity }: Fun): void {
    const { module, oldIndex, oldUniq, arity } = identity;
    const name = `${this.name(module)}.${oldIndex}.${oldUniq}/${arity}`;
    this.out.word(`#Fun<${name}>`);
  }

  export({ module, function: name, arity }: Export): void {
    const [m, f] = [this.name(module), this.name(name)];
    this.out.word(`(function ${m} ${f} ${arity})`);
  }
}
