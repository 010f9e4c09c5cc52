/**
 * What functions cost: calls, time and memory, by counters in the emulator.
 *
 * @module
 */

import { atom, map } from "../etf/mod.ts";
import { encodeProcess } from "./identifiers.ts";
import { processRefused } from "./process_refused.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import { call_costs } from "./probes/call_costs.gen.ts";
import {
  type Mfa,
  readFields,
  readInteger,
  readKnown,
  readList,
  readMfa,
  readTuple,
} from "./read.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Functions that are called more often in a second are not timed: each call costs some 100 ns more. */
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
  /** Before, of all functions together. */
  readonly calls_per_s: number;
  readonly window_ms: number;
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
  call_costs,
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
      return {
        calls_per_s: fields.get("rate", readInteger),
        window_ms: Math.round(fields.get("window_us", readInteger) / 1000),
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
