/**
 * Elixir's syntax, as `inspect(term, limit: :infinity)` of Elixir 1.18 writes it.
 *
 * Two things are known only to the node, and are approximated from the term:
 * - `%Foo{…}` is written for every map with an alias as its `__struct__` and
 *   atoms as keys, whether or not such a struct is defined there. Its fields
 *   come in the order received.
 * - Structs with an Inspect implementation of their own are printed so only if they are in
 *   the standard library: see `elixir_structs.ts`.
 *
 * @module
 */

import { Atom, Tuple } from "../terms.ts";
import type {
  BitString,
  ByteList,
  ErlangMap,
  Export,
  Float,
  Fun,
  ImproperList,
  NativeRecord,
  Pid,
  Port,
  Reference,
  Term,
} from "../terms.ts";
import {
  elixirAtom,
  elixirCall,
  elixirKey,
  escapeElixir,
  isAlias,
  STRING_SPECIAL,
} from "./elixir_names.ts";
import { fieldsOf, mapSetElements, structText } from "./elixir_structs.ts";
import { entriesOf } from "./erlang.ts";
import { decimalText } from "./numbers.ts";
import { type Brackets, byteLength, type Quotes } from "./output.ts";
import { elementsOf, oddBits, Printer, tagOf } from "./printer.ts";
import {
  characters,
  ELIXIR,
  ELIXIR_ASCII,
  listText,
  utf8Text,
} from "./text.ts";

const LIST: Brackets = {
  open: "[",
  close: "]",
  separator: ", ",
  bar: " | ",
  arrow: " ",
};
const MAP_SET: Brackets = { ...LIST, open: "MapSet.new([", close: "])" };
const TUPLE: Brackets = { open: "{", close: "}", separator: ", " };
const MAP: Brackets = {
  open: "%{",
  close: "}",
  separator: ", ",
  arrow: " => ",
};
const FIELDS: Brackets = { ...MAP, arrow: " " };
const BYTES: Brackets = { open: "<<", close: ">>", separator: ", " };

const STRING = elixirQuotes('"');
const CHARLIST = elixirQuotes('~c"');

function elixirQuotes(open: string): Quotes {
  return { open, close: '"', special: STRING_SPECIAL, escape: escapeElixir };
}

/** Prints terms in Elixir syntax. */
export class ElixirPrinter extends Printer {
  /** Off inside a MapSet, where Elixir prints charlists as lists. */
  #charlists = true;

  atom(term: Atom): void {
    this.out.word(elixirAtom(term.name));
  }

  override float(term: Float): void {
    const size = Math.abs(term.value);
    if (size < 1 || size >= 1e16 || !Number.isInteger(size)) {
      return super.float(term);
    }
    const digits = `${size}`;
    const sign = term.value < 0 ? "-" : "";
    this.out.word(sign + decimalText(digits, digits.length - 1));
  }

  binary(term: Uint8Array): void {
    const text = utf8Text(term, this.out.textRoom);
    if (text === undefined || !ELIXIR.test(text)) {
      return this.out.numbers(BYTES, term, "");
    }
    this.out.quoted(STRING, text, term.length, byteLength, " bytes");
  }

  bitString(term: BitString): void {
    const { bytes, lastBits } = term;
    const last = `${oddBits(bytes, lastBits)}::size(${lastBits})`;
    this.out.numbers(BYTES, bytes.subarray(0, -1), last);
  }

  list(term: readonly Term[] | ByteList): void {
    const text = this.#charlists
      ? listText(term, this.out.textRoom, ELIXIR_ASCII)
      : undefined;
    const elements = elementsOf(term);
    if (text === undefined) return this.#list(LIST, elements);
    this.out.quoted(CHARLIST, text, elements.length, characters, "");
  }

  improperList(term: ImproperList): void {
    this.elements(LIST, term.items, term.tail);
  }

  tuple(term: Tuple): void {
    this.elements(TUPLE, term.elements);
  }

  map(term: ErlangMap): void {
    const { entries } = term;
    const keyed = entries.every((key, i) => i % 2 === 1 || isKey(key));
    const struct = keyed ? fieldsOf(entries) : undefined;
    if (struct === undefined || !isAlias(struct.name.name)) {
      return keyed
        ? this.pairs(FIELDS, entries, this.#key)
        : this.pairs(MAP, entries);
    }
    const text = structText(struct, this.out.textRoom);
    if (text !== undefined) return this.out.word(text);
    const set = mapSetElements(struct);
    if (set === undefined) {
      const open = `%${elixirAtom(struct.name.name)}{`;
      return this.pairs({ ...FIELDS, open }, struct.entries, this.#key);
    }
    const outer = this.#charlists;
    this.#charlists = false;
    this.#list(MAP_SET, set);
    this.#charlists = outer;
  }

  pid(term: Pid): void {
    this.out.word(`#PID${this.pidText(term)}`);
  }

  port(term: Port): void {
    this.out.word(`#Port${this.portText(term)}`);
  }

  reference(term: Reference): void {
    this.out.word(`#Reference${this.referenceText(term)}`);
  }

  fun(term: Fun): void {
    const { module, index, oldUniq, arity } = term.identity;
    const where = elixirAtom(module.name);
    this.out.word(`#Function<${index}.${oldUniq}/${arity} in ${where}>`);
  }

  export(term: Export): void {
    const { module, function: name, arity } = term;
    this.out.word(
      `&${elixirAtom(module.name)}.${elixirCall(name.name)}/${arity}`,
    );
  }

  nativeRecord(term: NativeRecord): void {
    const name = `${elixirAtom(term.module.name)}.${
      elixirCall(term.name.name)
    }`;
    this.pairs({ ...FIELDS, open: `#${name}{` }, entriesOf(term), this.#key);
  }

  /** Writes a list, in keyword syntax if possible. */
  #list(brackets: Brackets, elements: ArrayLike<Term>): void {
    const entries = keywordEntries(elements);
    if (entries === undefined) return this.elements(brackets, elements);
    this.pairs(brackets, entries, this.#key);
  }

  readonly #key = (key: Term): void => {
    if (key instanceof Atom) this.out.word(elixirKey(key.name));
  };
}

/** Returns whether a term can be a key in keyword syntax. */
function isKey(term: Term): boolean {
  return term instanceof Atom && !term.name.startsWith("Elixir.");
}

/** Returns a keyword list as `[key, value, …]`, or `undefined` if it is not one. */
function keywordEntries(elements: ArrayLike<Term>): Term[] | undefined {
  const entries: Term[] = [];
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (!(element instanceof Tuple) || element.elements.length !== 2) {
      return undefined;
    }
    const key = tagOf(element);
    if (key === undefined || !isKey(key)) return undefined;
    entries.push(...element.elements);
  }
  return entries.length === 0 ? undefined : entries;
}
