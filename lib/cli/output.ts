/**
 * Prints the answers of commands on standard output.
 *
 * @module
 */

import { visibleJson, visibleLines } from "../etf/mod.ts";

/** Prints a text; a reader that has closed its end is not an error. */
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

/** Prints a value as indented JSON. */
export function printJson(value: unknown): Promise<void> {
  return print(visibleJson(JSON.stringify(value, undefined, 2)));
}
