/**
 * Prints the answers of commands on standard output.
 *
 * @module
 */

import { visibleJson, visibleLines } from "../etf/mod.ts";

/** Cells are padded up to this width, in characters; longer ones are shown in full. */
const MAX_PAD = 32;

/** Pads the cells of each table, whose rows are lines that have tabs. */
export function aligned(text: string): string {
  return text.replace(/(?:^.*\t.*(?:\n|$))+/gm, (table) => {
    const rows = table.split("\n").map((line) => line.split("\t"));
    const widths = rows.reduce<number[]>(
      (known, row) =>
        row.length > 1
          ? row.map((cell, i) => Math.max(known[i] ?? 0, cell.length))
          : known,
      [],
    );
    const padded = rows.map((row) =>
      row.map((cell, i) => cell.padEnd(Math.min(MAX_PAD, widths[i] ?? 0)))
        .join("  ").trimEnd()
    );
    return padded.join("\n");
  });
}

/** Prints a text, its tables aligned on a terminal; a reader that has closed its end is not an error. */
export async function print(text: string): Promise<void> {
  const line = Deno.stdout.isTerminal() ? aligned(text) : text;
  const writer = Deno.stdout.writable.getWriter();
  try {
    await writer.write(new TextEncoder().encode(`${visibleLines(line)}\n`));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  } finally {
    writer.releaseLock();
  }
}

/** Prints a value as indented JSON. */
export function printJson(value: unknown): Promise<void> {
  return print(visibleJson(JSON.stringify(value, undefined, 2)));
}
