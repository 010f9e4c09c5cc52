/**
 * Decodes the terms of a dump, which hold each other by address. What is not in the dump,
 * and what exceeds a limit, leaves its kind and size: `{'$cut', Kind, Size, Kept}`.
 *
 * @module
 */

import {
  atoms,
  ErlangMap,
  EtfError,
  ImproperList,
  type Term,
  Tuple,
} from "../etf/mod.ts";
import {
  keptOf,
  Losses,
  type Surroundings,
  termAt,
  type TermLimits,
} from "./around.ts";
import type { Cells } from "./cells.ts";
import { type Cursor, Damaged } from "./cursor.ts";
import { Elements } from "./elements.ts";
import { HeapBinaries } from "./heap_binaries.ts";

/** Maximum terms decoded in all. */
const MAX_TERMS = 400_000;

/** Decodes terms; what they lack adds up. */
export class TermDecoder {
  /** What the terms so far lack. */
  readonly losses: Losses = new Losses();
  readonly #around: Surroundings;
  readonly #limits: TermLimits;
  readonly #elements: Elements;
  readonly #cells: Cells;
  readonly #binaries: HeapBinaries;
  #left = 0;
  #total = MAX_TERMS;

  /** `cells` remembers the lengths of lists. */
  constructor(around: Surroundings, limits: TermLimits, cells: Cells) {
    this.#around = around;
    this.#limits = limits;
    this.#elements = new Elements(around, this.losses);
    this.#cells = cells;
    this.#binaries = new HeapBinaries(around, limits, this.losses);
  }

  /** Decodes the term at a place in a line, and moves behind it. */
  term(cursor: Cursor): Term {
    const most = Math.min(this.#limits.maxTerms, this.#total);
    this.#left = most;
    this.losses.spent = 0;
    atoms.admit(most);
    const term = this.#element(cursor, 0);
    this.#total -= most - this.#room;
    return term;
  }

  /** Terms that may still be decoded. */
  get #room(): number {
    return this.#left - this.losses.spent;
  }

  /** Decodes an element, and moves behind it; of a damaged one behind its line. */
  #element(cursor: Cursor, depth: number): Term {
    try {
      return this.#tagged(cursor, depth);
    } catch (error) {
      if (!(error instanceof Damaged || error instanceof EtfError)) throw error;
      cursor.at = cursor.lineEnd;
      return this.losses.absent();
    }
  }

  #tagged(cursor: Cursor, depth: number): Term {
    this.#left--;
    const tag = cursor.next();
    switch (tag) {
      case "H":
        return this.#at(cursor.hex(), depth);
      case "N":
        return [];
      case "A":
        return this.#elements.atom(cursor);
      case "I":
      case "B":
        return this.#elements.integer(cursor);
      case "P":
        return this.#elements.pid(cursor.identifier());
      case "p":
        return this.#elements.port(cursor.identifier());
      case "E":
        return this.#elements.external(cursor, []);
      case "D":
        return this.#elements.distributed(cursor);
      default:
        throw new Damaged(`tag ${tag}`);
    }
  }

  /** The term at an address. */
  #at(address: number, depth: number): Term {
    const place = termAt(this.#around, address);
    if (place === undefined) return this.losses.absent();
    const cursor = place;
    const tag = cursor.next();
    switch (tag) {
      case "l":
        return this.#list(cursor, depth);
      case "t":
        return this.#tuple(cursor, depth);
      case "M":
        return this.#map(cursor, depth);
      case "Y":
        return this.#binaries.read(cursor);
      case "F":
        return this.#elements.float(cursor);
      default:
        cursor.at--;
        return this.#tagged(cursor, depth);
    }
  }

  #isFull(depth: number): boolean {
    return this.#room <= 0 || depth >= this.#limits.maxDepth;
  }

  /** A cell, `HEAD|TAIL`, and those behind it. */
  #list(first: Cursor, depth: number): Term {
    const items: Term[] = [];
    const room = this.#isFull(depth) ? 0 : this.#limits.maxItems;
    let cursor = first;
    for (;;) {
      if (items.length >= room || this.#room <= 0) {
        return this.losses.cut(
          "list",
          items.length + this.#cells.length(cursor),
          items,
        );
      }
      items.push(this.#element(cursor, depth + 1));
      if (!this.#goesOn(cursor, "|")) {
        return this.losses.cut("list", items.length, items);
      }
      const next = this.#cells.tail(cursor);
      if (next === undefined) break;
      cursor = next;
    }
    const tail = this.#element(cursor, depth + 1);
    return Array.isArray(tail) && tail.length === 0
      ? items
      : new ImproperList(items, tail);
  }

  #tuple(cursor: Cursor, depth: number): Term {
    const arity = cursor.hex();
    cursor.expect(":");
    const elements = this.#several(cursor, arity, depth);
    return elements.length < arity
      ? this.losses.cut("tuple", arity, elements)
      : new Tuple(elements);
  }

  /** As many of `count` elements as there is room for. */
  #several(cursor: Cursor, count: number, depth: number): Term[] {
    const room = this.#isFull(depth)
      ? 0
      : Math.min(count, this.#limits.maxItems);
    const elements: Term[] = [];
    while (elements.length < room && this.#room > 0) {
      if (elements.length > 0 && !this.#goesOn(cursor, ",")) break;
      elements.push(this.#element(cursor, depth + 1));
    }
    return elements;
  }

  /** Whether a line goes on behind an element; what comes before damage is kept. */
  #goesOn(cursor: Cursor, separator: string): boolean {
    if (cursor.next() === separator) return true;
    this.losses.missing++;
    return false;
  }

  #map(cursor: Cursor, depth: number): Term {
    const kind = cursor.next();
    const size = cursor.hex();
    cursor.expect(":");
    if (kind === "f") return this.#flatMap(cursor, size, depth);
    if (kind !== "h") throw new Damaged("inner node of a map");
    const entries: Term[] = [];
    const count = cursor.hex();
    cursor.expect(":");
    this.#leaves(cursor, count, entries, depth, 0);
    return this.#mapOf(entries, size);
  }

  /** `KEYS:VALUE,VALUE` */
  #flatMap(cursor: Cursor, size: number, depth: number): Term {
    if (this.#isFull(depth)) return this.losses.cut("map", size, []);
    const keys = this.#element(cursor, depth);
    cursor.expect(":");
    const values = this.#several(cursor, size, depth);
    const names = keys instanceof Tuple ? keys.elements : keptOf(keys);
    const entries = values.slice(0, names.length)
      .flatMap((value, i) => [names[i] ?? [], value]);
    return this.#mapOf(entries, size);
  }

  #mapOf(entries: Term[], size: number): Term {
    if (entries.length === 2 * size) return new ErlangMap(entries);
    const pairs: Term[] = [];
    for (let i = 0; i + 1 < entries.length; i += 2) {
      pairs.push(new Tuple(entries.slice(i, i + 2)));
    }
    return this.losses.cut("map", size, pairs);
  }

  /** The pairs below a node of a large map; a leaf is a cell, a node with equal hashes a tuple. */
  #leaves(
    cursor: Cursor,
    count: number,
    entries: Term[],
    depth: number,
    level: number,
  ): void {
    for (let i = 0; i < count; i++) {
      if (entries.length >= 2 * this.#limits.maxItems) return;
      if (this.#isFull(depth) || level > 20) return;
      if (i > 0) cursor.expect(",");
      cursor.expect("H");
      const child = termAt(this.#around, cursor.hex());
      const tag = child?.next();
      if (child === undefined || tag === undefined) {
        this.losses.missing++;
      } else if (tag === "l") {
        const key = this.#element(child, depth + 1);
        child.expect("|");
        entries.push(key, this.#element(child, depth + 1));
      } else {
        if (tag === "M") child.expect("n");
        else if (tag !== "t") throw new Damaged("node of a map");
        const inner = child.hex();
        child.expect(":");
        this.#left--;
        this.#leaves(child, inner, entries, depth, level + 1);
      }
    }
  }
}
