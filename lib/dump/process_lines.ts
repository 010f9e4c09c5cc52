/**
 * Reads the lines of a `=proc` section into a row, byte by byte: these sections are the
 * part of a dump that grows with the number of processes and must be read at once.
 *
 * @module
 */

import type { OnLine } from "./scanner.ts";
import { type Column, type ProcessTable, STATES } from "./process_table.ts";
import type { Strings } from "./strings.ts";
import { numberIn, pidKeyIn, UNKNOWN } from "./text.ts";

/** Keys that hold a number, and its column. */
const NUMBERS: Readonly<Record<string, Column>> = {
  "Message queue length": "mailbox",
  "Reductions": "reductions",
  "Stack+heap": "stackHeapWords",
  "OldHeap": "oldHeapWords",
  "Memory": "memoryBytes",
};

/** What a line is about. */
type Key =
  | { readonly type: "number"; readonly column: Column }
  | { readonly type: Exclude<keyof typeof TEXTS, never> };

/** Other keys that matter. */
const TEXTS = {
  state: "State",
  name: "Name",
  spawnedAs: "Spawned as",
  parent: "Spawned by",
  call: "Current call",
  scheduled: "Last scheduled in for",
  counter: "Program counter",
  links: "Link list",
  binaries: "BinVHeap",
  oldBinaries: "OldBinVHeap",
} as const;

const encoder = new TextEncoder();

/** Keys by their length, which distinguishes almost all of them. */
const KEYS: (readonly { readonly text: Uint8Array; readonly key: Key }[])[] =
  [];
for (const [text, column] of Object.entries(NUMBERS)) {
  learn(text, { type: "number", column });
}
for (const [type, text] of Object.entries(TEXTS)) {
  learn(text, { type: type as keyof typeof TEXTS });
}

function learn(text: string, key: Key): void {
  const bytes = encoder.encode(text);
  KEYS[bytes.length] = [...KEYS[bytes.length] ?? [], { text: bytes, key }];
}

/** Longest key, in bytes. */
const LONGEST = KEYS.length - 1;
const COLON = 0x3a;

const STATE_BYTES = STATES.map((state) => encoder.encode(state));

/** Reads processes one after the other. */
export class ProcessLines {
  readonly #table: ProcessTable;
  readonly #strings: Strings;
  #row = UNKNOWN;
  /** Fields that are there, but cannot be read. */
  damaged = 0;
  readonly #links = new LinkCounter();
  #inLinks = false;

  constructor(table: ProcessTable, strings: Strings) {
    this.#table = table;
    this.#strings = strings;
  }

  /** Starts the row to which the next lines belong. */
  start(row: number): void {
    this.#row = row;
    this.#inLinks = false;
  }

  /** Reads a line. */
  readonly line: OnLine = (bytes, start, end, piece) => {
    if (piece > 0) {
      if (this.#inLinks) this.#countLinks(bytes, start, end);
      return;
    }
    this.#inLinks = false;
    const limit = Math.min(end, start + LONGEST + 1);
    let colon = start;
    while (colon < limit && bytes[colon] !== COLON) colon++;
    if (colon === limit) return;
    const key = keyAt(bytes, start, colon);
    if (key !== undefined) this.#field(key, bytes, colon + 2, end);
  };

  #field(key: Key, bytes: Uint8Array, start: number, end: number): void {
    const table = this.#table;
    const row = this.#row;
    switch (key.type) {
      case "number": {
        const value = numberIn(bytes, start, end);
        if (value === UNKNOWN) this.damaged++;
        return table.set(key.column, row, value);
      }
      case "state": {
        const state = stateAt(bytes, start, end);
        if (state < 0) this.damaged++;
        return table.setState(row, Math.max(0, state));
      }
      case "name":
      case "spawnedAs":
        return table.setName(
          key.type,
          row,
          this.#strings.intern(bytes, start, end),
        );
      case "parent":
        return table.set("parent", row, pidKeyIn(bytes, start, end));
      case "call":
      case "scheduled":
        return this.#function(bytes, start, end);
      case "counter":
        // A running process has its current call, which is more exact.
        if (table.nameId("currentFunction", row) !== 0) return;
        return this.#counter(bytes, start, end);
      case "links":
        this.#links.start();
        this.#inLinks = true;
        return this.#countLinks(bytes, start, end);
      case "binaries":
      case "oldBinaries": {
        const words = numberIn(bytes, start, end);
        if (words === UNKNOWN) return;
        const before = Math.max(0, table.get("binaryWords", row));
        return table.set("binaryWords", row, before + words);
      }
    }
  }

  #function(bytes: Uint8Array, start: number, end: number): void {
    const name = this.#strings.intern(bytes, start, end);
    this.#table.setName("currentFunction", this.#row, name);
  }

  /** `0x00007f (mod:name/1 + 64)` */
  #counter(bytes: Uint8Array, start: number, end: number): void {
    let from = start;
    while (from < end && bytes[from] !== 0x28) from++;
    let to = end;
    while (to > from && bytes[to] !== 0x2b) to--;
    if (to > from) this.#function(bytes, from + 1, to - 1);
  }

  #countLinks(bytes: Uint8Array, start: number, end: number): void {
    const counter = this.#links;
    counter.count(bytes, start, end);
    this.#table.set("links", this.#row, counter.links);
    this.#table.set("monitors", this.#row, counter.monitors);
    this.#table.set("monitoredBy", this.#row, counter.monitoredBy);
  }
}

function keyAt(bytes: Uint8Array, start: number, end: number): Key | undefined {
  for (const { text, key } of KEYS[end - start] ?? []) {
    if (startsWith(bytes, start, text)) return key;
  }
  return undefined;
}

function startsWith(
  bytes: Uint8Array,
  start: number,
  text: Uint8Array,
): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text[i]) return false;
  }
  return true;
}

function stateAt(bytes: Uint8Array, start: number, end: number): number {
  return STATE_BYTES.findIndex((text) =>
    text.length === end - start && startsWith(bytes, start, text)
  );
}

/** Counts the items of `[<0.9.0>, #Port<0.1>, {to,{name,node},#Ref<…>}, {from,…}]`, which come in pieces. */
class LinkCounter {
  links = 0;
  monitors = 0;
  monitoredBy = 0;
  #depth = 0;
  #opened = false;
  #quoted = false;
  #escaped = false;

  start(): void {
    this.links = 0;
    this.monitors = 0;
    this.monitoredBy = 0;
    this.#depth = 0;
    this.#opened = false;
    this.#quoted = false;
    this.#escaped = false;
  }

  count(bytes: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const byte = bytes[i];
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === 0x5c) this.#escaped = true;
        else if (byte === 0x27) this.#quoted = false;
        continue;
      }
      if (this.#opened) {
        this.#opened = false;
        if (byte === 0x74) this.monitors++;
        else if (byte === 0x66) this.monitoredBy++;
      }
      if (byte === 0x3c && this.#depth === 0) this.links++;
      else if (byte === 0x27) this.#quoted = true;
      else if (byte === 0x7b) this.#opened = this.#depth++ === 0;
      else if (byte === 0x7d) this.#depth--;
    }
  }
}
