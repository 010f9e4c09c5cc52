/**
 * Processes of a dump as answers show them, and which of them a question is about: the same
 * words as for those of a live node.
 *
 * @module
 */

import * as z from "zod";
import { functionText, nameText } from "../../beam/mod.ts";
import { type Dump, pidKeyOf, type ProcessTable } from "../../dump/mod.ts";
import { unlisted } from "../../registry/mod.ts";
import type { PROCESS_SORTS } from "../processes/list_processes.ts";
import {
  PROCESS_FILTERS,
  type ProcessFilters,
  type STATUSES,
} from "../processes/process_filters.ts";

/** One process among others. */
export const PROCESS = {
  pid: z.string(),
  registered_name: z.string().optional(),
  initial_call: z.string().optional(),
  current_function: z.string().optional(),
  status: z.string(),
  mailbox: z.int().optional(),
  memory_bytes: z.int().optional(),
  heap_bytes: z.int().optional(),
  stack_bytes: z.int().optional(),
  binary_bytes: z.int().optional(),
  reductions: z.int().optional(),
};

/** States, as a live node calls them. */
const STATUS: Readonly<Record<string, typeof STATUSES[number]>> = {
  Waiting: "waiting",
  Scheduled: "runnable",
  Running: "running",
  Exiting: "exiting",
  Garbing: "garbage_collecting",
  Suspended: "suspended",
};

/** A measure of a process: what it is sorted or summed by. */
export type Measure = typeof PROCESS_SORTS[number];

/** The value of a measure; -1 if it is unknown. */
export function measureOf(
  { processes, header: { wordSize } }: Dump,
  measure: Measure,
): (row: number) => number {
  const words = (value: number): number => value < 0 ? value : value * wordSize;
  switch (measure) {
    case "memory":
      return (row) => processes.get("memoryBytes", row);
    case "heap":
      return (row) => heapBytes(processes, row, wordSize) ?? -1;
    case "stack":
      return (row) => words(processes.get("stackWords", row));
    case "binary":
      return (row) => words(processes.get("binaryWords", row));
    case "reductions":
    case "mailbox":
    case "links":
    case "monitors":
      return (row) => processes.get(measure, row);
  }
}

function heapBytes(
  processes: ProcessTable,
  row: number,
  wordSize: number,
): number | undefined {
  const young = processes.get("stackHeapWords", row);
  if (young < 0) return undefined;
  const old = Math.max(0, processes.get("oldHeapWords", row));
  return (young + old) * wordSize;
}

/** A function as text: `'Elixir.Shop.Cart':add/2` is `Shop.Cart.add/2`. */
export function functionShown(text: string | undefined): string | undefined {
  const [, quote, module = "", , name = "", arity] =
    /^('?)(.+?)\1:('?)(.+)\3\/(\d{1,3})$/s.exec(text ?? "") ?? [];
  return quote === undefined
    ? text
    : `${functionText(unescaped(module), unescaped(name))}/${arity}`;
}

/** An atom as text: `'Elixir.Shop'` is `Shop`. */
export function atomShown(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, quoted] = /^'(.*)'$/s.exec(text) ?? [];
  return nameText(quoted === undefined ? text : unescaped(quoted));
}

function unescaped(text: string): string {
  return text.replace(/\\(['\\])/g, "$1");
}

/** A row of an answer. */
export type ProcessFields = z.infer<z.ZodObject<typeof PROCESS>>;

/** A process as answers show it. */
export function processFields(dump: Dump, row: number): ProcessFields {
  const { processes, header: { wordSize } } = dump;
  const known = processes.row(row);
  const { binaryWords, stackWords } = known;
  return {
    pid: known.pid,
    registered_name: atomShown(known.registeredName),
    initial_call: functionShown(known.initialCall),
    current_function: functionShown(known.currentFunction),
    status: STATUS[known.state] ?? known.state.toLowerCase(),
    mailbox: known.mailbox,
    memory_bytes: known.memoryBytes,
    heap_bytes: heapBytes(processes, row, wordSize),
    stack_bytes: stackWords && stackWords * wordSize,
    binary_bytes: binaryWords && binaryWords * wordSize,
    reductions: known.reductions,
  };
}

const { text, application, label, status, ...OTHERS } = PROCESS_FILTERS;

/** Arguments that narrow the set of processes, as those of a live node; all that are given must hold. */
export const DUMP_FILTERS = {
  text: text.describe(
    "In name or function; filters of list_processes work too.",
  ),
  registered_name: unlisted(OTHERS.registered_name),
  initial_call: unlisted(OTHERS.initial_call),
  current_function: unlisted(OTHERS.current_function),
  ancestor: unlisted(OTHERS.ancestor),
  status: unlisted(status.describe("Last state.")),
  application: unlisted(application.describe("Its name, as spawners tell it.")),
  label: unlisted(label.describe("Part of it; OTP 27.")),
};

/** Maximum spawners of spawners to follow. */
const MAX_GENERATIONS = 1000;

/** Whether a row passes all filters. */
export function accepting(
  { processes }: Dump,
  { text, registered_name, initial_call, current_function, ancestor, status }:
    ProcessFilters,
): (row: number) => boolean {
  const tests: ((row: number) => boolean)[] = [];
  const named = (
    column: "name" | "initialCall" | "currentFunction",
    part: string,
  ): (row: number) => boolean => {
    const wanted = part.toLowerCase();
    const known = new Map<number, boolean>();
    return (row) => {
      const id = processes.nameId(column, row);
      let matches = known.get(id);
      if (matches === undefined) {
        const raw = processes.name(column, row);
        const shown = column === "name" ? atomShown(raw) : functionShown(raw);
        matches = `${raw ?? ""}\n${shown ?? ""}`.toLowerCase().includes(wanted);
        known.set(id, matches);
      }
      return matches;
    };
  };
  if (text !== undefined) {
    const any = (["name", "initialCall", "currentFunction"] as const)
      .map((column) => named(column, text));
    tests.push((row) => any.some((test) => test(row)));
  }
  if (registered_name) tests.push(named("name", registered_name));
  if (initial_call) tests.push(named("initialCall", initial_call));
  if (current_function) tests.push(named("currentFunction", current_function));
  if (status !== undefined) {
    tests.push((row) => STATUS[processes.state(row)] === status);
  }
  if (ancestor !== undefined) {
    const wanted = keyOfProcess(processes, ancestor);
    tests.push((row) => {
      let key = processes.get("parent", row);
      for (let step = 0; step < MAX_GENERATIONS && key >= 0; step++) {
        if (key === wanted) return true;
        const parent = processes.find(key);
        key = parent < 0 ? -1 : processes.get("parent", parent);
      }
      return false;
    });
  }
  return (row) => tests.every((test) => test(row));
}

/** The key of a process by its pid, which need not be in the dump, or by its name; -1 if there is none. */
export function keyOfProcess(processes: ProcessTable, text: string): number {
  const [, pid] = /^(?:#PID)?(<0\.\d+\.\d+>)$/.exec(text.trim()) ?? [];
  if (pid !== undefined) return pidKeyOf(pid);
  const name = text.trim().replace(/^:?(["'])(.+)\1$/s, "$2")
    .replace(/^:(?=[a-z])/, "");
  for (let row = 0; row < processes.count; row++) {
    if (processes.nameId("name", row) === 0) continue;
    const raw = processes.name("name", row);
    if (raw === name || atomShown(raw) === nameText(name)) {
      return processes.get("key", row);
    }
  }
  return -1;
}

/** The rows with the largest values, largest first; equal ones in the order of the dump. */
export function largest(
  { processes }: Dump,
  limit: number,
  value: (row: number) => number,
  accept: (row: number) => boolean,
): { readonly matched: number; readonly rows: readonly number[] } {
  const rows: number[] = [];
  const values: number[] = [];
  let matched = 0;
  for (let row = 0; row < processes.count; row++) {
    if (!accept(row)) continue;
    matched++;
    const own = value(row);
    const last = values[limit - 1];
    if (last !== undefined && own <= last) continue;
    let at = values.length;
    while (at > 0 && own > (values[at - 1] ?? 0)) at--;
    rows.splice(at, 0, row);
    values.splice(at, 0, own);
    if (rows.length > limit) {
      rows.pop();
      values.pop();
    }
  }
  return { matched, rows };
}
