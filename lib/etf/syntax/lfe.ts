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

import { Atom } from "../terms.ts";
import type {
  BitString,
  ByteList,
  ErlangMap,
  Export,
  Fun,
  ImproperList,
  NativeRecord,
  Pid,
  Port,
  Reference,
  Term,
  Tuple,
} from "../terms.ts";
import { entriesOf } from "./erlang.ts";
import { type Brackets, byteLength, type Quotes } from "./output.ts";
import { elementsOf, oddBits, Printer } from "./printer.ts";
import { characters, listText, utf8Text } from "./text.ts";

const LIST: Brackets = { open: "(", close: ")", separator: " ", bar: " . " };
const TUPLE: Brackets = { open: "#(", close: ")", separator: " " };
const MAP: Brackets = { open: "#M(", close: ")", separator: " ", arrow: " " };
const BYTES: Brackets = { open: "#B(", close: ")", separator: " " };

/** Symbols that need no quotes: without blanks, control characters, brackets and quotes. */
const SYMBOL =
  /^[^#`',|()[\]{}";\0-\x20\x7f-\xa0][^()[\]{}";\0-\x20\x7f-\xa0]*$/;
const NUMBER = /^[+-]?\d+(\.\d+(e[+-]?\d+)?)?$/i;

const ESCAPES = new Map([
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\x1b", "\\e"],
  ["\x7f", "\\d"],
]);

/** Short notations of lists of two that start with these symbols. */
const MACROS = new Map([
  ["quote", "'"],
  ["backquote", "`"],
  ["comma", ","],
  ["comma-at", ",@"],
]);

const STRING = lfeQuotes('"');
const BINARY = lfeQuotes('#"');

function lfeQuotes(open: string): Quotes {
  return { open, close: '"', special: /["\\\p{Cc}]/gu, escape: escapeLfe };
}

function escapeLfe(char: string): string {
  return ESCAPES.get(char) ?? (/\p{Cc}/u.test(char) ? char : `\\${char}`);
}

function symbol(name: string): string {
  return SYMBOL.test(name) && !NUMBER.test(name) && name !== "."
    ? name
    : `|${name.replace(/[|\\\p{Cc}]/gu, escapeLfe)}|`;
}

/** Prints terms in LFE syntax. */
export class LfePrinter extends Printer {
  atom(term: Atom): void {
    this.out.word(symbol(term.name));
  }

  binary(term: Uint8Array): void {
    const text = utf8Text(term, this.out.textRoom);
    if (text === undefined || !this.binaryCharacters.test(text)) {
      return this.out.numbers(BYTES, term, "");
    }
    this.out.quoted(BINARY, text, term.length, byteLength, " bytes");
  }

  bitString(term: BitString): void {
    const { bytes, lastBits } = term;
    const last = `(${oddBits(bytes, lastBits)} (size ${lastBits}))`;
    this.out.numbers(BYTES, bytes.subarray(0, -1), last);
  }

  list(term: readonly Term[] | ByteList): void {
    const elements = elementsOf(term);
    const [first, second] = [elements[0], elements[1]];
    const macro = elements.length === 2 && first instanceof Atom
      ? MACROS.get(first.name)
      : undefined;
    if (macro !== undefined && second !== undefined) {
      return this.elements({ ...LIST, open: macro, close: "" }, [second]);
    }
    const text = listText(term, this.out.textRoom, this.listCharacters);
    if (text === undefined) return this.elements(LIST, elements);
    this.out.quoted(STRING, text, elements.length, characters, "");
  }

  improperList(term: ImproperList): void {
    this.elements(LIST, term.items, term.tail);
  }

  tuple(term: Tuple): void {
    this.elements(TUPLE, term.elements);
  }

  map(term: ErlangMap): void {
    this.pairs(MAP, term.entries);
  }

  pid(term: Pid): void {
    this.out.word(`#Pid${this.pidText(term)}`);
  }

  port(term: Port): void {
    this.out.word(`#Port${this.portText(term)}`);
  }

  reference(term: Reference): void {
    this.out.word(`#Ref${this.referenceText(term)}`);
  }

  fun(term: Fun): void {
    const { module, oldIndex, oldUniq, arity } = term.identity;
    this.out.word(
      `#Fun<${symbol(module.name)}.${oldIndex}.${oldUniq}/${arity}>`,
    );
  }

  export(term: Export): void {
    const { module, function: name, arity } = term;
    this.out.word(
      `(function ${symbol(module.name)} ${symbol(name.name)} ${arity})`,
    );
  }

  nativeRecord(term: NativeRecord): void {
    const open = `#${symbol(term.module.name)}:${symbol(term.name.name)}(`;
    this.pairs({ ...MAP, open }, entriesOf(term));
  }
}
