/**
 * Gleam's syntax, as `echo` of Gleam 1.18 and `string.inspect` write it. (Both leave quotes in
 * atoms as they are, and write `a_1` as a control character.)
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
 * | `<<0,1>>` | `<<0, 1>>` |
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

import {
  Atom,
  type Export,
  type Fun,
  type Term,
  type Tuple,
} from "../terms.ts";
import { erlangAtom } from "./erlang.ts";
import type { Brackets } from "./output.ts";
import { cutBrackets, type Notation, Printer } from "./printer.ts";

const ESCAPES = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);
const ESCAPED = { special: /["\\\p{Cc}]/gu, escape: escapeGleam };
const CONSTRUCTOR = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Gleam's own constructors without arguments. */
const CONSTANTS = new Set(["true", "false", "nil"]);

const TUPLE: Brackets = { open: "#(", close: ")", separator: ", " };
const LIST: Brackets = { open: "[", close: "]", separator: ", ", bar: " | " };
const DICT: Brackets = { ...TUPLE, open: "dict.from_list([", close: "])" };

const NOTATION: Notation = {
  list: LIST,
  improperList: { ...LIST, open: "//erl([", close: "])" },
  tuple: TUPLE,
  map: DICT,
  bytes: { open: "<<", close: ">>", separator: ", " },
  record: (name) => ({
    open: `//erl(#${name}{`,
    close: "})",
    separator: ", ",
    arrow: " = ",
  }),
  string: { open: 'charlist.from_string("', close: '")', ...ESCAPED },
  binary: { open: '"', close: '"', ...ESCAPED },
  listCharacters: /^[ -~]*$/,
  // A string has at least one character that is printed as it is, or by a letter.
  binaryCharacters: /^$|[\t\n\f\r]|\P{Cc}/u,
  pid: (text) => `//erl(${text})`,
  port: (text) => `//erl(#Port${text})`,
  reference: (text) => `//erl(#Ref${text})`,
  bits: (value, size) => `${value}:size(${size})`,
};

function escapeGleam(char: string): string {
  const hex = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return ESCAPES.get(char) ?? `\\u{${hex}}`;
}

/** Returns `FileNotFound` for `file_not_found`, if it can be a constructor. */
function constructor({ name }: Atom): string | undefined {
  if (!CONSTRUCTOR.test(name)) return undefined;
  return name.replace(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase());
}

export class GleamPrinter extends Printer {
  protected readonly notation: Notation = NOTATION;

  /** Formats an atom where all of Erlang is a comment. */
  protected name(atom: Atom): string {
    return erlangAtom(atom.name, 27);
  }

  override atom(term: Atom): void {
    const text = term.name.replace(ESCAPED.special, escapeGleam);
    this.out.word(constructor(term) ?? `atom.create("${text}")`);
  }

  protected override wholeTuple(term: Tuple): void {
    const [tag] = term.elements;
    const name = tag instanceof Atom && !CONSTANTS.has(tag.name)
      ? constructor(tag)
      : undefined;
    if (name === undefined) return super.wholeTuple(term);
    this.elements({ ...TUPLE, open: `${name}(` }, term.elements.slice(1));
  }

  protected override mapCut(entries: readonly Term[], more: number): void {
    const dict = cutBrackets(DICT, entries, more);
    this.out.sequence(dict, entries.length / 2, (index) => {
      this.elements(TUPLE, entries.slice(2 * index, 2 * index + 2));
    });
  }

  fun({ identity }: Fun): void {
    const { module, oldIndex, oldUniq } = identity;
    const name = `#Fun<${this.name(module)}.${oldIndex}.${oldUniq}>`;
    this.out.word(`//erl(${name})`);
  }

  export({ module, function: name, arity }: Export): void {
    const text = `${this.name(module)}:${this.name(name)}/${arity}`;
    this.out.word(`//erl(fun ${text})`);
  }
}
