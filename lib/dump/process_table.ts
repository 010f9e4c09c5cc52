/**
 * The processes of a dump in columns: about 130 bytes each, since there may be a million.
 *
 * @module
 */

import { NumberTable } from "./number_table.ts";
import { Strings } from "./strings.ts";
import { pidText, UNKNOWN } from "./text.ts";

/** States as a dump writes them. */
export const STATES = [
  "Unknown",
  "Waiting",
  "Scheduled",
  "Running",
  "Exiting",
  "Garbing",
  "Suspended",
  "Non Existing",
] as const;

/** Columns of whole numbers that may exceed 31 bits; -1 is unknown. */
const WIDE = [
  "key",
  "parent",
  "offset",
  "messagesAt",
  "dictionaryAt",
  "stackAt",
  "heapAt",
  "heapEnd",
  "reductions",
  "memoryBytes",
  "stackHeapWords",
  "oldHeapWords",
  "binaryWords",
] as const;

/** Columns of smaller numbers; -1 is unknown. */
const NARROW = [
  "mailbox",
  "stackWords",
  "links",
  "monitors",
  "monitoredBy",
] as const;

/** Columns of counts that are 0 unless the dump says otherwise. */
const RELATIONS = ["links", "monitors", "monitoredBy"] as const;

/** Columns of names, by their numbers in {@linkcode Strings}. */
const NAMES = ["name", "spawnedAs", "initialCall", "currentFunction"] as const;

/** A column of numbers that may be large. */
export type WideColumn = typeof WIDE[number];
/** A column of counts. */
export type NarrowColumn = typeof NARROW[number];
/** A column of names. */
export type NameColumn = typeof NAMES[number];
/** A column of numbers. */
export type Column = WideColumn | NarrowColumn;

/** Maximum processes that are kept; a runtime system has 1,048,576 by default. */
const MAX_PROCESSES = 1_200_000;

/** Rows that are prepared at a time: memory that is not touched costs nothing. */
const BLOCK = 1024;

/** One process; what is not in the dump is `undefined`. */
export interface ProcessRow {
  /** As the dump prints it: `<0.87.0>`. */
  readonly pid: string;
  /** The name it was registered with. */
  readonly registeredName: string | undefined;
  /** As the dump has it: `Waiting`, `Garbing`. */
  readonly state: typeof STATES[number];
  /** The function that it was spawned with: `proc_lib:init_p/5`. */
  readonly spawnedAs: string | undefined;
  /** The same, or what `proc_lib` started if the dictionary has it: `my_server:init/1`. */
  readonly initialCall: string | undefined;
  /** The function it ran or waits in. */
  readonly currentFunction: string | undefined;
  /** Who spawned it; `undefined` also for a process of another node. */
  readonly parent: string | undefined;
  /** Messages in its mailbox. */
  readonly mailbox: number | undefined;
  /** Everything it used, without binaries outside its heap. */
  readonly memoryBytes: number | undefined;
  /** Size of its stack, which is a part of the next. */
  readonly stackWords: number | undefined;
  /** Size of its heap, with its stack, in words. */
  readonly stackHeapWords: number | undefined;
  /** Size of its old heap, in words. */
  readonly oldHeapWords: number | undefined;
  /** Size of binaries outside its heap that it refers to, in words, as its garbage collector counts. */
  readonly binaryWords: number | undefined;
  /** Reductions since it was spawned. */
  readonly reductions: number | undefined;
  /** Processes and ports it was linked to. */
  readonly links: number | undefined;
  /** Monitors it had set. */
  readonly monitors: number | undefined;
  /** Monitors that others had set on it. */
  readonly monitoredBy: number | undefined;
}

/** Processes by row, in the dump's order. */
export class ProcessTable {
  readonly #strings: Strings;
  readonly #wide: Record<WideColumn, Float64Array>;
  readonly #narrow: Record<NarrowColumn, Int32Array>;
  readonly #names: Record<NameColumn, Int32Array>;
  #states = new Uint8Array(0);
  #count = 0;
  #last = 0;
  readonly #rows = new NumberTable();
  /** Processes that are in the dump, but had no room here. */
  omitted = 0;

  /** An empty table, whose texts are kept in `strings`. */
  constructor(strings: Strings) {
    this.#strings = strings;
    this.#wide = columns(WIDE, new Float64Array(0));
    this.#narrow = columns(NARROW, new Int32Array(0));
    this.#names = columns(NAMES, new Int32Array(0));
  }

  /** Number of rows. */
  get count(): number {
    return this.#count;
  }

  /** Adds a process whose fields are unknown yet; returns its row, or -1 if there is no room. */
  add(key: number, offset: number): number {
    if (this.#count >= MAX_PROCESSES) {
      this.omitted++;
      return UNKNOWN;
    }
    const row = this.#count++;
    if (row >= this.#states.length) {
      this.#grow(Math.min(MAX_PROCESSES, Math.max(BLOCK, row * 2)));
    }
    if (row % BLOCK === 0) this.#forget(row, row + BLOCK);
    this.#wide.key[row] = key;
    this.#wide.offset[row] = offset;
    if (key !== UNKNOWN) this.#rows.add(key, row);
    return row;
  }

  /** The row of a process; -1 if there is none. */
  find(key: number): number {
    if (key === UNKNOWN) return UNKNOWN;
    // The dump has the same order in all its parts.
    for (let row = this.#last; row < this.#last + 2; row++) {
      if (this.#wide.key[row] === key && row < this.#count) {
        return this.#last = row;
      }
    }
    const row = this.#rows.get(key);
    if (row >= 0) this.#last = row;
    return row;
  }

  /** Takes the counts of the last process as unknown: the dump ends inside it. */
  doubtLast(): void {
    for (const name of RELATIONS) {
      const counts = this.#narrow[name];
      if (counts[this.#count - 1] === 0) counts[this.#count - 1] = UNKNOWN;
    }
  }

  /** Sets a number. */
  set(column: Column, row: number, value: number): void {
    if (isWide(column)) this.#wide[column][row] = value;
    else this.#narrow[column][row] = Math.min(value, 0x7fff_ffff);
  }

  /** A number; -1 if it is unknown. */
  get(column: Column, row: number): number {
    return (isWide(column) ? this.#wide[column] : this.#narrow[column])[row] ??
      UNKNOWN;
  }

  /** Sets a name by its number. */
  setName(column: NameColumn, row: number, name: number): void {
    this.#names[column][row] = name;
  }

  /** The number of a name, to group by; 0 for none. */
  nameId(column: NameColumn, row: number): number {
    return this.#names[column][row] ?? Strings.NONE;
  }

  /** A name. */
  name(column: NameColumn, row: number): string | undefined {
    return this.#strings.text(this.nameId(column, row));
  }

  /** Sets the state, an index of {@linkcode STATES}. */
  setState(row: number, state: number): void {
    this.#states[row] = state;
  }

  /** The state. */
  state(row: number): typeof STATES[number] {
    return STATES[this.#states[row] ?? 0] ?? "Unknown";
  }

  /** All that is known about a process without reading the dump again. */
  row(row: number): ProcessRow {
    const number = (column: Column): number | undefined => {
      const value = this.get(column, row);
      return value === UNKNOWN ? undefined : value;
    };
    return {
      pid: pidText(this.get("key", row)) ?? "unknown",
      registeredName: this.name("name", row),
      state: this.state(row),
      spawnedAs: this.name("spawnedAs", row),
      initialCall: this.name("initialCall", row),
      currentFunction: this.name("currentFunction", row),
      parent: pidText(this.get("parent", row)),
      mailbox: number("mailbox"),
      memoryBytes: number("memoryBytes"),
      stackWords: number("stackWords"),
      stackHeapWords: number("stackHeapWords"),
      oldHeapWords: number("oldHeapWords"),
      binaryWords: number("binaryWords"),
      reductions: number("reductions"),
      links: number("links"),
      monitors: number("monitors"),
      monitoredBy: number("monitoredBy"),
    };
  }

  /** Sets rows to what is known of a process before its lines are read. */
  #forget(start: number, end: number): void {
    for (const name of WIDE) this.#wide[name].fill(UNKNOWN, start, end);
    for (const name of NARROW) {
      // A process without links or monitors has no line about them.
      const value = RELATIONS.some((it) => it === name) ? 0 : UNKNOWN;
      this.#narrow[name].fill(value, start, end);
    }
  }

  #grow(length: number): void {
    for (const name of WIDE) {
      this.#wide[name] = grown(this.#wide[name], new Float64Array(length));
    }
    for (const name of NARROW) {
      this.#narrow[name] = grown(this.#narrow[name], new Int32Array(length));
    }
    for (const name of NAMES) {
      this.#names[name] = grown(this.#names[name], new Int32Array(length));
    }
    this.#states = grown(this.#states, new Uint8Array(length));
  }
}

const WIDE_COLUMNS: ReadonlySet<string> = new Set(WIDE);

function isWide(column: Column): column is WideColumn {
  return WIDE_COLUMNS.has(column);
}

function columns<Name extends string, Array>(
  names: readonly Name[],
  empty: Array,
): Record<Name, Array> {
  return Object.fromEntries(names.map((name) => [name, empty])) as Record<
    Name,
    Array
  >;
}

function grown<T extends Float64Array | Int32Array | Uint8Array>(
  from: T,
  to: T,
): T {
  to.set(from);
  return to;
}
