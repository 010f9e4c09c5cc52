/**
 * The tables of ETS tables, of ports and sockets, and of supervisors.
 *
 * @module
 */

import { bytes, compact } from "../terminal/units.ts";
import { sortOf } from "./asks.ts";
import type { State } from "./state.ts";
import { by, known, matching, numbers, type Table } from "./table.ts";

/** The first ETS tables. */
export function etsTable(state: State): Table | undefined {
  const seen = state.seen.tables;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "tables");
  const { tables: rows } = seen;
  return {
    title: `ETS tables ${by(sort)}: ${rows.length} of ${
      compact(seen.matched)
    }, together ${bytes(seen.memory_bytes)}`,
    columns: [
      {
        title: "table",
        cells: rows.map(({ table, name }) => name ?? table),
      },
      numbers("memory", rows.map(({ memory_bytes }) => bytes(memory_bytes))),
      numbers("rows", rows.map(({ size }) => compact(size))),
      numbers(
        "growth/s",
        sort === "growth"
          ? rows.map(({ growth_bytes }) =>
            known(
              growth_bytes,
              (each) =>
                bytes(Math.round(1000 * each / Math.max(1, seen.window_ms))),
            )
          )
          : [],
      ),
      {
        title: "owner",
        cells: rows.map(({ owner, owner_name }) => owner_name ?? owner),
      },
      { title: "type", cells: rows.map(({ type }) => type), least: 3 },
      {
        title: "protection",
        cells: rows.map(({ protection }) => protection),
        least: 9,
      },
    ],
    order: sort === "growth" ? [0, 3, 1, 2, 4, 5, 6] : [0, 1, 2, 4, 5, 6],
    rows: rows.map(({ table, owner }) => ({ key: table, process: owner })),
  };
}

/** The first ports and sockets. */
export function portTable(state: State): Table | undefined {
  const seen = state.seen.ports;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "ports");
  const rows = matching(
    seen.ports,
    state.filter.ports,
    (port) => [
      ...[port.id, port.kind, port.owner_name, port.local, port.peer],
      port.program,
    ],
  );
  const inWindow = seen.window_ms > 0;
  return {
    title: `ports and sockets ${by(sort)}: ${rows.length} of ${
      compact(seen.matched)
    }`,
    columns: [
      { title: "port", cells: rows.map(({ id }) => id), least: 10 },
      { title: "kind", cells: rows.map(({ kind }) => kind), least: 8 },
      {
        title: "owner",
        cells: rows.map(({ owner, owner_name }) => owner_name ?? owner ?? ""),
      },
      {
        title: "local",
        cells: rows.map(({ local, program }) => local ?? program ?? ""),
      },
      { title: "peer", cells: rows.map(({ peer }) => peer ?? "") },
      numbers(
        "bytes/s",
        inWindow
          ? rows.map(({ window_bytes }) =>
            known(
              window_bytes,
              (each) => bytes(Math.round(1000 * each / seen.window_ms)),
            )
          )
          : [],
      ),
      numbers("in", rows.map(({ in_bytes }) => known(in_bytes, bytes))),
      numbers("out", rows.map(({ out_bytes }) => known(out_bytes, bytes))),
      numbers(
        "queue",
        rows.map(({ queue_bytes }) => known(queue_bytes, bytes)),
      ),
      numbers(
        "memory",
        rows.map(({ memory_bytes }) => known(memory_bytes, bytes)),
      ),
    ],
    order: inWindow
      ? [0, 2, 5, 4, 8, 3, 1, 6, 7, 9]
      : sort === "memory"
      ? [0, 2, 9, 4, 8, 3, 1, 6, 7]
      : [0, 2, 8, 4, 6, 7, 3, 1, 9],
    rows: rows.map(({ id, owner }) => ({ key: id, process: owner })),
  };
}

/** Supervisors and their children. */
export function treeTable(state: State): Table | undefined {
  const seen = state.seen.tree;
  if (seen === undefined) return undefined;
  const rows = matching(
    seen.rows,
    state.filter.tree,
    ({ id, registered_name, initial_call }) => [
      ...[id, registered_name, initial_call],
    ],
  );
  const troubled = seen.unanswered > 0
    ? `, ${seen.unanswered} did not answer`
    : "";
  return {
    title:
      `supervision tree: ${seen.supervisors} supervisors, ${seen.workers} workers${troubled}`,
    columns: [
      {
        title: "child",
        cells: rows.map(({ depth, id, registered_name }) =>
          "  ".repeat(Math.min(depth, 12)) + (id ?? registered_name ?? "")
        ),
        least: 20,
      },
      { title: "pid", cells: rows.map(({ pid }) => pid ?? ""), least: 9 },
      { title: "kind", cells: rows.map(({ kind }) => kind), least: 10 },
      { title: "state", cells: rows.map(({ state }) => state), least: 9 },
      numbers(
        "children",
        rows.map(({ children }) => known(children, compact)),
      ),
      {
        title: "started with",
        cells: rows.map(({ initial_call }) => initial_call ?? ""),
      },
    ],
    order: [0, 1, 3, 4, 2, 5],
    rows: rows.map(({ pid, id }, index) => ({
      key: pid ?? `${index} ${id}`,
      process: pid?.startsWith("<") ? pid : undefined,
    })),
  };
}
