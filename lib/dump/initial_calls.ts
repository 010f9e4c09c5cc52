/**
 * The functions that processes of `proc_lib` were started with: all of them are spawned
 * as `proc_lib:init_p/5`, and only their dictionaries distinguish them. The heaps are
 * searched for the dictionary's entry while their bytes go by; a dump has its value in
 * the next line, or among the literals.
 *
 * @module
 */

import { Cursor, Damaged } from "./cursor.ts";
import type { ProcessTable } from "./process_table.ts";
import type { OnLine, OnSkipped } from "./scanner.ts";
import { Strings } from "./strings.ts";
import { hexIn, UNKNOWN } from "./text.ts";

const ENTRY = new TextEncoder().encode("$initial_call,H");
const [MARK = 0] = ENTRY;
const COLON = 0x3a;
const NEWLINE = 0x0a;

/** Maximum bytes of an entry and the line of its value. */
const MAX_ENTRY = 2048;
/** Maximum `$` that are looked at in a heap. */
const MAX_MARKS = 1000;
/** Maximum values that are looked up among the literals. */
const MAX_LITERALS = 10_000;

const NOTHING = new Uint8Array(0);

/** Fills a column of the table. */
export class InitialCalls {
  readonly #table: ProcessTable;
  readonly #strings: Strings;
  #row = UNKNOWN;
  #marks = 0;
  /** The end of the bytes before, if an entry starts in it. */
  #rest = NOTHING;
  /** Numbers of names by the address of a literal; rows refer to them until the literals come. */
  readonly #literals = new Map<number, { index: number; name: number }>();

  constructor(table: ProcessTable, strings: Strings) {
    this.#table = table;
    this.#strings = strings;
  }

  /** Starts the heap of the process in a row. */
  start(row: number): void {
    this.#row = row;
    this.#marks = 0;
    this.#rest = NOTHING;
  }

  /** Searches some of the heap. */
  readonly skipped: OnSkipped = (bytes, start, end) => {
    if (this.#row === UNKNOWN) return;
    const isLast = end < bytes.length;
    if (this.#rest.length > 0) {
      // An entry that has begun ends here, or takes all of it.
      const more = bytes.subarray(start, Math.min(end, start + MAX_ENTRY));
      const joined = new Uint8Array(this.#rest.length + more.length);
      joined.set(this.#rest);
      joined.set(more, this.#rest.length);
      this.#rest = NOTHING;
      this.#search(joined, isLast || start + more.length < end);
      if (this.#rest.length > 0) return;
    }
    if (this.#row !== UNKNOWN) this.#search(bytes.subarray(start, end), isLast);
  };

  /** Ends the heap: nothing more comes of it. */
  end(): void {
    if (this.#row !== UNKNOWN) this.#search(this.#rest, true);
    this.#row = UNKNOWN;
  }

  /** Whether literals are wanted. */
  get wantsLiterals(): boolean {
    return this.#literals.size > 0;
  }

  /** Looks at a literal. */
  readonly literal: OnLine = (bytes, start, end, piece) => {
    const colon = bytes.indexOf(COLON, start);
    if (piece > 0 || colon < 0 || colon >= end) return;
    const wanted = this.#literals.get(hexIn(bytes, start, colon));
    if (wanted === undefined) return;
    wanted.name = this.#callAt(bytes.subarray(colon + 1, end)) ?? Strings.NONE;
  };

  /** Gives rows that refer to a literal its name, and other processes what they were spawned with. */
  finish(): void {
    const names = [...this.#literals.values()].map(({ name }) => name);
    const table = this.#table;
    for (let row = 0; row < table.count; row++) {
      const id = table.nameId("initialCall", row);
      const name = id < 0 ? names[-id - 1] ?? Strings.NONE : id;
      table.setName(
        "initialCall",
        row,
        name === Strings.NONE ? table.nameId("spawnedAs", row) : name,
      );
    }
  }

  /** Looks for the entry; keeps what may be the start of one if more bytes follow. */
  #search(bytes: Uint8Array, isLast: boolean): void {
    let at = bytes.indexOf(MARK);
    for (; at >= 0; at = bytes.indexOf(MARK, at + 1)) {
      const entry = bytes.subarray(at, at + MAX_ENTRY);
      if (!isLast && entry.length < MAX_ENTRY && !isWhole(entry)) {
        this.#rest = entry.slice();
        return;
      }
      const isFound = startsWith(entry);
      if (isFound) {
        this.#table.setName("initialCall", this.#row, this.#valueOf(entry));
      }
      if (isFound || ++this.#marks === MAX_MARKS) {
        this.#row = UNKNOWN;
        return;
      }
    }
  }

  /** The number of the name in the line after an entry, or one that stands for a literal. */
  #valueOf(entry: Uint8Array): number {
    const lineEnd = entry.indexOf(NEWLINE);
    const end = lineEnd < 0 ? entry.length : lineEnd;
    const address = hexIn(entry, ENTRY.length, end);
    const colon = entry.indexOf(COLON, end);
    if (address !== UNKNOWN && hexIn(entry, end + 1, colon) === address) {
      return this.#callAt(entry.subarray(colon + 1)) ?? Strings.NONE;
    }
    const known = this.#literals.get(address);
    if (known !== undefined) return known.index;
    const index = -this.#literals.size - 1;
    if (address === UNKNOWN || -index > MAX_LITERALS) return Strings.NONE;
    this.#literals.set(address, { index, name: Strings.NONE });
    return index;
  }

  /** Reads `t3:A4:name,A4:init,I1`. */
  #callAt(text: Uint8Array): number | undefined {
    const cursor = new Cursor(text, 0);
    try {
      for (const char of "t3:") cursor.expect(char);
      const module = atomAt(cursor);
      const name = atomAt(cursor);
      cursor.expect("I");
      const call = new TextEncoder().encode(
        `${module}:${name}/${String(cursor.integer())}`,
      );
      return this.#strings.intern(call, 0, call.length);
    } catch (error) {
      if (error instanceof Damaged) return undefined;
      throw error;
    }
  }
}

/** Whether an entry has its line and the next. */
function isWhole(entry: Uint8Array): boolean {
  if (entry.length < ENTRY.length) return false;
  if (!startsWith(entry)) return true;
  const end = entry.indexOf(NEWLINE);
  return end >= 0 && entry.includes(NEWLINE, end + 1);
}

function startsWith(entry: Uint8Array): boolean {
  return ENTRY.every((byte, i) => entry[i] === byte);
}

/** An atom and the comma behind it, as it is written in a function's name. */
function atomAt(cursor: Cursor): string {
  cursor.expect("A");
  const length = cursor.hex();
  cursor.expect(":");
  const text = new TextDecoder().decode(cursor.take(length));
  cursor.expect(",");
  return /^[a-z][\w@]*$/.test(text)
    ? text
    : `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}
