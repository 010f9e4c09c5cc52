/**
 * Documentation, specifications and source lines of the functions of a module.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  type Cost,
  defineQuestion,
  encodeArgs,
  encodeName,
  functionText,
  nameRefused,
  readBytes,
  refusals,
  s,
  spellings,
} from "../../beam/mod.ts";
import { atom, type Syntax, type Term } from "../../etf/mod.ts";
import {
  asBlock,
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { COST, FUNCTION_INPUT, functionOf } from "../fields.ts";
import {
  aritiesOf,
  FUNCTION,
  readEntry,
  readForm,
  readHead,
  readNameArity,
  readSpec,
} from "./doc_chunks.ts";
import { sourceOf } from "./module_facts.ts";

const INPUT = {
  module: z.string().min(1).max(255).describe("gen_server, MyApp.Server."),
  function: FUNCTION_INPUT.describe("map or map/2; default: the module."),
  max_bytes: z.int().min(500).max(32_768).default(8192).describe(
    "Of documentation.",
  ),
};

const functionRefused = refusals({
  no_such_function: {
    says: "{node} has no exported function, callback or type {it}",
    hint: "similar: {*}",
    hintIfNone: "get_module lists its exports",
  },
});

/** `lists:map`, `Enum.map/2`. */
function askedFor(module: string, text = ""): string {
  const { name, arity } = functionOf(module, text);
  const [atom = module] = spellings(module);
  const shown = functionText(atom, name);
  return arity === undefined ? shown : `${shown}/${arity}`;
}

/** The documentation of a module or of its functions, in bytes of its file; creates no atoms. */
export const getDocsQuestion = defineQuestion("get_docs", {
  input: INPUT,
  encode({ module, function: text, max_bytes }): Term {
    const { name, arity = atom("any") } = text === undefined
      ? { name: undefined }
      : functionOf(module, text);
    return encodeArgs({
      module: encodeName(module, "no_such_module"),
      function: name === undefined
        ? undefined
        : encodeName(name, "no_such_function"),
      arity,
      bytes: max_bytes,
    });
  },
  shape: s.record({
    module: s.module,
    compile: sourceOf,
    docs: s.flag,
    debug: s.flag,
    head: s.term,
    exports: s.list(s.term),
    entries: s.list(s.term),
    specs: s.list(s.term),
    forms: s.list(s.row({ kind: s.text, bytes: s.term })),
    lines: s.list(s.row({ arity: s.integer, line: s.integer })),
  }),
  refused: (refusal, { module, function: name }) =>
    nameRefused(refusal, module) ??
      functionRefused(refusal, askedFor(module, name)),
});

const OUTPUT = {
  module: z.string(),
  source: z.string().optional(),
  has_docs: z.boolean().describe("Many releases are stripped of theirs."),
  has_debug_info: z.boolean().describe("Needed for specs."),
  format: z.string().optional(),
  doc: asBlock(z.string().describe("Of the module.")).optional(),
  truncated: z.literal(true).optional(),
  functions: z.array(FUNCTION).optional().describe("If one was named."),
  cost: COST,
};

/** Decodes the answer. */
export function docsOf(
  told: AnswerOf<typeof getDocsQuestion>,
  syntax: Syntax = "erlang",
): z.input<z.ZodObject<typeof OUTPUT>> & {
  cost: Cost;
  functions: z.input<typeof FUNCTION>[];
} {
  const head = readHead(readBytes(told.head));
  const docs = told.entries.map((entry) => readEntry(readBytes(entry)));
  const functions = functionsOf(told, docs, syntax);
  return {
    module: told.module,
    source: told.compile,
    has_docs: told.docs,
    has_debug_info: told.debug,
    ...(functions.length === 0 ? head : { format: head.format }),
    functions,
    cost: told.cost,
  };
}

type Row = z.input<typeof FUNCTION>;

/** Functions and macros, what they stand for by a default, then callbacks and types. */
function functionsOf(
  told: AnswerOf<typeof getDocsQuestion>,
  docs: readonly ReturnType<typeof readEntry>[],
  syntax: Syntax,
): Row[] {
  const specs = new Map(
    told.specs.flatMap((it) => readSpec(readBytes(it), syntax)),
  );
  const lines = new Map(told.lines.map(({ arity, line }) => [arity, line]));
  const own = docs.filter(({ kind }) => kind === undefined || kind === "macro");
  const names = told.exports.map(readNameArity)
    .map(({ name, arity }) => ({ shown: `${name}/${arity}`, arity }));
  const row = ({ shown, arity }: typeof names[number]): Row => {
    const doc = own.find((each) => each.function === shown);
    return {
      function: shown,
      line: lines.get(arity),
      specs: specs.get(shown),
      ...doc ?? {
        defaults_of: own.find((each) => aritiesOf(each).includes(shown))
          ?.function,
      },
    };
  };
  const rows = names.map(row);
  for (const { defaults_of: shown } of rows) {
    if (shown === undefined || rows.some((each) => each.function === shown)) {
      continue;
    }
    rows.push(row({ shown, arity: Number(shown.split("/").at(-1)) }));
  }
  const others = new Map<string, Row>();
  const add = (more: Row): void => {
    const key = `${more.kind} ${more.function}`;
    others.set(key, { ...others.get(key), ...more });
  };
  for (const { kind, bytes } of told.forms) {
    for (
      const [of, shown, texts] of readForm(kind, readBytes(bytes), syntax)
    ) add({ function: shown, kind: of, specs: texts });
  }
  docs.filter((doc) => !own.includes(doc)).forEach(add);
  return [...rows, ...others.values()];
}

/** The documentation of a function, or of a module. */
export const getDocs: Tool = defineNodeTool({
  name: "get_docs",
  title: "Documentation",
  description:
    "Documentation, specifications and source line of a function, callback, type or module, of the version on the node.",
  toolset: "code",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getDocsQuestion],
  input: INPUT,
  output: OUTPUT,
  run: async (args, { beam }) => {
    const { functions, ...docs } = docsOf(
      await beam.run(getDocsQuestion, args),
      await beam.syntax(),
    );
    // Of the whole module none is asked for, which is not the same as none being there.
    return { ...docs, functions: functions.length > 0 ? functions : undefined };
  },
});
