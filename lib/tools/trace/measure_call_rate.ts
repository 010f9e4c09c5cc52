/**
 * How often functions are called, counted by the emulator.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s, unexpected } from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { FUNCTION, TRACES } from "./trace_parts.ts";
import {
  encodeTarget,
  targetText,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Arguments of {@linkcode measureCallRateQuestion}. */
export interface MeasureCallRateArgs {
  readonly functions: readonly TraceTarget[];
  /** In ms. */
  readonly window_ms: number;
  /** Maximum functions in the answer. */
  readonly limit: number;
}

/** Counts calls for a while, the most called functions first. */
export const measureCallRateQuestion = defineQuestion("measure_call_rate", {
  encode: ({ functions, window_ms, limit }: MeasureCallRateArgs) =>
    encodeArgs({ targets: functions.map(encodeTarget), window_ms, limit }),
  shape: s.record({
    window_ms: s.integer,
    functions: s.integer.describe("That were counted."),
    called: s.integer.describe("That were called at all."),
    calls_per_s: s.number.describe("Of all together."),
    shared: s.integer.describe(
      "Functions whose counters somebody else had set.",
    ),
    loaded_anew: s.integer.describe(
      "Times the module was loaded meanwhile: calls around that are not counted, nor that time.",
    ),
    rates: s.list(
      s.row({ function: s.mfa, calls: s.integer, calls_per_s: s.number }),
    ),
  }),
  refused: (refusal, { functions }) =>
    traceRefused(refusal, functions) ??
      unexpected("an answer", atom(refusal.code)),
});

/** Counts calls of functions for a while. */
export const measureCallRate: Tool = defineNodeTool({
  name: "measure_call_rate",
  title: "Calls per second",
  description:
    "Calls per second of a module's functions, by counters (10 ns a call; the node stands still for a moment to set them). Use it before tracing.",
  ...TRACES,
  probes: [measureCallRateQuestion],
  approve: {
    edits: ["window_ms"],
    action: (args) => `counts the calls of ${targetText(args)}`,
  },
  input: {
    ...FUNCTION,
    window_ms: z.int().min(10).max(10_000).default(500).describe("To count."),
    limit: z.int().min(1).max(200).default(20).describe("Functions."),
  },
  output: {
    ...measureCallRateQuestion.shape.fields,
    counts_beamtap: z.literal(true).optional().describe(
      "beamtap's own calls are counted too: it uses this module.",
    ),
    cost: COST,
  },
  note: ({ called }) =>
    called === 0
      ? "none was called within window_ms: try a longer one; calls that the compiler has inlined are not seen"
      : undefined,
  run: async ({ window_ms, limit, ...target }, { beam }) => {
    const rate = await beam.run(measureCallRateQuestion, {
      functions: [target],
      window_ms,
      limit,
    });
    return { ...rate, ...isUsedByUs(target.module) && OURS };
  },
});

const OURS = { counts_beamtap: true } as const;

/** Modules that interpret our Erlang, besides those that it calls. */
const INTERPRETER =
  /^(erl_eval|erl_lint|erl_internal|erl_anno|orddict|eval_bits)$/;

function isUsedByUs(module: string): boolean {
  return INTERPRETER.test(module) ||
    measureCallRateQuestion.manifest.some((mfa) =>
      mfa.startsWith(`${module}:`)
    );
}
