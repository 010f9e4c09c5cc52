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
import { encodeWhose, whoseRefused } from "./newcomers.ts";

/** Arguments of {@linkcode stackSamplesQuestion}. */
export interface StackSamplesArgs {
  readonly processes: readonly string[];
  /** Samples those that come meanwhile, in place of `processes`: what a process starts, or who calls a function. */
  readonly of?: string | undefined;
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
      whose: args.of === undefined ? undefined : encodeWhose(args.of),
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
    samples: s.integer.describe(
      "Stacks counted. Work in short bursts is seen too seldom: a process answers when it yields.",
    ),
    waiting: s.integer.describe("Looks that found a process waiting."),
    gone: s.integer.describe("Processes that ended."),
    newcomers: s.row({
      came: s.integer,
      unseen: s.integer.describe("Ended before they were sampled."),
      passed_over: s.integer.describe("Too many at a time."),
    }).optional(),
    depth: s.integer.describe(
      "Functions of a stack the node shows; others are printed by small processes, for a tenth of the time at most.",
    ),
    // The outermost function first; where cut, callers of it may be missing.
    stacks: s.list(
      s.row({ stack: s.list(s.mfa), cut: s.flag, count: s.integer }),
    ),
    others: s.integer.describe("Samples of rarer stacks."),
  }),
  refused: (refusal, { processes, of }) =>
    of === undefined
      ? processRefused(refusal, processes.join(", "))
      : whoseRefused(refusal, of),
});

/** Stacks that were seen, and how often. */
export type StackCounts = AnswerOf<typeof stackSamplesQuestion>["stacks"];
