/**
 * A client that means harm, in a thread of its own: one that means none must
 * not be slow for sharing it. Told what to do, it goes on until it is ended.
 *
 * @module
 */

import { ATTACKS, type Target } from "./attacks.ts";

/** What the thread is told. */
export interface Order {
  readonly what: string;
  readonly target: Target;
}

self.addEventListener("message", (event) => {
  if (!(event instanceof MessageEvent)) return;
  const { what, target }: Order = event.data;
  ATTACKS[what]?.(target);
});
