/**
 * Documentation, specifications and places of functions, read here from bytes
 * that the node cuts out of its files: read there, they would become atoms.
 *
 * @module
 */

import {
  Atom,
  atom,
  Decoder,
  ErlangMap,
  EtfError,
  map,
  type Term,
} from "../../etf/mod.ts";
import { docText } from "./doc_text.ts";
import {
  BeamError,
  type Cost,
  defineProbe,
  encodeName,
  nameRefused,
  type Probe,
  readAtom,
  readBoolean,
  readBytes,
  readFields,
  readInteger,
  readList,
  readText,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";
import { readCompileFacts } from "./module_facts.ts";
import { specTexts } from "./spec_text.ts";

/** Arguments of {@linkcode functionDocs}. */
export interface FunctionDocsArgs {
  readonly module: string;
  /** The module itself if left out. */
  readonly function?: string | undefined;
  /** All arities if left out. */
  readonly arity?: number | undefined;
  /** Most bytes of documentation, and of specifications; at most 32,768. @default {12288} */
  readonly maxBytes?: number | undefined;
}

/** What is written of a function. */
export interface FunctionDoc {
  /** `name/arity`. */
  readonly function: string;
  /** In the module's source. */
  readonly line?: number | undefined;
  /** As the documentation shows it. */
  readonly signature?: string | undefined;
  /** One for each clause, in Erlang's notation. */
  readonly specs?: readonly string[] | undefined;
  readonly doc?: string | undefined;
  /** Meant for nobody's eyes. */
  readonly hidden?: true | undefined;
  readonly since?: string | undefined;
  readonly deprecated?: string | undefined;
  /** Whether the documentation is longer than what is shown. */
  readonly truncated?: true | undefined;
}

/** Answer of {@linkcode functionDocs}. */
export interface FunctionDocs {
  readonly module: string;
  /** Where the source was when it was compiled. */
  readonly source?: string | undefined;
  /** Whether the module has documentation at all. */
  readonly has_docs: boolean;
  /** Whether it was compiled with debug information, which has specifications. */
  readonly has_debug_info: boolean;
  /** `text/markdown`, `application/erlang+html`. */
  readonly format?: string | undefined;
  /** Of the module, where no function was asked for. */
  readonly doc?: string | undefined;
  readonly truncated?: true | undefined;
  readonly functions: readonly FunctionDoc[];
  readonly cost: Cost;
}

/** What is written of a module or of its functions. */
export const functionDocs: Probe<FunctionDocsArgs, FunctionDocs> = defineProbe(
  "get_docs",
  {
    encode: ({ module, function: name, arity, maxBytes = 12_288 }) =>
      map([
        [atom("module"), encodeName(module, "no_such_module")],
        [
          atom("function"),
          name === undefined
            ? atom("none")
            : encodeName(name, "no_such_function"),
        ],
        [atom("arity"), arity ?? atom("any")],
        [atom("bytes"), Math.min(Math.max(500, maxBytes), 32_768)],
      ]),
    decode(answer, { cost }): FunctionDocs {
      const fields = readFields(answer);
      const head = readHead(fields.get("head", readBytes));
      const functions = fields.get("exports", readList).map(readNameArity);
      const docs = fields.get("entries", readList).map((entry) =>
        readEntry(readBytes(entry))
      );
      const specs = fields.get("specs", readList).flatMap((spec) =>
        readSpec(readBytes(spec))
      );
      const lines = fields.get("lines", readLines);
      return {
        module: fields.get("module", readAtom),
        source: fields.get(
          "compile",
          (bytes) => readCompileFacts(readBytes(bytes)).source,
        ),
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
        cost,
      };
    },
    refused: (refusal, args): BeamError =>
      refusal.code === "no_such_function"
        ? functionRefused(refusal, args)
        : nameRefused("no_such_module", refusal, args.module),
  },
);

function functionRefused(refusal: Refusal, args: FunctionDocsArgs): BeamError {
  const similar = readList(refusal.detail).map((found) => {
    const { name, arity } = readNameArity(found);
    return `${name}/${arity}`;
  });
  const arity = args.arity === undefined ? "" : `/${args.arity}`;
  return new BeamError(
    "no_such_function",
    `${args.module} exports no ${args.function}${arity} on ${refusal.node}`,
    {
      hint: similar.length > 0
        ? `similar: ${similar.join(", ")}`
        : "get_module says what it exports",
    },
  );
}

/** `{Name, Arity}`, a macro as its users see it. */
function readNameArity(term: Term): { name: string; arity: number } {
  const [name = term, arity = term] = readTuple(term, 2);
  const exported = readAtom(name);
  const macro = exported.replace(/^MACRO-/, "");
  return macro === exported
    ? { name: exported, arity: readInteger(arity) }
    : { name: macro, arity: readInteger(arity) - 1 };
}

/** `[{Arity, Line}]`. */
function readLines(term: Term): ReadonlyMap<number, number> {
  return new Map(
    readList(term).map((pair) => {
      const [arity = pair, line = pair] = readTuple(pair, 2);
      return [readInteger(arity), readInteger(line)];
    }),
  );
}

interface Doc {
  readonly doc?: string | undefined;
  readonly hidden?: true | undefined;
  readonly truncated?: true | undefined;
}

/** The beginning of `{docs_v1, Anno, Language, Format, Doc, Meta, Entries}`. */
function readHead(bytes: Uint8Array): Doc & { format?: string | undefined } {
  const terms = new Decoder(bytes, {}, TUPLE_BYTES);
  const [, , , format] = [0, 1, 2, 3].map(() => attempt(terms));
  if (format === undefined) return {};
  return { format: readText(format), ...readDoc(terms, bytes) };
}

/** `{Kind, Name, Arity}, Anno, Signature, Doc, Meta`. */
function readEntry(
  bytes: Uint8Array,
): Doc & Pick<FunctionDoc, "function" | "signature" | "since" | "deprecated"> {
  const terms = new Decoder(bytes);
  const key = terms.read();
  const [, name = key, arity = key] = readTuple(key, 3);
  attempt(terms);
  const signature = attempt(terms);
  const doc = readDoc(terms, bytes);
  const meta = doc.truncated ? undefined : attempt(terms);
  const fields = meta instanceof ErlangMap ? readFields(meta) : undefined;
  return {
    function: `${readAtom(name)}/${readInteger(arity)}`,
    signature: signature === undefined
      ? undefined
      : readList(signature).map(readText).join("\n") || undefined,
    ...doc,
    since: fields?.find("since", readNote),
    deprecated: fields?.find("deprecated", readNote),
  };
}

function readNote(term: Term): string | undefined {
  return term instanceof Uint8Array ? readText(term) : undefined;
}

/** `none`, `hidden`, or a map of languages, of which the first is taken. */
function readDoc(terms: Decoder, bytes: Uint8Array): Doc {
  const start = terms.offset;
  const doc = attempt(terms);
  if (doc instanceof Atom) return doc.name === "hidden" ? { hidden: true } : {};
  if (doc instanceof ErlangMap) {
    const [, value] = doc.entries;
    return value === undefined ? {} : { doc: docText(value) };
  }
  const rest = textThatIsCut(bytes.subarray(start));
  return { doc: rest, truncated: true };
}

/** The text of a map `#{<<"en">> => Text}` whose end is missing. */
function textThatIsCut(bytes: Uint8Array): string | undefined {
  const language = new Decoder(bytes, {}, MAP_BYTES);
  if (attempt(language) === undefined) return undefined;
  const text = bytes.subarray(language.offset + BINARY_BYTES);
  return bytes[language.offset] === BINARY
    ? new TextDecoder().decode(text).replace(/\ufffd+$/, "")
    : undefined;
}

/** `{{Name, Arity}, Clauses}`; nothing where its end is missing. */
function readSpec(
  bytes: Uint8Array,
): readonly { function: string; specs: readonly string[] }[] {
  const terms = new Decoder(bytes, {}, TUPLE_BYTES);
  const key = attempt(terms);
  const clauses = attempt(terms);
  if (key === undefined || clauses === undefined) return [];
  const { name, arity } = readNameArity(key);
  return [{ function: `${name}/${arity}`, specs: specTexts(name, clauses) }];
}

/** The next term, unless its end is missing. */
function attempt(terms: Decoder): Term | undefined {
  try {
    return terms.read();
  } catch (error) {
    if (error instanceof EtfError) return undefined;
    throw error;
  }
}

/** Tag and arity of a small tuple. */
const TUPLE_BYTES = 2;
/** Tag and size of a map. */
const MAP_BYTES = 5;
/** Tag and size of a binary. */
const BINARY_BYTES = 5;
const BINARY = 109;
