/**
 * The index of a dump, made while its bytes go by once: the small sections whole, the
 * processes in columns, and where the rest is.
 *
 * @module
 */

import { Binaries } from "./binaries.ts";
import { HeaderLines } from "./header.ts";
import type { Heap } from "./heap.ts";
import {
  Allocators,
  etsFrom,
  type EtsTable,
  moduleFrom,
  type ModuleRow,
  nodeFrom,
  type NodeRow,
  portFrom,
  type PortRow,
  unquoted,
} from "./holders.ts";
import { InitialCalls } from "./initial_calls.ts";
import type { Kind } from "./kinds.ts";
import { ProcessLines } from "./process_lines.ts";
import { ProcessTable, type WideColumn } from "./process_table.ts";
import { type Heading, type OnLine, type Reader, Scanner } from "./scanner.ts";
import {
  type RunQueue,
  runQueueFrom,
  type Scheduler,
  schedulerFrom,
} from "./schedulers.ts";
import { Section } from "./section.ts";
import { Strings } from "./strings.ts";
import { pidKeyIn, textIn, UNKNOWN } from "./text.ts";

/** Sections of one kind. */
export interface SectionCount {
  /** What they are about: `proc`. */
  readonly kind: Kind;
  /** How many there are. */
  readonly count: number;
  /** Their size together, in bytes. */
  readonly bytes: number;
  /** Where the first one starts. */
  readonly offset: number;
}

/** Maximum rows that are kept of ETS tables, ports, modules, nodes and schedulers, each. */
const MAX_ROWS = 1 << 17;
/** Maximum size of the texts in all of them, in characters. */
const MAX_TEXTS = 48 << 20;

/** Columns for where the sections of a process start. */
const PLACES: Partial<Record<Kind, WideColumn>> = {
  proc_messages: "messagesAt",
  proc_dictionary: "dictionaryAt",
  proc_stack: "stackAt",
  proc_heap: "heapAt",
};

/** Maximum index tables that are kept. */
const MAX_TABLES = 64;

const NEWLINE = 0x0a;

/** What a dump holds. */
export class DumpIndex {
  readonly strings: Strings = new Strings();
  readonly processes: ProcessTable = new ProcessTable(this.strings);
  readonly binaries: Binaries = new Binaries();
  readonly allocators: Allocators = new Allocators();
  /** Bytes by type, as `erlang:memory/0`. */
  memory: ReadonlyMap<string, number> = new Map();
  /** Bytes by area, as `erlang:system_info(allocated_areas)`. */
  allocatedAreas: ReadonlyMap<string, number> = new Map();
  /** `size`, `limit` and `entries` of the tables of atoms, modules and exports, by their names. */
  readonly indexTables: Map<string, ReadonlyMap<string, number>> = new Map();
  readonly schedulers: Scheduler[] = [];
  /** The run queues that dirty schedulers share. */
  readonly dirtyRunQueues: Map<"dirty_cpu" | "dirty_io", RunQueue> = new Map();
  readonly ets: EtsTable[] = [];
  readonly ports: PortRow[] = [];
  readonly nodes: NodeRow[] = [];
  readonly modules: ModuleRow[] = [];
  /** Name of the node; `undefined` if it is not in the dump. */
  node: string | undefined;
  /** Why the runtime system stopped writing the dump, if it says so. */
  aborted: string | undefined;
  /** Kind of the last section. */
  last: Kind | undefined;
  /** Why reading ended before the dump did; `undefined` if nobody ended it. */
  stopped: string | undefined;
  /** Whether the dump is larger than what is read. */
  isFull = false;
  /** The literals, once a question has read them. */
  literals: Heap | undefined;
  /** Size of the dump so far, inflated, in bytes. */
  bytes = 0;
  readonly #counts = new Map<
    Kind,
    { -readonly [K in keyof SectionCount]: SectionCount[K] }
  >();
  readonly #calls = new InitialCalls(this.processes, this.strings);
  readonly #lines = new ProcessLines(this.processes, this.strings);
  readonly #scanner = new Scanner((heading) => this.#open(heading));
  #header: HeaderLines | undefined;
  #offset = 0;
  #texts = 0;
  #close: ((end: number) => void) | undefined;

  /** Whether the bytes so far start as a dump does. */
  get isDump(): boolean {
    return this.#header !== undefined;
  }

  /** Where the header's lines are. */
  get header(): HeaderLines | undefined {
    return this.#header;
  }

  /** Sections by kind, in the dump's order. */
  get sections(): readonly SectionCount[] {
    return [...this.#counts.values()];
  }

  /** Fields of processes that are there, but cannot be read. */
  get damagedFields(): number {
    return this.#lines.damaged;
  }

  /** Number of sections of a kind. */
  count(kind: Kind): number {
    return this.#counts.get(kind)?.count ?? 0;
  }

  /** Where the first section of a kind starts; `undefined` if there is none. */
  offsetOf(kind: Kind): number | undefined {
    return this.#counts.get(kind)?.offset;
  }

  /** Looks at the next bytes; returns how many it has finished with. */
  feed(bytes: Uint8Array, last: boolean): number {
    const used = this.#scanner.feed(bytes);
    this.bytes += used;
    if (!last) return used;
    this.#scanner.finish(bytes.subarray(used));
    this.bytes += bytes.length - used;
    // A stack on which the dump ends may have been longer.
    if (this.last === "proc_stack") this.#close = undefined;
    this.#end(this.bytes);
    this.#calls.finish();
    if (this.last === "proc") this.processes.doubtLast();
    return bytes.length;
  }

  /** Ends the section before, and starts one. */
  #open(heading: Heading): Reader | undefined {
    const { kind, offset } = heading;
    this.#end(offset);
    this.#offset = offset;
    this.last = kind;
    const counts = this.#counts.get(kind);
    if (counts === undefined) {
      this.#counts.set(kind, { kind, count: 1, bytes: 0, offset });
    } else counts.count++;
    return this.#reader(heading);
  }

  #end(offset: number): void {
    const close = this.#close;
    this.#close = undefined;
    close?.(offset);
    const counts = this.last && this.#counts.get(this.last);
    if (counts !== undefined) counts.bytes += offset - this.#offset;
  }

  /** What reads a section's lines, if anything. */
  #reader(heading: Heading): Reader | undefined {
    const { kind, bytes, idStart, idEnd } = heading;
    switch (kind) {
      case "erl_crash_dump":
        return heading.offset === 0 ? this.#startHeader() : undefined;
      case "proc":
        return this.#process(heading);
      case "proc_messages":
      case "proc_dictionary":
      case "proc_stack":
      case "proc_heap":
        return this.#place(heading);
      case "binary":
        this.binaries.start(heading);
        return this.binaries;
      case "memory":
        return this.#whole(heading, (it) => this.memory = it.numbers());
      case "allocated_areas":
        return this.#whole(heading, (it) => this.allocatedAreas = it.numbers());
      case "index_table":
        if (this.indexTables.size >= MAX_TABLES) return undefined;
        return this.#whole(
          heading,
          (it) => this.indexTables.set(it.id, it.numbers()),
        );
      case "allocator":
        return this.#whole(heading, (it) => this.allocators.add(it));
      case "scheduler":
      case "dirty_cpu_scheduler":
      case "dirty_io_scheduler":
        return this.#row(
          heading,
          this.schedulers,
          (it) => schedulerFrom(kind, it),
        );
      case "dirty_cpu_run_queue":
        return this.#runQueue(heading, "dirty_cpu");
      case "dirty_io_run_queue":
        return this.#runQueue(heading, "dirty_io");
      case "ets":
      case "internal_ets":
        return this.#row(heading, this.ets, etsFrom);
      case "port":
        return this.#row(heading, this.ports, portFrom);
      case "visible_node":
      case "hidden_node":
      case "not_connected":
        return this.#row(heading, this.nodes, nodeFrom);
      case "mod":
        return this.#row(heading, this.modules, moduleFrom);
      case "literals":
        return this.#calls.wantsLiterals
          ? { line: this.#calls.literal }
          : undefined;
      case "node":
        this.node ??= unquoted(textIn(bytes, idStart, idEnd));
        return undefined;
      case "no_distribution":
        this.node ??= "nonode@nohost";
        return undefined;
      case "abort":
        this.aborted ??= textIn(bytes, idStart, idEnd, 200);
        return undefined;
      case "other":
      case "memory_status":
      case "memory_map":
      case "hash_table":
      case "instr_data":
      case "old_instr_data":
      case "timer":
      case "loaded_modules":
      case "fun":
      case "persistent_terms":
      case "atoms":
      case "end":
        return undefined;
    }
  }

  #startHeader(): Reader {
    const header = this.#header = new HeaderLines();
    this.#scanner.deafen(true);
    const line: OnLine = (bytes, start, end, piece) => {
      header.line(bytes, start, end, piece);
      this.#scanner.deafen(header.inSlogan);
    };
    return { line };
  }

  #process({ bytes, idStart, idEnd, offset }: Heading): Reader | undefined {
    const key = pidKeyIn(bytes, idStart, idEnd);
    const row = this.processes.add(key, offset);
    if (key === UNKNOWN) this.#lines.damaged++;
    if (row === UNKNOWN) return undefined;
    this.#lines.start(row);
    return this.#lines;
  }

  /** Notes where a process's terms are. */
  #place(
    { kind, bytes, idStart, idEnd, offset }: Heading,
  ): Reader | undefined {
    const column = PLACES[kind];
    const row = this.processes.find(pidKeyIn(bytes, idStart, idEnd));
    if (column === undefined || row === UNKNOWN) return undefined;
    this.processes.set(column, row, offset);
    if (column === "stackAt") return this.#stack(row);
    if (column !== "heapAt") return undefined;
    this.#close = (end) => {
      this.processes.set("heapEnd", row, end);
      this.#calls.end();
    };
    this.#calls.start(row);
    return this.#calls;
  }

  /** Counts the words of a stack: each has a line. */
  #stack(row: number): Reader {
    let words = 0;
    this.#close = () => this.processes.set("stackWords", row, words);
    return {
      skipped(bytes, start, end): void {
        let at = bytes.indexOf(NEWLINE, start);
        for (; at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
          words++;
        }
      },
    };
  }

  #whole(heading: Heading, take: (section: Section) => void): Reader {
    const section = new Section(heading);
    this.#close = () => take(section);
    return section;
  }

  #row<Row extends object>(
    heading: Heading,
    rows: Row[],
    make: (section: Section) => Row,
  ): Reader | undefined {
    if (rows.length >= MAX_ROWS || this.#texts > MAX_TEXTS) return undefined;
    return this.#whole(heading, (section) => {
      const row = make(section);
      this.#texts += sizeOf(row);
      rows.push(row);
    });
  }

  #runQueue(heading: Heading, kind: "dirty_cpu" | "dirty_io"): Reader {
    return this.#whole(heading, (section) => {
      const queue = runQueueFrom(section);
      if (queue !== undefined) this.dirtyRunQueues.set(kind, queue);
    });
  }
}

/** Size of the texts in a row, in characters. */
function sizeOf(row: object): number {
  let size = 0;
  for (const value of Object.values(row)) {
    if (typeof value === "string") size += value.length;
    if (Array.isArray(value)) size += value.join().length;
  }
  return size;
}
