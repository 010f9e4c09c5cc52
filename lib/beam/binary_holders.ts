/**
 * The processes that hold most bytes in binaries outside their heaps.
 *
 * @module
 */

import { atom, map, type Term } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Fields,
  type Mfa,
  readFields,
  readInteger,
  readKnownMfa,
  readMfa,
  readRegisteredName,
  readTable,
} from "./read.ts";

/** More rows than this are never sent. */
export const MOST_HOLDERS = 200;

/** Arguments of {@linkcode binaryHolders}. */
export interface BinaryHoldersArgs {
  /** How many, at most; between 1 and {@linkcode MOST_HOLDERS}. */
  readonly limit: number;
}

/** A process that holds binaries. */
export interface HolderRow {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** As `proc_lib` knows it, else the function spawned. */
  readonly initial_call: Mfa;
  readonly current_function?: Mfa | undefined;
  /** Of the binaries it refers to, each counted once; others may refer to them too. */
  readonly binary_bytes: number;
  readonly binaries: number;
  readonly heap_bytes: number;
  readonly mailbox: number;
  /** Minor collections since the last full one. */
  readonly minor_gcs?: number | undefined;
}

/** Answer of {@linkcode binaryHolders}. */
export interface BinaryHolders {
  /** Processes of the node. */
  readonly total: number;
  /** Those among them that hold any. */
  readonly holders: number;
  /** Of all binaries of the node; missing where the emulator does not count. */
  readonly binary_bytes?: number | undefined;
  readonly processes: readonly HolderRow[];
  readonly cost: Cost;
}

/** The first by bytes held. No garbage is collected for it. */
export const binaryHolders: Probe<BinaryHoldersArgs, BinaryHolders> =
  defineProbe("get_binary_holders", {
    encode: ({ limit }) =>
      map([[atom("limit"), Math.min(Math.max(1, limit), MOST_HOLDERS)]]),
    decode(answer, { node, cost }): BinaryHolders {
      const fields = readFields(answer);
      const wordBytes = fields.get("word_bytes", readInteger);
      return {
        total: fields.get("total", readInteger),
        holders: fields.get("holders", readInteger),
        binary_bytes: fields.get("binary_bytes", readKnownInteger),
        processes: fields.get("processes", readTable).map((row) =>
          readRow(row, node, wordBytes)
        ),
        cost,
      };
    },
  });

function readRow(row: Fields, node: string, wordBytes: number): HolderRow {
  const bytes = (words: Term): number => readInteger(words) * wordBytes;
  return {
    pid: row.get("pid", (pid) => readPid(pid, node)),
    registered_name: row.get("registered_name", readRegisteredName),
    initial_call: row.get("started_as", readKnownMfa) ??
      row.get("initial_call", readMfa),
    current_function: row.get("current_function", readKnownMfa),
    binary_bytes: row.get("bytes", readInteger),
    binaries: row.get("binaries", readInteger),
    heap_bytes: row.get("total_heap_size", bytes),
    mailbox: row.get("message_queue_len", readInteger),
    minor_gcs: row.get("minor_gcs", readKnownInteger),
  };
}
