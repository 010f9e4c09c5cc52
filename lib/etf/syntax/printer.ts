/**
 * Writes terms: what the four syntaxes have in common.
 *
 * @module
 */

import {
  type Atom,
  type BitString,
  ByteList,
  type ErlangMap,
  type Export,
  type Float,
  type Fun,
  type ImproperList,
  type LocalTerm,
  type NativeRecord,
  type Pid,
  type Port,
  type Reference,
  type Term,
  Tuple,
} from "../terms.ts";
import { cutOf, type CutTerm } from "../cut.ts";
import type { Manner } from "../format.ts";
import { visit, type Visitor } from "../visit.ts";
import {
  type Brackets,
  byteLength,
  type Output,
  type Quotes,
} from "./output.ts";
import {
  characters,
  floatText,
  LATIN1,
  listText,
  UNICODE,
  utf8Text,
} from "./text.ts";

/** Which characters print as text; see `FormatOptions`. */
export type Printable = "unicode" | "latin1" | "mixed";

/**
 * A node between two restarts, whose pids are written `<0.1.2>`.
 *
 * The text of a pid, port or reference contains neither node nor creation, which are
 * part of it on the wire: its home supplies them in both directions. An identifier of
 * another node, or of this node before a restart, is written with the node's name instead
 * of the `0`: `<other@host.1.2>`. Such text is for people only: it cannot be parsed,
 * because the creation is missing.
 */
export interface Home {
  /** Full name of the node. */
  readonly node: string;
  /** Its creation, from the handshake. */
  readonly creation: number;
}

/** What a syntax puts around and between the same parts. */
export interface Notation {
  readonly list: Brackets;
  /** @default {list} */
  readonly improperList?: Brackets;
  readonly tuple: Brackets;
  readonly map: Brackets;
  /** A binary that is not text. */
  readonly bytes: Brackets;
  /** A native record, by `module:name`. */
  readonly record: (name: string) => Brackets;
  /** A list of characters. */
  readonly string: Quotes;
  readonly binary: Quotes;
  /** Characters of lists that print as text. @default {as `Manner.printable` says} */
  readonly listCharacters?: RegExp;
  /** Characters of binaries that print as text. @default {as `Manner.printable` says} */
  readonly binaryCharacters?: RegExp;
  /** Identifiers, from `<0.1.2>`. */
  readonly pid: (text: string) => string;
  readonly port: (text: string) => string;
  readonly reference: (text: string) => string;
  /** The odd bits at the end of a bitstring. */
  readonly bits: (value: number, size: number) => string;
}

/** Writes terms in one syntax. */
export abstract class Printer implements Visitor<void> {
  protected readonly out: Output;
  protected readonly manner: Manner;
  protected abstract readonly notation: Notation;

  constructor(out: Output, manner: Manner) {
    this.out = out;
    this.manner = manner;
  }

  /** Formats an atom as part of a name. */
  protected abstract name(atom: Atom): string;
  abstract fun(term: Fun): void;
  abstract export(term: Export): void;

  print(term: Term): void {
    visit(term, this);
  }

  atom(term: Atom): void {
    this.out.word(this.name(term));
  }

  /** Writes an integer, without converting it if it is too long for the room left. */
  integer(term: number | bigint): void {
    if (typeof term === "bigint") {
      // Converting to decimal takes quadratic time, to hexadecimal linear.
      const hex = term.toString(16).length;
      if (hex > this.out.room) return this.out.leaveOut(hex);
    }
    this.out.word(`${term}`);
  }

  float(term: Float): void {
    this.out.word(floatText(term.value, this.manner.release));
  }

  local(term: LocalTerm): void {
    this.out.word(`#Local<${term.bytes.length} bytes>`);
  }

  binary(term: Uint8Array): void {
    const { binary, bytes } = this.notation;
    const text = utf8Text(term, this.out.textRoom);
    if (text === undefined || !this.binaryCharacters.test(text)) {
      return this.out.numbers(bytes, term, "");
    }
    this.out.quoted(binary, text, term.length, byteLength, " bytes");
  }

  bitString({ bytes, lastBits }: BitString): void {
    const value = (bytes.at(-1) ?? 0) >> (8 - lastBits);
    const last = this.notation.bits(value, lastBits);
    this.out.numbers(this.notation.bytes, bytes.subarray(0, -1), last);
  }

  list(term: readonly Term[] | ByteList): void {
    const text = listText(term, this.out.textRoom, this.#listCharacters);
    const elements = elementsOf(term);
    if (text === undefined) return this.items(this.notation.list, elements);
    const { string } = this.notation;
    this.out.quoted(string, text, elements.length, characters, "");
  }

  /** Writes a proper list that is not text. */
  protected items(brackets: Brackets, elements: ArrayLike<Term>): void {
    this.elements(brackets, elements);
  }

  improperList({ items, tail }: ImproperList): void {
    const { list, improperList = list } = this.notation;
    this.elements(improperList, items, tail);
  }

  tuple(term: Tuple): void {
    const cut = this.manner.cuts ? cutOf(term) : undefined;
    if (cut === undefined) this.wholeTuple(term);
    else this.#cut(cut);
  }

  /** Writes a tuple that was not cut. */
  protected wholeTuple(term: Tuple): void {
    this.elements(this.notation.tuple, term.elements);
  }

  map(term: ErlangMap): void {
    this.mapCut(term.entries, 0);
  }

  /** Writes the pairs of a map, of which `more` were cut on its node. */
  protected mapCut(entries: readonly Term[], more: number): void {
    this.pairs(cutBrackets(this.notation.map, entries, more), entries);
  }

  /** Writes what is left of a term, and how much is not. */
  #cut({ kind, size, kept }: CutTerm): void {
    if (kept instanceof Uint8Array) {
      const whole = wholeCharacters(kept);
      return this.#started(whole, size - whole.length, " bytes");
    }
    const items = kept instanceof ByteList ? Array.from(kept.bytes) : kept;
    if (!Array.isArray(items)) return this.print(kept);
    const more = size - items.length;
    const { list, tuple } = this.notation;
    switch (kind) {
      case "map":
        return this.mapCut(
          items.flatMap((pair) => pair instanceof Tuple ? pair.elements : []),
          more,
        );
      case "tuple":
        return this.elements(cutBrackets(tuple, items, more), items);
      case "list":
      case "improper_list":
        return listText(items, Infinity, this.#listCharacters) === undefined
          ? this.items(cutBrackets(list, items, more), items)
          : this.#started(items, more, "");
      default:
        return this.out.word(`… ${kind} of ${size} bytes`);
    }
  }

  /** Writes the start of a text, and how much follows. */
  #started(start: Term, more: number, unit: string): void {
    this.print(start);
    if (more > 0) this.out.word(`… ${more} more${unit}`);
  }

  pid(term: Pid): void {
    const text = this.#identifier(term, term.id, term.serial);
    this.out.word(this.notation.pid(text));
  }

  port(term: Port): void {
    this.out.word(this.notation.port(this.#identifier(term, term.id)));
  }

  reference(term: Reference): void {
    const text = this.#identifier(term, ...term.words.toReversed());
    this.out.word(this.notation.reference(text));
  }

  nativeRecord(term: NativeRecord): void {
    const name = `${this.name(term.module)}:${this.name(term.name)}`;
    this.pairs(this.notation.record(name), entriesOf(term));
  }

  /** Matches binaries that print as text. */
  protected get binaryCharacters(): RegExp {
    return this.notation.binaryCharacters ??
      (this.manner.printable === "latin1" ? LATIN1 : UNICODE);
  }

  get #listCharacters(): RegExp {
    return this.notation.listCharacters ??
      (this.manner.printable === "unicode" ? UNICODE : LATIN1);
  }

  #identifier(term: Pid | Port | Reference, ...numbers: unknown[]): string {
    return `<${[whose(term, this.manner.home), ...numbers].join(".")}>`;
  }

  /** Writes elements between brackets, with the tail of an improper list if any. */
  protected elements(
    brackets: Brackets,
    terms: ArrayLike<Term>,
    tail?: Term,
  ): void {
    this.out.sequence(
      brackets,
      terms.length,
      (index) => this.print(terms[index] ?? tail ?? []),
      tail !== undefined,
    );
  }

  /** Writes the pairs of a flat `[key, value, …]` between brackets. */
  protected pairs(
    brackets: Brackets,
    entries: readonly Term[],
    key: (term: Term) => void = (term) => this.print(term),
  ): void {
    const { arrow = "" } = brackets;
    this.out.sequence(brackets, entries.length / 2, (index) =>
      this.out.pair(
        arrow,
        () => key(entries[2 * index] ?? []),
        () => this.print(entries[2 * index + 1] ?? []),
      ));
  }
}

/** Brackets that also say how many of the elements were cut on the node. */
export function cutBrackets(
  brackets: Brackets,
  items: readonly Term[],
  more: number,
  unit = "",
): Brackets {
  if (more <= 0) return brackets;
  const before = items.length > 0 ? brackets.separator : "";
  return {
    ...brackets,
    close: `${before}… ${more} more${unit}${brackets.close}`,
  };
}

/** The start of a text without the character that was cut apart, if there is one. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let odd = 1; odd < 4 && odd < bytes.length; odd++) {
    const whole = bytes.subarray(0, -odd);
    if (isText(bytes)) return bytes;
    if (isText(whole)) return whole;
  }
  return bytes;
}

function isText(bytes: Uint8Array): boolean {
  return utf8Text(bytes, Infinity) !== undefined;
}

/** Returns the elements of a proper list. */
export function elementsOf(list: readonly Term[] | ByteList): ArrayLike<Term> {
  return list instanceof ByteList ? list.bytes : list;
}

/** Returns field names and values in turn. */
export function entriesOf({ fieldNames, values }: NativeRecord): Term[] {
  return fieldNames.flatMap((name, i): Term[] => [name, values[i] ?? []]);
}

/** Returns the part before the first point: `0` at home, otherwise the node's name. */
function whose(
  term: Pid | Port | Reference,
  home: Home | undefined,
): string {
  if (
    home === undefined ||
    (term.node.name === home.node && term.creation === home.creation)
  ) return "0";
  return /^[\w@.-]+$/.test(term.node.name)
    ? term.node.name
    : `'${encodeURI(term.node.name)}'`;
}
