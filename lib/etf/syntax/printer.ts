/**
 * What the four syntaxes have in common.
 *
 * @module
 */

import { type Home, whose } from "../home.ts";
import {
  Atom,
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
  type Tuple,
} from "../terms.ts";
import { visit, type Visitor } from "../visit.ts";
import { floatText, writeInteger } from "./numbers.ts";
import type { Brackets, Output } from "./output.ts";
import { LATIN1, UNICODE } from "./text.ts";

/** Which characters print as text; see `FormatOptions`. */
export type Printable = "unicode" | "latin1" | "mixed";

/** How to print. */
export interface Manner {
  /** The node whose pids are printed as `<0.1.2>`; `undefined` for every node. */
  readonly home: Home | undefined;
  /** Which characters Erlang and LFE print as text rather than numbers. */
  readonly printable: Printable;
  /** The OTP release whose format to use: reserved words and floats differ. */
  readonly release: number;
}

/** Writes terms in one syntax. */
export abstract class Printer implements Visitor<void> {
  protected readonly out: Output;
  protected readonly manner: Manner;

  constructor(out: Output, manner: Manner) {
    this.out = out;
    this.manner = manner;
  }

  abstract atom(term: Atom): void;
  abstract binary(term: Uint8Array): void;
  abstract bitString(term: BitString): void;
  abstract list(term: readonly Term[] | ByteList): void;
  abstract improperList(term: ImproperList): void;
  abstract tuple(term: Tuple): void;
  abstract map(term: ErlangMap): void;
  abstract pid(term: Pid): void;
  abstract port(term: Port): void;
  abstract reference(term: Reference): void;
  abstract fun(term: Fun): void;
  abstract export(term: Export): void;
  abstract nativeRecord(term: NativeRecord): void;

  /** Writes any term. */
  print(term: Term): void {
    visit(term, this);
  }

  integer(term: number | bigint): void {
    writeInteger(this.out, term);
  }

  float(term: Float): void {
    this.out.word(floatText(term.value, this.manner.release));
  }

  local(term: LocalTerm): void {
    this.out.word(`#Local<${term.bytes.length} bytes>`);
  }

  /** Matches lists that print as text. */
  protected get listCharacters(): RegExp {
    return this.manner.printable === "unicode" ? UNICODE : LATIN1;
  }

  /** Matches binaries that print as text. */
  protected get binaryCharacters(): RegExp {
    return this.manner.printable === "latin1" ? LATIN1 : UNICODE;
  }

  /** Formats a pid: `<0.1.2>`. */
  protected pidText(pid: Pid): string {
    return `<${whose(pid, this.manner.home)}.${pid.id}.${pid.serial}>`;
  }

  /** Formats a port: `<0.1>`. */
  protected portText(port: Port): string {
    return `<${whose(port, this.manner.home)}.${port.id}>`;
  }

  /** Formats a reference: `<0.3.2.1>`. */
  protected referenceText(reference: Reference): string {
    const words = [...reference.words].reverse();
    return `<${[whose(reference, this.manner.home), ...words].join(".")}>`;
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

/** Returns the elements of a proper list. */
export function elementsOf(list: readonly Term[] | ByteList): ArrayLike<Term> {
  return list instanceof ByteList ? list.bytes : list;
}

/** Returns the value of the odd bits at the end of a bitstring. */
export function oddBits(bytes: Uint8Array, lastBits: number): number {
  return (bytes.at(-1) ?? 0) >> (8 - lastBits);
}

/** Returns the tag of a tagged tuple. */
export function tagOf(tuple: Tuple): Atom | undefined {
  const first = tuple.elements[0];
  return first instanceof Atom ? first : undefined;
}
