/**
 * Lines of a screen: pieces of text in styles, fitted to its width.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import { shortened, widthOf } from "../terminal/width.ts";

/** How a piece looks. */
export type Style = "plain" | "bold" | "dim" | "reverse" | "bad" | "warn";

/** A piece of a line. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** A line of a screen. */
export type Line = readonly Piece[];

/** What switches a style on; colours only where they are wanted. */
const CODES: Readonly<Record<Style, { code: string; colour: string }>> = {
  plain: { code: "", colour: "" },
  bold: { code: "1", colour: "" },
  dim: { code: "2", colour: "" },
  reverse: { code: "7", colour: "" },
  bad: { code: "1", colour: ";31" },
  warn: { code: "1", colour: ";33" },
};

/** A line of one style. Nothing in a text steers the terminal. */
export function line(text: string, style: Style = "plain"): Line {
  return [piece(text, style)];
}

/** A piece of a line. */
export function piece(text: string, style: Style = "plain"): Piece {
  return { text: visible(text), style };
}

/** A line of so many columns at most; what does not fit is cut, with `…` in its last piece. */
export function fitted(pieces: Line, columns: number): Line {
  const kept: Piece[] = [];
  let left = columns;
  for (const { text, style } of pieces) {
    if (left <= 0) break;
    const cut = shortened(text, left);
    kept.push({ text: cut, style });
    left -= widthOf(cut);
  }
  return kept;
}

/** A line with something at its right end, for which the left part is cut. */
export function spread(left: Line, right: Line, columns: number): Line {
  const room = Math.max(0, columns - columnsOf(right) - 1);
  const kept = fitted(left, columnsOf(right) === 0 ? columns : room);
  const gap = Math.max(0, columns - columnsOf(kept) - columnsOf(right));
  return fitted([...kept, piece(" ".repeat(gap)), ...right], columns);
}

function columnsOf(pieces: Line): number {
  return pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Items in as many lines of this width as they need, two columns apart. */
export function flowed(items: readonly Line[], columns: number): Line[] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const item of items) {
    const width = columnsOf(item);
    const last = lines.at(-1);
    if (last === undefined || used + 2 + width > columns) {
      lines.push([...fitted(item, columns)]);
      used = width;
    } else {
      last.push(piece("  "), ...item);
      used += 2 + width;
    }
  }
  return lines;
}

/** A line as text without styles. */
export function plain(pieces: Line): string {
  return pieces.map(({ text }) => text).join("");
}

/** A line as a terminal takes it. */
export function painted(pieces: Line, coloured: boolean): string {
  return pieces.map(({ text, style }) => {
    const { code, colour } = CODES[style];
    return code === ""
      ? text
      : `\x1b[${code}${coloured ? colour : ""}m${text}\x1b[0m`;
  }).join("");
}

/** A horizontal bar: how full something is. */
export function bar(percent: number, columns: number): string {
  const share = Math.min(1, Math.max(0, percent / 100));
  // Something is never shown as nothing, and not quite all never as all.
  const filled = share === 0
    ? 0
    : Math.max(1, Math.floor(share * columns + (share === 1 ? 0 : 1e-9)));
  return "█".repeat(Math.min(columns, filled)) +
    "░".repeat(Math.max(0, columns - filled));
}

/** One upright bar for each number. */
export function bars(percents: readonly number[]): string {
  const heights = "▁▂▃▄▅▆▇█";
  return percents.map((percent) =>
    heights[Math.min(7, Math.max(0, Math.floor(percent * 8 / 100)))] ?? " "
  ).join("");
}
