/**
 * Standard output of commands that answer and end.
 *
 * @module
 */

import { visibleJson, visibleLines } from "../etf/mod.ts";

/** Writes a text; a reader who has gone is no error. */
export async function print(line: string): Promise<void> {
  const writer = Deno.stdout.writable.getWriter();
  try {
    await writer.write(new TextEncoder().encode(`${visibleLines(line)}\n`));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  } finally {
    writer.releaseLock();
  }
}

/** Writes a value as JSON, readable. */
export function printJson(value: unknown): Promise<void> {
  return print(visibleJson(JSON.stringify(value, undefined, 2)));
}
