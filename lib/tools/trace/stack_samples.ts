/**
 * What processes work on, by looking at their stacks many times.
 *
 * @module
 */

import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  processRefused,
  s,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode stackSamplesQuestion}. */
export interface StackSamplesArgs {
  readonly processes: readonly string[];
  /** Time between two samples, in ms. */
  readonly interval_ms: number;
  readonly duration_ms: number;
  /** Whether to count also where processes wait, not only where they work. */
  readonly waiting: boolean;
  /** Maximum different stacks in the answer. */
  readonly limit: number;
}

/** Samples the stacks of processes; the most frequent stacks first. */
export const stackSamplesQuestion = defineQuestion("stack_samples", {
  encode: (args: StackSamplesArgs) =>
    encodeArgs({
      processes: args.processes.map(encodeProcess),
      interval_ms: args.interval_ms,
      duration_ms: args.duration_ms,
      waiting: args.waiting,
      limit: args.limit,
    }),
  shape: s.record({
    processes: s.list(s.row({
      pid: s.pid,
      registered_name: s.knownName,
      initial_call: s.mfa,
    })),
    window_ms: s.integer,
    looks: s.integer,
    samples: s.integer.describe("Stacks counted."),
    waiting: s.integer.describe("Looks that found a process waiting."),
    gone: s.integer.describe("Processes that ended."),
    depth: s.integer.describe("Functions of a stack the node shows."),
    // The outermost function first; where cut, callers of it may be missing.
    stacks: s.list(
      s.row({ stack: s.list(s.mfa), cut: s.flag, count: s.integer }),
    ),
    others: s.integer.describe("Samples of rarer stacks."),
  }),
  refused: (refusal, { processes }) =>
    processRefused(refusal, processes.join(", ")),
});

/** Stacks that were seen, and how often. */
export type StackCounts = AnswerOf<typeof stackSamplesQuestion>["stacks"];
