/**
 * Passwords in addresses that were cut before the `@` by which they are known:
 * `postgres://user:pass`.
 *
 * @module
 */

import {
  Atom,
  binary,
  ByteList,
  ErlangMap,
  type Term,
  Tuple,
} from "../etf/mod.ts";

const OPEN_ADDRESS = /(\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s:@\/]{0,256}:)[^\s@]*$/i;

const decoder = new TextDecoder("latin1");

/** The term without them. */
export function hideCutAddresses(term: Term): Term {
  if (Array.isArray(term)) return term.map(hideCutAddresses);
  if (term instanceof ErlangMap) {
    return new ErlangMap(term.entries.map(hideCutAddresses));
  }
  if (!(term instanceof Tuple)) return term;
  const [mark, kind, size, kept] = term.elements;
  const bytes = kept instanceof ByteList ? kept.bytes : kept;
  if (
    !(mark instanceof Atom) || mark.name !== "$cut" || kind === undefined ||
    size === undefined || !(bytes instanceof Uint8Array)
  ) return new Tuple(term.elements.map(hideCutAddresses));
  const text = decoder.decode(bytes);
  if (!OPEN_ADDRESS.test(text)) return term;
  const hidden = text.replace(OPEN_ADDRESS, "$1[redacted]");
  return new Tuple([mark, kind, size, binary(hidden)]);
}
