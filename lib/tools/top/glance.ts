/**
 * What a live screen asks of a node: its head and one view in the same round trip.
 *
 * @module
 */

import * as z from "zod";
import {
  defineProbe,
  encodeArgs,
  type ObjectShape,
  type Probe,
  readField,
  s,
  type Shapes,
  type ToolQuestion,
} from "../../beam/mod.ts";
import { atom, type Term } from "../../etf/mod.ts";
import { USED } from "../runtime/get_schedulers.ts";

/** What the head says of a node: see `glance.erl`. */
export const GLANCE = s.record({
  release: s.text,
  uptime_ms: s.integer,
  at_us: s.integer.describe("When it was looked at; monotonic."),
  seen_us: s.integer.describe("When the view was; the same clock."),
  seen_ms: s.integer.describe("How long the view took, its window included."),
  schedulers: s.table(USED),
  limits: s.table({ name: s.name, count: s.integer, limit: s.integer }),
  memory: s.dictionary(s.integer).describe("Bytes by class."),
  reductions_per_s: s.integer,
  input_bytes_per_s: s.integer,
  output_bytes_per_s: s.integer,
});

/** How long the head is looked at, in ms. */
export const GLANCE_MS: z.ZodDefault<z.ZodInt> = z.int().min(0).max(60_000)
  .default(1000);

/** Arguments by name; `glance_ms` is how long the head is looked at, in ms. */
export type GlanceArgs = Readonly<Record<string, unknown>> & {
  readonly glance_ms: number;
};

/** What a view answers, and the head. */
export type Glanced = Readonly<Record<string, unknown>> & {
  readonly glance: ReturnType<typeof GLANCE.read>;
};

/**
 * The head alone, or with what a question answers: `name` is that of the Erlang that looks
 * at both. `more` reads what that adds to the answer of the question.
 */
export function withGlance(
  name: string,
  question?: ToolQuestion<z.ZodRawShape, Shapes>,
  more?: ObjectShape<Shapes>,
): Probe<GlanceArgs, Glanced> {
  return defineProbe(name, {
    encode: ({ glance_ms, ...args }) =>
      encodeArgs({
        window_ms: glance_ms,
        about: question?.encode(args) ?? atom("none"),
      }),
    decode: (answer, reading, args) => ({
      ...question?.decode(partOf(answer, "seen"), reading, args),
      ...more?.read(partOf(answer, "seen"), reading),
      cost: reading.cost,
      glance: GLANCE.read(partOf(answer, "glance"), reading),
    }),
    waitsMs: (args) => args.glance_ms + (question?.waitsMs?.(args) ?? 0),
    refused: (refusal, args) => question?.refused?.(refusal, args),
  });
}

function partOf(answer: Term, key: string): Term {
  return readField(answer, key, (part) => part);
}
