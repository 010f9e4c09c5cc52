/**
 * Documentation, specifications and source lines of the functions of a module.
 *
 * @module
 */

import * as z from "zod";
import {
  type Cost,
  defineProbe,
  encodeArgs,
  encodeName,
  nameRefused,
  nameText,
  type Probe,
  readAtom,
  readBoolean,
  readBytes,
  readFields,
  readInteger,
  readList,
  readTuple,
  refusals,
} from "../../beam/mod.ts";
import { atom, type Term } from "../../etf/mod.ts";
import {
  asBlock,
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { readEntry, readHead, readNameArity, readSpec } from "./doc_chunks.ts";
import { sourceOf } from "./module_facts.ts";

/** Arguments of {@linkcode getDocsQuestion}. */
export interface GetDocsArgs {
  readonly module: string;
  /** The module itself if omitted. */
  readonly function?: string | undefined;
  /** All arities if omitted. */
  readonly arity?: number | undefined;
  /** Maximum size of documentation, and of specifications, in bytes. @default {8192} */
  readonly max_bytes?: number;
}

const DOCS = {
  module: z.string(),
  source: z.string().optional(),
  has_docs: z.boolean().describe("Many releases are stripped of theirs."),
  has_debug_info: z.boolean().describe("Needed for specs."),
  format: z.string().optional(),
  doc: asBlock(z.string().describe("Of the module.")).optional(),
  truncated: z.literal(true).optional(),
  functions: z.array(z.object({
    function: z.string(),
    line: z.int().optional(),
    signature: z.string().optional(),
    specs: z.array(z.string()).optional().describe("Erlang notation."),
    doc: asBlock(z.string()).optional(),
    hidden: z.literal(true).optional(),
    since: z.string().optional(),
    deprecated: z.string().optional(),
    truncated: z.literal(true).optional(),
  })),
};

/** Answer of {@linkcode getDocsQuestion}. */
export type Docs = z.output<z.ZodObject<typeof DOCS>> & { readonly cost: Cost };

const functionRefused = refusals({
  no_such_function: {
    says: "{node} has no exported function {it}",
    hint: "similar: {*}",
    hintIfNone: "get_module lists what it exports",
  },
});

/** The documentation of a module or of its functions; creates no atoms. */
export const getDocsQuestion: Probe<GetDocsArgs, Docs> = defineProbe(
  "get_docs",
  {
    encode: ({ module, function: name, arity, max_bytes }) =>
      encodeArgs({
        module: encodeName(module, "no_such_module"),
        function: name === undefined
          ? undefined
          : encodeName(name, "no_such_function"),
        arity: arity ?? atom("any"),
        bytes: max_bytes ?? 8192,
      }),
    decode(answer, reading): Docs {
      const fields = readFields(answer);
      const head = readHead(fields.get("head", readBytes));
      const functions = fields.get("exports", readList).map(readNameArity);
      const docs = fields.get("entries", readList)
        .map((entry) => readEntry(readBytes(entry)));
      const specs = fields.get("specs", readList)
        .flatMap((spec) => readSpec(readBytes(spec)));
      const lines = fields.get("lines", readLines);
      return {
        module: nameText(fields.get("module", readAtom)),
        source: fields.get("compile", (term) => sourceOf.read(term, reading)),
        has_docs: fields.get("docs", readBoolean),
        has_debug_info: fields.get("debug", readBoolean),
        ...(functions.length === 0 ? head : { format: head.format }),
        functions: functions.map(({ name, arity }) => {
          const shown = `${name}/${arity}`;
          return {
            function: shown,
            line: lines.get(arity),
            specs: specs.find((spec) => spec.function === shown)?.specs,
            ...docs.find((doc) => doc.function === shown),
          };
        }),
        cost: reading.cost,
      };
    },
    refused: (refusal, { module, function: name, arity }) =>
      nameRefused(refusal, module) ?? functionRefused(
        refusal,
        `${module}:${name}${arity === undefined ? "" : `/${arity}`}`,
      ),
  },
);

/** `[{Arity, Line}]`. */
function readLines(term: Term): ReadonlyMap<number, number> {
  return new Map(
    readList(term).map((pair) => {
      const [arity = pair, line = pair] = readTuple(pair, 2);
      return [readInteger(arity), readInteger(line)];
    }),
  );
}

/** The documentation of a function, or of a module. */
export const getDocs: Tool = defineNodeTool({
  name: "get_docs",
  title: "Documentation",
  description:
    "Documentation, type specifications and source line of a function of a loaded module, or the documentation of the module itself, as the node has them (its versions, not the newest). Use it before you judge or call code of the node. Reads the module's file, which costs a few milliseconds; loads nothing.",
  toolset: "code",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getDocsQuestion],
  input: {
    module: z.string().min(1).max(255).describe("gen_server, MyApp.Server."),
    function: z.string().min(1).max(255).optional().describe(
      "An exported function; the module itself if left out.",
    ),
    arity: z.int().min(0).max(255).optional().describe(
      "All arities if left out.",
    ),
    max_bytes: z.int().min(500).max(32_768).default(8192).describe(
      "Most bytes of documentation.",
    ),
  },
  output: { ...DOCS, cost: COST },
  run: (args, { beam }) => beam.run(getDocsQuestion, args),
});
