/**
 * Passes progress on to a caller who asked for it: never backwards, and no
 * more often than a person can read.
 *
 * @module
 */

import type { Progress } from "../declare/context.ts";

/** Minimum time between two reports, in ms. */
const INTERVAL_MS = 100;

/** A function that may be called at any rate and passes on what is worth reporting; `now` in ms. */
export function steadyProgress(
  tell: ((progress: Progress) => void) | undefined,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  if (tell === undefined) return () => {};
  let last: Progress | undefined;
  let reported = -Infinity;
  return (progress) => {
    if (last !== undefined && progress.done <= last.done) return;
    const ended = progress.done === progress.total;
    if (!ended && now() - reported < INTERVAL_MS) return;
    [last, reported] = [progress, now()];
    tell(progress);
  };
}
