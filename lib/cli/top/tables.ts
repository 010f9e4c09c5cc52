/**
 * The views that are tables: processes and applications, ETS tables, ports and sockets,
 * supervisors.
 *
 * @module
 */

import { bytes, compact } from "../terminal/units.ts";
import { sortOf } from "./asks.ts";
import type { State, View } from "./state.ts";
import {
  by,
  bytesPerSecond,
  change,
  COUNT,
  matching,
  numbers,
  type Table,
  tabled,
  text,
  whole,
} from "./table.ts";

/** The table of a view; `undefined` if it is none, or nothing is known yet. */
export function tableOf(state: State): Table | undefined {
  return TABLES[state.view]?.(state);
}

const TABLES: Readonly<
  Partial<Record<View, (state: State) => Table | undefined>>
> = {
  processes: processTable,
  applications: applicationTable,
  tables: etsTable,
  ports: portTable,
  tree: treeTable,
};

/** The first processes. */
function processTable(state: State): Table | undefined {
  const seen = state.seen.processes;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "processes");
  const { processes, window_ms = 0, matched, total } = seen;
  const { rates } = state;
  const held = new Map(seen.binaries.map(({ pid, bytes }) => [pid, bytes]));
  const application = state.application === undefined
    ? ""
    : ` of ${state.application}`;
  const looked = processes.length < matched
    ? `first ${processes.length} of ${compact(matched)}`
    : `${processes.length} of ${compact(total)}`;
  return tabled(
    `processes${application} ${by(sort)}: ${looked}`,
    processes,
    [
      text("pid", ({ pid }) => pid, 9),
      text(
        "name",
        ({ registered_name, label, initial_call }) =>
          registered_name ?? label ?? initial_call,
        16,
      ),
      text("application", ({ application }) => application, 11),
      numbers("reds/s", whole, ({ pid }) => rates.get(pid)?.reductions, COUNT),
      numbers("mailbox", compact, ({ mailbox }) => mailbox, COUNT),
      numbers("change", change, ({ pid }) => rates.get(pid)?.mailbox, COUNT),
      numbers("memory", bytes, ({ memory_bytes }) => memory_bytes),
      numbers("growth/s", bytesPerSecond(window_ms), ({ value = 0 }) => value),
      numbers("binaries", bytes, ({ pid }) => held.get(pid)),
      text("status", ({ status }) => status, 7),
      text("function", ({ current_function }) => current_function),
    ],
    [
      ...["pid", "name"],
      ...sort === "growth" ? ["growth/s"] : [],
      ...sort === "binary" ? ["binaries"] : [],
      ...["reds/s", "mailbox", "memory", "function", "change", "binaries"],
      ...["application", "status"],
    ],
    ({ pid }) => ({ key: pid, process: pid }),
  );
}

/** Processes by application. */
function applicationTable(state: State): Table | undefined {
  const seen = state.seen.applications;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "applications");
  const { applications: wanted } = state.filter;
  const groups = matching(seen.groups, wanted, ({ kind }) => [kind]);
  const measure = sort === "reductions" ? "reds/s" : sort;
  return tabled(
    `applications ${by(sort)}: ${groups.length} of ${seen.kinds}`,
    groups,
    [
      text("application", ({ kind }) => kind),
      numbers("processes", compact, ({ count }) => count),
      sort === "reductions"
        ? numbers(
          measure,
          whole,
          ({ kind }) => state.rates.get(kind)?.reductions,
        )
        : numbers(
          measure,
          sort === "memory" || sort === "binary" ? bytes : compact,
          ({ sum }) => sum,
        ),
      text("for example", ({ example }) => example),
    ],
    [
      ...["application", "processes"],
      ...sort === "count" ? [] : [measure],
      "for example",
    ],
    ({ kind, example }) => ({
      key: kind,
      ...kind.includes(" ") ? { process: example } : { application: kind },
    }),
  );
}

/** The first ETS tables. */
function etsTable(state: State): Table | undefined {
  const seen = state.seen.tables;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "tables");
  const { tables, matched, memory_bytes, window_ms } = seen;
  return tabled(
    `ETS tables ${by(sort)}: ${tables.length} of ${
      compact(matched)
    }, together ${bytes(memory_bytes)}`,
    tables,
    [
      text("table", ({ table, name }) => name ?? table),
      numbers("memory", bytes, ({ memory_bytes }) => memory_bytes),
      numbers("rows", compact, ({ size }) => size),
      numbers(
        "growth/s",
        bytesPerSecond(window_ms),
        ({ growth_bytes }) => growth_bytes,
      ),
      text("owner", ({ owner, owner_name }) => owner_name ?? owner),
      text("type", ({ type }) => type, 3),
      text("protection", ({ protection }) => protection, 9),
    ],
    [
      "table",
      ...sort === "growth" ? ["growth/s"] : [],
      ...["memory", "rows", "owner", "type", "protection"],
    ],
    ({ table, owner }) => ({ key: table, process: owner }),
  );
}

/** The first ports and sockets. */
function portTable(state: State): Table | undefined {
  const seen = state.seen.ports;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "ports");
  const { window_ms, matched } = seen;
  const ports = matching(seen.ports, state.filter.ports, (port) => [
    ...[port.id, port.kind, port.owner_name, port.local, port.peer],
    port.program,
  ]);
  return tabled(
    `ports and sockets ${by(sort)}: ${ports.length} of ${compact(matched)}`,
    ports,
    [
      text("port", ({ id }) => id, 10),
      text("kind", ({ kind }) => kind, 8),
      text("owner", ({ owner, owner_name }) => owner_name ?? owner),
      text("local", ({ local, program }) => local ?? program),
      text("peer", ({ peer }) => peer),
      numbers(
        "bytes/s",
        bytesPerSecond(window_ms),
        ({ window_bytes }) => window_bytes,
      ),
      numbers("in", bytes, ({ in_bytes }) => in_bytes),
      numbers("out", bytes, ({ out_bytes }) => out_bytes),
      numbers("queue", bytes, ({ queue_bytes }) => queue_bytes),
      numbers("memory", bytes, ({ memory_bytes }) => memory_bytes),
    ],
    window_ms > 0
      ? [
        ...["port", "owner", "bytes/s", "peer", "queue", "local", "kind"],
        ...["in", "out", "memory"],
      ]
      : sort === "memory"
      ? [
        ...["port", "owner", "memory", "peer", "queue", "local", "kind"],
        ...["in", "out"],
      ]
      : [
        ...["port", "owner", "queue", "peer", "in", "out", "local", "kind"],
        "memory",
      ],
    ({ id, owner }) => ({ key: id, process: owner }),
  );
}

/** Supervisors and their children. */
function treeTable(state: State): Table | undefined {
  const seen = state.seen.tree;
  if (seen === undefined) return undefined;
  const { supervisors, workers, unanswered } = seen;
  const rows = matching(
    seen.rows,
    state.filter.tree,
    ({ id, registered_name, initial_call }) => [
      ...[id, registered_name, initial_call],
    ],
  );
  const troubled = unanswered > 0 ? `, ${unanswered} did not answer` : "";
  return tabled(
    `supervision tree: ${supervisors} supervisors, ${workers} workers${troubled}`,
    rows,
    [
      text(
        "child",
        ({ depth, id, registered_name }) =>
          "  ".repeat(Math.min(depth, 12)) + (id ?? registered_name ?? ""),
        20,
      ),
      text("pid", ({ pid }) => pid, 9),
      text("kind", ({ kind }) => kind, 10),
      text("state", ({ state }) => state, 9),
      numbers("children", compact, ({ children }) => children),
      text("started with", ({ initial_call }) => initial_call),
    ],
    ["child", "pid", "state", "children", "kind", "started with"],
    ({ pid, id }, index) => ({
      key: pid ?? `${index} ${id}`,
      process: pid?.startsWith("<") ? pid : undefined,
    }),
  );
}
