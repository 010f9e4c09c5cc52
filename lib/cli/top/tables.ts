/**
 * The views that are tables.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import { etsTable, portTable, treeTable } from "./other_tables.ts";
import { applicationTable, processTable } from "./process_tables.ts";
import type { State } from "./state.ts";
import type { Table } from "./table.ts";

/** The table of a view; `undefined` if it is none, or nothing is known yet. */
export function tableOf(state: State): Table | undefined {
  const table = made(state);
  return table && {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      cells: column.cells.map(visible),
    })),
  };
}

function made(state: State): Table | undefined {
  switch (state.view) {
    case "processes":
      return processTable(state);
    case "applications":
      return applicationTable(state);
    case "tables":
      return etsTable(state);
    case "ports":
      return portTable(state);
    case "tree":
      return treeTable(state);
    default:
      return undefined;
  }
}
