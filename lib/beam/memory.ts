/**
 * Where the memory of a node is.
 *
 * @module
 */

import { atom, map, type Term } from "../etf/mod.ts";
import { readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
  readFields,
  readInteger,
  readKnownMfa,
  readList,
  readMfa,
  readRegisteredName,
  readTable,
  readText,
  readTuple,
} from "./read.ts";
import { readTableId } from "./tables.ts";

/** What can be asked for beside the classes. */
export const MEMORY_SECTIONS = [
  "allocators",
  "holders",
  "atoms",
  "persistent_terms",
] as const;

/** One of {@linkcode MEMORY_SECTIONS}. */
export type MemorySection = typeof MEMORY_SECTIONS[number];

/** Arguments of {@linkcode memoryUse}. */
export interface MemoryUseArgs {
  readonly sections: readonly MemorySection[];
  /** Most holders and names of each kind, at most 100. */
  readonly limit: number;
}

/** An allocator of the emulator, over all its instances. */
export interface AllocatorRow {
  readonly allocator: string;
  /** In use. */
  readonly blocks_bytes: number;
  /** Taken from the operating system. */
  readonly carriers_bytes: number;
  /** Share of the carriers that is in use; low and large means fragmentation. */
  readonly used_percent: number;
  /** Of the carriers, those that hold a single large block. */
  readonly single_block_carriers_bytes: number;
  /** Of the carriers, those that nobody owns and any instance may take. */
  readonly pooled_carriers_bytes: number;
}

/** The largest holders of memory. */
export interface MemoryHolders {
  readonly processes: readonly {
    readonly pid: string;
    readonly registered_name?: string | undefined;
    readonly initial_call: Mfa;
    readonly memory_bytes: number;
  }[];
  readonly tables: readonly {
    readonly table: string;
    readonly name?: string | undefined;
    readonly owner: string | undefined;
    readonly memory_bytes: number;
  }[];
}

/** Answer of {@linkcode memoryUse}. */
export interface MemoryUse {
  /** By class, as `erlang:memory/0` has it; missing where the emulator does not count. */
  readonly classes_bytes?: Readonly<Record<string, number>> | undefined;
  /** Of these, what the processes of beamtap itself use. */
  readonly beamtap_bytes: number;
  /** The largest first. */
  readonly allocators?: readonly AllocatorRow[] | undefined;
  readonly holders?: MemoryHolders | undefined;
  readonly atoms?: {
    readonly count: number;
    readonly limit: number;
    /** Names of the atoms made last, the newest first. */
    readonly newest: readonly string[];
  } | undefined;
  readonly persistent_terms?: {
    readonly count: number;
    readonly memory_bytes: number;
    /** By the atom that keys begin with, as a rule a module; `other` for the rest. */
    readonly keys: readonly {
      readonly begins_with: string;
      readonly count: number;
    }[];
  } | undefined;
  readonly cost: Cost;
}

/** Classes of memory, and the sections asked for. */
export const memoryUse: Probe<MemoryUseArgs, MemoryUse> = defineProbe(
  "get_memory",
  {
    encode: ({ sections, limit }) =>
      map([
        [atom("sections"), [...new Set(sections)].map(atom)],
        [atom("limit"), Math.min(Math.max(1, limit), 100)],
      ]),
    decode(answer, { node, cost }): MemoryUse {
      const fields = readFields(answer);
      const wordBytes = fields.get("word_bytes", readInteger);
      return {
        classes_bytes: fields.get("classes", readClasses),
        beamtap_bytes: fields.get("ours", readInteger),
        allocators: fields.find("allocators", readAllocators),
        holders: fields.find(
          "holders",
          (term) => readHolders(term, node, wordBytes),
        ),
        atoms: fields.find("atoms", (term) => {
          const atoms = readFields(term);
          return {
            count: atoms.get("count", readInteger),
            limit: atoms.get("limit", readInteger),
            newest: atoms.get("newest", readList).map(readText),
          };
        }),
        persistent_terms: fields.find("persistent_terms", (term) => {
          const terms = readFields(term);
          return {
            count: terms.get("count", readInteger),
            memory_bytes: terms.get("bytes", readInteger),
            keys: terms.get("keys", readList).map(readKeys),
          };
        }),
        cost,
      };
    },
  },
);

/** Bytes by class; nothing where there are none. */
export function readClasses(term: Term): Record<string, number> | undefined {
  const classes = readFields(term);
  const names = classes.keys();
  return names.length === 0 ? undefined : Object.fromEntries(
    names.map((name) => [name, classes.get(name, readInteger)]),
  );
}

function readAllocators(term: Term): AllocatorRow[] {
  return readTable(term).map(readAllocator)
    .toSorted((a, b) => b.carriers_bytes - a.carriers_bytes);
}

function readAllocator(row: Fields): AllocatorRow {
  const bytes = (...names: string[]): number =>
    names.reduce((sum, name) => sum + row.get(name, readInteger), 0);
  const blocks = bytes("blocks", "single_blocks");
  const carriers = bytes("carriers", "single_carriers");
  return {
    allocator: row.get("name", readAtom),
    blocks_bytes: blocks,
    carriers_bytes: carriers,
    used_percent: carriers === 0 ? 100 : Math.round(1000 * blocks / carriers) /
      10,
    single_block_carriers_bytes: bytes("single_carriers"),
    pooled_carriers_bytes: bytes("pooled"),
  };
}

function readHolders(
  term: Term,
  node: string,
  wordBytes: number,
): MemoryHolders {
  const fields = readFields(term);
  return {
    processes: fields.get("processes", readTable).map((row) => ({
      pid: row.get("pid", (pid) => readPid(pid, node)),
      registered_name: row.get("registered_name", readRegisteredName),
      initial_call: row.get("started_as", readKnownMfa) ??
        row.get("initial_call", readMfa),
      memory_bytes: row.get("memory", readInteger),
    })),
    tables: fields.get("tables", readTable).map((row) => {
      const table = row.get("id", readTableId);
      const name = row.get("name", readAtom);
      return {
        table,
        name: name === table ? undefined : name,
        owner: row.get("owner", (pid) => readPid(pid, node)),
        memory_bytes: row.get("words", readInteger) * wordBytes,
      };
    }),
  };
}

function readKeys(term: Term): { begins_with: string; count: number } {
  const [count = term, kind = term] = readTuple(term, 2);
  return { begins_with: readAtom(kind), count: readInteger(count) };
}
