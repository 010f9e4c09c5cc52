/**
 * Tells a caller that a call which listens for a while is still at it.
 *
 * @module
 */

import type { NodeContext } from "../registry/mod.ts";

const EVERY_MS = 500;

/** Does the work, which takes about so long, and tells every half second how much of the time is over. */
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
