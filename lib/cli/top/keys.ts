/**
 * Keys out of what a terminal sends.
 *
 * @module
 */

/** Sequences of a terminal, after ESC, and the keys that they stand for. */
const SEQUENCES: Readonly<Record<string, string>> = {
  "[A": "up",
  "OA": "up",
  "[B": "down",
  "OB": "down",
  "[C": "right",
  "OC": "right",
  "[D": "left",
  "OD": "left",
  "[5~": "pageup",
  "[6~": "pagedown",
  "[H": "home",
  "OH": "home",
  "[1~": "home",
  "[7~": "home",
  "[F": "end",
  "OF": "end",
  "[4~": "end",
  "[8~": "end",
};

/** Control characters that are keys. */
const CONTROLS: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\n": "enter",
  "\x7f": "backspace",
  "\b": "backspace",
  "\x03": "ctrl-c",
  "\x0c": "ctrl-l",
  "\x15": "ctrl-u",
  "\x1a": "ctrl-z",
};

/** An escape sequence, or one character. */
const KEY =
  // deno-lint-ignore no-control-regex
  /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O[@-~])|\x1b|[^\x1b]/gu;

/**
 * The keys in a text as it came: names such as `up`, `enter` and `ctrl-c`, or the
 * characters themselves. Sequences that stand for no key here are left out.
 */
export function keysOf(text: string): string[] {
  return [...text.matchAll(KEY)].flatMap(([sequence]) => {
    if (sequence === "\x1b") return ["escape"];
    if (sequence.startsWith("\x1b")) return SEQUENCES[sequence.slice(1)] ?? [];
    // deno-lint-ignore no-control-regex
    if (/[\x00-\x1f\x7f]/.test(sequence)) return CONTROLS[sequence] ?? [];
    return [sequence];
  });
}
