/**
 * A crash dump that has been indexed, and what can be asked about it.
 *
 * @module
 */

import { Asker, type ProcessDetail, type ProcessOptions } from "./ask.ts";
import { DumpError } from "./errors.ts";
import type { Home } from "../etf/mod.ts";
import type { Header } from "./header.ts";
import type {
  Allocator,
  EtsTable,
  ModuleRow,
  NodeRow,
  PortRow,
} from "./holders.ts";
import { DumpIndex, type SectionCount } from "./index.ts";
import { HeaderLines } from "./header.ts";
import type { Kind } from "./kinds.ts";
import { notesOn } from "./notes.ts";
import type { Note } from "./notes.ts";
import type { ProcessTable } from "./process_table.ts";
import type { Relations } from "./relations.ts";
import type { RunQueue, Scheduler } from "./schedulers.ts";
import {
  MAX_BYTES,
  MAX_INFLATED,
  type Patience,
  patient,
  reasonOf,
} from "./patience.ts";
import { openSource, type Source } from "./source.ts";
import type { TermLimits } from "./around.ts";
import type { DictionaryEntry } from "./process.ts";
import { pidKeyOf, textIn } from "./text.ts";

/** How a dump is read. */
export interface OpenOptions extends Patience {
  /**
   * Maximum size, inflated, in bytes; the rest is not read.
   * @default {68_719_476_736}, of a compressed file {8_589_934_592}
   */
  readonly maxBytes?: number;
}

/**
 * Reads a crash dump once, and keeps an index of it.
 *
 * @throws {DumpError} `permission_denied`, `no_such_file`, `not_a_file`, `unreadable`, or
 * `not_a_dump`
 */
export async function openDump(
  path: string,
  options: OpenOptions = {},
): Promise<Dump> {
  return await readDump(path, await openSource(path), options);
}

/**
 * Reads a crash dump from any source, as {@linkcode openDump} does from a file.
 *
 * @throws {DumpError} `not_a_dump`, or why the source cannot be read
 */
export async function readDump(
  path: string,
  source: Source,
  {
    signal,
    early,
    maxBytes = source.gzip ? MAX_INFLATED : MAX_BYTES,
  }: OpenOptions = {},
): Promise<Dump> {
  const index = new DumpIndex();
  const { broken } = await source.stream((bytes, last) => {
    signal?.throwIfAborted();
    const isFull = !last && index.bytes + bytes.length > maxBytes;
    const isEnded = !last && early?.aborted;
    const used = index.feed(bytes, last || isFull || isEnded === true);
    if (!index.isDump && index.bytes > 0) throw notADump(path);
    if (isEnded) index.stopped = reasonOf(early);
    else if (isFull) index.isFull = true;
    else return used;
    return undefined;
  });
  if (!index.isDump) throw notADump(path);
  return new Dump(path, source, index, broken);
}

function notADump(path: string): DumpError {
  return new DumpError(
    "not_a_dump",
    `${path} is not an Erlang crash dump`,
    "a dump starts with =erl_crash_dump",
  );
}

/** Bytes that most atoms fit in. */
const MAX_ATOM = 256;

/** An indexed crash dump. */
export class Dump {
  /** The file. */
  readonly path: string;
  /** What the dump says about itself. */
  readonly header: Header;
  /** What is missing or damaged; empty for a whole dump. */
  readonly notes: readonly Note[];
  readonly #source: Source;
  readonly #index: DumpIndex;
  readonly #isBroken: boolean;
  readonly #asker: Asker;

  /** Creates a dump from its index; see {@linkcode openDump}. */
  constructor(path: string, source: Source, index: DumpIndex, broken: boolean) {
    this.path = path;
    this.#source = source;
    this.#index = index;
    this.#isBroken = broken;
    this.header = (index.header ?? new HeaderLines()).header;
    this.notes = notesOn(index, source, broken);
    this.#asker = new Asker(source, index);
  }

  /** The same dump for one question, whose further reads end when they must. */
  during(patience: Patience): Dump {
    const source = patient(this.#source, patience);
    return new Dump(this.path, source, this.#index, this.#isBroken);
  }

  /** Why only the first part of it was read, if so: somebody ended that, or it is too large. */
  get unread(): "stopped" | "too_large" | undefined {
    const { stopped, isFull } = this.#index;
    return stopped !== undefined ? "stopped" : isFull ? "too_large" : undefined;
  }

  /** Size of the file, in bytes. */
  get fileSize(): number {
    return this.#source.fileSize;
  }

  /** Size of the dump, inflated, in bytes. */
  get bytes(): number {
    return this.#index.bytes;
  }

  /** Whether the file is compressed. */
  get gzip(): boolean {
    return this.#source.gzip;
  }

  /** Name of the node; `undefined` if it is not in the dump. */
  get node(): string | undefined {
    return this.#index.node;
  }

  /** What pids are printed without the name of their node: see `FormatOptions.home`. */
  get home(): Home {
    return { node: this.node ?? "nonode@nohost", creation: 0 };
  }

  /** Sections by kind, in the dump's order. */
  get sections(): readonly SectionCount[] {
    return this.#index.sections;
  }

  /** Number of sections of a kind. */
  count(kind: Kind): number {
    return this.#index.count(kind);
  }

  /** Processes, in columns. */
  get processes(): ProcessTable {
    return this.#index.processes;
  }

  /** ETS tables. */
  get ets(): readonly EtsTable[] {
    return this.#index.ets;
  }

  /** Ports. */
  get ports(): readonly PortRow[] {
    return this.#index.ports;
  }

  /** Other nodes that the node knew. */
  get nodes(): readonly NodeRow[] {
    return this.#index.nodes;
  }

  /** Loaded modules. */
  get modules(): readonly ModuleRow[] {
    return this.#index.modules;
  }

  /** Schedulers of all kinds. */
  get schedulers(): readonly Scheduler[] {
    return this.#index.schedulers;
  }

  /** The run queues that dirty schedulers share. */
  get dirtyRunQueues(): ReadonlyMap<"dirty_cpu" | "dirty_io", RunQueue> {
    return this.#index.dirtyRunQueues;
  }

  /** Bytes by type, as `erlang:memory/0`. */
  get memory(): ReadonlyMap<string, number> {
    return this.#index.memory;
  }

  /** `size`, `limit` and `entries` of the tables of atoms, modules and exports, by their names. */
  get indexTables(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.#index.indexTables;
  }

  /** Allocators by bytes taken from the operating system. */
  get allocators(): readonly Allocator[] {
    return this.#index.allocators.rows;
  }

  /** The newest atoms, newest first, at most `max`; as dumps write them, some in quotes. */
  async newestAtoms(max: number): Promise<readonly string[]> {
    const offset = this.#index.offsetOf("atoms");
    if (offset === undefined) return [];
    const length = Math.min(MAX_ATOM * max, this.bytes - offset);
    const [bytes = new Uint8Array(0)] = await this.#source
      .read([{ offset, length }]);
    // The first line is the heading, the last one may be cut.
    const [, ...lines] = textIn(bytes, 0, bytes.length, bytes.length)
      .split("\n").slice(0, -1);
    const end = lines.findIndex((line) => line.startsWith("="));
    return lines.slice(0, end < 0 ? max : Math.min(end, max));
  }

  /**
   * Reads what a process held: its stack, messages and dictionary as terms.
   *
   * @throws {DumpError} `no_such_process`, or that the file cannot be read any more
   */
  async process(
    pid: string,
    options: ProcessOptions = {},
  ): Promise<ProcessDetail> {
    const row = this.processes.find(pidKeyOf(pid));
    if (row < 0) {
      throw new DumpError(
        "no_such_process",
        `${
          this.unread ? "the part of the dump that was read" : "the dump"
        } has no process ${pid}`,
        "it had ended, or its section is missing: list the dump's processes",
      );
    }
    return await this.#asker.process(row, options);
  }

  /**
   * Reads links and monitors of the processes in some rows of the table, in that order.
   *
   * @throws {DumpError} if the file cannot be read any more
   */
  async relations(rows: readonly number[]): Promise<readonly Relations[]> {
    return await this.#asker.relations(rows);
  }

  /**
   * Reads persistent terms, at most `max` of them.
   *
   * @throws {DumpError} if the file cannot be read any more
   */
  async persistentTerms(
    max: number,
    limits: Partial<TermLimits> = {},
  ): Promise<{ terms: DictionaryEntry[]; lacks: string[] }> {
    return await this.#asker.persistentTerms(max, limits);
  }

  /** Counts against their limits; what the dump does not say is `undefined`. */
  get limits(): Readonly<Record<"processes" | "ports" | "atoms", Limit>> {
    const { allocatedAreas, indexTables } = this.#index;
    const atomTable = indexTables.get("atom_tab");
    const { wordSize, atoms } = this.header;
    const slots = (area: string): number | undefined => {
      const size = allocatedAreas.get(area);
      // A slot is a pointer, and four bytes in the queue of free slots.
      return size === undefined ? undefined : Math.floor(size / (wordSize + 4));
    };
    return {
      processes: { count: this.count("proc"), limit: slots("process_table") },
      ports: { count: this.count("port"), limit: slots("port_table") },
      atoms: {
        count: atomTable?.get("entries") ?? atoms,
        limit: atomTable?.get("limit"),
      },
    };
  }
}

/** How many there are, and how many there can be. */
export interface Limit {
  /** How many there were. */
  readonly count: number | undefined;
  /** How many there could be. */
  readonly limit: number | undefined;
}
