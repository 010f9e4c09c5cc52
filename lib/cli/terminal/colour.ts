/**
 * Colour, sparingly: what is wrong stands out, what frames an answer steps back.
 *
 * @module
 */

/** Codes that start a style. */
const STYLES = { bold: 1, dim: 2, red: 31, yellow: 33, green: 32 } as const;

/** A style of a text. */
export type Style = keyof typeof STYLES;

/** Gives a text a style, where there is colour. */
export type Paint = (style: Style, text: string) => string;

/** Leaves texts as they are. */
export const plain: Paint = (_style, text) => text;

/** Writes the codes of a terminal around a text. */
export const coloured: Paint = (style, text) =>
  text === "" ? "" : `\x1b[${STYLES[style]}m${text}\x1b[0m`;

/** Words that say how bad something is. */
const SEVERITIES: Readonly<Record<string, Style>> = {
  ...{ critical: "red", failed: "red", FAIL: "red", unknown: "yellow" },
  ...{ warning: "yellow", WARN: "yellow", healthy: "green", ok: "green" },
};

/** Returns the style of a severity; notices have none. */
export function severe(word: string, text: string, paint: Paint): string {
  const style = Object.hasOwn(SEVERITIES, word) ? SEVERITIES[word] : undefined;
  return style ? paint(style, text) : text;
}
