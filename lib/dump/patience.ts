/**
 * When reading a dump ends before it is done: somebody has had enough, the time is over, or a
 * small compressed file inflates to more than one question may cost.
 *
 * @module
 */

import { DumpError } from "./errors.ts";
import type { Source } from "./source.ts";

/** Who may end it. */
export interface Patience {
  /** Gives reading up; the error is its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Ends reading with what has come; its reason may be that of `AbortSignal.timeout`. */
  readonly early?: AbortSignal | undefined;
}

/** Maximum bytes of a plain dump that are read. */
export const MAX_BYTES = 2 ** 36;

/** Maximum bytes that a question inflates: those of a small file may be a thousand times as many. */
export const MAX_INFLATED = 2 ** 33;

/** Why an end came early. */
export function reasonOf({ reason }: AbortSignal): string {
  return reason instanceof DOMException && reason.name === "TimeoutError"
    ? "its time was over"
    : "somebody stopped it";
}

/** A source for one question, whose reads end when they must. */
export function patient(source: Source, { signal, early }: Patience): Source {
  let spent = 0;
  const spend = (bytes: number): void => {
    signal?.throwIfAborted();
    if (!source.gzip) return;
    if (early?.aborted) {
      throw new DumpError(
        "stopped",
        `inflating the dump again ended after ${spent} bytes: ${
          reasonOf(early)
        }`,
        UNPACK,
      );
    }
    spent += bytes;
    if (spent > MAX_INFLATED) {
      throw new DumpError(
        "too_far",
        `the answer lies behind the first ${MAX_INFLATED} bytes that the compressed dump inflates to, and no question inflates more`,
        UNPACK,
      );
    }
  };
  return { ...source, read: (ranges) => source.read(ranges, spend) };
}

/** What helps with compressed dumps. */
const UNPACK = "gunzip the file first: questions about a plain dump only seek";
