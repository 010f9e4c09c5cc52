/**
 * What a module's file says of the module. The node sends the bytes of these
 * terms: decoded there, they would create atoms.
 *
 * @module
 */

import * as z from "zod";
import {
  nameText,
  OptionalShape,
  readBytes,
  readList,
  readTuple,
  Shape,
} from "../../beam/mod.ts";
import { Atom, ByteList, decode, EtfError, type Term } from "../../etf/mod.ts";

/** The names of all attributes, of the bytes of the chunk `Attr`. */
export const attributes: Shape<readonly string[]> = new Shape(
  (term) => [...new Set(pairsOf(term).map(([key]) => key))].toSorted(),
  () => z.array(z.string()),
);

/** The modules in the attribute `behaviour`, of the same bytes. */
export const behaviours: Shape<readonly string[]> = new Shape(
  (term) =>
    pairsOf(term).flatMap(([key, values]) =>
      /^behaviou?r$/.test(key) && Array.isArray(values)
        ? values.flatMap((value) =>
          value instanceof Atom ? [nameText(value.name)] : []
        )
        : []
    ),
  () => z.array(z.string()),
);

/** The version of the compiler, of the bytes of the chunk `CInf`. */
export const compilerOf: OptionalShape<string> = compileFact("version");

/** Where the source was when it was compiled, of the same bytes. */
export const sourceOf: OptionalShape<string> = compileFact("source");

function compileFact(key: string): OptionalShape<string> {
  return new OptionalShape(
    (term) => charactersOf(new Map(pairsOf(term)).get(key)),
    () => z.string().optional(),
  );
}

/** `[{Key, Value}]`; empty where some of the bytes are missing. */
function pairsOf(term: Term): readonly (readonly [string, Term])[] {
  const bytes = readBytes(term);
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
function charactersOf(term: Term | undefined): string | undefined {
  if (term instanceof ByteList) return String.fromCharCode(...term.bytes);
  return Array.isArray(term) && term.length > 0
    ? term.map((code) =>
      typeof code === "number" ? String.fromCodePoint(code) : ""
    ).join("")
    : undefined;
}
