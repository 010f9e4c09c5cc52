/**
 * What functions cost: calls, time and memory, by counters in the emulator.
 *
 * @module
 */

import {
  type Cost,
  defineProbe,
  encodeProcess,
  type Mfa,
  type Probe,
  processRefused,
  readFields,
  readInteger,
  readKnown,
  readList,
  readMfa,
  readTuple,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Functions that are called more often in a second are not timed: each call costs about 300 ns more. */
export const MAX_TIMED_RATE = 200_000;

/** On any machine that BEAM nodes of today run on. */
const WORD_BYTES = 8;

/** Arguments of {@linkcode callCosts}. */
export interface CallCostsArgs {
  readonly functions: readonly TraceTarget[];
  /** Only in these; in all, if left out. */
  readonly processes?: readonly string[] | undefined;
  readonly duration_ms: number;
  /** Most functions in the answer. */
  readonly limit: number;
}

/** What one function cost. */
export interface CallCost extends Mfa {
  readonly calls: number;
  /** Within itself, without functions that are counted beside it. */
  readonly own_us: number;
  /** Of the heap, in the same way; left out before OTP 26. */
  readonly own_bytes?: number | undefined;
}

/** Answer of {@linkcode callCosts}. */
export interface CallCosts {
  /** In the window, of all functions together. */
  readonly calls_per_s: number;
  /** Since the module was loaded anew, if it was. */
  readonly window_ms: number;
  /** Times that the module was loaded anew, and counted from then on. */
  readonly loaded_anew: number;
  /** That were counted. */
  readonly functions: number;
  /** That were called at all. */
  readonly called: number;
  /** Whose calls were counted. */
  readonly processes: number;
  /** The most time first. */
  readonly costs: readonly CallCost[];
  readonly cost: Cost;
}

/** Counts for a while. */
export const callCosts: Probe<CallCostsArgs, CallCosts> = defineProbe(
  "call_costs",
  {
    encode: ({ functions, processes, duration_ms, limit }) =>
      map([
        [atom("targets"), functions.map(encodeTarget)],
        [atom("processes"), processes?.map(encodeProcess) ?? atom("all")],
        [atom("duration_ms"), duration_ms],
        [atom("max_rate"), MAX_TIMED_RATE],
        [atom("limit"), limit],
      ]),
    decode(answer, { cost }): CallCosts {
      const fields = readFields(answer);
      const seconds = fields.get("window_us", readInteger) / 1e6;
      return {
        calls_per_s: Math.round(fields.get("total", readInteger) / seconds),
        window_ms: Math.round(seconds * 1000),
        loaded_anew: fields.get("loaded", readInteger),
        functions: fields.get("functions", readInteger),
        called: fields.get("called", readInteger),
        processes: fields.get("processes", readInteger),
        costs: fields.get("costs", readList).map((row) => {
          const [mfa = row, calls = row, us = row, words = row] = readTuple(
            row,
            4,
          );
          const known = readKnown(words, readInteger);
          return {
            ...readMfa(mfa),
            calls: readInteger(calls),
            own_us: readInteger(us),
            own_bytes: known === undefined ? undefined : known * WORD_BYTES,
          };
        }),
        cost,
      };
    },
    refused: (refusal, { functions, processes = [] }) =>
      traceRefused(refusal, functions) ??
        processRefused(refusal, processes.join(", ")),
  },
);
