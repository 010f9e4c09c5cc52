/**
 * What an answer must name in each incident, beamtap's and its peers' alike, and the symptom that
 * people see.
 *
 * @module
 */

/** What people complain of, which decides what they ask recon. */
export type Symptom = "slow" | "memory" | "stuck" | "full";

/** What is to be named. */
export interface Sought {
  readonly symptom: Symptom;
  /**
   * Each must be named: a process by its registered name or pid, a table by its name or reference,
   * or a function; `|` separates those of which one is enough, `PID` is what `m:pid/0` gives.
   */
  readonly culprits: readonly string[];
}

function sought(symptom: Symptom, ...culprits: string[]): Sought {
  return { symptom, culprits };
}

/** By the name of the incident: no more than the culprit itself, so that nobody fails by details. */
export const SOUGHT: Readonly<Record<string, Sought>> = {
  "a slow consumer": sought("stuck", "PID"),
  "a worker that takes a message in 900 ms": sought("stuck", "q1"),
  "a child that is restarted again and again": sought("slow", "s1"),
  "a supervisor whose child takes long to fail again": sought("stuck", "s3"),
  "a selective receive that searches a long mailbox": sought("slow", "g1"),
  "a child whose start never ends": sought("stuck", "s2"),
  "servers that call each other in a ring": sought("stuck", "d1", "d2", "d3"),
  "callers in a convoy behind a server that waits for another": sought(
    "stuck",
    "w2",
  ),
  "an application whose start never ends": sought("stuck", "ap1"),
  "a server stuck in a call that never returns": sought("stuck", "k1"),
  "a process that was suspended": sought("stuck", "v1"),
  "a server that sys:suspend left behind": sought("stuck", "y1"),
  "a child that does not stop": sought("stuck", "s3"),
  "a pool whose connections are all taken": sought("stuck", "pool1"),
  "a child of a supervisor without a name, restarted again and again": sought(
    "slow",
    "c9|supervisor:m/1",
  ),
  "a child two levels down, whose supervisor gives up again and again": sought(
    "slow",
    "s7",
  ),
  "children without ids, restarted again and again": sought("slow", "s8"),
  "a transaction that keeps its locks": sought("stuck", "lh1"),
  "senders that wait for a peer that does not read": sought(
    "stuck",
    "bs1|bs2|bs3|bs4|bs5",
  ),
  "a start function that waits in its supervisor": sought("stuck", "s4"),
  "workers of a pool that all wait for one process": sought("stuck", "PID"),
  "a pool that keeps its callers in a queue": sought("stuck", "PID"),
  "parts of large binaries that pin the whole": sought("memory", "r1"),
  "a process for each request, that never ends": sought(
    "full",
    "a1|m:serve/1|m:hang/1",
  ),
  "tables of processes and of ETS tables that were full before": sought(
    "full",
    "a2",
  ),
  "a heap whose collections take long": sought("slow", "h1"),
  "carriers that a few binaries keep": sought("memory", "f1|binary_alloc"),
  "atoms made of input": sought("full", "sess_|maker"),
  "an ETS table that grows": sought("memory", "tab1"),
  "an ETS table whose rows hold binaries": sought("memory", "tab2"),
  "a long ETS table that grows slowly, by its rows and by binaries in them":
    sought("memory", "tab3"),
  "connections that are never closed": sought("full", "l1"),
  "a state that only grows": sought("memory", "u1"),
  "a large state that grows, and is seldom collected": sought("memory", "u2"),
  "a peer that does not read": sought("memory", "q1"),
  "ETS tables that are never deleted": sought("full", "b1"),
  "a socket in each of many processes that never end": sought(
    "full",
    "b2|m:keep/1|m:open/0",
  ),
  "a row that grows": sought("memory", "tab3"),
  "deleted rows of a table that is fixed": sought("memory", "tab4"),
  "native code that keeps a scheduler to itself": sought("slow", "n1"),
  "a process that never waits": sought("slow", "n2"),
  "a file system that hangs": sought("stuck", "m:read/1"),
  "native code on every dirty CPU scheduler": sought("slow", "m:crunch/0"),
  "processes that log in a loop": sought("slow", "o1|o2"),
  "an alarm that is set": sought("stuck", "disk_almost_full"),
  "old code that nobody purged": sought("stuck", "oc1"),
};

/** Whether a text names all of them; `aliases` has what else a name is known by. */
export function names(
  text: string,
  { culprits }: Sought,
  aliases: ReadonlyMap<string, readonly string[]>,
): boolean {
  return culprits.every((culprit) =>
    culprit.split("|").some((name) =>
      [name, ...aliases.get(name) ?? []].some((known) => holds(text, known))
    )
  );
}

/** Whether it is there as a word of its own; the beginning of names ends in `_`. */
function holds(text: string, name: string): boolean {
  const literally = name.replace(/[^\w]/g, "\\$&");
  const ends = name.endsWith("_") ? "" : "(?!\\w)";
  return new RegExp(`(?<!\\w)${literally}${ends}`).test(text);
}
