/**
 * Splits a dump into sections and lines as its bytes go by. Lines are looked at only in
 * sections that want them; the others, most of a dump, are searched for `=`.
 *
 * @module
 */

import { headingOf, type Kind } from "./kinds.ts";
import { MAX_LEFT } from "./source.ts";
import { lineEnd } from "./text.ts";

/** A section's first line: `=proc:<0.1.0>`. */
export interface Heading {
  readonly kind: Kind;
  /** Where the line starts in the dump, in bytes. */
  readonly offset: number;
  /** Where the section's lines start. */
  readonly body: number;
  /** The id is `bytes[idStart, idEnd)`; empty if there is none. */
  readonly bytes: Uint8Array;
  readonly idStart: number;
  readonly idEnd: number;
}

/** Looks at one line, `bytes[start, end)`; a long line comes in several pieces, of which the first is 0. */
export type OnLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  piece: number,
) => void;

/** Looks at a part of a section that is skipped, `bytes[start, end)`; it goes on unless `end` is before the end of `bytes`. */
export type OnSkipped = (
  bytes: Uint8Array,
  start: number,
  end: number,
) => void;

/** What looks at a section: at its lines, at what is skipped of it, or at nothing. */
export interface Reader {
  readonly line?: OnLine;
  readonly skipped?: OnSkipped;
}

/** Called at each heading; returns what looks at its section. */
export type OnHeading = (heading: Heading) => Reader | undefined;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const EQUALS = 0x3d;

/** Maximum length of a line that comes in one piece, in bytes. */
const MAX_LINE = MAX_LEFT - 1;

/** Splits bytes, which come in pieces. */
export class Scanner {
  readonly #onHeading: OnHeading;
  #reader: Reader | undefined;
  /** Where the next byte is in the dump. */
  #offset = 0;
  /** Pieces of the current line that have been looked at. */
  #piece = 0;
  /** Where the current line ends in the bytes that are looked at. */
  #end = -1;
  /** Whether headings are lines: in the slogan, which may hold any text. */
  #deaf = false;

  constructor(onHeading: OnHeading) {
    this.#onHeading = onHeading;
  }

  /** Takes lines that look like headings as lines of this section, or no longer. */
  deafen(deaf: boolean): void {
    this.#deaf = deaf;
  }

  /** Looks at the next bytes; returns how many it has finished with, all but less than {@linkcode MAX_LEFT}. */
  feed(bytes: Uint8Array): number {
    let at = 0;
    this.#end = -1;
    while (at < bytes.length) {
      const isWanted = this.#reader?.line !== undefined ||
        this.#piece === 0 && bytes[at] === EQUALS;
      const next = isWanted ? this.#line(bytes, at) : this.#skip(bytes, at);
      if (next < 0) break;
      at = next;
    }
    this.#offset += at;
    return at;
  }

  /** Looks at the rest, which has no end of line. */
  finish(rest: Uint8Array): void {
    if (rest.length > 0) this.#take(rest, 0, rest.length);
    this.#offset += rest.length;
  }

  /** Takes a line or a piece of one; returns where the next starts, or -1 if it is not there yet. */
  #line(bytes: Uint8Array, at: number): number {
    // The end of a long line is not looked for with each piece of it.
    if (this.#end < at) this.#end = lineEnd(bytes, at);
    const end = this.#end;
    if (end < bytes.length && end - at <= MAX_LINE) {
      this.#take(bytes, at, end);
      this.#piece = 0;
      return end + 1;
    }
    if (bytes.length - at <= MAX_LINE) return -1;
    this.#take(bytes, at, at + MAX_LINE);
    this.#piece++;
    return at + MAX_LINE;
  }

  #take(bytes: Uint8Array, start: number, lineEnd: number): void {
    const end = lineEnd > start && bytes[lineEnd - 1] === RETURN
      ? lineEnd - 1
      : lineEnd;
    const isHeading = this.#piece === 0 && bytes[start] === EQUALS &&
      !this.#deaf;
    const heading = isHeading ? headingOf(bytes, start, end) : undefined;
    if (heading === undefined) {
      return this.#reader?.line?.(bytes, start, end, this.#piece);
    }
    this.#reader = this.#onHeading({
      kind: heading.kind,
      offset: this.#offset + start,
      body: this.#offset + lineEnd + 1,
      bytes,
      idStart: Math.min(heading.nameEnd + 1, end),
      idEnd: end,
    });
  }

  /** Skips to the next heading; returns where it starts. */
  #skip(bytes: Uint8Array, at: number): number {
    let found = bytes.indexOf(EQUALS, at + 1);
    while (found >= 0 && bytes[found - 1] !== NEWLINE) {
      found = bytes.indexOf(EQUALS, found + 1);
    }
    const isAtStart = found >= 0 || bytes[bytes.length - 1] === NEWLINE;
    this.#piece = isAtStart ? 0 : 1;
    const end = found >= 0 ? found : bytes.length;
    this.#reader?.skipped?.(bytes, at, end);
    return end;
  }
}
