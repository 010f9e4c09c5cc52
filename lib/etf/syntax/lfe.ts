/**
 * LFE's syntax, as `lfe_io:prettyprint1/1` writes it, on one line. (LFE itself
 * prints any list of Unicode characters as text: `printable: "unicode"`.) All but pids, ports,
 * references and funs is read back as it was by LFE 2.2.1, also what its own printer writes
 * so that it is not: an empty binary, control characters in symbols, `..`.
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
 * | `<<>>` | `#B()` |
 * | `<<1,2,255>>` | `#B(1 2 255)` |
 * | `<<5,1:3>>` | `#B(5 (1 (size 3)))` |
 * | `'hello w'` | `\|hello w\|` |
 * | `'..'` | `\|..\|` |
 * | `[quote,x]` | `'x` |
 * | `[backquote,[x,[comma,y]]]` | `` `(x ,y) `` |
 * | `[comma,'@x']` | `(comma @x)` |
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
  /^[^.#`',|()[\]{}";\0-\x20\x7f-\xa0][^()[\]{}";\0-\x20\x7f-\xa0]*$/;
const NUMBER = /^[+-]?\d+([.,]\d+(e[+-]?\d+)?)?$/i;

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

/** LFE's reader takes what follows a backslash in a symbol for itself, so control characters are written as they are. */
function symbol(name: string): string {
  return SYMBOL.test(name) && !NUMBER.test(lowBytes(name))
    ? name
    : `|${name.replace(/[|\\]/g, "\\$&")}|`;
}

/** The name as OTP reads a number: 丰 (16#4e30) is 0 (16#30) to it, and `1,5` is 1.5. */
function lowBytes(name: string): string {
  return name.replace(
    /[^\0-\xff]/gu,
    (char) => String.fromCharCode((char.codePointAt(0) ?? 0) & 0xff),
  );
}

export class LfePrinter extends Printer {
  protected readonly notation: Notation = NOTATION;

  protected name(atom: Atom): string {
    return symbol(atom.name);
  }

  /** `#""` is none that LFE's reader knows. */
  override binary(term: Uint8Array): void {
    if (term.length === 0) this.out.word("#B()");
    else super.binary(term);
  }

  override list(term: readonly Term[] | ByteList): void {
    const elements = elementsOf(term);
    const [first, second] = [elements[0], elements[1]];
    const macro = elements.length === 2 && first instanceof Atom
      ? MACROS.get(first.name)
      : undefined;
    // `,@x` would be read as a comma-at.
    const isAt = macro === "," && second instanceof Atom &&
      second.name.startsWith("@");
    if (macro === undefined || second === undefined || isAt) {
      return super.list(term);
    }
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
