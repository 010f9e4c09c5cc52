/**
 * Erlang's syntax, as `io_lib:format("~0tp", [Term])` writes it.
 *
 * `printable: "latin1"` corresponds to a node with default settings, where text beyond
 * Latin-1 prints as numbers; `"unicode"` to one started with `+pc unicode`.
 *
 * @module
 */

import type {
  Atom,
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
import { type Brackets, byteLength, type Quotes } from "./output.ts";
import { elementsOf, oddBits, Printer } from "./printer.ts";
import {
  characters,
  LATIN1,
  latin1Text,
  listText,
  utf8Start,
  utf8Text,
} from "./text.ts";

const LIST: Brackets = { open: "[", close: "]", separator: ",", bar: "|" };
const TUPLE: Brackets = { open: "{", close: "}", separator: "," };
const MAP: Brackets = { open: "#{", close: "}", separator: ",", arrow: " => " };
const BYTES: Brackets = { open: "<<", close: ">>", separator: "," };

const STRING = erlangQuotes('"', '"');
const BINARY = erlangQuotes('<<"', '">>');
const UTF8_BINARY = erlangQuotes('<<"', '"/utf8>>');

const BARE_ATOM = /^[a-zß-öø-ÿ][a-zA-Z0-9_@À-ÖØ-öø-ÿ]*$/;
const RESERVED = new Set(
  ("after and andalso band begin bnot bor bsl bsr bxor case catch cond div " +
    "end fun if let not of or orelse receive rem try when xor").split(" "),
);
const RESERVED_27 = new Set(["else", "maybe"]);

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

/** Formats an atom as that OTP release does, quoted if necessary. */
export function erlangAtom(name: string, release: number): string {
  const bare = BARE_ATOM.test(name) && !isReserved(name, release);
  return bare ? name : `'${name.replace(/['\\\p{Cc}]/gu, escapeErlang)}'`;
}

/** Returns whether a word is reserved in that OTP release. */
export function isReserved(word: string, release: number): boolean {
  return RESERVED.has(word) || (release >= 27 && RESERVED_27.has(word));
}

/** Escapes a character. */
function escapeErlang(char: string): string {
  const code = char.charCodeAt(0);
  return ESCAPES.get(char) ??
    (code < 0xa0 && (code < 0x20 || code > 0x7e)
      ? `\\${code.toString(8).padStart(3, "0")}`
      : `\\${char}`);
}

function erlangQuotes(open: string, close: string): Quotes {
  return {
    open,
    close,
    special: /["\\\p{Cc}]/gu,
    escape: escapeErlang,
  };
}

/** Prints terms in Erlang syntax. */
export class ErlangPrinter extends Printer {
  atom(term: Atom): void {
    this.out.word(this.#atom(term));
  }

  binary(term: Uint8Array): void {
    const limit = this.out.textRoom;
    const text = utf8Text(term, limit);
    if (term.length === 0) {
      this.out.word("<<>>");
    } else if (text === undefined) {
      const latin1 = latin1Text(term, limit);
      if (!LATIN1.test(latin1) || !this.#startsAsText(term, limit)) {
        return this.out.numbers(BYTES, term, "");
      }
      this.out.quoted(BINARY, latin1, term.length, characters, " bytes");
    } else if (this.binaryCharacters.test(text)) {
      const quotes = byteLength(text) === text.length ? BINARY : UTF8_BINARY;
      this.out.quoted(quotes, text, term.length, byteLength, " bytes");
    } else {
      this.out.numbers(BYTES, term, "");
    }
  }

  bitString(term: BitString): void {
    const { bytes, lastBits } = term;
    const last = `${oddBits(bytes, lastBits)}:${lastBits}`;
    this.out.numbers(BYTES, bytes.subarray(0, -1), last);
  }

  list(term: readonly Term[] | ByteList): void {
    const text = listText(term, this.out.textRoom, this.listCharacters);
    const elements = elementsOf(term);
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
    this.out.word(this.pidText(term));
  }

  port(term: Port): void {
    this.out.word(`#Port${this.portText(term)}`);
  }

  reference(term: Reference): void {
    this.out.word(`#Ref${this.referenceText(term)}`);
  }

  fun(term: Fun): void {
    const { module, oldIndex, oldUniq } = term.identity;
    this.out.word(`#Fun<${this.#atom(module)}.${oldIndex}.${oldUniq}>`);
  }

  export(term: Export): void {
    const { module, function: name, arity } = term;
    this.out.word(`fun ${this.#atom(module)}:${this.#atom(name)}/${arity}`);
  }

  nativeRecord(term: NativeRecord): void {
    const open = `#${this.#atom(term.module)}:${this.#atom(term.name)}{`;
    const brackets = { ...TUPLE, open, arrow: " = " };
    this.pairs(brackets, entriesOf(term));
  }

  /** OTP 29 prints invalid UTF-8 as Latin-1 only if the part before the error is text. */
  #startsAsText(bytes: Uint8Array, limit: number): boolean {
    return this.manner.release < 29 ||
      this.binaryCharacters.test(utf8Start(bytes, limit));
  }

  #atom(term: Atom): string {
    return erlangAtom(term.name, this.manner.release);
  }
}

/** Returns field names and values in turn. */
export function entriesOf(record: NativeRecord): Term[] {
  return record.fieldNames.flatMap((name, index): Term[] => [
    name,
    record.values[index] ?? [],
  ]);
}
