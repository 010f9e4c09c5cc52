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

/** What makes processes of one kind, as far as the table of processes has it. */
export type TableKind = Exclude<typeof KINDS[number], "application" | "label">;

/** The kind of each process. */
export interface Kind {
  /** Equal for those of one kind. */
  readonly id: (row: number) => number | string;
  readonly text: (row: number) => string;
}

/** A kind that the table of processes has. */
export function kindIn(processes: ProcessTable, by: TableKind): Kind {
  return {
    id: idOf(processes, by),
    text: (row) => kindText(processes, by, row),
  };
}

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
  accept: (row: number) => boolean = () => true,
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
    .map((group) => ({
      ...group,
      kind: text(group.example),
    }));
}

function idOf(
  processes: ProcessTable,
  by: TableKind,
): (row: number) => number | string {
  switch (by) {
    case "initial_call":
      return (row) => processes.nameId("initialCall", row);
    case "current_function":
      return (row) => processes.nameId("currentFunction", row);
    case "status":
      return (row) => processes.state(row);
    case "spawner":
      return (row) => processes.get("parent", row);
  }
}

function kindText(
  processes: ProcessTable,
  by: TableKind,
  row: number,
): string {
  const { initialCall, currentFunction, state, parent } = processes.row(row);
  switch (by) {
    case "initial_call":
      return functionShown(initialCall) ?? "-";
    case "current_function":
      return functionShown(currentFunction) ?? "-";
    case "status":
      return state.toLowerCase();
    case "spawner":
      return parent === undefined ? "-" : nameOrPid(processes, parent);
  }
}
