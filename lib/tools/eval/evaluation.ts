/**
 * What came of something that a user had a node run: a call, or source.
 *
 * @module
 */

import { Atom, atom, map, type Term } from "../../etf/mod.ts";
import {
  type Content,
  type ContentLimits,
  DEFAULT_HEAP_WORDS,
  encodeLimits,
  type Fields,
  type Mfa,
  readAtom,
  readInteger,
  readKnown,
  readList,
  readText,
  readTuple,
  unexpected,
} from "../../beam/mod.ts";

/** Most of what it prints that comes back, in bytes. */
export const MOST_OUTPUT = 8_192;

/** What limits it, beside the limits of its value. */
export interface EvaluationLimits extends ContentLimits {
  /** Until it is stopped, in ms. */
  readonly timeout_ms: number;
}

/** A call on a stack. */
export interface EvaluationFrame extends Mfa {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** How it ended. */
export type EvaluationOutcome =
  | { readonly kind: "value"; readonly content: Content }
  | {
    readonly kind: "raised";
    /** `error`, `exit`, `throw`. */
    readonly class: string;
    readonly content: Content;
    /** Innermost call first. */
    readonly stack: readonly EvaluationFrame[];
  }
  /** Ended by another process. */
  | { readonly kind: "ended"; readonly content: Content }
  | { readonly kind: "out_of_memory" }
  | { readonly kind: "out_of_time" }
  /** The node has 5,000 more than before. */
  | { readonly kind: "too_many_processes" };

/** What it gave and printed. */
export interface Evaluation {
  /** Not, if it was only checked. */
  readonly done: boolean;
  readonly outcome?: EvaluationOutcome | undefined;
  readonly output: string;
  /** Bytes printed beyond {@linkcode MOST_OUTPUT}; `lost` when nothing of it could be kept. */
  readonly omitted_bytes: number | "lost";
}

/** The argument `limits` of `erl/evaluation.erl`. */
export function encodeEvaluationLimits(limits: EvaluationLimits): Term {
  return map([
    [atom("ms"), limits.timeout_ms],
    [atom("heap_words"), DEFAULT_HEAP_WORDS],
    [atom("output"), MOST_OUTPUT],
    [atom("values"), encodeLimits(limits)],
  ]);
}

/** The fields that every evaluation has. */
export function readEvaluation(fields: Fields): Evaluation {
  return {
    done: fields.get("done", (term) => readAtom(term) === "true"),
    outcome: fields.get("outcome", (term) => readKnown(term, readOutcome)),
    output: fields.get("output", readText),
    omitted_bytes: fields.get(
      "omitted",
      (term) => term instanceof Atom ? "lost" : readInteger(term),
    ),
  };
}

function readOutcome(term: Term): EvaluationOutcome {
  const [tag = term, first = term, ...rest] =
    typeof term === "object" && "elements" in term ? term.elements : [term];
  const kind = readAtom(tag);
  switch (kind) {
    case "value":
    case "ended":
      return { kind, content: content(first, rest[0] ?? term) };
    case "raised": {
      const [reason = term, size = term, stack = term] = rest;
      return {
        kind,
        class: readAtom(first),
        content: content(reason, size),
        stack: readList(stack).map(readFrame),
      };
    }
    case "out_of_memory":
    case "out_of_time":
    case "too_many_processes":
      return { kind };
    default:
      throw unexpected("an outcome", term);
  }
}

function content(term: Term, size: Term): Content {
  return { term, size_bytes: readInteger(size) };
}

function readFrame(term: Term): EvaluationFrame {
  const [module = term, name = term, arity = term, file = term, line = term] =
    readTuple(term, 5);
  return {
    module: readAtom(module),
    function: readAtom(name),
    arity: readInteger(arity),
    file: readText(file) || undefined,
    line: readInteger(line) || undefined,
  };
}
