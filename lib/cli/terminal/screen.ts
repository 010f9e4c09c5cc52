/**
 * A terminal that shows the latest of several answers.
 *
 * @module
 */

/** Clears the terminal and goes to its first line. */
const CLEAR = "\x1b[2J\x1b[H";

/** The size of a terminal that does not say its own. */
const USUAL = { columns: 80, rows: 24 };

/** Lays out one answer after the other, each in place of the one before. */
export class Screen {
  readonly #title: string;

  /** Has a title above every answer. */
  constructor(title: string) {
    this.#title = title;
  }

  /** Returns the text that shows an answer: as many of its lines as there are rows for. */
  show(lines: readonly string[]): string {
    const rows = terminalSize().rows - 3;
    const time = new Date().toTimeString().slice(0, 8);
    const rest = lines.length - rows;
    return CLEAR + [
      `${time}  ${this.#title}`,
      ...lines.slice(0, rows),
      ...rest > 0 ? [`… ${rest} more lines: ask for less, or -o tsv`] : [],
    ].join("\n");
  }
}

/** Returns the size of the terminal. */
export function terminalSize(): { columns: number; rows: number } {
  try {
    const { columns, rows } = Deno.consoleSize();
    // A pseudo-terminal may not know its own.
    if (columns > 0 && rows > 0) return { columns, rows };
  } catch { /* none of the standard streams is a terminal */ }
  return USUAL;
}
