/**
 * What a module's file says of it, from bytes: attributes, and how it was
 * compiled.
 *
 * @module
 */

import { Atom, ByteList, decode, EtfError, type Term } from "../../etf/mod.ts";
import { readList, readTuple } from "../../beam/mod.ts";

/** Of one module. */
export interface ModuleFacts {
  readonly attributes: readonly string[];
  readonly behaviours: readonly string[];
}

/** How a module was compiled. */
export interface CompileFacts {
  /** Version of the compiler. */
  readonly compiler?: string | undefined;
  /** Where the source was then. */
  readonly source?: string | undefined;
}

/** `[{Key, Values}]`; nothing where the bytes are not all there. */
export function readAttributes(bytes: Uint8Array): ModuleFacts {
  const pairs = readPairs(bytes);
  return {
    attributes: [...new Set(pairs.map(([key]) => key))].toSorted(),
    behaviours: pairs.flatMap(([key, values]) =>
      /^behaviou?r$/.test(key) && Array.isArray(values)
        ? values.flatMap((value) => value instanceof Atom ? [value.name] : [])
        : []
    ),
  };
}

/** `[{version, Text}, {options, List}, {source, Text}]`. */
export function readCompileFacts(bytes: Uint8Array): CompileFacts {
  const facts = new Map(readPairs(bytes));
  return {
    compiler: readCharacters(facts.get("version")),
    source: readCharacters(facts.get("source")),
  };
}

function readPairs(bytes: Uint8Array): readonly (readonly [string, Term])[] {
  if (bytes.length === 0) return [];
  try {
    return readList(decode(bytes)).map((pair) => {
      const [key, value = pair] = readTuple(pair, 2);
      return [key instanceof Atom ? key.name : "", value];
    });
  } catch (error) {
    if (error instanceof EtfError) return [];
    throw error;
  }
}

/** An Erlang string: a list of characters. */
function readCharacters(term: Term | undefined): string | undefined {
  if (term instanceof ByteList) {
    return String.fromCharCode(...term.bytes);
  }
  return Array.isArray(term) && term.length > 0
    ? term.map((code) =>
      typeof code === "number" ? String.fromCodePoint(code) : ""
    ).join("")
    : undefined;
}
