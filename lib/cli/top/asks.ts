/**
 * What is asked of the node for what is shown.
 *
 * @module
 */

import type { TopView } from "../../tools/mod.ts";
import { SORTS, type State, type TableView, type View } from "./state.ts";

/** A call of a tool. */
export interface Ask {
  readonly view: TopView;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Time between its two looks at the view, in ms; 0 if it looks once. */
  readonly windowMs: number;
}

/** Maximum rows of a view that is longer than the screen. */
const MAX_ROWS = 100;

/** Maximum rows of a tree. */
const MAX_TREE_ROWS = 300;

/** Supervisors are processes with other work: they are not asked more often, in ms. */
const TREE_MS = 5000;

/** Part of a core that looks at a view may take. */
const SHARE = 0.1;

/** Maximum time for a look that somebody waits for, in ms. */
const SOON_MS = 400;

/** A look takes no longer, in ms, however long the interval is: the call has a deadline. */
const MAX_LOOK_MS = 10_000;

/** Part of an interval in which answers are awaited, in ms. */
export const RESERVE_MS = 200;

/** How long a look takes, in ms: nearly all of the interval, unless it is wanted `soon`. */
export function lookMs(intervalMs: number, soon: boolean): number {
  const least = Math.round(Math.min(SOON_MS, intervalMs / 2));
  return soon
    ? least
    : Math.min(MAX_LOOK_MS, Math.max(least, intervalMs - RESERVE_MS));
}

/** The view of the node behind a view of the screen. */
export function askedFor(view: View): TopView {
  return view === "health" || view === "logs" || view === "help"
    ? "node"
    : view;
}

/** The word that the node's question takes for the order of a view. */
export function sortOf(state: State, view: TableView): string {
  return SORTS[view][state.sort[view]] ?? "memory";
}

/** The call for the head alone, or for the view too; `ms` is how long it looks. */
export function askOf(state: State, view: TopView, ms: number): Ask {
  const { args = {}, windowMs = 0 } = viewArgs(state, view, ms);
  return {
    view,
    tool: `top_${view}`,
    args: { node: state.node, glance_ms: ms, ...args },
    windowMs,
  };
}

/** The orders for which a view is looked at twice. */
const TWICE: Readonly<
  Record<"processes" | "tables" | "ports", readonly string[]>
> = {
  processes: ["growth", "reductions"],
  tables: ["growth"],
  ports: ["traffic"],
};

function viewArgs(
  state: State,
  view: TopView,
  ms: number,
): { readonly args?: Record<string, unknown>; readonly windowMs?: number } {
  switch (view) {
    case "node":
      return {};
    case "applications":
      return {
        args: { by: "application", sort: sortOf(state, view), limit: MAX_ROWS },
      };
    case "processes":
    case "tables":
    case "ports": {
      const sort = sortOf(state, view);
      const windowMs = TWICE[view].includes(sort)
        ? Math.min(10_000, Math.max(10, ms))
        : 0;
      return {
        args: {
          // Within a window, processes are sorted by how much it grows.
          sort: view === "processes" && sort === "growth" ? "memory" : sort,
          limit: Math.min(MAX_ROWS, rowsFor(state)),
          ...windowMs > 0 && { window_ms: windowMs },
          // Ports are filtered here.
          ...view !== "ports" && { text: state.filter[view] },
          ...view === "processes" && { application: state.application },
        },
        windowMs,
      };
    }
    case "tree":
      return {
        args: {
          depth: 100,
          limit: Math.min(MAX_TREE_ROWS, rowsFor(state)),
          window_ms: 0,
        },
      };
    case "process":
      return {
        args: {
          process: state.process ?? "init",
          incarnation: state.incarnation,
          sections: ["stack", "relations", "ancestors", "gc", "waiting_for"],
          limit: 10,
        },
      };
  }
}

/** Rows down to the last one on the screen; a page more where that is selected. */
function rowsFor({ top, room, selected }: State): number {
  const last = Math.max(1, top + room);
  return selected + 1 >= last ? last + room : last;
}

/** Time between two looks at a view, in ms, if one keeps the node at work for `busyMs`. */
export function pauseFor(
  view: TopView,
  busyMs: number,
  intervalMs: number,
): number {
  const least = view === "tree" ? TREE_MS : intervalMs;
  const needed = busyMs / SHARE;
  return needed <= least ? least : Math.ceil(needed / intervalMs) * intervalMs;
}

/**
 * How long a look kept the node at work, in ms: all the time that it did not wait. A window
 * is between two sweeps, which take about the same.
 */
export function busyIn(seenMs: number, windowMs: number): number {
  return windowMs === 0
    ? seenMs
    : Math.min(seenMs, 2 * Math.max(0, seenMs - windowMs));
}

/** Processes from which on a look at them takes longer than an interval. */
const LARGE = 100_000;

/** Whether a look at the processes takes longer than an interval, as far as is known before one. */
export function isLarge({ head }: State): boolean {
  const counts = head?.glance.limits ?? [];
  const processes = counts.find(({ name }) => name === "processes");
  return (processes?.count ?? 0) > LARGE;
}
