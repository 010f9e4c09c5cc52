/**
 * How many processes of a node are of each kind, and what they take together; or
 * which come and go in a window.
 *
 * @module
 */

import { Atom, atom, map, Pid, type Term, Tuple } from "../etf/mod.ts";
import { readPid } from "./identifiers.ts";
import {
  encodeFilters,
  filtersRefused,
  type ProcessFilters,
} from "./process_filters.ts";
import { namesUnknown } from "./process_refused.ts";
import { readNotRead } from "./process_rows.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Mfa,
  readAtom,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readMfa,
  readRegisteredName,
  readText,
  readTuple,
} from "./read.ts";

/** What makes processes of one kind, and what it is to `group_processes.erl`. */
const KIND_ITEMS = {
  initial_call: "initial_call",
  current_function: "current_function",
  status: "status",
  application: "application",
  label: "label",
  spawner: "parent",
} as const;

/** What makes processes of one kind. */
export type ProcessKind = keyof typeof KIND_ITEMS;

/** The names of {@linkcode ProcessKind}. */
export const PROCESS_KINDS = [
  "initial_call",
  "current_function",
  "status",
  "application",
  "label",
  "spawner",
] as const satisfies readonly ProcessKind[];

/** What groups can be sorted by, and the item whose sum it is. */
const MEASURE_ITEMS = {
  count: "count",
  memory: "memory",
  heap: "total_heap_size",
  reductions: "reductions",
  mailbox: "message_queue_len",
  binary: "binary",
} as const;

/** What groups can be sorted by: their number, or what they have together. */
export type GroupSort = keyof typeof MEASURE_ITEMS;

/** The names of {@linkcode GroupSort}. */
export const GROUP_SORTS = [
  "count",
  "memory",
  "heap",
  "reductions",
  "mailbox",
  "binary",
] as const satisfies readonly GroupSort[];

/** More groups than this are never sent. */
export const MOST_GROUPS = 200;

/** Arguments of {@linkcode processGroups}. */
export interface ProcessGroupsArgs extends ProcessFilters {
  readonly by: ProcessKind;
  readonly sort: GroupSort;
  /** How many, at most; between 1 and {@linkcode MOST_GROUPS}. */
  readonly limit: number;
  /** Counts only processes that are new after so many ms. */
  readonly window_ms?: number | undefined;
}

/** Processes of one kind. */
export interface ProcessGroup {
  /** `M:F/A`, a name, a pid; `{session,_}` for labels of that shape. */
  readonly kind: string;
  readonly count: number;
  /** What they have together of the measure, in bytes where it has any. */
  readonly sum?: number | undefined;
  /** One of them. */
  readonly example: string;
  /** Of that one, where `kind` says only for whom `proc_lib` started them. */
  readonly example_initial_call?: Mfa | undefined;
}

/** Answer of {@linkcode processGroups}. */
export interface ProcessGroups {
  /** On the node, without ours. */
  readonly total: number;
  /** Among them, those that the filters pick; of a window, the new ones among those. */
  readonly matched: number;
  /** How many groups there are. */
  readonly kinds: number;
  /** Processes in groups too small to be told apart, where there are thousands. */
  readonly others: number;
  readonly window?: {
    readonly window_ms: number;
    /** Processes that are there at its end and were not at its begin. */
    readonly new: number;
    /** Processes that were there at its begin and have ended. */
    readonly ended: number;
    /** All that were started, also those that have ended again; not known once the table of processes has been full. */
    readonly spawned?: number | undefined;
  } | undefined;
  readonly groups: readonly ProcessGroup[];
  /** What is not known of them because this release would have to copy too much. */
  readonly not_read?: string | undefined;
  readonly cost: Cost;
}

/** Counts processes by kind. */
export const processGroups: Probe<ProcessGroupsArgs, ProcessGroups> =
  defineProbe("group_processes", {
    encode: ({ by, sort, limit, window_ms = 0, ...filters }) =>
      map([
        [atom("by"), atom(KIND_ITEMS[by])],
        [atom("measure"), atom(MEASURE_ITEMS[sort])],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_GROUPS)],
        [atom("window_ms"), Math.max(0, Math.floor(window_ms))],
        [atom("filters"), encodeFilters(filters)],
      ]),
    waitsMs: ({ window_ms = 0 }) => window_ms,
    decode(answer, { node, cost }, { by, sort }): ProcessGroups {
      const fields = readFields(answer);
      const window = fields.find("window_ms", readInteger);
      const unit = sort === "heap" ? fields.get("word_bytes", readInteger) : 1;
      return {
        total: fields.get("total", readInteger),
        matched: fields.get("matched", readInteger),
        kinds: fields.get("kinds", readInteger),
        others: fields.get("others", readInteger),
        window: window === undefined ? undefined : {
          window_ms: window,
          new: fields.get("new", readInteger),
          ended: fields.get("ended", readInteger),
          spawned: fields.find("spawned", readInteger),
        },
        not_read: by === "initial_call"
          ? fields.get("by_key", readNotRead)
          : undefined,
        groups: fields.get("groups", readList).map((group) => {
          const [kind = group, count = group, sum = group, example = group] =
            readTuple(group, 4);
          return {
            ...readKind(kind, by, node),
            count: readInteger(count),
            sum: sort === "count" ? undefined : readInteger(sum) * unit,
            example: readPid(example, node),
          };
        }),
        cost,
      };
    },
    refused: (refusal, args) =>
      refusal.code === "not_known"
        ? namesUnknown(refusal)
        : filtersRefused(refusal, args),
  });

function readKind(
  kind: Term,
  by: ProcessKind,
  node: string,
): Pick<ProcessGroup, "kind" | "example_initial_call"> {
  if (by === "initial_call" && kind instanceof Tuple) {
    const [parent = kind, name = kind, example = kind, started] = kind.elements;
    // {Parent, Its name, Initial call of the example, proc_lib}
    if (started !== undefined) {
      const whom = readRegisteredName(name) ??
        readKnown(parent, (pid) => readPid(pid, node)) ?? "nobody";
      return {
        kind: `proc_lib:init_p, started by ${whom}`,
        example_initial_call: readKnownMfa(example),
      };
    }
  }
  return { kind: kindText(kind, by, node) };
}

function kindText(kind: Term, by: ProcessKind, node: string): string {
  if (kind instanceof Pid) {
    const pid = readPid(kind, node);
    return by === "application" ? `group leader ${pid}` : pid;
  }
  if (kind instanceof Atom) return kind.name === "undefined" ? "-" : kind.name;
  if (!(kind instanceof Tuple)) return readText(kind);
  if (by !== "label") {
    const { module, function: name, arity } = readMfa(kind);
    return `${module}:${name}/${arity}`;
  }
  const [first = kind, size = kind] = readTuple(kind, 2);
  return `{${[readAtom(first), ...Array(readInteger(size) - 1).fill("_")]}}`;
}
