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

import {
  Atom,
  type ByteList,
  type ErlangMap,
  type Export,
  type Float,
  type Fun,
  type NativeRecord,
  type Term,
  Tuple,
} from "../terms.ts";
import {
  elixirAtom,
  elixirCall,
  elixirKey,
  escapeElixir,
  isAlias,
  STRING_SPECIAL,
} from "./elixir_names.ts";
import { mapSetElements, structOf, structText } from "./elixir_structs.ts";
import type { Brackets } from "./output.ts";
import {
  cutBrackets,
  elementsOf,
  entriesOf,
  type Notation,
  Printer,
} from "./printer.ts";
import { decimalText, ELIXIR, ELIXIR_ASCII } from "./text.ts";

const ESCAPED = { close: '"', special: STRING_SPECIAL, escape: escapeElixir };
const LIST: Brackets = {
  open: "[",
  close: "]",
  separator: ", ",
  bar: " | ",
  arrow: " ",
};
const MAP_SET: Brackets = { ...LIST, open: "MapSet.new([", close: "])" };
const TUPLE: Brackets = { open: "{", close: "}", separator: ", " };
const FIELDS: Brackets = { ...TUPLE, open: "%{", arrow: " " };

/** Fields of structs that are not printed. */
const HIDDEN = new Set(["__struct__", "__exception__"]);

const NOTATION: Notation = {
  list: LIST,
  tuple: TUPLE,
  map: { ...FIELDS, arrow: " => " },
  bytes: { open: "<<", close: ">>", separator: ", " },
  record: (name) => ({ ...FIELDS, open: `#${name}{` }),
  string: { open: '~c"', ...ESCAPED },
  binary: { open: '"', ...ESCAPED },
  listCharacters: ELIXIR_ASCII,
  binaryCharacters: ELIXIR,
  pid: (text) => `#PID${text}`,
  port: (text) => `#Port${text}`,
  reference: (text) => `#Reference${text}`,
  bits: (value, size) => `${value}::size(${size})`,
};

export class ElixirPrinter extends Printer {
  protected readonly notation: Notation = NOTATION;
  /** Off inside a MapSet, where Elixir prints charlists as lists. */
  #charlists = true;

  protected name(atom: Atom): string {
    return elixirAtom(atom.name);
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

  override list(term: readonly Term[] | ByteList): void {
    if (this.#charlists) return super.list(term);
    this.items(LIST, elementsOf(term));
  }

  /** Writes a list, in keyword syntax if possible. */
  protected override items(brackets: Brackets, items: ArrayLike<Term>): void {
    const entries = keywordEntries(items);
    if (entries === undefined) return this.elements(brackets, items);
    this.pairs(brackets, entries, this.#key);
  }

  override map(term: ErlangMap): void {
    const struct = areKeys(term.entries) ? structOf(term) : undefined;
    if (struct === undefined || !isAlias(struct.name)) return super.map(term);
    const text = structText(struct, this.out.textRoom);
    if (text !== undefined) return this.out.word(text);
    const set = mapSetElements(struct);
    if (set === undefined || set.more > 0 && !this.manner.cuts) {
      return super.map(term);
    }
    const outer = this.#charlists;
    this.#charlists = false;
    const { elements, more } = set;
    this.items(cutBrackets(MAP_SET, elements, more), elements);
    this.#charlists = outer;
  }

  /** Writes a struct with its name, also one that was cut: `%Foo{a: 1, … 11 more fields}`. */
  protected override mapCut(entries: readonly Term[], more: number): void {
    if (!areKeys(entries)) return super.mapCut(entries, more);
    const name = structName(entries);
    const open = name === undefined ? FIELDS.open : `%${elixirAtom(name)}{`;
    const fields = name === undefined
      ? entries
      : entries.filter((_, i) => !isHidden(entries[i - i % 2]));
    const unit = name === undefined ? "" : " fields";
    this.pairs(
      cutBrackets({ ...FIELDS, open }, fields, more, unit),
      fields,
      this.#key,
    );
  }

  fun({ identity }: Fun): void {
    const { module, index, oldUniq, arity } = identity;
    const name = `${index}.${oldUniq}/${arity} in ${this.name(module)}`;
    this.out.word(`#Function<${name}>`);
  }

  export({ module, function: name, arity }: Export): void {
    const call = `${this.name(module)}.${elixirCall(name.name)}`;
    this.out.word(`&${call}/${arity}`);
  }

  override nativeRecord(term: NativeRecord): void {
    const name = `${this.name(term.module)}.${elixirCall(term.name.name)}`;
    this.pairs(NOTATION.record(name), entriesOf(term), this.#key);
  }

  readonly #key = (key: Term): void => {
    if (key instanceof Atom) this.out.word(elixirKey(key.name));
  };
}

function isHidden(key: Term | undefined): boolean {
  return key instanceof Atom && HIDDEN.has(key.name);
}

/** Returns the alias that names the struct, if it is one. */
function structName(entries: readonly Term[]): string | undefined {
  const key = entries.findIndex((each, i) =>
    i % 2 === 0 && each instanceof Atom && each.name === "__struct__"
  );
  const name = entries[key + 1];
  return key >= 0 && name instanceof Atom && isAlias(name.name)
    ? name.name
    : undefined;
}

/** Returns whether all keys of pairs can be written in keyword syntax. */
function areKeys(entries: readonly Term[]): boolean {
  return entries.every((key, i) => i % 2 === 1 || isKey(key));
}

/** Returns whether a term can be a key in keyword syntax. */
function isKey(term: Term | undefined): boolean {
  return term instanceof Atom && !term.name.startsWith("Elixir.");
}

/** Returns a keyword list as `[key, value, …]`, or `undefined` if it is not one. */
function keywordEntries(elements: ArrayLike<Term>): Term[] | undefined {
  const entries: Term[] = [];
  for (let i = 0; i < elements.length; i++) {
    const pair = elements[i];
    if (!(pair instanceof Tuple) || pair.elements.length !== 2) {
      return undefined;
    }
    if (!isKey(pair.elements[0])) return undefined;
    entries.push(...pair.elements);
  }
  return entries.length === 0 ? undefined : entries;
}
