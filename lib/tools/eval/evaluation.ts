/**
 * Outcome of code that a user had a node run: a call, or source.
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
import { asBlock, ToolError } from "../../registry/mod.ts";
import { CONTENT_INPUT, type Shower, SHOWN, shown } from "../terms.ts";

/** Maximum bytes of printed output; the rest is counted and dropped. */
const MAX_OUTPUT = 8_192;

/** Limits beside those of the value. */
export interface EvaluationLimits extends ContentLimits {
  /** Time limit, in ms; then it is killed. */
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
  out_of_memory: yes.optional(),
  too_many_processes: yes.optional(),
  output: s.text.describe("What it printed."),
  output_omitted_bytes: s.integer.optional(),
  output_lost: yes.optional().describe(
    "Too much was printed at once: all of it is lost.",
  ),
});

const { output, output_omitted_bytes, output_lost } = evaluation.fields;

/** What both tools answer; a third outcome is an error: see {@linkcode told}. */
export const OUTCOME = {
  outcome: z.enum(["value", "raised"]).optional().describe(
    "Missing after a dry run.",
  ),
  value: z.object(SHOWN).optional(),
  raised: z.object({
    class: z.string().describe("error, exit or throw."),
    reason: z.string(),
    stack: z.array(z.string()).describe("Innermost call first."),
  }).optional(),
  output: asBlock(output),
  output_omitted_bytes,
  output_lost,
};

type Evaluated = ValueOf<typeof evaluation> & { readonly cost: Cost };

/**
 * The answer, with terms as text.
 *
 * @throws {ToolError} `timed_out`, `out_of_memory` or `killed` if it did not finish
 */
export function told(
  evaluated: Evaluated,
  shower: Shower,
  { timeout_ms }: Pick<EvaluationLimits, "timeout_ms">,
): z.input<z.ZodObject<typeof OUTCOME>> & { done: boolean; cost: Cost } {
  const { value, raised, done, cost } = evaluated;
  const { output, output_omitted_bytes, output_lost } = evaluated;
  if (done && value === undefined && raised === undefined) {
    throw unfinished(evaluated, shower, timeout_ms);
  }
  return {
    ...{ done, output, output_omitted_bytes, output_lost, cost },
    outcome: value ? "value" : raised && "raised",
    value: value && shown(value, shower),
    raised: raised && {
      class: raised.class,
      reason: shower.show(raised.reason),
      stack: raised.stack.map((frame) =>
        frame.replace(/^Elixir\.([A-Z][\w.]*):/, "$1.")
      ),
    },
  };
}

/** Why it did not finish, with what it had printed. */
function unfinished(
  { ended_with, out_of_time, out_of_memory, ...printed }: Evaluated,
  shower: Shower,
  timeout_ms: number,
): ToolError {
  const [code, why, hint] = out_of_time
    ? [
      "timed_out",
      `it was stopped after ${timeout_ms} ms, with the processes that it started`,
      "raise timeout_ms, or do less; its effects until then remain",
    ] as const
    : out_of_memory
    ? [
      "out_of_memory",
      "it was killed: most likely it needed more than 128 MiB of heap, unless it killed itself",
      "work on less at a time; its effects until then remain",
    ] as const
    : [
      "killed",
      ended_with
        ? `another process ended it: ${shower.show(ended_with.term)}`
        : "it was stopped because the node had 5,000 more processes than before",
      "its effects until then remain",
    ] as const;
  // Indented, so that none of its lines looks like one of ours.
  const lines = printed.output.split("\n").map((line) => `\n ${line}`).join("");
  const { output_lost, output_omitted_bytes: omitted } = printed;
  const texts = [
    omitted && `output_omitted_bytes: ${omitted}`,
    output_lost && "output_lost: true",
    printed.output && `output:${lines}`,
  ].filter(Boolean);
  return new ToolError(code, why, {
    hint,
    ...texts.length > 0 && {
      content: [{ type: "text", text: texts.join("\n") }],
    },
  });
}
