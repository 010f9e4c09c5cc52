/**
 * The log on standard error, one line per event; standard output is for answers.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { visible, visibleLines } from "../etf/mod.ts";

/** Log levels, most severe first. */
export const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;

/** A log level. */
export type LogLevel = typeof LOG_LEVELS[number];

/** Writes an event, with its cause if there is one. */
export type Log = (level: LogLevel, text: string, cause?: unknown) => void;

/** Returns a log of events at `threshold` and more severe. */
export function createLog(
  threshold: LogLevel,
  write: (line: string) => void = printError,
): Log {
  return (level, text, cause) => {
    if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(threshold)) return;
    const time = new Date().toISOString();
    const tail = cause === undefined ? "" : `\n${describe(cause)}`;
    write(`${time} ${level} ${visible(text)}${visibleLines(tail)}`);
  };
}

/** Writes a line to standard error; failing to write is ignored. */
export function printError(line: string): void {
  const text = `${visibleLines(line)}\n`;
  if (holder !== undefined) return holder(text);
  write(status === "" ? text : `${ERASE}${text}${status}`);
}

/** Erases what the terminal has echoed of the keyboard in a line of its own, such as `^C`. */
export function eraseEcho(): void {
  if (Deno.stderr.isTerminal()) write(`${ERASE}${status}`);
}

/** Erases the line that the cursor is in. */
const ERASE = "\r\x1b[K";

/** What the last line of the terminal says. */
let status = "";

/** Writes a text to the last line of the terminal, in place of the one before it; an empty one goes away. */
export function showStatus(text: string): void {
  if (status === text || !Deno.stderr.isTerminal()) return;
  status = visibleLines(text);
  write(`${ERASE}${status}`);
}

function write(text: string): void {
  try {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  } catch { /* standard error is closed */ }
}

/** Takes what would be written where a screen is drawn. */
let holder: ((text: string) => void) | undefined;

/** Passes what goes to standard error to `take`, until it is disposed of, if that is a terminal. */
export function holdErrors(take: (text: string) => void): Disposable {
  if (Deno.stderr.isTerminal()) holder = take;
  return {
    [Symbol.dispose](): void {
      holder = undefined;
    },
  };
}

function describe(cause: unknown): string {
  const text = cause instanceof BeamtapError
    ? visible(`${cause.code}: ${cause.message}`)
    : cause instanceof Error
    ? cause.stack ?? cause.message
    : String(cause);
  // Indented, so that no line of a message looks like an event.
  return text.replaceAll("\n", "\n  ");
}
