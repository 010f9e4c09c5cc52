/**
 * The processes of a node that come first by one measure.
 *
 * @module
 */

import { atom, binary, map, type Term } from "../etf/mod.ts";
import { readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import { top_processes } from "./probes/top_processes.gen.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
  readFields,
  readInteger,
  readKnownMfa,
  readMfa,
  readRegisteredName,
  readTable,
} from "./read.ts";

/** What processes can be sorted by, and the item of `process_info/2` that it is. */
const SORT_ITEMS = {
  memory: "memory",
  heap: "total_heap_size",
  stack: "stack_size",
  reductions: "reductions",
  mailbox: "message_queue_len",
} as const;

/** What processes can be sorted by, the largest first. */
export type ProcessSort = keyof typeof SORT_ITEMS;

/** The names of {@linkcode ProcessSort}. */
export const PROCESS_SORTS: readonly ProcessSort[] = [
  "memory",
  "heap",
  "stack",
  "reductions",
  "mailbox",
];

/** More rows than this are never sent. */
export const MOST_PROCESSES = 500;

/** Arguments of {@linkcode topProcesses}. */
export interface TopProcessesArgs {
  readonly sort: ProcessSort;
  /** How many, at most; between 1 and {@linkcode MOST_PROCESSES}. */
  readonly limit: number;
  /**
   * Only those whose registered name, initial call (as spawned, or as `proc_lib`
   * knows it) or current function holds this text, in any case.
   */
  readonly text?: string | undefined;
}

/** One process among others. */
export interface ProcessRow {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** As `proc_lib` knows it: `MyServer:init/1`; else the function spawned. */
  readonly initial_call: Mfa;
  readonly current_function?: Mfa | undefined;
  /** `waiting`, `running`, `runnable`, `garbage_collecting`, `suspended`, `exiting`… */
  readonly status: string;
  /** Messages in its mailbox. */
  readonly mailbox: number;
  readonly memory_bytes: number;
  readonly heap_bytes: number;
  readonly stack_bytes: number;
  /** Since it was spawned. */
  readonly reductions: number;
}

/** Answer of {@linkcode topProcesses}. */
export interface TopProcesses {
  /** On the node, without ours. */
  readonly total: number;
  /** Among them, those that the text picks; all where there is none. */
  readonly matched: number;
  /** Those that ended while they were looked at are left out. */
  readonly processes: readonly ProcessRow[];
  readonly cost: Cost;
}

/** The first by one measure; equal ones in the order of their pids. */
export const topProcesses: Probe<TopProcessesArgs, TopProcesses> = defineProbe(
  top_processes,
  {
    encode: ({ sort, limit, text }) =>
      map([
        [atom("sort"), atom(SORT_ITEMS[sort])],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_PROCESSES)],
        [atom("text"), binary((text ?? "").toLowerCase())],
      ]),
    decode(answer, { node, cost }): TopProcesses {
      const fields = readFields(answer);
      const wordBytes = fields.get("word_bytes", readInteger);
      return {
        total: fields.get("total", readInteger),
        matched: fields.get("matched", readInteger),
        processes: fields.get("processes", readTable).map((row) =>
          readRow(row, node, wordBytes)
        ),
        cost,
      };
    },
  },
);

function readRow(row: Fields, node: string, wordBytes: number): ProcessRow {
  const readBytes = (term: Term): number => readInteger(term) * wordBytes;
  return {
    pid: row.get("pid", (pid) => readPid(pid, node)),
    registered_name: row.get("registered_name", readRegisteredName),
    initial_call: row.get("started_as", readKnownMfa) ??
      row.get("initial_call", readMfa),
    current_function: row.get("current_function", readKnownMfa),
    status: row.get("status", readAtom),
    mailbox: row.get("message_queue_len", readInteger),
    memory_bytes: row.get("memory", readInteger),
    heap_bytes: row.get("total_heap_size", readBytes),
    stack_bytes: row.get("stack_size", readBytes),
    reductions: row.get("reductions", readInteger),
  };
}
