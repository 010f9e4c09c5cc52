/**
 * What came of code that a user had a node run: a call, or source.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  type Cost,
  DEFAULT_HEAP_WORDS,
  encodeArgs,
  encodeLimits,
  readBoolean,
  s,
  Shape,
  unexpected,
  type ValueOf,
} from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import { asBlock } from "../../registry/mod.ts";
import { CONTENT_INPUT, type Shower, SHOWN, shown } from "../terms.ts";

/** Printed bytes beyond these are counted, and dropped. */
const MAX_OUTPUT = 8_192;

/** Limits beside those of the value. */
export interface EvaluationLimits extends ContentLimits {
  /** It is stopped after this time, in ms. */
  readonly timeout_ms: number;
}

/** Arguments of both tools. */
export const LIMITS = {
  ...CONTENT_INPUT,
  timeout_ms: z.int().min(10).max(60_000).default(5000).describe(
    "Until it is killed.",
  ),
};

/** The argument `limits` of `evaluation.erl`. */
export function encodeEvaluationLimits(limits: EvaluationLimits): Term {
  return encodeArgs({
    ms: limits.timeout_ms,
    heap_words: DEFAULT_HEAP_WORDS,
    output: MAX_OUTPUT,
    values: encodeLimits(limits),
  });
}

/** `true`; missing otherwise. */
const yes: Shape<true> = new Shape(
  (term) => {
    if (readBoolean(term)) return true;
    throw unexpected("true", term);
  },
  () => z.literal(true),
);

/** The answer of `evaluation.erl`: what was printed, and how it ended; only `done` and no output after a dry run. */
export const evaluation = s.record({
  done: s.flag,
  value: s.content.optional(),
  raised: s.row({ class: s.name, reason: s.term, stack: s.list(s.text) })
    .optional(),
  ended_with: s.content.optional(),
  out_of_time: yes.optional(),
  out_of_memory: yes.optional().describe("128 MiB of heap."),
  too_many_processes: yes.optional().describe(
    "The node had 5,000 more than before.",
  ),
  output: s.text.describe("What it printed."),
  output_omitted_bytes: s.integer.optional(),
  output_lost: yes.optional().describe(
    "Too much was printed at a time: nothing of it is here.",
  ),
});

const { done: _, ...OTHERS } = evaluation.fields;
asBlock(OTHERS.output);

/** What both tools answer: how it ended is exactly one of `value` to `too_many_processes`. */
export const OUTCOME = {
  ...OTHERS,
  value: z.object(SHOWN).optional(),
  raised: z.object({
    class: z.string().describe("error, exit or throw."),
    reason: z.string(),
    stack: z.array(z.string()).describe("Innermost call first."),
  }).optional(),
  ended_with: z.string().optional().describe("Another process ended it."),
};

type Evaluated = ValueOf<typeof evaluation> & { readonly cost: Cost };

/** The answer, with terms as text. */
export function told(
  { value, raised, ended_with, ...rest }: Evaluated,
  shower: Shower,
): z.input<z.ZodObject<typeof OUTCOME>> & { done: boolean; cost: Cost } {
  return {
    ...rest,
    value: value && shown(value, shower),
    raised: raised && {
      class: raised.class,
      reason: shower.show(raised.reason),
      stack: raised.stack.map((frame) =>
        frame.replace(/^Elixir\.([A-Z][\w.]*):/, "$1.")
      ),
    },
    ended_with: ended_with && shower.show(ended_with.term),
  };
}
