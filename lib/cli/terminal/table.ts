/**
 * Tables fitted to a terminal: columns are narrowed, then left out, the least important
 * first; no row ever wraps.
 *
 * @module
 */

import { padded, shortened, widthOf } from "./width.ts";

/** A column, as it is shown. */
export interface Column {
  /** Its heading. */
  readonly title: string;
  /** Its cells, without line ends or anything invisible. */
  readonly cells: readonly string[];
  /** Whether it is aligned to the right, and never cut: a number. @default {false} */
  readonly right?: boolean;
  /** The least width that it may be cut to, in columns of the terminal. @default {12} */
  readonly least?: number;
  /** Whether it is shown only where nothing else is cut for it. @default {false} */
  readonly extra?: boolean;
}

/** A table as lines. */
export interface FittedTable {
  /** The headings, then the rows; none is wider than the terminal. */
  readonly lines: readonly string[];
  /** The titles of the columns for which there was no room. */
  readonly left: readonly string[];
}

/** What is between two columns. */
const GAP = "  ";

/** A name cut to less says little. */
const LEAST = 12;

/**
 * Fits a table into so many columns of a terminal; without a width, shows all of it.
 * `order` has the columns' indexes, the most important first, and the first of them is
 * always shown. @default {as given}
 */
export function fitTable(
  columns: readonly Column[],
  width = Infinity,
  order: readonly number[] = columns.keys().toArray(),
): FittedTable {
  const full = columns.map(({ title, cells }) =>
    Math.max(widthOf(title), ...cells.map(widthOf))
  );
  const least = columns.map(({ title, right, least = LEAST }, index) => {
    const whole = full[index] ?? 0;
    return right ? whole : Math.min(whole, Math.max(least, widthOf(title)));
  });
  const kept = new Set<number>();
  let room = width + GAP.length;
  const keep = (index: number, columns = 0): void => {
    const needed = GAP.length + columns;
    if (kept.size > 0 && needed > room) return;
    kept.add(index);
    room -= needed;
  };
  for (const index of order) {
    if (!columns[index]?.extra) keep(index, least[index]);
  }
  const widths = [...least];
  // What is left goes to the most important first.
  for (const index of order) {
    if (!kept.has(index)) continue;
    const [now = 0, whole = 0] = [widths[index], full[index]];
    const more = Math.min(whole - now, Math.max(0, room));
    widths[index] = Math.min(now + more, width);
    room -= more;
  }
  for (const index of order) {
    if (!columns[index]?.extra) continue;
    widths[index] = full[index] ?? 0;
    keep(index, widths[index]);
  }
  const shown = [...columns.entries()].filter(([index]) => kept.has(index));
  const line = (cellOf: (column: Column) => string): string =>
    shown.map(([index, column]) => {
      const columns = widths[index] ?? 0;
      const text = shortened(cellOf(column), columns);
      return padded(text, columns, column.right);
    }).join(GAP).trimEnd();
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  return {
    lines: [
      line(({ title }) => title),
      ...Array.from(
        { length: rows },
        (_, row) => line(({ cells }) => cells[row] ?? ""),
      ),
    ],
    left: columns.filter((_, index) => !kept.has(index))
      .map(({ title }) => title),
  };
}

/**
 * Returns the indexes of columns that say the same in every row, of a table that is wider
 * than so many columns of a terminal; a plain `no` is not worth saying.
 */
export function sameInEveryRow(
  columns: readonly Column[],
  width: number,
): number[] {
  const whole = fitTable(columns);
  if (whole.lines.every((line) => widthOf(line) <= width)) return [];
  const same = [...columns.entries()].flatMap(([index, { cells, right }]) => {
    const [first = ""] = cells;
    const isSame = !right && cells.length > 2 && !["", "no"].includes(first) &&
      cells.every((cell) => cell === first);
    return isSame ? [index] : [];
  });
  return same.length < columns.length ? same : [];
}
