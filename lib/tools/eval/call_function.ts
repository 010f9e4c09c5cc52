/**
 * A call of any function of a node.
 *
 * @module
 */

import { atom, binary, boolean, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  contentRefused,
  type Cost,
  defineProbe,
  marked,
  nameRefused,
  type Probe,
  readAtom,
  readFields,
  readInteger,
  readList,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";
import {
  encodeEvaluationLimits,
  type Evaluation,
  type EvaluationLimits,
  readEvaluation,
} from "./evaluation.ts";

/** Most arguments that a function can be called with. */
export const MOST_ARGUMENTS = 20;

/** Arguments of {@linkcode callFunction}. */
export interface CallFunctionArgs extends EvaluationLimits {
  /** As an atom has it: `Elixir.MyApp`. */
  readonly module: string;
  readonly function: string;
  /** At most {@linkcode MOST_ARGUMENTS}. */
  readonly arguments: readonly Term[];
  /** Only looks whether it can be called. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode callFunction}. */
export interface CalledFunction extends Evaluation {
  readonly cost: Cost;
}

/** Calls a function, in the limits of `erl/evaluation.erl`. */
export const callFunction: Probe<CallFunctionArgs, CalledFunction> =
  defineProbe("call_function", {
    encode: (args) =>
      map([
        [atom("module"), binary(args.module)],
        [atom("function"), binary(args.function)],
        [atom("arguments"), args.arguments.map(marked)],
        [atom("limits"), encodeEvaluationLimits(args)],
        [atom("dry_run"), boolean(args.dry_run)],
      ]),
    decode: (answer, { cost }) => ({
      ...readEvaluation(readFields(answer)),
      cost,
    }),
    refused: (refusal, args) =>
      contentRefused(refusal) ?? callRefused(refusal, args),
  });

function callRefused(refusal: Refusal, args: CallFunctionArgs): BeamError {
  if (refusal.code !== "no_such_function") {
    return nameRefused("no_such_module", refusal, args.module);
  }
  const { module, function: name, arguments: { length } } = args;
  const { detail } = refusal;
  const [, arities = detail, similar = detail] = readTuple(detail, 3);
  const known = readList(arities).map((arity) =>
    `${name}/${readInteger(arity)}`
  );
  const names = readList(similar).map((pair) => {
    const [known = pair, arity = pair] = readTuple(pair, 2);
    return `${readAtom(known)}/${readInteger(arity)}`;
  });
  return new BeamError(
    "no_such_function",
    `${module} on ${refusal.node} exports no ${name}/${length}`,
    {
      hint: known.length > 0
        ? `it exports ${known.join(", ")}`
        : `it exports ${names.join(", ") || "nothing"}`,
    },
  );
}
