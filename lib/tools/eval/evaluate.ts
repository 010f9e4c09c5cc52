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
    "Evaluates Erlang or Elixir source: last resort, may change anything. Low priority, 128 MiB of heap (before OTP 27, binaries not counted); at its end, or after timeout_ms, processes it started are killed, but short-lived ones may escape and native code runs on. Not undone: atoms of the source, messages, tables.",
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
    ).default({}).describe("Variables: terms as text."),
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

/** What only Erlang writes: `lists:sum(`, `X = 1`, `case X of`, `fun(`, `#{a => 1}`, `=:=`, a full stop that is not in a comment of Elixir. */
const ERLANG = [
  /(^|[^\w:.@])[a-z][\w@]*:[a-z_][\w@]*\(/,
  /(^|[\s,;({[>])[A-Z]\w*\s*=(?![=~>])/,
  /\bcase\b[^]*\bof\b/,
  /\bfun\s*\(/,
  /#\{(?:\s*\}|[^{}]*=>)/,
  /=:=|=\/=|=<(?!<)|\b(?:andalso|orelse)\b/,
  /(^|[^.])\.\s*(%.*)?$(?<!#.*)/,
];

/** What only Elixir writes: `Enum.sum(`, `|>`. */
const ELIXIR = /(^|[^\w.'])[A-Z]\w*(?:\.[A-Z]\w*)*\.[a-z_]\w*[?!]?\(|\|>/;

/** Language of a source if none was given: what it says by itself, else that of the node. */
function languageOf(
  source: string,
  { syntax }: Pick<Style, "syntax">,
): typeof LANGUAGES[number] {
  const code = source.replace(/"(?:\\.|[^"\\])*"/gs, '""');
  if (ERLANG.some((sign) => sign.test(code))) return "erlang";
  const bare = code.replace(/%(?![{A-Z]).*/g, "");
  return syntax === "elixir" || ELIXIR.test(bare) ? "elixir" : "erlang";
}
