/**
 * What an answer changes on the screen.
 *
 * @module
 */

import type { TopAnswer, TopView } from "../../tools/mod.ts";
import { type Ask, busyIn, pauseFor } from "./asks.ts";
import type { Head, ProcessRates, State } from "./state.ts";

/** An answer with what is known of the call. */
export interface Arrival<View extends TopView> {
  readonly ask: Ask;
  readonly answer: TopAnswer<View>;
  readonly incarnation: number;
  /** How long the call took, in ms. */
  readonly tookMs: number;
  /** Now, in ms since 1970. */
  readonly now: number;
}

/** Two looks that are nearer to each other say nothing of a rate. */
const MIN_SECONDS = 0.25;

/** The state after an answer. */
export function arrived<View extends TopView>(
  before: State,
  { ask, answer, incarnation, tookMs, now }: Arrival<View>,
): State {
  const state = before.incarnation === undefined ||
      before.incarnation === incarnation
    ? before
    : restarted(before);
  const { glance, cost } = answer;
  const { view, windowMs } = ask;
  const seen = { ...state.seen, [view]: answer };
  return {
    ...state,
    incarnation,
    head: headOf(glance, state.head),
    seen,
    rates: ratesOf({ ...state, seen }, state, view),
    ...view !== "node" && {
      viewMs: pauseFor(
        view,
        busyIn(glance.seen_ms, windowMs),
        state.intervalMs,
      ),
      viewTrouble: undefined,
      isFormer: false,
    },
    trouble: undefined,
    lagMs: Math.max(0, tookMs - cost.ms_on_target),
    answeredAt: now,
  };
}

/** A pid of a node that has restarted is another process. */
function restarted(state: State): State {
  return {
    ...state,
    view: state.view === "process" ? "processes" : state.view,
    former: state.former === "process" ? "processes" : state.former,
    process: undefined,
    contents: undefined,
    selectedKey: undefined,
    prompt: state.prompt?.kind === "stop" ? undefined : state.prompt,
    head: undefined,
    seen: {},
    rates: new Map(),
    health: undefined,
    message: `${state.node} has restarted`,
  };
}

/** The head, with the growth of memory since the look before. */
function headOf(glance: Head["glance"], before: Head | undefined): Head {
  const seconds = before === undefined
    ? 0
    : (glance.at_us - before.glance.at_us) / 1e6;
  // The answer to an earlier question may come later.
  if (before !== undefined && seconds <= 0) return before;
  if (before === undefined || seconds < MIN_SECONDS) {
    return { glance, growth: before?.growth ?? {} };
  }
  const growth = Object.entries(glance.memory).flatMap(([name, bytes]) => {
    const earlier = before.glance.memory[name];
    return earlier === undefined ? [] : [[name, (bytes - earlier) / seconds]];
  });
  return { glance, growth: Object.fromEntries(growth) };
}

/** Rates of the rows of a view, from this look and the one before. */
function ratesOf(
  now: State,
  before: State,
  view: TopView,
): State["rates"] {
  if (view === "applications") return sumRates(now, before);
  if (view !== "processes") return before.rates;
  const [last, first] = [now.seen.processes, before.seen.processes];
  if (last === undefined) return new Map();
  const seconds = first === undefined
    ? 0
    : (last.glance.seen_us - first.glance.seen_us) / 1e6;
  const known = new Map(first?.processes.map((row) => [row.pid, row]));
  const inWindow = last.window_ms !== undefined && now.sort.processes === "r";
  return new Map(last.processes.map((row): [string, ProcessRates] => {
    const earlier = seconds >= MIN_SECONDS ? known.get(row.pid) : undefined;
    return [row.pid, {
      reductions: inWindow
        ? 1000 * (row.value ?? 0) / Math.max(1, last.window_ms ?? 1)
        : earlier && (row.reductions - earlier.reductions) / seconds,
      mailbox: earlier && row.mailbox - earlier.mailbox,
    }];
  }));
}

/** What processes of an application did together, where that is what they are sorted by. */
function sumRates(now: State, before: State): State["rates"] {
  const [last, first] = [now.seen.applications, before.seen.applications];
  if (
    last === undefined || first === undefined || now.sort.applications !== "r"
  ) return new Map();
  const seconds = (last.glance.seen_us - first.glance.seen_us) / 1e6;
  const known = new Map(first.groups.map(({ kind, sum }) => [kind, sum]));
  return new Map(last.groups.flatMap(({ kind, sum }) => {
    const earlier = known.get(kind);
    return sum === undefined || earlier === undefined ||
        seconds < MIN_SECONDS
      ? []
      : [[
        kind,
        {
          reductions: Math.max(0, sum - earlier) / seconds,
          mailbox: undefined,
        },
      ]];
  }));
}
