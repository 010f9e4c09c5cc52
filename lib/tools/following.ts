/**
 * Reports progress of a call that listens for a while.
 *
 * @module
 */

import type { NodeContext } from "../registry/mod.ts";

const EVERY_MS = 500;

/** Runs work of a known duration, and reports every half second how much of it is over. */
export async function following<Value>(
  { progress }: Pick<NodeContext, "progress">,
  durationMs: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const begin = performance.now();
  const timer = setInterval(() => {
    const done = Math.round(performance.now() - begin);
    progress({ done: Math.min(durationMs, done), total: durationMs });
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
