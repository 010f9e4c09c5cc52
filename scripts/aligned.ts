/**
 * Aligns the tables in an answer as models get it, for people who watch a conversation.
 *
 * @module
 */

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
