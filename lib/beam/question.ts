/**
 * A question whose answer has one shape: what most tools ask.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import {
  type Cost,
  defineProbe,
  type Probe,
  type ProbeTypes,
  type Reading,
} from "./probe.ts";
import type { ObjectShape, Shaped, Shapes } from "./shape.ts";

/** What an answer of this shape comes to. */
export type Answered<S extends Shapes> = Shaped<S> & { readonly cost: Cost };

/** The answer of a probe. */
export type AnswerOf<P> = P extends Probe<never, infer Answer> ? Answer : never;

/** A probe whose answer has one shape. */
export interface Question<Args, S extends Shapes>
  extends Probe<Args, Answered<S>> {
  readonly shape: ObjectShape<S>;
}

/**
 * Declares a question, by the name of its Erlang file.
 *
 * @example
 * ```ts ignore
 * const question = defineQuestion("find", {
 *   encode: ({ text }: { text: string }) => map([[atom("text"), binary(text)]]),
 *   shape: record({ names: counted(row({ name, id: identifier })) }),
 * });
 * ```
 */
export function defineQuestion<Args, S extends Shapes>(
  name: string,
  types: Omit<ProbeTypes<Args, Answered<S>>, "decode"> & {
    readonly shape: ObjectShape<S>;
  },
): Question<Args, S> {
  const { shape } = types;
  const probe = defineProbe<Args, Answered<S>>(name, {
    ...types,
    decode: (answer: Term, reading: Reading) => ({
      ...shape.read(answer, reading),
      cost: reading.cost,
    }),
  });
  // Not spread: its getters do work.
  return Object.assign(probe, { shape });
}
