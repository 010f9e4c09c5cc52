/**
 * The text being written, which never grows past its budget.
 *
 * Nothing is printed and then thrown away: every bracket, once open, has the
 * room for its closing one and for a note of what is missing set aside, so the
 * walk over a term can stop anywhere and the text is still balanced.
 *
 * @module
 */

import { layOut, type Mark } from "./layout.ts";

/** Which limit left something out. */
export type Limit = "bytes" | "depth" | "items" | "text";

/** What was left out of a text; each place of it says how much: `... 12 more`. */
export interface Cut {
  /** Elements of lists, tuples and maps; what was inside them is not counted. */
  readonly items: number;
  /** Bytes of binaries, characters of strings, and bytes of names and numbers that did not fit. */
  readonly bytes: number;
  /** The limits that did it, in alphabetical order. */
  readonly limits: readonly Limit[];
}

/** How much may be written. */
export interface OutputLimits {
  /** Bytes (UTF-8) of the whole text; 3 or more. */
  readonly maxBytes: number;
  /** Brackets within brackets. */
  readonly maxDepth: number;
  /** Elements of one list, tuple or map. */
  readonly maxItems: number;
  /** Bytes of one string or binary, as printed. */
  readonly maxText: number;
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
  /** Finds the characters that cannot stand for themselves; global. */
  readonly special: RegExp;
  /** How to write one of them. */
  readonly escape: (match: string) => string;
}

/** What stands for a value that does not fit at all. */
const DOTS = "...";
const encoder = new TextEncoder();

/** A text under construction. */
export class Output {
  #text = "";
  /** Bytes that may still be written, what is set aside not among them. */
  #room: number;
  #depth = 0;
  /** Set by the first thing that did not fit; nothing but closing follows. */
  #full = false;
  #items = 0;
  #bytes = 0;
  readonly #hit = new Set<Limit>();
  readonly #limits: OutputLimits;
  readonly #marks: Mark[] | undefined;

  /** An empty text; with `marks`, it can be laid out on lines. */
  constructor(limits: OutputLimits, marks: boolean) {
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

  /** How many bytes of one string are worth looking at. */
  get textRoom(): number {
    return Math.min(this.room, this.#limits.maxText);
  }

  /** The text, on lines of `width` columns where it can be. */
  finish(width: number, hanging: boolean): string {
    if (this.#marks === undefined) return this.#text;
    return layOut(this.#text, this.#marks, width, hanging);
  }

  /** A name or a number: whole or not at all. */
  word(text: string): void {
    const bytes = byteLength(text);
    if (this.#full || bytes > this.#room) return this.leaveOut(bytes);
    this.#text += text;
    this.#room -= bytes;
  }

  /** A word too long to be worth making: `...` in place of that many bytes. */
  leaveOut(bytes: number): void {
    this.#bytes += bytes;
    this.#stop();
  }

  /**
   * A list, tuple or map of `count` elements and perhaps a tail, each written
   * by one call of `element`; the tail is the one numbered `count`.
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
    const around = byteLength(open) + close.length + note;
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

  /** One pair of a map, within `sequence`. */
  pair(arrow: string, key: () => void, value: () => void): void {
    const aside = arrow.length + DOTS.length;
    this.#room -= aside;
    key();
    this.#text += arrow;
    this.#room += DOTS.length;
    value();
  }

  /**
   * A string. `text` may be the start only of what it stands for; `total` is
   * the size of all of it and `sizeOf` measures a part of it in the same unit.
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

  /** Bytes as numbers between brackets, and a last piece (the odd bits) after them. */
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

  /** `...` for a value; there is always room for that one. */
  #stop(): void {
    this.#text += DOTS;
    this.#room -= DOTS.length;
    this.#full = true;
    this.#hit.add("bytes");
  }
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return encoder.encode(text).length;
  }
  return text.length;
}

/** As many characters from the start of `text` as print in `limit` bytes. */
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
