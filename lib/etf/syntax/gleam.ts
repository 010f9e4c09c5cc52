/**
 * Gleam's syntax, as `echo` and `string.inspect` write it.
 *
 * A term carries no Gleam types, so `echo` guesses, and so does this: atoms that could be
 * constructors are printed as such, and so are tuples that start with one.
 *
 * | Erlang | Gleam |
 * | --- | --- |
 * | `true` | `True` |
 * | `nil` | `Nil` |
 * | `file_not_found` | `FileNotFound` |
 * | `'hello world'` | `atom.create("hello world")` |
 * | `{ok,1}` | `Ok(1)` |
 * | `{error,enoent}` | `Error(Enoent)` |
 * | `{1,<<"b">>}` | `#(1, "b")` |
 * | `<<255,1:3>>` | `<<255, 1:size(3)>>` |
 * | `[1,2.0]` | `[1, 2.0]` |
 * | `"ab"` | `charlist.from_string("ab")` |
 * | `#{<<"a">> => 1}` | `dict.from_list([#("a", 1)])` |
 *
 * What Gleam cannot express is printed as Erlang in a comment. (For a function, `echo` prints
 * only `//fn(a, b) { ... }`.)
 *
 * | Erlang | Gleam |
 * | --- | --- |
 * | `[1\|2]` | `//erl([1 \| 2])` |
 * | `<0.1.2>` | `//erl(<0.1.2>)` |
 * | `fun lists:map/2` | `//erl(fun lists:map/2)` |
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
import { entriesOf, erlangAtom } from "./erlang.ts";
import { type Brackets, byteLength, type Quotes } from "./output.ts";
import { elementsOf, oddBits, Printer, tagOf } from "./printer.ts";
import { characters, listText, utf8Text } from "./text.ts";

const LIST: Brackets = { open: "[", close: "]", separator: ", " };
const IMPROPER: Brackets = {
  open: "//erl([",
  close: "])",
  separator: ", ",
  bar: " | ",
};
const TUPLE: Brackets = { open: "#(", close: ")", separator: ", " };
const DICT: Brackets = {
  open: "dict.from_list([",
  close: "])",
  separator: ", ",
};
const PAIR: Brackets = { open: "#(", close: ")", separator: ", " };
const BYTES: Brackets = { open: "<<", close: ">>", separator: ", " };

const ESCAPES = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

const STRING = gleamQuotes('"', '"');
const CHARLIST = gleamQuotes('charlist.from_string("', '")');
const ASCII = /^[ -~]*$/;
const CONSTRUCTOR = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Gleam's own constructors without arguments. */
const CONSTANTS = new Set(["true", "false", "nil"]);

function gleamQuotes(open: string, close: string): Quotes {
  return {
    open,
    close,
    special: /["\\\p{Cc}]/gu,
    escape: escapeGleam,
  };
}

function escapeGleam(char: string): string {
  const hex = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return ESCAPES.get(char) ?? `\\u{${hex}}`;
}

/** Returns `FileNotFound` for `file_not_found`, if it can be a constructor. */
function constructor(atom: Atom | undefined): string | undefined {
  if (atom === undefined || !CONSTRUCTOR.test(atom.name)) return undefined;
  return atom.name.replace(
    /(?:^|_)(.)/g,
    (_, first: string) => first.toUpperCase(),
  );
}

/** Prints terms in Gleam syntax. */
export class GleamPrinter extends Printer {
  atom(term: Atom): void {
    const name = term.name.replace(STRING.special, escapeGleam);
    this.out.word(constructor(term) ?? `atom.create("${name}")`);
  }

  binary(term: Uint8Array): void {
    const text = utf8Text(term, this.out.textRoom);
    if (text === undefined) return this.out.numbers(BYTES, term, "");
    this.out.quoted(STRING, text, term.length, byteLength, " bytes");
  }

  bitString(term: BitString): void {
    const { bytes, lastBits } = term;
    const last = `${oddBits(bytes, lastBits)}:size(${lastBits})`;
    this.out.numbers(BYTES, bytes.subarray(0, -1), last);
  }

  list(term: readonly Term[] | ByteList): void {
    const text = listText(term, this.out.textRoom, ASCII);
    const elements = elementsOf(term);
    if (text === undefined) return this.elements(LIST, elements);
    this.out.quoted(CHARLIST, text, elements.length, characters, "");
  }

  improperList(term: ImproperList): void {
    this.elements(IMPROPER, term.items, term.tail);
  }

  tuple(term: Tuple): void {
    const tag = tagOf(term);
    const name = tag && !CONSTANTS.has(tag.name) ? constructor(tag) : undefined;
    if (name === undefined) return this.elements(TUPLE, term.elements);
    this.elements({ ...TUPLE, open: `${name}(` }, term.elements.slice(1));
  }

  map(term: ErlangMap): void {
    this.out.sequence(
      DICT,
      term.size,
      (index) =>
        this.elements(PAIR, term.entries.slice(2 * index, 2 * index + 2)),
    );
  }

  pid(term: Pid): void {
    this.out.word(`//erl(${this.pidText(term)})`);
  }

  port(term: Port): void {
    this.out.word(`//erl(#Port${this.portText(term)})`);
  }

  reference(term: Reference): void {
    this.out.word(`//erl(#Ref${this.referenceText(term)})`);
  }

  fun(term: Fun): void {
    const { module, oldIndex, oldUniq } = term.identity;
    this.out.word(
      `//erl(#Fun<${erlangAtom(module.name, 27)}.${oldIndex}.${oldUniq}>)`,
    );
  }

  export(term: Export): void {
    const [module, name] = [term.module, term.function].map((atom) =>
      erlangAtom(atom.name, 27)
    );
    this.out.word(`//erl(fun ${module}:${name}/${term.arity})`);
  }

  nativeRecord(term: NativeRecord): void {
    const open = `//erl(#${erlangAtom(term.module.name, 27)}:${
      erlangAtom(term.name.name, 27)
    }{`;
    const brackets = { open, close: "})", separator: ", ", arrow: " = " };
    this.pairs(brackets, entriesOf(term));
  }
}
