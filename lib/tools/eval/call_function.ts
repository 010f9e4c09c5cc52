/**
 * A call of any exported function of a node.
 *
 * @module
 */

import * as z from "zod";
import {
  contentRefused,
  defineQuestion,
  encodeArgs,
  functionText,
  gleamAtom,
  marked,
  nameRefused,
  refusals,
} from "../../beam/mod.ts";
import { binary, fromJson, type Term } from "../../etf/mod.ts";
import { type Tool, ToolError } from "../../registry/mod.ts";
import { defineChange } from "../changes.ts";
import { functionOf } from "../fields.ts";
import { type Reading, showerOf, styleOf, termOf } from "../terms.ts";
import {
  encodeEvaluationLimits,
  evaluation,
  type EvaluationLimits,
  LIMITS,
  OUTCOME,
  told,
} from "./evaluation.ts";

/** Maximum arguments of a call. */
const MAX_ARGUMENTS = 20;

/** Arguments of {@linkcode callFunctionQuestion}. */
export interface CallFunctionArgs extends EvaluationLimits {
  /** As the atom is spelled: `Elixir.MyApp`. */
  readonly module: string;
  readonly function: string;
  readonly arguments: readonly Term[];
  /** Only checks whether it can be called. */
  readonly dry_run: boolean;
}

const callRefused = refusals({
  no_such_function: {
    says: "{node} has no exported function {it}",
    hint: "it exports {*|nothing}",
  },
});

/** Calls a function, within the limits of `evaluation.erl`; creates no atoms. */
export const callFunctionQuestion = defineQuestion("call_function", {
  encode: (args: CallFunctionArgs) =>
    encodeArgs({
      module: binary(args.module),
      function: binary(args.function),
      arguments: args.arguments.map(marked),
      limits: encodeEvaluationLimits(args),
      dry_run: args.dry_run,
    }),
  shape: evaluation,
  refused: (refusal, { module, function: name, arguments: { length } }) =>
    contentRefused(refusal) ?? nameRefused(refusal, module) ??
      callRefused(refusal, `${functionText(module, name)}/${length}`),
});

/** A name without the colon or the quotes of an atom. */
function plainName(text: string): string {
  return text.replace(/^:/, "").replace(/^'(.*)'$/, "$1");
}

/**
 * The name of a function, given as `add`, `add/3` or `MyApp.Stats.add/3`.
 *
 * @throws {ToolError} `invalid_arguments` for another number of arguments
 */
function functionName(
  { module, function: text }: { module: string; function: string },
  taken: number,
): string {
  const { name, arity = taken } = functionOf(module, text);
  if (arity === taken) return plainName(name);
  throw new ToolError(
    "invalid_arguments",
    `${text} takes ${arity} arguments, and arguments has ${taken}`,
    { hint: "give as many terms as the function takes" },
  );
}

/** The name of a module as its atom has it: `Elixir.MyApp.Server` for `MyApp.Server`. */
function moduleAtom(text: string): string {
  const name = plainName(text);
  return /^[A-Z]/.test(name) && !name.startsWith("Elixir.")
    ? `Elixir.${name}`
    : gleamAtom(name);
}

/** The arguments of a call: texts, or JSON. */
interface Given {
  readonly arguments?: string | readonly string[] | undefined;
  readonly json?: readonly unknown[] | undefined;
}

/**
 * The terms of a call.
 *
 * @throws {ToolError} `invalid_arguments`
 */
function argumentsOf(args: Given, reading: Reading): Term[] {
  if (args.json !== undefined && args.arguments !== undefined) {
    throw new ToolError(
      "invalid_arguments",
      "arguments and json exclude each other",
      { hint: "give one of the two" },
    );
  }
  const { json, arguments: given = [] } = args;
  if (json !== undefined) {
    return json.map((value) => fromJson(value, { home: reading.home }));
  }
  if (typeof given !== "string") {
    return given.map((text) => termOf(text, reading));
  }
  const texts = textsIn(given);
  if (texts !== undefined) {
    const word = texts.find((text) => /^[A-Za-z_][\w@.]*$/.test(text));
    if (word !== undefined) throw ambiguous(word);
    return texts.map((text) => termOf(text, reading));
  }
  const list = termOf(given, reading);
  if (Array.isArray(list) && list.length <= MAX_ARGUMENTS) return list;
  const most = `arguments: a text is a list of at most ${MAX_ARGUMENTS} terms`;
  throw new ToolError("invalid_arguments", most, {
    hint: "put them in brackets: [otp_release] or [{user, 17}, x]",
  });
}

/** In Erlang `["abc"]` is a string, in a list of texts the atom that it says. */
function ambiguous(word: string): ToolError {
  return new ToolError(
    "invalid_arguments",
    `arguments: "${word}" in one text may be a string or an atom`,
    {
      hint:
        `write [${word}] for the atom; for the text a list of texts, each a term: ["\\"${word}\\""]`,
    },
  );
}

/** A JSON list in a string, as some clients send it. */
function textsIn(text: string): string[] | undefined {
  try {
    return z.array(z.string()).min(1).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Where arguments are only counted, it does not matter how they are read. */
const COUNTED: Reading = {
  syntax: "erlang",
  home: { node: "nonode@nohost", creation: 0 },
};

/** Calls a function. */
export const callFunction: Tool = defineChange({
  name: "call_function",
  title: "Call a function",
  description:
    "Calls an exported function of a loaded module. It may change anything. Low priority, 128 MiB of heap; at its end, or after timeout_ms, processes it started are killed. Arguments make no atoms.",
  toolset: "eval",
  scopes: ["eval"],
  deadlineMs: 65_000,
  budgetBytes: 40_960,
  probes: [callFunctionQuestion],
  names: (args) => {
    const arity = argumentsOf(args, COUNTED).length;
    return {
      module: moduleAtom(args.module),
      function: functionName(args, arity),
      arity,
    };
  },
  input: {
    module: z.string().min(1).max(255).describe("my_server, MyApp.Server."),
    function: z.string().min(1).max(255).describe("Its name."),
    arguments: z.union([
      z.array(z.string().min(1).max(10_000)).max(MAX_ARGUMENTS),
      z.string().min(1).max(10_000),
    ]).optional().describe(
      "Terms as text, each or as one list.",
    ),
    json: z.array(z.json()).max(MAX_ARGUMENTS).optional().describe(
      'Instead; ":ok" is an atom.',
    ),
    ...LIMITS,
  },
  output: OUTCOME,
  run: async (args, context) => {
    const style = await styleOf(context, args);
    const terms = argumentsOf(args, style);
    const module = moduleAtom(args.module);
    const name = functionName(args, terms.length);
    const answer = await context.beam.run(callFunctionQuestion, {
      ...args,
      ...style,
      module,
      function: name,
      arguments: terms,
    });
    const shower = showerOf(context, style);
    const given = showerOf(context, style, false);
    const shown = terms.map((term) => given.show(term)).join(", ");
    return {
      ...told(answer, shower, args),
      action: `call of ${
        functionText(module, name)
      }(${shown}) on ${context.beam.node}, for ${args.timeout_ms} ms at most`,
    };
  },
});
