/**
 * Erlang's syntax, as `io_lib:format("~0tp", [Term])` writes it.
 *
 * `printable: "latin1"` corresponds to a node with default settings, where text beyond
 * Latin-1 prints as numbers; `"unicode"` to one started with `+pc unicode`.
 *
 * @module
 */

import type { Atom, Export, Fun } from "../terms.ts";
import { type Brackets, byteLength, type Quotes } from "./output.ts";
import { type Notation, Printer } from "./printer.ts";
import {
  characters,
  escapesOf,
  LATIN1,
  latin1Text,
  LETTERS,
  utf8Start,
  utf8Text,
} from "./text.ts";

const BARE_ATOM = /^[a-zß-öø-ÿ][a-zA-Z0-9_@À-ÖØ-öø-ÿ]*$/;
const RESERVED = new Set(
  ("after and andalso band begin bnot bor bsl bsr bxor case catch cond div " +
    "end fun if let not of or orelse receive rem try when xor").split(" "),
);
const RESERVED_27 = new Set(["else", "maybe"]);

const ESCAPES = escapesOf(LETTERS);
const ESCAPED = { special: /["\\\p{Cc}]/gu, escape: escapeErlang };
const BINARY: Quotes = { open: '<<"', close: '">>', ...ESCAPED };
const UTF8_BINARY: Quotes = { open: '<<"', close: '"/utf8>>', ...ESCAPED };
const BYTES: Brackets = { open: "<<", close: ">>", separator: "," };
const TUPLE: Brackets = { open: "{", close: "}", separator: "," };

const NOTATION: Notation = {
  list: { open: "[", close: "]", separator: ",", bar: "|" },
  tuple: TUPLE,
  map: { ...TUPLE, open: "#{", arrow: " => " },
  bytes: BYTES,
  record: (name) => ({ ...TUPLE, open: `#${name}{`, arrow: " = " }),
  string: { open: '"', close: '"', ...ESCAPED },
  binary: UTF8_BINARY,
  pid: (text) => text,
  port: (text) => `#Port${text}`,
  reference: (text) => `#Ref${text}`,
  bits: (value, size) => `${value}:${size}`,
};

/** Formats an atom as that OTP release does, quoted if necessary. */
export function erlangAtom(name: string, release: number): string {
  const bare = BARE_ATOM.test(name) && !isReserved(name, release);
  return bare ? name : `'${name.replace(/['\\\p{Cc}]/gu, escapeErlang)}'`;
}

/** Returns whether a word is reserved in that OTP release. */
export function isReserved(word: string, release: number): boolean {
  return RESERVED.has(word) || (release >= 27 && RESERVED_27.has(word));
}

function escapeErlang(char: string): string {
  const code = char.charCodeAt(0);
  return ESCAPES.get(char) ??
    (code < 0xa0 && (code < 0x20 || code > 0x7e)
      ? `\\${code.toString(8).padStart(3, "0")}`
      : `\\${char}`);
}

export class ErlangPrinter extends Printer {
  protected readonly notation: Notation = NOTATION;

  protected name(atom: Atom): string {
    return erlangAtom(atom.name, this.manner.release);
  }

  override binary(term: Uint8Array): void {
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
    } else if (
      byteLength(text) === text.length && this.binaryCharacters.test(text)
    ) {
      this.out.quoted(BINARY, text, term.length, byteLength, " bytes");
    } else {
      super.binary(term);
    }
  }

  fun({ identity }: Fun): void {
    const { module, oldIndex, oldUniq } = identity;
    this.out.word(`#Fun<${this.name(module)}.${oldIndex}.${oldUniq}>`);
  }

  export({ module, function: name, arity }: Export): void {
    this.out.word(`fun ${this.name(module)}:${this.name(name)}/${arity}`);
  }

  /** OTP 29 prints invalid UTF-8 as Latin-1 only if the part before the error is text. */
  #startsAsText(bytes: Uint8Array, limit: number): boolean {
    return this.manner.release < 29 ||
      this.binaryCharacters.test(utf8Start(bytes, limit));
  }
}
