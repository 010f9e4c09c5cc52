/**
 * Escapes characters in texts from nodes and callers that are invisible or move or hide
 * others: control characters, direction marks, zero-width characters, masses of
 * combining marks. None may control a terminal, or make one name look like another.
 *
 * They are escaped as in an Erlang string, `\x{202E}`, so a text that is an Erlang term
 * stays the same term.
 *
 * @module
 */

/** A text without anything to escape, as nearly always. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Characters to escape; excluded are newline and tab, emoji variations, and marks on a letter as languages use them. */
const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic})\uFE0F)(?![\n\t])(?:[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}|(?<![\p{L}\p{N}\p{M}\p{So}])\p{M})/gu;

/** Escapes unseen characters, except line ends: `\x{1B}`. */
export function visibleLines(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSEEN, spelt);
}

/** Escapes unseen characters and line ends. */
export function visible(text: string): string {
  return visibleLines(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** Escapes unseen characters in a JSON text without changing its value: `\u202e`. */
export function visibleJson(json: string): string {
  return PLAIN.test(json)
    ? json
    : json.replace(UNSEEN, (character) =>
      Array.from(
        { length: character.length },
        (_, index) =>
          `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
      ).join(""));
}

/** Reverses {@linkcode visible}. */
export function unspelt(text: string): string {
  return text.replace(
    /\\{1,2}x\{([\da-fA-F]{1,6})\}/g,
    (whole, digits: string) => {
      const point = parseInt(digits, 16);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}

function spelt(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `\\x{${point.toString(16).toUpperCase()}}`;
}
