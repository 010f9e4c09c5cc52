/**
 * Mnesia of a node: its tables, who holds locks, and what waits for them.
 *
 * @module
 */

import { Atom, atom, map, Pid, type Term } from "../etf/mod.ts";
import {
  type Counted,
  readCounted,
  readCountedTable,
  readKnownInteger,
} from "./counted.ts";
import { readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Fields,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readList,
  readTuple,
} from "./read.ts";

/** Arguments of {@linkcode mnesiaUse}. */
export interface MnesiaArgs {
  /** Most tables, locks and transactions, each; at most 200. */
  readonly limit: number;
}

/** A lock that is held, or waited for. */
export interface MnesiaLock {
  readonly table: string;
  /** Whether the whole table is locked or one record. */
  readonly of: string;
  /** `read` or `write`. */
  readonly kind: string;
  /** The process whose transaction it is. */
  readonly process?: string | undefined;
  /** Of a lock that is waited for, the process that has it. */
  readonly held_by?: string | undefined;
}

/** A table of Mnesia. */
export interface MnesiaTable {
  readonly table: string;
  /** `ram_copies`, `disc_copies`, `disc_only_copies`, or `unknown` where another node has it. */
  readonly storage: string;
  readonly type?: string | undefined;
  readonly size?: number | undefined;
  /** Of tables on disc only, of the file. */
  readonly memory_bytes?: number | undefined;
  /** Nodes that have an active copy. */
  readonly active_on: readonly string[];
}

/** What Mnesia says where it runs; parts that it did not tell in time are missing. */
export interface MnesiaUse {
  readonly nodes: readonly string[];
  readonly running_nodes: readonly string[];
  readonly uses_disc?: boolean | undefined;
  readonly commits?: number | undefined;
  readonly failures?: number | undefined;
  readonly restarts?: number | undefined;
  readonly log_writes?: number | undefined;
  readonly held_locks?: Counted<MnesiaLock> | undefined;
  readonly waiting_locks?: Counted<MnesiaLock> | undefined;
  readonly transactions?:
    | Counted<{
      readonly process?: string | undefined;
      /** `coordinator` where it began, or `participant`. */
      readonly role: string;
    }>
    | undefined;
  readonly tables?: Counted<MnesiaTable> | undefined;
}

/** Answer of {@linkcode mnesiaUse}. */
export interface Mnesia {
  readonly running: boolean;
  /** Missing where it does not run. */
  readonly mnesia?: MnesiaUse | undefined;
  readonly cost: Cost;
}

/** Mnesia, where it runs; the largest tables first. */
export const mnesiaUse: Probe<MnesiaArgs, Mnesia> = defineProbe("get_mnesia", {
  encode: ({ limit }) =>
    map([[atom("limit"), Math.min(Math.max(1, limit), 200)]]),
  decode(answer, { node, cost }): Mnesia {
    if (answer instanceof Atom) return { running: false, cost };
    return { running: true, mnesia: readUse(readFields(answer), node), cost };
  },
});

function readUse(fields: Fields, node: string): MnesiaUse {
  const counts = fields.get("counts", readFields);
  const count = (name: string): number | undefined =>
    counts.get(name, readKnownInteger);
  const locks = (name: string): Counted<MnesiaLock> | undefined =>
    fields.get(
      name,
      (term) =>
        readKnown(
          term,
          (all) => readCounted(all, (lock) => readLock(lock, node)),
        ),
    );
  const wordBytes = fields.get("word_bytes", readInteger);
  return {
    nodes: fields.get("nodes", readNodes),
    running_nodes: fields.get("running_nodes", readNodes),
    uses_disc: fields.get("use_dir", (term) => readKnown(term, readBoolean)),
    commits: count("transaction_commits"),
    failures: count("transaction_failures"),
    restarts: count("transaction_restarts"),
    log_writes: count("transaction_log_writes"),
    held_locks: locks("held_locks"),
    waiting_locks: locks("lock_queue"),
    transactions: fields.get(
      "transactions",
      (term) =>
        readKnown(term, (all) =>
          readCounted(all, (entry) => {
            const [pid = entry, role = entry] = readTuple(entry, 2);
            return { process: readHolder(pid, node), role: readAtom(role) };
          })),
    ),
    tables: fields.get(
      "tables",
      (term) =>
        readKnown(
          term,
          (all) => readCountedTable(all, (row) => readTableRow(row, wordBytes)),
        ),
    ),
  };
}

/** `{Table, What, Kind, Pid, Pid}`. */
function readLock(term: Term, node: string): MnesiaLock {
  const [table = term, what = term, kind = term, pid = term, other = term] =
    readTuple(term, 5);
  return {
    table: readAtom(table),
    of: readAtom(what),
    kind: readAtom(kind),
    process: readHolder(pid, node),
    held_by: readHolder(other, node),
  };
}

function readHolder(term: Term, node: string): string | undefined {
  return term instanceof Pid ? readPid(term, node) : undefined;
}

function readTableRow(row: Fields, wordBytes: number): MnesiaTable {
  const storage = row.get("storage_type", readAtom);
  const memory = row.get("memory", readKnownInteger);
  return {
    table: row.get("name", readAtom),
    storage,
    type: row.get("type", (type) => readKnown(type, readAtom)),
    size: row.get("size", readKnownInteger),
    memory_bytes: memory === undefined || storage === "disc_only_copies"
      ? memory
      : memory * wordBytes,
    active_on: row.get("where_to_write", readNodes),
  };
}

/** Names of nodes; none where they are not known. */
function readNodes(term: Term): string[] {
  return readKnown(term, (nodes) => readList(nodes).map(readAtom)) ?? [];
}
