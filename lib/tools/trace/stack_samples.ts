/**
 * What processes work on, by looking at their stacks many times.
 *
 * @module
 */

import {
  type AnswerOf,
  defineQuestion,
  encodeProcess,
  flag,
  integer,
  list,
  mfa,
  processRefused,
  record,
  row,
} from "../../beam/mod.ts";
import { atom, boolean, map } from "../../etf/mod.ts";

/** Arguments of {@linkcode stackSamplesQuestion}. */
export interface StackSamplesArgs {
  readonly processes: readonly string[];
  /** Between two looks, in ms. */
  readonly every_ms: number;
  readonly duration_ms: number;
  /** Whether to count also where processes wait, not only where they work. */
  readonly waiting: boolean;
  /** Maximum different stacks in the answer. */
  readonly limit: number;
}

/** Looks at the stacks of processes again and again; the most frequent stacks first. */
export const stackSamplesQuestion = defineQuestion("stack_samples", {
  encode: (args: StackSamplesArgs) =>
    map([
      [atom("processes"), args.processes.map(encodeProcess)],
      [atom("every_ms"), args.every_ms],
      [atom("duration_ms"), args.duration_ms],
      [atom("waiting"), boolean(args.waiting)],
      [atom("limit"), args.limit],
    ]),
  shape: record({
    window_ms: integer,
    looks: integer,
    samples: integer.describe("Stacks counted."),
    waiting: integer.describe("Looks that found a process waiting."),
    gone: integer.describe("Processes that ended."),
    depth: integer.describe("Functions of a stack the node tells."),
    // The outermost function first; where cut, callers of it may be missing.
    stacks: list(row({ stack: list(mfa), cut: flag, count: integer })),
    others: integer.describe("Samples of rarer stacks."),
  }),
  refused: (refusal, { processes }) =>
    processRefused(refusal, processes.join(", ")),
});

/** Stacks that were seen, and how often. */
export type StackCounts = AnswerOf<typeof stackSamplesQuestion>["stacks"];
