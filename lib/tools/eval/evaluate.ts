/**
 * Erlang or Elixir source, evaluated on a node.
 *
 * @module
 */

import * as z from "zod";
import {
  contentRefused,
  defineQuestion,
  marked,
  refusals,
} from "../../beam/mod.ts";
import { atom, binary, boolean, map, type Term, tuple } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange } from "../changes.ts";
import { showerOf, type Style, styleOf, termOf } from "../terms.ts";
import {
  encodeEvaluationLimits,
  evaluation,
  type EvaluationLimits,
  LIMITS,
  OUTCOME,
  told,
} from "./evaluation.ts";

/** Languages of source. */
const LANGUAGES = ["erlang", "elixir"] as const;

/** Arguments of {@linkcode evaluateQuestion}. */
export interface EvaluateArgs extends EvaluationLimits {
  readonly language: typeof LANGUAGES[number];
  readonly source: string;
  /** Values of variables, by name. */
  readonly bindings: ReadonlyMap<string, Term>;
  /** Sends no source, and checks what can be checked without. */
  readonly dry_run: boolean;
}

const sourceRefused = refusals({
  bad_source: {
    says: "line {0}, column {1}: {2}",
    hint:
      "nothing was run: correct the source, or pass language: it was read as {it}",
  },
  few_atoms: {
    code: "atom_table_full",
    says:
      "{node} has room for only {*} more atoms, and the source could create more",
    hint:
      "nothing was run: shorten the source, or call one function with call_function, which creates none",
  },
  no_elixir: {
    says: "{node} does not run Elixir",
    hint: "write the source in Erlang",
  },
});

/** Evaluates source, within the limits of `evaluation.erl`. */
export const evaluateQuestion = defineQuestion("evaluate", {
  encode: (args: EvaluateArgs) =>
    map([
      [atom("language"), atom(args.language)],
      // A dry run sends no source: on the node it would become atoms.
      ...args.dry_run ? [] : [[atom("source"), binary(args.source)] as const],
      [
        atom("bindings"),
        [...args.bindings].map(([name, value]) =>
          tuple(binary(name), marked(value))
        ),
      ],
      [atom("limits"), encodeEvaluationLimits(args)],
      [atom("dry_run"), boolean(args.dry_run)],
    ]),
  shape: evaluation,
  refused: (refusal, { language }) =>
    contentRefused(refusal) ?? sourceRefused(refusal, language),
});

/** Evaluates source. */
export const evaluate: Tool = defineChange({
  name: "evaluate",
  title: "Evaluate source",
  description:
    "Evaluates Erlang or Elixir source: last resort, may change anything. Low priority, 128 MiB of heap; at its end, or after timeout_ms, processes it started are killed. Not undone: atoms of the source, messages, tables. Native code runs on; before OTP 27 binaries are not limited. On a busy node short-lived processes may escape.",
  toolset: "eval",
  scopes: ["eval"],
  deadlineMs: 65_000,
  budgetBytes: 40_960,
  probes: [evaluateQuestion],
  input: {
    source: z.string().min(1).max(20_000).describe(
      "lists:sum([1, 2]) or Enum.sum(1..10).",
    ),
    language: z.enum(LANGUAGES).optional().describe(
      "Default: as the node.",
    ),
    bindings: z.record(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,60}$/),
      z.string().min(1).max(10_000),
    ).default({}).describe('Variables, terms as text: {"Pid": "<0.99.0>"}.'),
    ...LIMITS,
  },
  output: OUTCOME,
  run: async (args, context) => {
    const style = await styleOf(context, args);
    const bindings = new Map(
      Object.entries(args.bindings).map((
        [name, text],
      ) => [name, termOf(text, style)]),
    );
    const language = args.language ?? languageOf(args.source, style);
    const answer = await context.beam.run(evaluateQuestion, {
      ...args,
      ...style,
      language,
      bindings,
    });
    return {
      ...told(answer, showerOf(context, style), args),
      action:
        `${language} source evaluated on ${context.beam.node}, for ${args.timeout_ms} ms at most${
          args.dry_run ? ", its syntax not checked" : ""
        }: ${args.source}`,
    };
  },
});

/** Calls as Erlang writes them: `lists:sum(`, and no `:lists.sum(`. */
const ERLANG_CALL = /(^|[^\w:.@])[a-z][\w@]*:[a-z_][\w@]*\(/;

/** Ends with a full stop that is not in a comment of Elixir. */
const FULL_STOP = /(^|[^.])\.\s*(%.*)?$(?<!#.*)/;

/** Language of a source if none was given: Erlang, or on a node with Elixir, Elixir unless it calls or ends as Erlang does. */
function languageOf(
  source: string,
  { syntax }: Pick<Style, "syntax">,
): typeof LANGUAGES[number] {
  const code = source.replace(/"(?:\\.|[^"\\])*"/gs, '""');
  return syntax === "elixir" && !ERLANG_CALL.test(code) && !FULL_STOP.test(code)
    ? "elixir"
    : "erlang";
}
