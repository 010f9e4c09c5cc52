/**
 * Where a list goes on: a place in it, bound to the query that it belongs to,
 * so that it cannot be used with another.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** What a query is known by: the handler and all arguments but the cursor. */
export function queryText(name: string, args: object): string {
  const fields = Object.entries(args).filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1);
  return JSON.stringify([name, fields]);
}

/** A cursor to the item at `offset` of the query's list. */
export function makeCursor(offset: number, query: string): string {
  return `${offset}-${fingerprint(query)}`;
}

/**
 * The offset in a cursor.
 *
 * @throws {ToolError} `bad_cursor` for one of another query
 */
export function readCursor(cursor: string, query: string): number {
  const match = /^(\d{1,9})-[\da-z]+$/.exec(cursor);
  const offset = Number(match?.[1]);
  if (match && makeCursor(offset, query) === cursor) return offset;
  throw new ToolError(
    "bad_cursor",
    "the cursor is not of this query, or the node has restarted since",
    {
      hint:
        "pass next_cursor with exactly the arguments of the call that gave it, or leave it out to begin anew",
    },
  );
}

/** FNV-1a over UTF-16, twice from different starts: 64 bits in base 36. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => {
    let hash = start;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0).toString(36);
  }).join("");
}
