/**
 * Commands to paste into a shell.
 *
 * @module
 */

/** Writes a word so that a shell takes it as it is. */
export function shellWord(text: string): string {
  return /^[\w@.,:=/+-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Returns the words of the command that calls a tool. */
export function callWords(
  tool: string,
  args: Readonly<Record<string, unknown>>,
): string[] {
  const words = Object.entries(args).map(([key, value]) =>
    shellWord(
      `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    )
  );
  return ["beamtap", "call", tool, ...words];
}

/** Breaks a command between words into lines of at most so many columns, if words allow it. */
export function brokenCommand(
  words: readonly string[],
  columns: number,
): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length + 3 <= columns) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.map((line, index) =>
    index < lines.length - 1 ? `${line} \\` : line
  );
}
