/**
 * Changes to a text that leave the rest of it as it is, byte for byte.
 *
 * @module
 */

/** Replaces what is from `start` to `end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes changes, which must not overlap; at one place, what is added comes before what is
 * replaced, and of two additions the first comes first.
 */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let changed = "";
  let at = 0;
  for (const edit of inOrder) {
    changed += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return changed + text.slice(at);
}

/** Returns the line end that a text uses. */
export function lineEndOf(text: string): "\r\n" | "\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** Returns where the line begins that has this position. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Returns where the line begins that follows this position, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** Widens a removal to its whole lines, if nothing else is in them, or else to the space before it. */
export function wholeLines(text: string, start: number, end: number): TextEdit {
  const from = lineStart(text, start);
  const to = nextLine(text, end);
  const isAlone = text.slice(from, start).trim() === "" &&
    text.slice(end, to).trim() === "";
  const space = /[ \t]*$/.exec(text.slice(from, start))?.[0].length ?? 0;
  return isAlone
    ? { start: from, end: to, text: "" }
    : { start: start - space, end, text: "" };
}

/** Removes the byte order mark; returns it and the rest. */
export function withoutMark(text: string): [string, string] {
  return text.startsWith("\ufeff") ? ["\ufeff", text.slice(1)] : ["", text];
}
