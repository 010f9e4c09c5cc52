/**
 * The ETS tables of a node that come first by one measure.
 *
 * @module
 */

import { Atom, atom, binary, map, type Term } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { encodeProcess, readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import { processRefused } from "./process_refused.ts";
import {
  type Fields,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readRegisteredName,
  readTable,
  readText,
} from "./read.ts";

/** What tables can be sorted by: `growth` is that of memory within a window. */
export const TABLE_SORTS = ["memory", "size", "growth", "name"] as const;

/** One of {@linkcode TABLE_SORTS}. */
export type TableSort = typeof TABLE_SORTS[number];

/** More rows than this are never sent. */
export const MOST_TABLES = 200;

/** Arguments of {@linkcode etsTables}. */
export interface EtsTablesArgs {
  readonly sort: TableSort;
  /** How many, at most; between 1 and {@linkcode MOST_TABLES}. */
  readonly limit: number;
  /** Only tables whose name holds this text, in any case. */
  readonly text?: string | undefined;
  /** Only tables of this process: a pid or a registered name. */
  readonly process?: string | undefined;
  /** For `growth`: between two looks, in ms. @default {1000} */
  readonly windowMs?: number | undefined;
}

/** One table among others. */
export interface TableRow {
  /** What it is called in arguments: a name, or `#Ref<0.1.2.3>` where it has none. */
  readonly table: string;
  /** The name it was made with, where that is no way to call it. */
  readonly name?: string | undefined;
  readonly owner: string;
  readonly owner_name?: string | undefined;
  /** Objects in it. */
  readonly size: number;
  readonly memory_bytes: number;
  /** Within the window. */
  readonly growth_bytes?: number | undefined;
  /** `set`, `ordered_set`, `bag` or `duplicate_bag`. */
  readonly type: string;
  /** `public`, `protected` or `private`. */
  readonly protection: string;
  readonly key_position: number;
  readonly compressed: boolean;
  readonly read_concurrency: boolean;
  /** `false`, `true` or `auto`. */
  readonly write_concurrency: string;
  /** The process that inherits it. */
  readonly heir?: string | undefined;
}

/** Answer of {@linkcode etsTables}. */
export interface EtsTables {
  /** On the node. */
  readonly total: number;
  /** Among them, those that text and process pick. */
  readonly matched: number;
  /** Of those that match. */
  readonly memory_bytes: number;
  /** Tables that were locked for too long to be looked at. */
  readonly locked: number;
  /** Between the two looks, in ms; 0 where there was one. */
  readonly window_ms: number;
  readonly tables: readonly TableRow[];
  readonly cost: Cost;
}

/** The first by one measure, the largest first; by name, in the order of names. */
export const etsTables: Probe<EtsTablesArgs, EtsTables> = defineProbe(
  "list_ets",
  {
    encode: ({ sort, limit, text, process, windowMs }) =>
      map([
        [atom("sort"), atom(sort)],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_TABLES)],
        [atom("text"), binary((text ?? "").toLowerCase())],
        [
          atom("owner"),
          process === undefined ? atom("any") : encodeProcess(process),
        ],
        [atom("window_ms"), windowMs ?? 1000],
      ]),
    decode(answer, { node, cost }): EtsTables {
      const fields = readFields(answer);
      const wordBytes = fields.get("word_bytes", readInteger);
      return {
        total: fields.get("total", readInteger),
        matched: fields.get("matched", readInteger),
        memory_bytes: fields.get("total_words", readInteger) * wordBytes,
        locked: fields.get("silent", readInteger),
        window_ms: fields.get("window_ms", readInteger),
        tables: fields.get("tables", readTable).map((row) =>
          readRow(row, node, wordBytes)
        ),
        cost,
      };
    },
    waitsMs: ({ sort, windowMs = 1000 }) => sort === "growth" ? windowMs : 0,
    refused: (refusal, { process = "" }) => processRefused(refusal, process),
  },
);

function readRow(row: Fields, node: string, wordBytes: number): TableRow {
  const table = row.get("id", readTableId);
  const name = row.get("name", readAtom);
  const growth = row.get("growth", readKnownInteger);
  const pid = (term: Term): string => readPid(term, node);
  return {
    table,
    name: name === table ? undefined : name,
    owner: row.get("owner", pid),
    owner_name: row.get("owner_name", readRegisteredName),
    size: row.get("size", readInteger),
    memory_bytes: row.get("memory", readInteger) * wordBytes,
    growth_bytes: growth === undefined ? undefined : growth * wordBytes,
    type: row.get("type", readAtom),
    protection: row.get("protection", readAtom),
    key_position: row.get("keypos", readInteger),
    compressed: row.get("compressed", readBoolean),
    read_concurrency: row.get("read_concurrency", readBoolean),
    write_concurrency: row.get("write_concurrency", readAtom),
    heir: row.get("heir", (heir) => readKnown(heir, pid)),
  };
}

/** A name, or the text of a reference. */
export function readTableId(term: Term): string {
  return term instanceof Atom ? term.name : readText(term);
}
