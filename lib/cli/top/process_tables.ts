/**
 * The tables of processes and of applications.
 *
 * @module
 */

import type { Column } from "../terminal/table.ts";
import { bytes, compact } from "../terminal/units.ts";
import { sortOf } from "./asks.ts";
import type { State } from "./state.ts";
import {
  by,
  change,
  COUNT,
  known,
  matching,
  numbers,
  type Table,
} from "./table.ts";

/** The first processes. */
export function processTable(state: State): Table | undefined {
  const seen = state.seen.processes;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "processes");
  const { processes: rows, window_ms = 0 } = seen;
  const rates = rows.map(({ pid }) => state.rates.get(pid));
  const held = new Map(seen.binaries.map(({ pid, bytes }) => [pid, bytes]));
  const columns: Column[] = [
    { title: "pid", cells: rows.map(({ pid }) => pid), least: 9 },
    {
      title: "name",
      cells: rows.map(({ registered_name, label, initial_call }) =>
        registered_name ?? label ?? initial_call
      ),
      least: 16,
    },
    {
      title: "application",
      cells: rows.map(({ application }) => application ?? ""),
      least: 11,
    },
    numbers(
      "reds/s",
      rates.map((rate) =>
        known(rate?.reductions, (each) => compact(Math.round(each)))
      ),
      COUNT,
    ),
    numbers("mailbox", rows.map(({ mailbox }) => compact(mailbox)), COUNT),
    numbers("change", rates.map((rate) => change(rate?.mailbox)), COUNT),
    numbers("memory", rows.map(({ memory_bytes }) => bytes(memory_bytes))),
    numbers(
      "growth/s",
      sort === "growth"
        ? rows.map(({ value = 0 }) =>
          bytes(Math.round(1000 * value / Math.max(1, window_ms)))
        )
        : [],
    ),
    numbers("binaries", rows.map(({ pid }) => known(held.get(pid), bytes))),
    { title: "status", cells: rows.map(({ status }) => status), least: 7 },
    {
      title: "function",
      cells: rows.map(({ current_function }) => current_function ?? ""),
    },
  ];
  const [pid, name, app, reds, mail, grown, mem, growth, bin, status, fn] =
    columns.keys();
  const whole = [pid, name, reds, mail, mem, fn, grown, bin, app, status];
  const order =
    (sort === "growth"
      ? [pid, name, growth, ...whole.slice(2)]
      : sort === "binary"
      ? [pid, name, bin, ...whole.slice(2)]
      : whole).filter((index) => index !== undefined);
  const application = state.application === undefined
    ? ""
    : ` of ${state.application}`;
  const looked = rows.length < seen.matched
    ? `first ${rows.length} of ${compact(seen.matched)}`
    : `${rows.length} of ${compact(seen.total)}`;
  return {
    title: `processes${application} ${by(sort)}: ${looked}`,
    columns,
    order: [...new Set(order)],
    rows: rows.map(({ pid }) => ({ key: pid, process: pid })),
  };
}

/** Processes by application. */
export function applicationTable(state: State): Table | undefined {
  const seen = state.seen.applications;
  if (seen === undefined) return undefined;
  const sort = sortOf(state, "applications");
  const rows = matching(
    seen.groups,
    state.filter.applications,
    ({ kind }) => [kind],
  );
  const sum = sort === "memory" || sort === "binary" ? bytes : compact;
  return {
    title: `applications ${by(sort)}: ${rows.length} of ${seen.kinds}`,
    columns: [
      { title: "application", cells: rows.map(({ kind }) => kind) },
      numbers("processes", rows.map(({ count }) => compact(count))),
      numbers(
        sort === "reductions" ? "reds/s" : sort,
        rows.map((row) =>
          sort === "reductions"
            ? known(
              state.rates.get(row.kind)?.reductions,
              (rate) => compact(Math.round(rate)),
            )
            : known(row.sum, sum)
        ),
      ),
      { title: "for example", cells: rows.map(({ example }) => example) },
    ],
    order: sort === "count" ? [0, 1, 3] : [0, 1, 2, 3],
    rows: rows.map(({ kind, example }) => ({
      key: kind,
      ...kind.includes(" ") ? { process: example } : { application: kind },
    })),
  };
}
