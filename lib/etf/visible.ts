/**
 * Texts of nodes and callers with every character spelt out that cannot be
 * seen, moves others or hides them: controls, marks of direction, characters
 * without width, floods of combining marks. None may steer a terminal, or make
 * one name pass for another.
 *
 * Spelt as in an Erlang string, `\x{202E}`: where the text is an Erlang term,
 * it stays that term.
 *
 * @module
 */

/** Nothing to spell out, as nearly always. */
const PLAIN = /^[\x20-\x7e]*$/;

/** All but the end of a line and a tab; a variation of an emoji, and marks on a letter as languages have them, may stay. */
const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic})\uFE0F)(?![\n\t])(?:[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}|(?<![\p{L}\p{N}\p{M}\p{So}])\p{M})/gu;

/** A text of any number of lines with every unseen character spelt out: `\x{1B}`. */
export function visibleLines(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSEEN, spelt);
}

/** The same on one line. */
export function visible(text: string): string {
  return visibleLines(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** A JSON text that means the same and has every unseen character as JSON escapes it: `\u202e`. */
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

/** The text that {@linkcode visible} made one of, as far as it spelt characters out. */
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
