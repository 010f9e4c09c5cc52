/**
 * Questions that read the dump again: what one process held, and persistent terms.
 *
 * The parts that are needed are read in one go, then the binaries outside the heaps that
 * turn out to be needed in another: for a compressed dump each time means inflating it.
 *
 * @module
 */

import { type Atom, atom, atoms } from "../etf/mod.ts";
import { Heap } from "./heap.ts";
import {
  type Surroundings,
  type TermLimits,
  type Wanted,
  wantedKey,
} from "./around.ts";
import { encodedLength, fromBase64 } from "./base64.ts";
import { Cells } from "./cells.ts";
import { TermDecoder } from "./heap_terms.ts";
import type { DumpIndex } from "./index.ts";
import { headingOf } from "./kinds.ts";
import {
  type DictionaryEntry,
  dictionaryFrom,
  type Message,
  messagesFrom,
  persistentFrom,
  type ProcessFields,
  processFields,
  type StackEntry,
  stackFrom,
} from "./process.ts";
import type { ProcessRow, WideColumn } from "./process_table.ts";
import type { Relations } from "./relations.ts";
import type { Range, Source } from "./source.ts";
import { UNKNOWN } from "./text.ts";

/** What of a process is decoded. */
export interface ProcessOptions extends Partial<TermLimits> {
  /** Messages to leave out, from the oldest. @default {0} */
  readonly skip?: number;
  /** Maximum messages. @default {10} */
  readonly messages?: number;
  /** Maximum places of the stack. @default {200} */
  readonly stack?: number;
  /** Maximum entries of the dictionary. @default {100} */
  readonly dictionary?: number;
}

/** A process with what it held. */
export interface ProcessDetail extends ProcessFields {
  /** What the table of processes has of it. */
  readonly row: ProcessRow;
  /** The function called last first. */
  readonly stack: readonly StackEntry[];
  /** The oldest first. */
  readonly messages: readonly Message[];
  /** Its process dictionary. */
  readonly dictionary: readonly DictionaryEntry[];
  /** What is missing, in sentences; empty if nothing is. */
  readonly lacks: readonly string[];
}

/** Limits of a term by default. */
const LIMITS: TermLimits = {
  maxTerms: 2000,
  maxDepth: 20,
  maxItems: 100,
  maxBinary: 1024,
};

/** Maximum bytes read of a process's fields, of its messages, stack and dictionary each, and of the literals. */
const MAX_FIELDS = 4 << 20;
/** Maximum bytes read of the fields of one of many processes. */
const MAX_RELATIONS = 1 << 14;
const MAX_LINES = 4 << 20;
const MAX_LITERALS = 32 << 20;
/** Maximum bytes read of a heap: its start, where stack and messages are, and its end, where the dictionary is. */
const MAX_HEAP_START = 8 << 20;
const MAX_HEAP_END = 1 << 20;
/** Maximum binaries fetched. */
const MAX_WANTED = 4096;

const NEWLINE = 0x0a;
const NOTHING: Range = { offset: 0, length: 0 };
/** Sections of a process's terms, in the dump's order. */
const SECTIONS = ["messagesAt", "dictionaryAt", "stackAt", "heapAt"] as const;

/** Asks about a dump that has been indexed. */
export class Asker {
  readonly #source: Source;
  readonly #index: DumpIndex;
  readonly #node: Atom;
  readonly #nodes: Surroundings["nodes"];
  /** What was read last of a process: several questions about one follow each other. */
  #last: { readonly row: number; readonly parts: Uint8Array[] } | undefined;

  constructor(source: Source, index: DumpIndex) {
    this.#source = source;
    this.#index = index;
    this.#node = named(index.node);
    this.#nodes = new Map(
      index.nodes.flatMap(({ channel, name, creation }) =>
        channel === undefined || name === undefined
          ? []
          : [[channel, { name: named(name), creation: creation ?? 0 }]]
      ),
    );
  }

  /** Reads the process in a row of the table. */
  async process(row: number, options: ProcessOptions): Promise<ProcessDetail> {
    const { processes } = this.#index;
    const heap = this.#range(row, "heapAt");
    const isSplit = heap.length > MAX_HEAP_START + MAX_HEAP_END;
    const parts = this.#last?.row === row
      ? this.#last.parts
      : await this.#read([
        this.#fields(row),
        atMost(this.#range(row, "messagesAt"), MAX_LINES),
        atMost(this.#range(row, "dictionaryAt"), MAX_LINES),
        atMost(this.#range(row, "stackAt"), MAX_LINES),
        isSplit ? atMost(heap, MAX_HEAP_START) : heap,
        isSplit ? tail(heap, MAX_HEAP_END) : NOTHING,
      ]);
    this.#last = { row, parts };
    const [fields, messages, dictionary, stack, start, end] = parts;
    // The one that is looked through sooner comes first.
    const heaps = [new Heap(end), new Heap(start)];
    const queue = this.#range(row, "messagesAt").length;
    const { value, lacks } = await this.#decode(heaps, options, (decoder) => ({
      stack: stackFrom(whole(stack), options.stack ?? 200, decoder),
      messages: messagesFrom(
        whole(messages),
        options.skip ?? 0,
        options.messages ?? 10,
        decoder,
      ),
      dictionary: dictionaryFrom(
        whole(dictionary),
        options.dictionary ?? 100,
        decoder,
      ),
    }));
    if (isSplit) {
      lacks.push(
        `of its heap (${heap.length} bytes in the dump) the first ${MAX_HEAP_START} and the last ${MAX_HEAP_END} are read`,
      );
    }
    if (queue > MAX_LINES) {
      lacks.push(
        `of its messages (${queue} bytes in the dump) those in the first ${MAX_LINES} can be read`,
      );
    }
    if (stack?.length === 0) {
      lacks.push(
        "the dump has no terms of this process: it was exiting, collecting garbage or sensitive, or the dump ends before them",
      );
    }
    return {
      row: processes.row(row),
      ...processFields(section(whole(fields))),
      ...value,
      lacks,
    };
  }

  /** Reads links and monitors of the processes in some rows. */
  async relations(rows: readonly number[]): Promise<Relations[]> {
    const parts = await this.#source.read(
      rows.map((row) => atMost(this.#fields(row), MAX_RELATIONS)),
    );
    return parts.map((bytes) => processFields(section(whole(bytes))));
  }

  /** Reads persistent terms, at most `max` of them. */
  async persistentTerms(
    max: number,
    limits: Partial<TermLimits>,
  ): Promise<{ terms: DictionaryEntry[]; lacks: string[] }> {
    const [lines] = await this.#read([
      this.#section("persistent_terms", MAX_LINES),
    ]);
    const bytes = section(whole(lines));
    const { value, lacks } = await this.#decode(
      [],
      limits,
      (decoder) => persistentFrom(bytes, max, decoder),
    );
    return { terms: value, lacks };
  }

  /** Decodes twice if the first time shows that binaries outside the heaps are needed. */
  async #decode<Value>(
    heaps: readonly Heap[],
    limits: Partial<TermLimits>,
    read: (decoder: TermDecoder) => Value,
  ): Promise<{ value: Value; lacks: string[] }> {
    const settled = { ...LIMITS, ...limits };
    const around: Surroundings = {
      heaps,
      literals: this.#index.literals ?? new Heap(),
      isOutside: (address: number) =>
        this.#index.binaries.find(address) !== undefined,
      node: this.#node,
      nodes: this.#nodes,
      binaries: new Map(),
    };
    const cells = new Cells(around);
    const decoder = new TermDecoder(around, settled, cells);
    const value = read(decoder);
    const { wanted } = decoder.losses;
    if (wanted.size === 0) return { value, lacks: lacksOf(decoder, cells) };
    const binaries = await this.#binaries([...wanted.values()]);
    const again = new TermDecoder({ ...around, binaries }, settled, cells);
    return { value: read(again), lacks: lacksOf(again, cells) };
  }

  /** Fetches parts of binaries. */
  async #binaries(
    wanted: readonly Wanted[],
  ): Promise<Map<string, Uint8Array>> {
    const parts = wanted.slice(0, MAX_WANTED).flatMap((part) => {
      const found = this.#index.binaries.find(part.address);
      if (found === undefined || part.offset + part.length > found.size) {
        return [];
      }
      const before = Math.floor(part.offset / 3);
      const line = found.body + found.size.toString(16).length + 1;
      const range = {
        offset: line + before * 4,
        length: encodedLength(part.offset + part.length - before * 3),
      };
      return [{ part, range, from: part.offset - before * 3 }];
    });
    const texts = await this.#source.read(parts.map(({ range }) => range));
    const fetched = new Map<string, Uint8Array>();
    for (const [i, { part, from }] of parts.entries()) {
      const bytes = decoded(texts[i] ?? new Uint8Array(0));
      const cut = bytes?.subarray(from, from + part.length);
      if (cut?.length === part.length) fetched.set(wantedKey(part), cut);
    }
    return fetched;
  }

  /** Reads ranges, and the literals with them the first time. */
  async #read(ranges: readonly Range[]): Promise<Uint8Array[]> {
    const index = this.#index;
    if (index.literals !== undefined) return await this.#source.read(ranges);
    const literals = this.#section("literals", MAX_LITERALS);
    const read = await this.#source.read([...ranges, literals]);
    index.literals = new Heap(read.pop());
    return read;
  }

  /** The first section of a kind. */
  #section(kind: "literals" | "persistent_terms", max: number): Range {
    const counts = this.#index.sections.find((it) => it.kind === kind);
    return counts === undefined
      ? NOTHING
      : atMost({ offset: counts.offset, length: counts.bytes }, max);
  }

  /** The fields of a process. */
  #fields(row: number): Range {
    const { processes } = this.#index;
    const offset = processes.get("offset", row);
    const next = row + 1 < processes.count
      ? processes.get("offset", row + 1)
      : this.#index.bytes;
    return atMost({ offset, length: next - offset }, MAX_FIELDS);
  }

  /** A section of a process's terms. */
  #range(row: number, column: WideColumn): Range {
    const { processes } = this.#index;
    const offset = processes.get(column, row);
    if (offset === UNKNOWN) return NOTHING;
    const ends = [...SECTIONS, "heapEnd" as const]
      .map((it) => processes.get(it, row)).filter((it) => it > offset);
    const end = Math.min(...ends, this.#index.bytes);
    return { offset, length: end - offset };
  }
}

/** An atom whose name the file chose: it is not kept forever. */
function named(name = "nonode@nohost"): Atom {
  const bytes = new TextEncoder().encode(name);
  try {
    return atoms.find(bytes, 0, bytes.length);
  } catch {
    return atom("unknown");
  }
}

function atMost({ offset, length }: Range, max: number): Range {
  return { offset, length: Math.max(0, Math.min(length, max)) };
}

function tail({ offset, length }: Range, max: number): Range {
  return { offset: offset + length - max, length: max };
}

/** Without the last line if that is cut. */
function whole(bytes: Uint8Array = new Uint8Array(0)): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
}

/** The lines of a section, without those of the next. */
function section(bytes: Uint8Array): Uint8Array {
  let at = bytes.indexOf(NEWLINE) + 1;
  while (at > 0 && at < bytes.length) {
    const end = bytes.indexOf(NEWLINE, at);
    const lineEnd = end < 0 ? bytes.length : end;
    if (bytes[at] === 0x3d && headingOf(bytes, at, lineEnd) !== undefined) {
      return bytes.subarray(0, at);
    }
    at = end + 1;
  }
  return bytes;
}

function decoded(text: Uint8Array): Uint8Array | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}

function lacksOf({ losses }: TermDecoder, { inexact }: Cells): string[] {
  const { missing } = losses;
  const lacks: string[] = [];
  if (missing > 0) {
    lacks.push(
      `${missing} terms are damaged or not in the dump: {'$cut',missing,Bytes,[]}`,
    );
  }
  if (inexact) {
    lacks.push("lists that are cut may be longer than they say");
  }
  return lacks;
}
