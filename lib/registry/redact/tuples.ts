/**
 * Recognises secrets without a secret name by their position in tuples and records
 * of well-known libraries.
 *
 * @module
 */

import { Atom, ByteList, cutOf, type Term, Tuple } from "../../etf/mod.ts";

/** Index of the password in a record, by the record's name and size. */
const RECORDS: ReadonlyMap<string, number> = new Map([
  // hackney's #hackney_url{}, ibrowse's #url{}.
  ["hackney_url/12", 11],
  ["url/9", 5],
  // The header Authorization in Cowboy.
  ["basic/3", 2],
  ["digest/3", 2],
  // http_uri:parse/1: scheme, user, host, port, path, query.
  ["http/6", 1],
  ["https/6", 1],
]);

/** Whether the element at an index of a tuple is a secret by its position. */
export function isSecretAt(elements: readonly Term[], index: number): boolean {
  const [tag, value] = elements;
  if (!(tag instanceof Atom) || value === undefined) return false;
  if (RECORDS.get(`${tag.name}/${elements.length}`) === index) {
    return isText(elements[index]) && !isEmpty(elements[index]);
  }
  if (index !== 1 || elements.length !== 2) return false;
  switch (tag.name) {
    case "bearer":
      return isText(value);
    case "basic":
    case "digest":
      // `user:password`, in Req.
      return cutOf(value) !== undefined || holdsColon(value);
    default:
      return false;
  }
}

/** The value of an option `auth` without its credentials: `{basic, …}`, `{User, Password}`, `user:password`. */
export function withoutProof(value: Term, mark: Term): Term {
  if (value instanceof Tuple && cutOf(value) === undefined) {
    const elements = value.elements.map((item, index) =>
      index > 0 && isText(item) ? mark : item
    );
    return elements.some((item, index) => item !== value.elements[index])
      ? new Tuple(elements)
      : value;
  }
  return holdsColon(value) ? mark : value;
}

/** Whether a term is a text, whole or cut. */
function isText(term: Term | undefined): boolean {
  return term instanceof Uint8Array || term instanceof ByteList ||
    term instanceof Tuple && cutOf(term) !== undefined;
}

function isEmpty(term: Term | undefined): boolean {
  return term instanceof Uint8Array && term.length === 0;
}

const COLON = 58;

function holdsColon(term: Term): boolean {
  const bytes = term instanceof ByteList ? term.bytes : term;
  return bytes instanceof Uint8Array && bytes.includes(COLON);
}
