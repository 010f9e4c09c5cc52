/**
 * Passes progress on to a caller who asked for it: never backwards, and no
 * more often than anybody can read.
 *
 * @module
 */

import type { Progress } from "../declare/context.ts";

/** Between two reports, in ms. */
const INTERVAL_MS = 100;

/** A function that may be called as often as one likes. */
export function steadyProgress(
  tell: ((progress: Progress) => void) | undefined,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  if (tell === undefined) return () => {};
  let last: Progress | undefined;
  let told = -Infinity;
  return (progress) => {
    if (last !== undefined && progress.done <= last.done) return;
    const ended = progress.done === progress.total;
    if (!ended && now() - told < INTERVAL_MS) return;
    [last, told] = [progress, now()];
    tell(progress);
  };
}
