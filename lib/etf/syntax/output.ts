/**
 * The text being written, which never exceeds its budget.
 *
 * Nothing is printed and then discarded: each open bracket reserves room for the closing one
 * and for a note of what is missing, so the walk over a term can stop anywhere and the text
 * stays balanced.
 *
 * @module
 */

import type { Limits } from "../format.ts";
import { layOut, type Mark } from "./layout.ts";

/** A limit that left something out. */
export type Limit = "bytes" | "depth" | "items" | "text";

/** What was left out of a text, which also says so in each place: `... 12 more`. */
export interface Cut {
  /** Elements of lists, tuples and maps, without what was inside them. */
  readonly items: number;
  /** Bytes of binaries, characters of strings, and bytes of names and numbers that did not fit. */
  readonly bytes: number;
  /** The limits that applied, in alphabetical order. */
  readonly limits: readonly Limit[];
}

/** The ASCII around and between the elements of a list, tuple or map. */
export interface Brackets {
  readonly open: string;
  readonly close: string;
  readonly separator: string;
  /** Before the tail of an improper list. */
  readonly bar?: string;
  /** Between key and value, where the elements are pairs. */
  readonly arrow?: string;
}

/** How a string is written. */
export interface Quotes {
  readonly open: string;
  readonly close: string;
  /** Matches characters to escape; must be global. */
  readonly special: RegExp;
  readonly escape: (match: string) => string;
}

/** Text for a value that does not fit at all. */
const DOTS = "...";
const encoder = new TextEncoder();

export class Output {
  #text = "";
  /** Bytes that may still be written, without reserved ones. */
  #room: number;
  #depth = 0;
  /** Set once something did not fit; then only closing brackets follow. */
  #full = false;
  #items = 0;
  #bytes = 0;
  readonly #hit = new Set<Limit>();
  readonly #limits: Limits;
  readonly #marks: Mark[] | undefined;

  /** Creates an empty text; `marks` are needed to break it into lines. */
  constructor(limits: Limits, marks: boolean) {
    this.#limits = limits;
    this.#room = Math.max(limits.maxBytes, DOTS.length);
    this.#marks = marks ? [] : undefined;
  }

  /** What was left out so far, if anything. */
  get cut(): Cut | undefined {
    if (this.#hit.size === 0) return undefined;
    return {
      items: this.#items,
      bytes: this.#bytes,
      limits: [...this.#hit].sort(),
    };
  }

  /** Bytes that may still be written. */
  get room(): number {
    return Math.max(this.#room, 0);
  }

  /** Maximum bytes of a string that can be printed. */
  get textRoom(): number {
    return Math.min(this.room, this.#limits.maxText);
  }

  /** Returns the text, in lines of at most `width` columns if possible. */
  finish(width: number, hanging: boolean): string {
    if (this.#marks === undefined) return this.#text;
    return layOut(this.#text, this.#marks, width, hanging);
  }

  /** Writes a name or a number, whole or not at all. */
  word(text: string): void {
    const bytes = byteLength(text);
    if (this.#full || bytes > this.#room) return this.leaveOut(bytes);
    this.#text += text;
    this.#room -= bytes;
  }

  /** Writes `...` instead of a word of `bytes` bytes that would not fit. */
  leaveOut(bytes: number): void {
    this.#bytes += bytes;
    this.#stop();
  }

  /**
   * Writes a list, tuple or map of `count` elements and possibly a tail; `element` writes
   * one, the tail as number `count`.
   */
  sequence(
    brackets: Brackets,
    count: number,
    element: (index: number) => void,
    hasTail = false,
  ): void {
    const { open, close, separator, arrow } = brackets;
    const total = hasTail ? count + 1 : count;
    if (total === 0) return this.word(open + close);
    const note = separator.length + `${DOTS} ${total} more`.length;
    const least = arrow === undefined
      ? DOTS.length
      : 2 * DOTS.length + arrow.length;
    const around = byteLength(open) + byteLength(close) + note;
    if (this.#full || around + least > this.#room) {
      this.#items += total;
      return this.#stop();
    }
    this.#room -= around;
    this.#text += open;
    this.#mark("open", open.length);
    const limit = this.#depth < this.#limits.maxDepth
      ? this.#limits.maxItems
      : 0;
    this.#depth++;
    let index = 0;
    for (; index < total && index < limit && !this.#full; index++) {
      if (index > 0) {
        const between = index === count ? brackets.bar ?? separator : separator;
        if (between.length + least > this.#room) {
          this.#full = true;
          break;
        }
        this.#room -= between.length;
        this.#text += between;
        this.#mark("separator", between.length);
      }
      element(index);
    }
    this.#depth--;
    this.#room += note;
    if (index < total) {
      const before = index > 0 ? separator : "";
      const words = `${before}${DOTS} ${total - index} more`;
      this.#text += words;
      this.#room -= words.length;
      this.#items += total - index;
      this.#hit.add(
        this.#full ? "bytes" : limit === 0 ? "depth" : "items",
      );
    }
    this.#text += close;
    this.#mark("close", close.length);
  }

  /** Writes a pair of a map, inside `sequence`. */
  pair(arrow: string, key: () => void, value: () => void): void {
    const aside = arrow.length + DOTS.length;
    this.#room -= aside;
    key();
    this.#text += arrow;
    this.#room += DOTS.length;
    value();
  }

  /**
   * Writes a string. `text` may be only its start; `total` is the size of the whole, and
   * `sizeOf` measures a part in the same unit.
   */
  quoted(
    quotes: Quotes,
    text: string,
    total: number,
    sizeOf: (part: string) => number,
    unit: string,
  ): void {
    const { open, close, special, escape } = quotes;
    const whole = text.replace(special, escape);
    const around = open.length + close.length;
    const bytes = byteLength(whole);
    const { maxText } = this.#limits;
    const fits = sizeOf(text) === total && bytes <= maxText;
    if (fits && !this.#full && around + bytes <= this.#room) {
      return this.word(open + whole + close);
    }
    const room = this.#room - around - `${DOTS} ${total} more${unit}`.length;
    if (this.#full || room < 1) return this.leaveOut(total);
    const shown = fitting(text, quotes, Math.min(room, maxText));
    const left = total - sizeOf(shown);
    this.#bytes += left;
    this.#hit.add(room < maxText ? "bytes" : "text");
    this.word(
      `${open}${
        shown.replace(special, escape)
      }${close}${DOTS} ${left} more${unit}`,
    );
    if (room < maxText) this.#full = true;
  }

  /** Writes bytes as numbers between brackets, followed by `last` (the odd bits). */
  numbers(brackets: Brackets, bytes: Uint8Array, last: string): void {
    const { open, close, separator } = brackets;
    const total = bytes.length + (last === "" ? 0 : 1);
    const note = separator.length + `${DOTS} ${total} more`.length;
    const room = this.#room - open.length - close.length;
    if (this.#full || (total > 0 && room < note)) return this.leaveOut(total);
    const limit = Math.min(room - note, this.#limits.maxText);
    let inner = "";
    let index = 0;
    for (; index < total; index++) {
      const piece = index < bytes.length ? `${bytes[index]}` : last;
      const between = index > 0 ? separator : "";
      if (inner.length + between.length + piece.length > limit) break;
      inner += between + piece;
    }
    if (index < total) {
      const left = total - index;
      inner += `${index > 0 ? separator : ""}${DOTS} ${left} more`;
      this.#bytes += left;
      this.#hit.add(room - note < this.#limits.maxText ? "bytes" : "text");
    }
    this.word(open + inner + close);
    if (index < total && room - note < this.#limits.maxText) this.#full = true;
  }

  #mark(kind: Mark["kind"], length: number): void {
    this.#marks?.push({ kind, length, at: this.#text.length });
  }

  /** Writes `...` for a value; the room for it is always reserved. */
  #stop(): void {
    this.#text += DOTS;
    this.#room -= DOTS.length;
    this.#full = true;
    this.#hit.add("bytes");
  }
}

/** Returns the length of a text in UTF-8, in bytes. */
export function byteLength(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return encoder.encode(text).length;
  }
  return text.length;
}

/** Returns the longest start of `text` that prints in `limit` bytes. */
function fitting(text: string, quotes: Quotes, limit: number): string {
  const { special, escape } = quotes;
  const pieces = new RegExp(`${special.source}|[^]`, "gu");
  let bytes = 0;
  let end = 0;
  for (const [piece] of text.matchAll(pieces)) {
    bytes += byteLength(piece.replace(special, escape));
    if (bytes > limit) break;
    end += piece.length;
  }
  return text.slice(0, end);
}
