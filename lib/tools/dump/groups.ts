/**
 * Processes of a dump by kind.
 *
 * @module
 */

import type { Dump, ProcessTable } from "../../dump/mod.ts";
import { nameOrPid } from "./relations.ts";
import { functionShown } from "./rows.ts";

/** What makes processes of one kind. */
export const KINDS = [
  "initial_call",
  "current_function",
  "status",
  "spawner",
  "application",
  "label",
] as const;

/** The kind of each process. */
export interface Kind {
  /** Equal for those of one kind. */
  readonly id: (row: number) => number | string;
  readonly text: (row: number) => string;
}

/** The kinds that the table of processes has; others need more of the dump. */
export const KINDS_IN_TABLE: Readonly<
  Record<
    Exclude<typeof KINDS[number], "application" | "label">,
    (processes: ProcessTable) => Kind
  >
> = {
  initial_call: (processes) => ({
    id: (row) => processes.nameId("initialCall", row),
    text: (row) => functionShown(processes.name("initialCall", row)) ?? "-",
  }),
  current_function: (processes) => ({
    id: (row) => processes.nameId("currentFunction", row),
    text: (row) => functionShown(processes.name("currentFunction", row)) ?? "-",
  }),
  status: (processes) => ({
    id: (row) => processes.state(row),
    text: (row) => processes.state(row).toLowerCase(),
  }),
  spawner: (processes) => ({
    id: (row) => processes.get("parent", row),
    text: (row) => {
      const { parent } = processes.row(row);
      return parent === undefined ? "-" : nameOrPid(processes, parent);
    },
  }),
};

/** Processes of one kind. */
export interface Group {
  readonly kind: string;
  readonly count: number;
  /** Of the measure; where none is given, their number. */
  readonly sum: number;
  /** Row of one of them. */
  readonly example: number;
}

/** Counts the rows by kind, largest groups first. */
export function groupsOf(
  { processes }: Pick<Dump, "processes">,
  { id, text }: Kind,
  value: (row: number) => number,
  accept: (row: number) => boolean,
): Group[] {
  const groups = new Map<
    number | string,
    { count: number; sum: number; example: number }
  >();
  for (let row = 0; row < processes.count; row++) {
    if (!accept(row)) continue;
    const own = Math.max(0, value(row));
    const group = groups.get(id(row));
    if (group === undefined) {
      groups.set(id(row), { count: 1, sum: own, example: row });
    } else {
      group.count++;
      group.sum += own;
    }
  }
  return [...groups.values()]
    .toSorted((a, b) => b.sum - a.sum || b.count - a.count)
    .map((group) => ({ ...group, kind: text(group.example) }));
}
