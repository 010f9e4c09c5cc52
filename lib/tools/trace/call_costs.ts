/**
 * What functions cost: calls and time, by counters in the emulator.
 *
 * @module
 */

import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  processRefused,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, tuple } from "../../etf/mod.ts";
import { whoseRefused } from "./newcomers.ts";
import {
  encodeTarget,
  targetText,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Maximum calls a second of timed functions: each call costs about 200 ns more. */
export const MAX_TIMED_RATE = 200_000;

/** Maximum bytes that counters may take: those of processes that end stay. */
const MAX_COUNTER_BYTES = 64 * 2 ** 20;

/** Arguments of {@linkcode callCostsQuestion}. */
export interface CallCostsArgs {
  readonly functions: readonly TraceTarget[];
  /** Processes to count in. @default {all} */
  readonly processes?: readonly string[] | undefined;
  /** Counts in this process and its descendants, also those to come, in place of `processes`. */
  readonly of?: string | undefined;
  readonly duration_ms: number;
  /** Maximum bytes that counters may take. @default {64,000,000} */
  readonly max_bytes?: number;
  /** Maximum functions in the answer. */
  readonly limit: number;
}

const costsRefused = refusals({
  called_too_often: {
    says:
      "{it} on {node} is called {0} times a second; the limit for counters of time is {1}",
    hint:
      "name a function that is called less often, or leave module out: stacks are sampled however often functions are called (of: who calls one). Most called, with calls per second: {2}",
  },
});

/** Counts for a while; the functions that took the most time first. */
export const callCostsQuestion = defineQuestion("call_costs", {
  encode: (
    { functions, processes, of, duration_ms, limit, ...args }: CallCostsArgs,
  ) =>
    encodeArgs({
      targets: functions.map(encodeTarget),
      processes: of !== undefined
        ? tuple(atom("family"), encodeProcess(of))
        : processes?.map(encodeProcess) ?? atom("all"),
      duration_ms,
      max_rate: MAX_TIMED_RATE,
      max_bytes: args.max_bytes ?? MAX_COUNTER_BYTES,
      limit,
    }),
  shape: s.record({
    window_ms: s.integer,
    calls_per_s: s.number,
    loaded_anew: s.integer.describe(
      "Times the module was reloaded; counts and window start after the last.",
    ),
    crowded: s.flag.describe(
      "Ended early: so many processes came and went that counters took their 64 MiB.",
    ),
    functions: s.integer,
    called: s.integer.describe("Functions called at all."),
    costs: s.list(s.row({
      function: s.mfa,
      calls: s.integer,
      own_us: s.integer,
    })).describe(
      "With module: without what they call in other functions of it.",
    ),
  }),
  refused: (refusal, { functions, processes = [], of }) =>
    costsRefused(refusal, functions.map(targetText).join(", ")) ??
      traceRefused(refusal, functions) ??
      (of === undefined
        ? processRefused(refusal, processes.join(", "))
        : whoseRefused(refusal, of)),
});
