/**
 * One section whose lines are `Key: value`, read whole. Its size is bounded; longer ones
 * are cut.
 *
 * @module
 */

import type { Heading, OnLine } from "./scanner.ts";
import { numberOf, textIn, UNKNOWN } from "./text.ts";

/** Maximum lines of a section that are kept. */
const MAX_LINES = 2048;
/** Maximum bytes of a key, and of a value or another line. */
const MAX_KEY = 64;
const MAX_TEXT = 512;

/** A section's fields. */
export class Section {
  /** What follows the kind in the heading: a pid, a name. */
  readonly id: string;
  readonly kind: Heading["kind"];
  /** Values by key; the first of several. */
  readonly fields: Map<string, string> = new Map();
  /** Lines without a key, and those whose key came before. */
  readonly lines: string[] = [];
  #count = 0;

  constructor({ kind, bytes, idStart, idEnd }: Heading) {
    this.kind = kind;
    this.id = textIn(bytes, idStart, idEnd);
  }

  /** Reads a line. */
  readonly line: OnLine = (bytes, start, end, piece) => {
    if (piece > 0 || end <= start || ++this.#count > MAX_LINES) return;
    const limit = Math.min(end, start + MAX_KEY);
    let colon = start;
    while (colon < limit && bytes[colon] !== 0x3a) colon++;
    const key = colon < limit ? textIn(bytes, start, colon) : undefined;
    if (key === undefined || this.fields.has(key)) {
      this.lines.push(textIn(bytes, start, end, MAX_TEXT));
      return;
    }
    const value = bytes[colon + 1] === 0x20 ? colon + 2 : colon + 1;
    this.fields.set(key, textIn(bytes, value, end, MAX_TEXT));
  };

  /** A field as a text; `undefined` if it is missing or empty. */
  text(key: string): string | undefined {
    return this.fields.get(key) || undefined;
  }

  /** A field as a whole number; `undefined` if it is none. */
  number(key: string): number | undefined {
    const value = numberOf(this.fields.get(key));
    return value === UNKNOWN ? undefined : value;
  }

  /** All fields that are whole numbers. */
  numbers(): Map<string, number> {
    const numbers = new Map<string, number>();
    for (const key of this.fields.keys()) {
      const value = this.number(key);
      if (value !== undefined) numbers.set(key, value);
    }
    return numbers;
  }
}
