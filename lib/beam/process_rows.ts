/**
 * What every answer says of each process that it shows.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import { readKnownAtom } from "./counted.ts";
import { readPid } from "./identifiers.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
  readBoolean,
  readInteger,
  readKnown,
  readKnownMfa,
  readMfa,
  readRegisteredName,
  readText,
} from "./read.ts";

/** One process among others. */
export interface ProcessRow {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** Set by the process itself; OTP 27 and later. */
  readonly label?: string | undefined;
  /** The application it belongs to. */
  readonly application?: string | undefined;
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

/** What is not said where `by_key` says that dictionaries cannot be read by key. */
export function readNotRead(byKey: Term): string | undefined {
  return readBoolean(byKey)
    ? undefined
    : "Before OTP 26.2 a dictionary can only be copied as a whole, so none is: labels and ancestors are unknown, and so are initial calls that proc_lib:init_p hides, but for idle gen_servers (in filters and groups, at most 1,000 of them).";
}

/** A row of `erl/process_rows.erl`. */
export function readProcessRow(
  row: Fields,
  node: string,
  wordBytes: number,
): ProcessRow {
  return {
    pid: row.get("pid", (pid) => readPid(pid, node)),
    registered_name: row.get("registered_name", readRegisteredName),
    label: row.get("label", (label) => readKnown(label, readText)),
    application: row.get("application", readKnownAtom),
    initial_call: row.get("started_as", readKnownMfa) ??
      row.get("initial_call", readMfa),
    current_function: row.get("current_function", readKnownMfa),
    status: row.get("status", readAtom),
    mailbox: row.get("message_queue_len", readInteger),
    memory_bytes: row.get("memory", readInteger),
    heap_bytes: row.get("total_heap_size", readInteger) * wordBytes,
    stack_bytes: row.get("stack_size", readInteger) * wordBytes,
    reductions: row.get("reductions", readInteger),
  };
}
