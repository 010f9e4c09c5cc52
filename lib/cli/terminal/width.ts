/**
 * Texts measured in columns of a terminal, and cut to them.
 *
 * @module
 */

/** Characters that take two columns: East Asian wide ones and pictures. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;

/** A text whose columns are its characters, as nearly always. */
const NARROW = /^[\x20-\x7e…]*$/;

const graphemes = new Intl.Segmenter("en");

/** Returns how many columns a text takes that has nothing invisible in it (see `visible`). */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += cell(segment);
  return columns;
}

/** Cuts a text to so many columns, with `…` in its middle: both ends of a name tell more. */
export function shortened(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns <= 1) return "…".slice(0, Math.max(0, columns));
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const tail = Math.floor((columns - 1) / 2);
  const head = columns - 1 - tail;
  return `${taken(parts, head).join("")}…${
    taken(parts.toReversed(), tail).toReversed().join("")
  }`;
}

/** Pads a text to so many columns, on its left if `right`-aligned. */
export function padded(text: string, columns: number, right = false): string {
  const space = " ".repeat(Math.max(0, columns - widthOf(text)));
  return right ? space + text : text + space;
}

/** Breaks a text at spaces into lines of at most so many columns; a longer word has a line of its own. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function cell(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}

/** The first graphemes that fit. */
function taken(parts: readonly string[], columns: number): string[] {
  const kept: string[] = [];
  let left = columns;
  for (const part of parts) {
    left -= cell(part);
    if (left < 0) break;
    kept.push(part);
  }
  return kept;
}
