/**
 * How often functions are called.
 *
 * @module
 */

import {
  type Cost,
  defineProbe,
  type Mfa,
  type Probe,
  readFields,
  readInteger,
  readList,
  readMfa,
  readTuple,
  unexpected,
} from "../../beam/mod.ts";
import { atom, map, type Term } from "../../etf/mod.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Arguments of {@linkcode callRate}. */
export interface CallRateArgs {
  readonly functions: readonly TraceTarget[];
  /** In ms. */
  readonly window_ms: number;
  /** Most functions in the answer. */
  readonly limit: number;
}

/** A function and how often it was called. */
export interface CallCount extends Mfa {
  readonly calls: number;
  readonly calls_per_s: number;
}

/** Answer of {@linkcode callRate}. */
export interface CallRate {
  readonly window_ms: number;
  /** That were counted. */
  readonly functions: number;
  /** That were called at all. */
  readonly called: number;
  /** Of all together. */
  readonly calls_per_s: number;
  /** The most called first. */
  readonly counts: readonly CallCount[];
  /** Whose counters somebody else has set: read, and left as they are. */
  readonly shared: number;
  /** Times that the module was loaded anew; what was called meanwhile is not counted, and not in the window. */
  readonly loaded_anew: number;
  readonly cost: Cost;
}

/** Counts calls for a while, by counters in the emulator. */
export const callRate: Probe<CallRateArgs, CallRate> = defineProbe(
  "measure_call_rate",
  {
    encode: ({ functions, window_ms, limit }) =>
      map([
        [atom("targets"), functions.map(encodeTarget)],
        [atom("window_ms"), window_ms],
        [atom("limit"), limit],
      ]),
    decode(answer, { cost }): CallRate {
      const fields = readFields(answer);
      const seconds = fields.get("window_us", readInteger) / 1e6;
      const perSecond = (calls: number): number => Math.round(calls / seconds);
      const count = (pair: Term): CallCount => {
        const [mfa = pair, calls = pair] = readTuple(pair, 2);
        return {
          ...readMfa(mfa),
          calls: readInteger(calls),
          calls_per_s: perSecond(readInteger(calls)),
        };
      };
      return {
        window_ms: Math.round(seconds * 1000),
        functions: fields.get("functions", readInteger),
        called: fields.get("called", readInteger),
        calls_per_s: perSecond(fields.get("total", readInteger)),
        counts: fields.get("counts", readList).map(count),
        shared: fields.get("shared", readInteger),
        loaded_anew: fields.get("loaded", readInteger),
        cost,
      };
    },
    refused: (refusal, { functions }) =>
      traceRefused(refusal, functions) ??
        unexpected("an answer", atom(refusal.code)),
  },
);
