/**
 * A whole screen as lines.
 *
 * @module
 */

import { fitTable } from "../terminal/table.ts";
import { duration } from "../terminal/units.ts";
import { wrapped } from "../terminal/width.ts";
import { headLines } from "./head.ts";
import { fitted, type Line, line, piece, spread } from "./lines.ts";
import type { State, View } from "./state.ts";
import { tableOf } from "./tables.ts";
import { textOf } from "./texts.ts";

/** A terminal that is smaller shows only that it is. */
const MIN_WIDTH = 40;
const MIN_HEIGHT = 12;

/** Lines between the head and the footer that are no rows: the title of the view, and its headings. */
const TITLES = 2;

/** Maximum lines of a message. */
const MAX_FOOTER = 4;

/** Size of a terminal, in columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What each view is called before anything is known of it. */
const NAMES: Readonly<Record<View, string>> = {
  processes: "processes",
  applications: "applications",
  tables: "ETS tables",
  ports: "ports and sockets",
  tree: "supervision tree",
  process: "process",
  health: "health",
  logs: "log",
  help: "keys",
};

/** Rows of a view for which a terminal has room. */
export function roomFor(state: State, size: Size): number {
  const head = headLines(state, size.columns, 0).length;
  return Math.max(1, size.rows - head - TITLES - 1);
}

/** The lines of the screen, exactly as many as it has rows; `now` is in ms since 1970. */
export function screenOf(state: State, size: Size, now: number): Line[] {
  const { columns, rows } = size;
  if (columns < MIN_WIDTH || rows < MIN_HEIGHT) {
    const small = `${MIN_WIDTH}x${MIN_HEIGHT} at least; q quits`;
    const lines = wrapped(small, columns).slice(0, rows)
      .map((each) => fitted(line(each), columns));
    return filled(lines, rows);
  }
  const head = headLines(state, columns, now);
  // What was seen last is not what is there now.
  const aged = state.trouble === undefined ? (each: Line): Line => each : faint;
  const room = rows - head.length - 1;
  const view = viewLines(state, columns, room);
  const foot = footer(state, columns);
  return [
    ...head.slice(0, -1).map((each) => fitted(aged(each), columns)),
    ...head.slice(-1),
    ...filled(view, rows - head.length - foot.length)
      .map((each) => fitted(aged(each), columns)),
    ...foot.map((each) => fitted(each, columns)),
  ];
}

function filled(lines: readonly Line[], rows: number): Line[] {
  return [
    ...lines.slice(0, rows),
    ...Array<Line>(Math.max(0, rows - lines.length)).fill([]),
  ];
}

function faint(pieces: Line): Line {
  return pieces.map(({ text }) => ({ text, style: "dim" }));
}

function viewLines(state: State, columns: number, room: number): Line[] {
  const { viewTrouble } = state;
  if (viewTrouble !== undefined) {
    return [
      titled(state, NAMES[state.view], columns),
      ...wrapped(viewTrouble, columns).map((text) => line(text, "warn")),
    ];
  }
  const table = tableOf(state);
  if (table !== undefined) {
    const from = state.top;
    const shown = room - TITLES;
    const part = table.columns.map((column) => ({
      ...column,
      cells: column.cells.slice(from, from + shown),
    }));
    const { lines: [headings = "", ...cells] } = fitTable(
      part,
      columns,
      table.order,
    );
    const { isFormer } = state;
    const title = isFormer ? `${NAMES[state.view]}: asking…` : table.title;
    return [
      titled(state, title, columns),
      line(headings, "bold"),
      ...cells.map((text, index) =>
        isFormer
          ? line(text, "dim")
          : from + index === state.selected
          ? line(text.padEnd(columns), "reverse")
          : line(text)
      ),
    ];
  }
  const text = textOf(state, columns);
  const name = state.view === "process"
    ? `process ${state.process ?? ""}`
    : NAMES[state.view];
  if (text === undefined) {
    const waits = state.view === "logs" ? "nothing was logged yet" : "looking…";
    return [titled(state, name, columns), line(waits, "dim")];
  }
  // A log ends with what came last; `top` counts from there.
  const shown = room - 1;
  const from = state.view === "logs"
    ? Math.max(0, text.length - shown - state.top)
    : state.top;
  return [titled(state, name, columns), ...text.slice(from, from + shown)];
}

/** The title of a view, its filter, and how often it is looked at if that is less often than the head. */
function titled(state: State, title: string, columns: number): Line {
  const filter = state.filter[state.view];
  const { viewMs, intervalMs } = state;
  const rarely = viewMs > intervalMs && tableOf(state) !== undefined
    ? `every ${duration(viewMs)} to spare the node`
    : "";
  return spread(
    [
      piece(title, "bold"),
      ...filter === undefined ? [] : [piece(`  /${filter}`, "warn")],
    ],
    [piece(rarely, "dim")],
    columns,
  );
}

/** The last lines: a question, what was typed, a message, or the keys. */
function footer({ prompt, message, view }: State, columns: number): Line[] {
  if (prompt?.kind === "filter") {
    return [[piece(`/${prompt.text}`), piece("_", "reverse")]];
  }
  const text = prompt === undefined
    ? message
    : prompt.action === undefined
    ? `asking what ending ${prompt.process} would do…`
    : `${prompt.action}.`;
  if (text !== undefined) {
    const answers = prompt?.action === undefined
      ? []
      : [line("y: end it (shutdown)   K: kill it   other keys: no", "bold")];
    const lines = wrapped(text, columns).slice(0, MAX_FOOTER);
    return [...lines.map((each) => line(each, "warn")), ...answers];
  }
  return [line(
    view === "process"
      ? "Esc back  s state  x messages  k end it  space pause  ? keys  q quit"
      : "? keys  r m b g c sort  / filter  Enter  a e p T h l views  k end it  q quit",
    "dim",
  )];
}
