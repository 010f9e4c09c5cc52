/**
 * Parts of the documentation (EEP 48) and of the specifications of a module, read
 * from bytes that the node cuts out of its files: read there, they would create
 * atoms. The end of a part may be missing.
 *
 * @module
 */

import * as z from "zod";
import {
  readAtom,
  readFields,
  readInteger,
  readList,
  readText,
  readTuple,
} from "../../beam/mod.ts";
import {
  Atom,
  Decoder,
  ErlangMap,
  EtfError,
  type Syntax,
  type Term,
} from "../../etf/mod.ts";
import { asBlock } from "../../registry/mod.ts";
import { docText } from "./doc_text.ts";
import { isAtom, specTexts, typeText } from "./spec_text.ts";

/** The documentation of a function, callback or type, as an answer shows it. */
export const FUNCTION = z.object({
  function: z.string(),
  kind: z.string().optional().describe("If no function."),
  line: z.int().optional(),
  signature: z.string().optional(),
  specs: z.array(z.string()).optional().describe(
    "In the language of the node.",
  ),
  doc: asBlock(z.string()).optional(),
  hidden: z.literal(true).optional(),
  since: z.string().optional(),
  deprecated: z.string().optional(),
  defaults_of: z.string().optional().describe("The same with defaults."),
  truncated: z.literal(true).optional(),
});
type EntryDoc = Omit<z.infer<typeof FUNCTION>, "line" | "specs">;
type Doc = Pick<EntryDoc, "doc" | "hidden" | "truncated">;

/** The beginning of `{docs_v1, Anno, Language, Format, Doc, Meta, Entries}`. */
export function readHead(
  bytes: Uint8Array,
): Doc & { format?: string | undefined } {
  const terms = new Decoder(bytes, {}, TUPLE_BYTES);
  const [, , , format] = [0, 1, 2, 3].map(() => attempt(terms));
  if (format === undefined) return {};
  return { format: readText(format), ...readDoc(terms, bytes) };
}

/** `{Kind, Name, Arity}, Anno, Signature, Doc, Meta`. */
export function readEntry(bytes: Uint8Array): EntryDoc {
  const terms = new Decoder(bytes);
  const key = terms.read();
  const [kind = key, name = key, arity = key] = readTuple(key, 3);
  attempt(terms);
  const signature = attempt(terms);
  const doc = readDoc(terms, bytes);
  const meta = doc.truncated ? undefined : attempt(terms);
  const fields = meta instanceof ErlangMap ? readFields(meta) : undefined;
  return {
    function: `${readAtom(name)}/${readInteger(arity)}`,
    ...!isAtom(kind, "function") && { kind: readAtom(kind) },
    signature: signature === undefined
      ? undefined
      : readList(signature).map(readText).join("\n") || undefined,
    ...doc,
    since: readNote(fields?.get("since")),
    deprecated: readNote(fields?.get("deprecated")),
  };
}

/** The arities of a function that are compiled for the defaults in its signature: 1 and 2 of `add(a, b \\\\ 1, c \\\\ 2)`. */
export function aritiesOf(
  { function: shown, signature = "" }: Pick<EntryDoc, "function" | "signature">,
): string[] {
  const [, name = shown, digits = ""] = /^(.*)\/(\d+)$/.exec(shown) ?? [];
  const defaults = signature.split("\\\\").length - 1;
  return Array.from(
    { length: defaults },
    (_, less) => `${name}/${Number(digits) - less - 1}`,
  );
}

function readNote(term: Term | undefined): string | undefined {
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

/** `name/arity` and its specifications, of `{{Name, Arity}, Clauses}`; empty where its end is missing. */
export function readSpec(
  bytes: Uint8Array,
  syntax: Syntax,
): [string, string[]][] {
  const terms = new Decoder(bytes, {}, TUPLE_BYTES);
  const key = attempt(terms);
  const clauses = attempt(terms);
  if (key === undefined || clauses === undefined) return [];
  const { name, arity } = readNameArity(key);
  return [[`${name}/${arity}`, specTexts(name, clauses, syntax)]];
}

/** A callback, `{{Name, Arity}, Clauses}`, or a type, `{Name, Type, Variables}`; empty where its end is missing. */
export function readForm(
  kind: string,
  bytes: Uint8Array,
  syntax: Syntax,
): [string, string, string[]][] {
  if (kind === "callback") {
    return readSpec(bytes, syntax).map((
      [shown, specs],
    ) => [kind, shown, specs]);
  }
  const form = attempt(new Decoder(bytes));
  if (form === undefined) return [];
  const [name = form, type = form, variables = form] = readTuple(form, 3);
  const arity = readList(variables).length;
  const text = typeText(readAtom(name), type, variables, syntax);
  return [[kind, `${readAtom(name)}/${arity}`, [text]]];
}

/** `{Name, Arity}`, a macro as its users see it. */
export function readNameArity(term: Term): { name: string; arity: number } {
  const [name = term, arity = term] = readTuple(term, 2);
  const exported = readAtom(name);
  const macro = exported.replace(/^MACRO-/, "");
  return macro === exported
    ? { name: exported, arity: readInteger(arity) }
    : { name: macro, arity: readInteger(arity) - 1 };
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
