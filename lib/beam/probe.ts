/**
 * A question to a node: the Erlang that finds the answer there, and the types
 * of what goes out and comes back. Adding one means an Erlang file beside its
 * tool, `scripts/gen_probes`, and a module like `lib/tools/nodes/get_node_info.ts`.
 *
 * @module
 */

import * as z from "zod";
import { atom, boolean, ErlangMap, format, type Term } from "../etf/mod.ts";
import type { BeamError } from "./errors.ts";

import type { CutLimits } from "./cut.ts";
import { LIBRARY, type Library } from "./library.ts";
import type { Program } from "./request.ts";
import type { ObjectShape, Shaped, Shapes } from "./shape.ts";

/** Cost of an answer on the node. */
export interface Cost {
  /** Time from the first to the last step on the node. */
  readonly ms_on_target: number;
  /** Processes that were looked at. */
  readonly processes_scanned: number;
  /** Set if the deadline passed before everything was looked at. */
  readonly partial?: true | undefined;
  /** Processes that did not answer, if any: in native code that does not yield, or too large to be looked at. */
  readonly no_answer?: readonly string[] | undefined;
}

/** Writes a term that was cut on its node, such as a label or an id, in at most `maxBytes`. */
export type Show = (term: Term, maxBytes: number) => string;

/** Writes it in Erlang. */
export const showErlang: Show = (term, maxBytes) =>
  format(term, { syntax: "erlang", cuts: true, maxBytes });

/** Context for reading an answer. */
export interface Reading {
  /** The node that answered. */
  readonly node: string;
  /** How its terms are written. */
  readonly show: Show;
  /** Bytes in a machine word of the node. */
  readonly wordBytes: number;
  /** Its cost. */
  readonly cost: Cost;
  /** Limits for cutting small terms that were sent whole. */
  readonly limits?: CutLimits;
}

/** Why a probe refused, in its own words. */
export interface Refusal {
  /** An atom that the probe chose. */
  readonly code: string;
  /** Details, for the error message. */
  readonly detail: Term;
  /** The node that was asked. */
  readonly node: string;
  /** How its terms are written. */
  readonly show: Show;
}

/** Encodes a question and decodes its answer. */
export interface ProbeTypes<Args, Answer> {
  /** The first argument of `run/2`. */
  encode(args: Args): Term;
  /** Reads an answer. @throws {BeamError} `unexpected_answer` */
  decode(answer: Term, reading: Reading, args: Args): Answer;
  /** Time that the question itself waits on the node, such as a window, in ms. @default {0} */
  waitsMs?(args: Args): number;
  /** The error for a refusal that is specific to this probe. */
  refused?(refusal: Refusal, args: Args): BeamError | undefined;
}

/** A question with its types. */
export interface Probe<Args, Answer> extends ProbeTypes<Args, Answer> {
  /** Name of its Erlang file, without suffix. */
  readonly name: string;
  /** Every `module:function/arity` of OTP that it can reach on the node. */
  readonly manifest: readonly string[];
  /** Its Erlang, as a person wrote it, and that of the modules it is linked with. */
  readonly source: string;
  /** The program that is sent. */
  readonly program: Program;
}

/** A probe by the name of its Erlang file, with its types. */
export function defineProbe<Args, Answer>(
  name: string,
  types: ProbeTypes<Args, Answer>,
  library: Library = LIBRARY,
): Probe<Args, Answer> {
  let program: Program | undefined;
  return {
    ...types,
    name,
    get manifest(): readonly string[] {
      return library.calls(name);
    },
    get source(): string {
      return library.source(name);
    },
    get program(): Program {
      return program ??= library.program(name);
    },
  };
}

/** An answer of this shape, with its cost. */
export type Answered<S extends Shapes> = Shaped<S> & { readonly cost: Cost };

/** The answer of a probe. */
export type AnswerOf<P> = P extends Probe<never, infer Answer> ? Answer : never;

/** A probe whose answer has one shape. */
export interface Question<Args, S extends Shapes>
  extends Probe<Args, Answered<S>> {
  /** How the answer is read. */
  readonly shape: ObjectShape<S>;
}

/** What a tool takes, by name, with its defaults filled in. */
export type InputOf<I extends z.ZodRawShape> = Immutable<
  z.output<z.ZodObject<I>>
>;

/** A question that takes what a tool takes. */
export type ToolQuestion<I extends z.ZodRawShape, S extends Shapes> =
  & Question<Immutable<z.input<z.ZodObject<I>>>, S>
  & { readonly input: I };

/** The arguments of a question, as a map with atoms as keys; `undefined` becomes `none`. */
export function encodeArgs(
  args: Readonly<Record<string, Term | boolean | undefined>>,
): Term {
  const entries: Term[] = [];
  for (const [name, value = atom("none")] of Object.entries(args)) {
    const term = typeof value === "boolean" ? boolean(value) : value;
    entries.push(atom(name), term);
  }
  return new ErlangMap(entries);
}

/** Declaration of a question. */
export type QuestionTypes<Args, S extends Shapes> =
  & Omit<ProbeTypes<Args, Answered<S>>, "decode">
  & {
    readonly shape: ObjectShape<S>;
    /** The limits of terms that come whole; see `maybeRaw`. */
    readonly limits?: (args: Args) => CutLimits;
  };

/** The arguments of a probe. */
export type ArgsOf<P> = P extends Probe<infer Args, unknown> ? Args : never;

/** The same type with everything in it read-only. */
export type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
  : Value;

function defaultsOf(input: z.ZodRawShape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, schema]) =>
      schema instanceof z.ZodDefault ? [[name, schema.def.defaultValue]] : []
    ),
  );
}

/**
 * Declares a question, by the name of its Erlang file.
 *
 * @example
 * ```ts ignore
 * const question = defineQuestion("find", {
 *   input: { text: z.string() },
 *   encode: ({ text }) => encodeArgs({ text: binary(text) }),
 *   shape: s.record({ names: s.counted(s.row({ name: s.name })) }),
 * });
 * ```
 */
export function defineQuestion<I extends z.ZodRawShape, S extends Shapes>(
  name: string,
  types: QuestionTypes<InputOf<I>, S> & {
    /** Input of the tool that asks it: arguments with a default may be omitted. */
    readonly input: I;
  },
): ToolQuestion<I, S>;
/** Declares a question with arguments of its own. */
export function defineQuestion<Args, S extends Shapes>(
  name: string,
  types: QuestionTypes<Args, S>,
): Question<Args, S>;
export function defineQuestion<Args extends object, S extends Shapes>(
  name: string,
  { input, ...types }: QuestionTypes<Args, S> & {
    readonly input?: z.ZodRawShape;
  },
): Question<Args, S> {
  const { shape, limits, encode, waitsMs, refused } = types;
  const defaults = input && defaultsOf(input);
  // Arguments that are no object are not spread.
  const whole = (args: Args): Args =>
    defaults === undefined ? args : { ...defaults, ...args };
  const probe = defineProbe<Args, Answered<S>>(name, {
    encode: (args) => encode(whole(args)),
    decode: (answer, reading, args) => ({
      ...shape.read(
        answer,
        limits === undefined ? reading : { ...reading, limits: limits(args) },
      ),
      cost: reading.cost,
    }),
    ...waitsMs && { waitsMs: (args) => waitsMs(whole(args)) },
    ...refused && { refused: (refusal, args) => refused(refusal, whole(args)) },
  });
  // Not spread: its getters do work.
  return Object.assign(probe, { shape, ...input && { input } });
}
