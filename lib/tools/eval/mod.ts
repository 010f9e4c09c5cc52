/**
 * The toolset `eval`: calls of any function, and source.
 *
 * @module
 */

import * as z from "zod";
import {
  callFunction as callFunctionProbe,
  MOST_ARGUMENTS,
} from "./call_function.ts";
import { evaluate as evaluateProbe, LANGUAGES } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import { fromJson, type Home, type Syntax, type Term } from "../../etf/mod.ts";
import { defineNodeTool, type Tool, ToolError } from "../../registry/mod.ts";
import { COST, mfaText } from "../fields.ts";
import {
  CHANGES,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import {
  CONTENT_INPUT,
  homeOf,
  type Shower,
  showerOf,
  SHOWN,
  termOf,
} from "../terms.ts";

const TOOLSET = "eval";

const LIMITS = {
  ...CONTENT_INPUT,
  timeout_ms: z.int().min(10).max(60_000).default(5000).describe(
    "Until it is stopped, with every process that it started.",
  ),
};

/** How it ended: exactly one of the first six. */
const OUTCOME = {
  ...INTERVENTION_OUTPUT,
  value: z.object(SHOWN).optional(),
  raised: z.object({
    class: z.string().describe("error, exit or throw."),
    reason: z.string(),
    stack: z.array(z.string()).describe("Innermost call first."),
  }).optional(),
  ended_with: z.string().optional().describe("Another process ended it."),
  out_of_time: z.literal(true).optional(),
  out_of_memory: z.literal(true).optional().describe("128 MiB of heap."),
  too_many_processes: z.literal(true).optional().describe(
    "The node had 5,000 more than before.",
  ),
  output: z.string().describe("What it printed."),
  output_omitted_bytes: z.int().optional(),
  output_lost: z.literal(true).optional().describe(
    "Too much was printed at a time: nothing of it is here.",
  ),
  cost: COST,
};

type Told = Omit<z.input<z.ZodObject<typeof OUTCOME>>, "action" | "cost">;

function told(evaluation: Evaluation, { show }: Shower): Told {
  const { done, outcome, output, omitted_bytes } = evaluation;
  const printed = {
    done,
    output,
    ...omitted_bytes === "lost"
      ? { output_lost: true as const }
      : omitted_bytes > 0 && { output_omitted_bytes: omitted_bytes },
  };
  if (outcome === undefined) return printed;
  switch (outcome.kind) {
    case "value": {
      const { term, size_bytes } = outcome.content;
      return { ...printed, value: { term: show(term), size_bytes } };
    }
    case "raised":
      return {
        ...printed,
        raised: {
          class: outcome.class,
          reason: show(outcome.content.term),
          stack: outcome.stack.map((frame) => {
            const { file, line } = frame;
            return mfaText(frame) + (file && line ? ` (${file}:${line})` : "");
          }),
        },
      };
    case "ended":
      return { ...printed, ended_with: show(outcome.content.term) };
    case "out_of_memory":
      return { ...printed, out_of_memory: true };
    case "out_of_time":
      return { ...printed, out_of_time: true };
    case "too_many_processes":
      return { ...printed, too_many_processes: true };
  }
  outcome satisfies never;
}

/** `MyApp.Server` is what Elixir calls the atom `Elixir.MyApp.Server`. */
function moduleAtom(text: string): string {
  const name = text.replace(/^:/, "").replace(/^'(.*)'$/, "$1");
  return /^[A-Z]/.test(name) && !name.startsWith("Elixir.")
    ? `Elixir.${name}`
    : name;
}

/** What a function is called with. */
interface Given {
  readonly arguments?: string | readonly string[] | undefined;
  readonly json?: readonly unknown[] | undefined;
  readonly syntax: Syntax;
}

/** The terms of a call, from texts or from JSON. */
function argumentsOf(args: Given, home: Home): Term[] {
  if (args.json !== undefined && args.arguments !== undefined) {
    throw new ToolError(
      "invalid_arguments",
      "arguments and json exclude each other",
      { hint: "give one of them" },
    );
  }
  const { syntax, json, arguments: given = [] } = args;
  if (json !== undefined) {
    return json.map((value) => fromJson(value, { home }));
  }
  if (typeof given !== "string") {
    return given.map((text) => termOf(text, syntax, home));
  }
  const texts = textsIn(given);
  if (texts !== undefined) {
    return texts.map((text) => termOf(text, syntax, home));
  }
  const list = termOf(given, syntax, home);
  if (Array.isArray(list) && list.length <= MOST_ARGUMENTS) return list;
  const most =
    `arguments: a text is a list of terms, ${MOST_ARGUMENTS} at most`;
  throw new ToolError("invalid_arguments", most, {
    hint: "put them into brackets, as [otp_release] or [{user, 17}, x]",
  });
}

/** What clients send who write a list of texts as one text. */
function textsIn(text: string): string[] | undefined {
  try {
    return z.array(z.string()).min(1).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whose pids are meant does not matter where arguments are only counted. */
const NOWHERE: Home = { node: "nonode@nohost", creation: 0 };

/** Calls a function. */
export const callFunction: Tool = defineNodeTool({
  name: "call_function",
  title: "Call a function",
  description:
    "Calls one exported function of a loaded module, and gives its value and what it printed. Use it for what no other tool tells, or for a function of the application that is made to be called. It may change anything. It runs at low priority, with 128 MiB of heap, until timeout_ms; then it is killed with every process that has its group leader. Arguments make no atoms. Costs what the function costs; try dry_run first.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["eval"],
  deadlineMs: 65_000,
  budgetBytes: 40_960,
  probes: [callFunctionProbe],
  names: (args) => ({
    module: moduleAtom(args.module),
    function: args.function,
    arity: argumentsOf(args, NOWHERE).length,
  }),
  input: {
    ...INTERVENTION_INPUT,
    module: z.string().min(1).max(255).describe("my_server or MyApp.Server."),
    function: z.string().min(1).max(255).describe("Its name."),
    arguments: z.union([
      z.array(z.string().min(1).max(10_000)).max(MOST_ARGUMENTS),
      z.string().min(1).max(10_000),
    ]).optional().describe(
      'Terms as text: ["{user, 17}", "<<\\"x\\">>"], or a list in one text: [{user, 17}, x].',
    ),
    json: z.array(z.json()).max(MOST_ARGUMENTS).optional().describe(
      'Instead of arguments: values; ":ok" is an atom, "x" a binary.',
    ),
    ...LIMITS,
  },
  output: OUTCOME,
  run: async (args, context) => {
    const home = await homeOf(context);
    const terms = argumentsOf(args, home);
    const module = moduleAtom(args.module);
    const { cost, ...evaluation } = await context.beam.run(callFunctionProbe, {
      ...args,
      module,
      arguments: terms,
    });
    const shower = showerOf(context, home, args);
    const shown = terms.map((term) => shower.show(term)).join(", ");
    return {
      ...told(evaluation, shower),
      action:
        `call of ${module}:${args.function}(${shown}) on ${context.beam.node}, for ${args.timeout_ms} ms at most`,
      cost,
    };
  },
});

/** Evaluates source. */
export const evaluate: Tool = defineNodeTool({
  name: "evaluate",
  title: "Evaluate source",
  description:
    "Evaluates Erlang or Elixir source on the node, and gives its value and what it printed. Use it last, for what no other tool can do; it may change anything. It runs at low priority, with 128 MiB of heap, until timeout_ms; then every process with its group leader is killed. Not undone: atoms of the source, which stay for good, messages sent, tables written; native code runs on to its end. A dry run does not read the source. Binaries outside heaps are not limited before OTP 27; comparing terms that share most of themselves can hang a scheduler; on a large busy node, processes that only start the next and end may be missed. Costs what the source costs.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["eval"],
  deadlineMs: 65_000,
  budgetBytes: 40_960,
  probes: [evaluateProbe],
  input: {
    ...INTERVENTION_INPUT,
    source: z.string().min(1).max(20_000).describe(
      "Expressions: lists:sum([1, 2]) or Enum.sum(1..10).",
    ),
    language: z.enum(LANGUAGES).default("erlang").describe("Of the source."),
    bindings: z.record(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,60}$/),
      z.string().min(1).max(10_000),
    ).default({}).describe(
      'Values of its variables, terms as text: {"Pid": "<0.99.0>"}.',
    ),
    ...LIMITS,
  },
  output: OUTCOME,
  run: async (args, context) => {
    const home = await homeOf(context);
    const bindings = new Map(
      Object.entries(args.bindings).map((
        [name, text],
      ) => [name, termOf(text, args.syntax, home)]),
    );
    const { cost, ...evaluation } = await context.beam.run(evaluateProbe, {
      ...args,
      bindings,
    });
    return {
      ...told(evaluation, showerOf(context, home, args)),
      action:
        `${args.language} source evaluated on ${context.beam.node}, for ${args.timeout_ms} ms at most${
          args.dry_run ? ", its syntax not checked" : ""
        }: ${args.source}`,
      cost,
    };
  },
});
