/**
 * Who waited for whom in calls when a dump was made: each caller monitors the process that it
 * calls.
 *
 * @module
 */

import {
  type Dump,
  type Monitor,
  pidText,
  type ProcessTable,
} from "../../dump/mod.ts";
import { format, Reference } from "../../etf/mod.ts";
import type { Snapshot } from "../../health/mod.ts";
import { nameOrPid } from "./relations.ts";
import { functionShown, keyOfProcess } from "./rows.ts";

/** Functions of OTP and Elixir that wait for the reply to a call. */
const CALLS: ReadonlySet<string> = new Set([
  "gen:do_call/4",
  "Task.await/2",
]);

/** Functions in which a process of OTP waits for its next message. */
const LOOPS =
  /^(?:gen_server:loop|gen_statem:loop_receive|gen_event:fetch_msg)\//;

/** Maximum callers to look at. */
const MAX_CALLERS = 5000;

/** Maximum callers with several monitors, whose stacks tell which one counts. */
const MAX_STACKS = 100;

/** Maximum groups of callers to keep. */
const MAX_AWAITED = 5;

/** The part of a snapshot that is about calls. */
export type Waits = Pick<
  NonNullable<Snapshot["processes"]>,
  "waiting" | "awaited" | "cycles"
>;

/** Where nothing is known of calls. */
export const NO_WAITS: Waits = { waiting: 0, awaited: [], cycles: [] };

/** Finds who waited for whom. */
export async function waitsOf(dump: Dump): Promise<Waits> {
  const { processes } = dump;
  const callers = callersIn(processes);
  const next = await edgesOf(dump, callers);
  const groups = Map.groupBy(next.keys(), (caller) => next.get(caller) ?? -1);
  const awaited = [...groups].toSorted((a, b) => b[1].length - a[1].length)
    .slice(0, MAX_AWAITED).map(([key, { length }]) => {
      const last = lastOf(key, next);
      return {
        process: shown(processes, key),
        count: length,
        last: shown(processes, last),
        idle: isIdle(processes, processes.find(last)),
      };
    });
  return {
    waiting: callers.length,
    awaited,
    cycles: cyclesIn(next).map((cycle) =>
      cycle.map((key) => shown(processes, key))
    ),
  };
}

/** Rows of processes that wait for the reply to a call. */
function callersIn(processes: ProcessTable): number[] {
  const known = new Map<number, boolean>();
  const rows: number[] = [];
  for (let row = 0; row < processes.count; row++) {
    const id = processes.nameId("currentFunction", row);
    let calls = known.get(id);
    if (calls === undefined) {
      const name = processes.name("currentFunction", row);
      calls = CALLS.has(functionShown(name) ?? "");
      known.set(id, calls);
    }
    if (calls && processes.state(row) === "Waiting") rows.push(row);
  }
  return rows;
}

/** Whom each of them calls, by their keys. */
async function edgesOf(
  dump: Dump,
  callers: readonly number[],
): Promise<Map<number, number>> {
  const { processes } = dump;
  const looked = callers.slice(0, MAX_CALLERS);
  const relations = await dump.relations(looked);
  const next = new Map<number, number>();
  let stacks = MAX_STACKS;
  for (const [index, row] of looked.entries()) {
    const { monitors = [] } = relations[index] ?? {};
    const called = monitors.length < 2 || dump.gzip || stacks-- <= 0
      ? monitors.length === 1 ? monitors[0] : undefined
      : await calledBy(dump, processes.row(row).pid, monitors);
    const key = called === undefined ? -1 : targetOf(processes, called);
    if (key >= 0) next.set(processes.get("key", row), key);
  }
  return next;
}

/** The monitor whose reference is on the stack of the caller. */
async function calledBy(
  dump: Dump,
  pid: string,
  monitors: readonly Monitor[],
): Promise<Monitor | undefined> {
  const { stack } = await dump.process(pid, {
    ...{ messages: 0, dictionary: 0, stack: 20 },
    ...{ maxTerms: 20, maxDepth: 2, maxItems: 5, maxBinary: 16 },
  });
  const references = new Set(
    stack.flatMap((entry) =>
      entry.type === "variable" && entry.term instanceof Reference
        ? [format(entry.term, { syntax: "erlang", home: dump.home })]
        : []
    ),
  );
  return monitors.find(({ reference }) => references.has(reference));
}

/** The key of what is monitored: a pid, or `{name,'node@host'}`; -1 for what is elsewhere. */
function targetOf(processes: ProcessTable, monitor: Monitor): number {
  const [, name] = /^\{(.+),[^,]*\}$/.exec(monitor.with) ?? [];
  return keyOfProcess(processes, name ?? monitor.with);
}

/** The last in a chain of calls. */
function lastOf(first: number, next: ReadonlyMap<number, number>): number {
  const seen = new Set<number>();
  let key = first;
  for (;;) {
    seen.add(key);
    const following = next.get(key);
    if (following === undefined || seen.has(following)) return key;
    key = following;
  }
}

/** Rings of processes that wait for each other, each once. */
function cyclesIn(next: ReadonlyMap<number, number>): number[][] {
  const cycles: number[][] = [];
  const done = new Set<number>();
  for (const start of next.keys()) {
    const path: number[] = [];
    const place = new Map<number, number>();
    let key: number | undefined = start;
    while (key !== undefined && !done.has(key)) {
      done.add(key);
      place.set(key, path.length);
      path.push(key);
      key = next.get(key);
    }
    const from = key === undefined ? undefined : place.get(key);
    if (from !== undefined) cycles.push(path.slice(from));
  }
  return cycles;
}

/** Whether it waits for its next message, and has none. */
function isIdle(processes: ProcessTable, row: number): boolean {
  return row >= 0 && processes.state(row) === "Waiting" &&
    processes.get("mailbox", row) === 0 &&
    LOOPS.test(processes.name("currentFunction", row) ?? "");
}

function shown(processes: ProcessTable, key: number): string {
  return nameOrPid(processes, pidText(key) ?? "-");
}
