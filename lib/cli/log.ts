/**
 * The log, on standard error: one line an event, never on standard output,
 * which belongs to answers.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { visible, visibleLines } from "../etf/mod.ts";

/** From the gravest to the most talkative. */
export const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;

/** How much is logged. */
export type LogLevel = typeof LOG_LEVELS[number];

/** Writes an event. */
export type Log = (level: LogLevel, text: string, cause?: unknown) => void;

/** A log of the events at `threshold` and graver. */
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

/** Writes a line on standard error; nobody listening there is no reason to stop. */
export function printError(line: string): void {
  try {
    Deno.stderr.writeSync(new TextEncoder().encode(`${visibleLines(line)}\n`));
  } catch { /* standard error is gone */ }
}

function describe(cause: unknown): string {
  const text = cause instanceof BeamtapError
    ? visible(`${cause.code}: ${cause.message}`)
    : cause instanceof Error
    ? cause.stack ?? cause.message
    : String(cause);
  // Whatever a message holds, none of its lines passes for an event.
  return text.replaceAll("\n", "\n  ");
}
