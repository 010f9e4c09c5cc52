/**
 * What is left of terms that were cut on their node, before anybody could look for secrets
 * in them.
 *
 * @module
 */

import { ByteList, cutOf, type Term, Tuple } from "../../etf/mod.ts";

/** The same cut term with something else kept. */
export function keeping(term: Tuple, kept: Term): Tuple {
  return new Tuple([...term.elements.slice(0, 3), kept]);
}

/** Maximum length of a name, in bytes. */
const MAX_NAME = 64;

/** Whether a term is a cut name: too little is left to know whether it names a secret. */
export function isCutName(term: Term | undefined): boolean {
  const { size = Infinity, kept } = term === undefined ? {} : cutOf(term) ?? {};
  const bytes = kept instanceof ByteList ? kept.bytes : kept;
  if (size > MAX_NAME || !(bytes instanceof Uint8Array)) return false;
  const text = new TextDecoder("latin1").decode(bytes);
  return /^[\w.$-]*$/.test(text) && !/^[\da-f-]{8,}$/i.test(text);
}
