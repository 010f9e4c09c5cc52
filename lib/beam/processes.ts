/**
 * The processes of a node that come first by one measure.
 *
 * @module
 */

import { atom, map, type Term } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import {
  encodeFilters,
  filtersRefused,
  type ProcessFilters,
} from "./process_filters.ts";
import { readPid } from "./identifiers.ts";
import {
  type ProcessRow,
  readNotRead,
  readProcessRow,
} from "./process_rows.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Mfa,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readRegisteredName,
  readTable,
  readTuple,
} from "./read.ts";

/** What processes can be sorted by, and the item of `process_info/2` that it is. */
const SORT_ITEMS = {
  memory: "memory",
  heap: "total_heap_size",
  stack: "stack_size",
  reductions: "reductions",
  mailbox: "message_queue_len",
  binary: "binary",
  links: "links",
  monitors: "monitors",
} as const;

/** What processes can be sorted by, the largest first. */
export type ProcessSort = keyof typeof SORT_ITEMS;

/** The names of {@linkcode ProcessSort}. */
export const PROCESS_SORTS = [
  "memory",
  "heap",
  "stack",
  "reductions",
  "mailbox",
  "binary",
  "links",
  "monitors",
] as const satisfies readonly ProcessSort[];

/** More rows than this are never sent. */
export const MOST_PROCESSES = 500;

/** Arguments of {@linkcode topProcesses}. */
export interface TopProcessesArgs extends ProcessFilters {
  readonly sort: ProcessSort;
  /** How many, at most; between 1 and {@linkcode MOST_PROCESSES}. */
  readonly limit: number;
  /** Only those with this much, or growth by this much, in bytes where the measure has any. */
  readonly min?: number | undefined;
  /**
   * Sorts by growth within so many ms instead: twice the work for the node.
   * Less of it is waited where the time of the call would not do.
   */
  readonly window_ms?: number | undefined;
}

/** One process among others, by a measure. */
export interface RankedProcess extends ProcessRow {
  /** The measure, where it is one that the row has not; or its growth in the window. */
  readonly value?: number | undefined;
}

/** A process that is no more, as it was when it was looked at. */
export interface EndedProcess {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** The function spawned; missing where it ended too soon. */
  readonly initial_call?: Mfa | undefined;
  readonly current_function?: Mfa | undefined;
  /** The measure, or its growth; missing for one that was at work in the first look of a window. */
  readonly value?: number | undefined;
}

/** Processes that have ended meanwhile. */
export interface EndedProcesses {
  /** Of a window: those that were there in its first look. */
  readonly count: number;
  /** Of a window: those that have come and gone in it, at least; not known once the table of processes has been full. */
  readonly came_and_went?: number | undefined;
  /** Those that would be among the first; then some of those that were at work. */
  readonly first: readonly EndedProcess[];
}

/** Answer of {@linkcode topProcesses}. */
export interface TopProcesses {
  /** On the node, without ours. */
  readonly total: number;
  /** Among them, those that the filters and the minimum pick; in a window, those that grew. */
  readonly matched: number;
  /** How long the window was; missing where there was none. */
  readonly window_ms?: number | undefined;
  readonly processes: readonly RankedProcess[];
  /** Missing where none has. */
  readonly ended?: EndedProcesses | undefined;
  /** What is not known of them because this release would have to copy too much. */
  readonly not_read?: string | undefined;
  readonly cost: Cost;
}

/** The first by one measure; equal ones in the order of their pids. */
export const topProcesses: Probe<TopProcessesArgs, TopProcesses> = defineProbe(
  "list_processes",
  {
    encode: ({ sort, limit, min = 0, window_ms = 0, ...filters }) =>
      map([
        [atom("sort"), atom(SORT_ITEMS[sort])],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_PROCESSES)],
        [atom("min"), Math.max(0, Math.floor(min))],
        [atom("window_ms"), Math.max(0, Math.floor(window_ms))],
        [atom("filters"), encodeFilters(filters)],
      ]),
    waitsMs: ({ window_ms = 0 }) => window_ms,
    decode(answer, { node, cost }): TopProcesses {
      const fields = readFields(answer);
      const wordBytes = fields.get("word_bytes", readInteger);
      const window = fields.get("window_ms", readInteger);
      return {
        total: fields.get("total", readInteger),
        matched: fields.get("matched", readInteger),
        window_ms: window || undefined,
        not_read: fields.get("by_key", readNotRead),
        processes: fields.get("processes", readTable).map((row) => ({
          ...readProcessRow(row, node, wordBytes),
          value: row.get("value", readKnownInteger),
        })),
        ended: fields.get("ended", (ended) => readEnded(ended, node)),
        cost,
      };
    },
    refused: (refusal, args) => filtersRefused(refusal, args),
  },
);

function readEnded(term: Term, node: string): EndedProcesses | undefined {
  const [count = term, short = term, first = term] = readTuple(term, 3);
  const ended = {
    count: readInteger(count),
    came_and_went: readKnownInteger(short),
    first: readList(first).map((row) => {
      const [pid = row, value = row, facts = row] = readTuple(row, 3);
      const [name, initial, current] = readKnown(facts, readList) ?? [];
      return {
        pid: readPid(pid, node),
        registered_name: name === undefined
          ? undefined
          : readRegisteredName(name),
        initial_call: initial === undefined ? undefined : readKnownMfa(initial),
        current_function: current === undefined
          ? undefined
          : readKnownMfa(current),
        value: readKnownInteger(value),
      };
    }),
  };
  const none = ended.count === 0 && !ended.came_and_went &&
    ended.first.length === 0;
  return none ? undefined : ended;
}
