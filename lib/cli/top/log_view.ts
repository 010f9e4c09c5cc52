/**
 * The log of a node as it is written: a capture that is read at each look, and ended when
 * another view is shown.
 *
 * @module
 */

import { type Calls, type Failed, failedOf } from "./caller.ts";

/** Lines that are kept. */
const MAX_LINES = 500;

/** Maximum events of one look. */
const MAX_EVENTS = 100;

/** A capture. */
export class LogView {
  readonly #caller: Calls;
  #session: string | undefined;
  #lines: readonly string[] = [];

  /** Captures nothing yet. */
  constructor(caller: Calls) {
    this.#caller = caller;
  }

  /** The lines so far, the last one last; begins with the first call. */
  async read(): Promise<{ readonly lines: readonly string[] } | Failed> {
    const result = await this.#caller.call("capture_logs", {
      follow: this.#session ?? "new",
      max_events: MAX_EVENTS,
      max_bytes: 24_000,
    });
    if (!result.ok) {
      // That of another run of the node, or one that has expired.
      this.#session = undefined;
      return failedOf(result);
    }
    const { session, events, running } = result.structured;
    this.#session = running === false ? undefined : `${session}`;
    const lines = Array.isArray(events) ? events.map(lineOf) : [];
    this.#lines = [...this.#lines, ...lines].slice(-MAX_LINES);
    return { lines: this.#lines };
  }

  /** Ends the capture. */
  async close(): Promise<void> {
    const follow = this.#session;
    this.#session = undefined;
    if (follow === undefined) return;
    await this.#caller.call("capture_logs", { follow, stop: true });
  }
}

function lineOf(event: unknown): string {
  const { at, level, pid, term } = Object(event);
  return [`${at}`.slice(11, 23), level, pid, term]
    .filter((part) => part !== undefined).join(" ");
}
