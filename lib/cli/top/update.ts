/**
 * What a key changes, and what it has beamtap do.
 *
 * @module
 */

import {
  isTable,
  SORT_KEYS,
  type SortKey,
  SORTS,
  type State,
  type View,
} from "./state.ts";
import type { Row } from "./table.ts";
import { tableOf } from "./tables.ts";
import { textOf } from "./texts.ts";

/** What a key has beamtap do. */
export type Effect =
  | { readonly type: "quit" | "suspend" | "redraw" | "look" | "rehearse" }
  | {
    readonly type: "contents";
    readonly tool: "get_process_state" | "get_mailbox";
  }
  | {
    readonly type: "stop";
    readonly process: string;
    readonly incarnation: number;
    readonly reason: "shutdown" | "kill";
  };

/** The state after a key. */
export interface Updated {
  readonly state: State;
  readonly effect?: Effect;
}

/** Intervals to choose from, in ms. */
const INTERVALS = [1000, 2000, 3000, 5000, 10_000, 30_000, 60_000];

/** Maximum length of a filter. */
const MAX_FILTER = 100;

/** Views by the keys that lead to them. */
const VIEWS: Readonly<Record<string, View>> = {
  a: "applications",
  e: "tables",
  p: "ports",
  T: "tree",
  h: "health",
  l: "logs",
  "?": "help",
};

/** Applies a key. */
export function update(before: State, key: string): Updated {
  const state = { ...before, message: undefined };
  if (key === "ctrl-c") return { state, effect: { type: "quit" } };
  if (key === "ctrl-z") return { state, effect: { type: "suspend" } };
  if (key === "ctrl-l") return { state, effect: { type: "redraw" } };
  if (state.prompt?.kind === "filter") return typed(state, key);
  if (state.prompt?.kind === "stop") return answered(state, key);
  const view = VIEWS[key];
  if (view !== undefined) return turned(state, view);
  const sort = SORT_KEYS.find((each) => each === key);
  if (sort !== undefined) return sorted(state, sort);
  switch (key) {
    case "q":
      return { state, effect: { type: "quit" } };
    case " ":
      return {
        state: { ...state, paused: !state.paused },
        // What is there now, not what is there at the end of an interval.
        ...state.paused && { effect: { type: "look" } },
      };
    case "+":
    case "=":
    case "-":
      return { state: paced(state, key === "-" ? -1 : 1) };
    case "/":
      return {
        state: {
          ...state,
          prompt: { kind: "filter", text: state.filter[state.view] ?? "" },
        },
      };
    case "enter":
      return entered(state);
    case "escape":
    case "backspace":
      return left(state);
    case "s":
    case "x":
      return state.view !== "process" ? { state } : {
        state: { ...state, message: "asking…" },
        effect: {
          type: "contents",
          tool: key === "s" ? "get_process_state" : "get_mailbox",
        },
      };
    case "k":
      return stopping(state);
    default:
      return moved(state, key);
  }
}

/** Rows of what is shown: of a table, or nothing. */
function rowsOf(state: State): readonly Row[] {
  return tableOf(state)?.rows ?? [];
}

/** The row that is selected. */
function selectedRow(state: State): Row | undefined {
  return rowsOf(state)[state.selected];
}

/** Where a view starts. */
const START = {
  selected: 0,
  selectedKey: undefined,
  top: 0,
  contents: undefined,
  viewTrouble: undefined,
  isFormer: true,
} as const;

/** Shows something else, from its start. */
function shown(state: State, change: Partial<State>): Updated {
  return {
    state: { ...state, ...START, ...change },
    effect: { type: "look" },
  };
}

/** Shows another view. */
function turned(state: State, view: View): Updated {
  const back = view === state.view && view !== "processes" ? "processes" : view;
  return shown(state, {
    view: back,
    former: view === "help" || view === "process"
      ? state.view === "help" ? state.former : state.view
      : back,
    application: undefined,
  });
}

function sorted(state: State, key: SortKey): Updated {
  const { view } = state;
  if (!isTable(view) || SORTS[view][key] === undefined) {
    const keys = isTable(view) ? Object.keys(SORTS[view]).join(" ") : "";
    const message = keys === ""
      ? "this view has one order"
      : `this view is sorted by ${keys}`;
    return { state: { ...state, message } };
  }
  return shown(state, { sort: { ...state.sort, [view]: key } });
}

function paced(state: State, step: 1 | -1): State {
  const at = INTERVALS.findIndex((each) => each >= state.intervalMs);
  const next = INTERVALS[Math.max(0, at + step)] ?? state.intervalMs;
  return {
    ...state,
    intervalMs: next,
    viewMs: Math.max(next, state.viewMs),
  };
}

/** A key while a filter is typed. */
function typed(state: State, key: string): Updated {
  const text = state.prompt?.kind === "filter" ? state.prompt.text : "";
  const prompt = (next: string): Updated => ({
    state: {
      ...state,
      prompt: { kind: "filter", text: next.slice(0, MAX_FILTER) },
    },
  });
  switch (key) {
    case "enter":
    case "escape": {
      const wanted = key === "enter" ? text.trim() : "";
      const { [state.view]: _, ...others } = state.filter;
      return shown(state, {
        prompt: undefined,
        filter: wanted === "" ? others : { ...others, [state.view]: wanted },
      });
    }
    case "backspace":
      return prompt([...text].slice(0, -1).join(""));
    case "ctrl-u":
      return prompt("");
    default:
      return [...key].length === 1 ? prompt(text + key) : { state };
  }
}

/** Shows what the selected row is about. */
function entered(state: State): Updated {
  const { application, process } = selectedRow(state) ?? {};
  if (application !== undefined) {
    return shown(state, {
      view: "processes",
      former: "applications",
      application,
    });
  }
  return process === undefined
    ? { state }
    : shown(state, { view: "process", former: state.view, process });
}

/** Goes back: from a process, from the processes of an application, from a filter. */
function left(state: State): Updated {
  const { view, former, application, filter } = state;
  if (view === "process" || view === "help") {
    return shown(state, { view: former });
  }
  if (application !== undefined) {
    return shown(state, { view: "applications", application: undefined });
  }
  if (filter[view] !== undefined) {
    const { [view]: _, ...others } = filter;
    return shown(state, { filter: others });
  }
  return view === "processes" ? { state } : shown(state, { view: "processes" });
}

function stopping(state: State): Updated {
  const { incarnation } = state;
  const process = state.view === "process"
    ? state.process
    : selectedRow(state)?.process;
  if (process === undefined || incarnation === undefined) {
    return { state: { ...state, message: "select a process first" } };
  }
  return {
    state: { ...state, prompt: { kind: "stop", process, incarnation } },
    effect: { type: "rehearse" },
  };
}

/** A key after the question whether to end a process. */
function answered(state: State, key: string): Updated {
  const { prompt } = state;
  const next = { ...state, prompt: undefined };
  if (prompt?.kind !== "stop" || prompt.action === undefined) {
    return { state: { ...next, message: "nothing was done" } };
  }
  if (key !== "y" && key !== "K") {
    return { state: { ...next, message: `${prompt.process} was left alone` } };
  }
  const { process, incarnation } = prompt;
  return {
    state: { ...next, message: `ending ${process}…` },
    effect: {
      type: "stop",
      process,
      incarnation,
      reason: key === "y" ? "shutdown" : "kill",
    },
  };
}

/** Moves the selection, or a text. */
function moved(state: State, key: string): Updated {
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -state.room,
    pagedown: state.room,
    home: -Infinity,
    end: Infinity,
  };
  const step = steps[key];
  if (step === undefined) return { state };
  const rows = rowsOf(state);
  if (tableOf(state) === undefined) {
    // A log is read from its end.
    const down = state.view === "logs" ? -step : step;
    return { state: kept({ ...state, top: Math.max(0, state.top + down) }) };
  }
  const last = Math.max(0, rows.length - 1);
  const selected = Math.min(last, Math.max(0, state.selected + step));
  const next = kept({ ...state, selected, selectedKey: rows[selected]?.key });
  return {
    state: next,
    // The node may have more rows than were asked for.
    ...step > 0 && selected === last && { effect: { type: "look" } },
  };
}

/** The state with the same row selected where it still is, and that row in sight; a text not beyond its end. */
export function kept(state: State): State {
  const { selectedKey, room, columns } = state;
  const table = tableOf(state);
  if (table === undefined) {
    const lines = textOf(state, columns)?.length ?? 0;
    // A text has no headings.
    const last = Math.max(0, lines - room - 1);
    return { ...state, top: Math.min(state.top, last) };
  }
  const { rows } = table;
  const at = selectedKey === undefined
    ? -1
    : rows.findIndex(({ key }) => key === selectedKey);
  const selected = Math.max(
    0,
    at >= 0 ? at : Math.min(state.selected, rows.length - 1),
  );
  const top = Math.max(
    0,
    Math.min(Math.max(state.top, selected - room + 1), selected),
  );
  return { ...state, selected, top };
}
