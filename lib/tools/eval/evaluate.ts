/**
 * Source that a user wrote, evaluated on a node.
 *
 * @module
 */

import { atom, binary, boolean, map, type Term, tuple } from "../../etf/mod.ts";
import {
  BeamError,
  contentRefused,
  type Cost,
  defineProbe,
  marked,
  type Probe,
  readFields,
  readInteger,
  readText,
  readTuple,
  type Refusal,
  unexpected,
} from "../../beam/mod.ts";
import {
  encodeEvaluationLimits,
  type Evaluation,
  type EvaluationLimits,
  readEvaluation,
} from "./evaluation.ts";

/** Languages that source can be in. */
export const LANGUAGES = ["erlang", "elixir"] as const;

/** Arguments of {@linkcode evaluate}. */
export interface EvaluateArgs extends EvaluationLimits {
  readonly language: typeof LANGUAGES[number];
  readonly source: string;
  /** Values of variables, by name. */
  readonly bindings: ReadonlyMap<string, Term>;
  /** Sends no source. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode evaluate}. */
export interface Evaluated extends Evaluation {
  readonly cost: Cost;
}

/** Evaluates source, in the limits of `erl/evaluation.erl`. */
export const evaluate: Probe<EvaluateArgs, Evaluated> = defineProbe(
  "evaluate",
  {
    encode(args): Term {
      return map([
        [atom("language"), atom(args.language)],
        // What is only rehearsed does not reach the node, where it would become atoms.
        ...args.dry_run ? [] : [[atom("source"), binary(args.source)] as const],
        [
          atom("bindings"),
          [...args.bindings].map(([name, value]) =>
            tuple(binary(name), marked(value))
          ),
        ],
        [atom("limits"), encodeEvaluationLimits(args)],
        [atom("dry_run"), boolean(args.dry_run)],
      ]);
    },
    decode: (answer, { cost }) => ({
      ...readEvaluation(readFields(answer)),
      cost,
    }),
    refused: (refusal) => contentRefused(refusal) ?? sourceRefused(refusal),
  },
);

function sourceRefused({ code, detail, node }: Refusal): BeamError {
  switch (code) {
    case "bad_source": {
      const [line = detail, column = detail, problem = detail] = readTuple(
        detail,
        3,
      );
      return new BeamError(
        "bad_source",
        `line ${readInteger(line)}, column ${readInteger(column)}: ${
          readText(problem)
        }`,
        { hint: "nothing was run: correct the source" },
      );
    }
    case "few_atoms":
      return new BeamError(
        "atom_table_full",
        `${node} has ${
          readInteger(detail)
        } atoms left: too few for all that the source could make`,
        {
          hint:
            "nothing was run: write a shorter source, or call one function with call_function, which makes none",
        },
      );
    case "no_elixir":
      return new BeamError("no_elixir", `${node} runs no Elixir`, {
        hint: "write it in Erlang",
      });
    default:
      return unexpected("an answer", detail);
  }
}
