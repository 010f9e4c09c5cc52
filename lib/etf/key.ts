/**
 * Texts that identify terms, as keys of a `Map` or `Set`.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import { ByteList, type ErlangMap, type Term } from "./terms.ts";
import { visit, type Visitor } from "./visit.ts";

/** Maps each byte to a character. */
const latin1 = new TextDecoder("latin1");

/** Returns a text that is the same for two terms if and only if they are `equals`. */
export function keyOf(term: Term): string {
  return visit(term, KEYS);
}

/** Keys by kind of term; each text marks its own end. */
const KEYS: Visitor<string> = {
  integer: (term) => `i${term};`,
  float: ({ value }) => `d${Object.is(value, -0) ? "-0" : value};`,
  atom: atomKey,
  binary: (term) => bytesKey("b", term),
  bitString: (term) => bytesKey(`B${term.lastBits}.`, term.bytes),
  list: (term) =>
    itemsKey("l", term instanceof ByteList ? [...term.bytes] : term),
  improperList: (term) => itemsKey("L", term.items) + keyOf(term.tail),
  tuple: (term) => itemsKey("t", term.elements),
  map: mapKey,
  pid: (term) =>
    `p${term.id}.${term.serial}.${term.creation}${atomKey(term.node)}`,
  port: (term) => `P${term.id}.${term.creation}${atomKey(term.node)}`,
  reference: ({ key }) => `r${key.length}:${key}`,
  fun: ({ identity, free }) =>
    bytesKey(
      `f${identity.arity}.${identity.index}.${identity.oldIndex}.${identity.oldUniq}.`,
      identity.uniq,
    ) + atomKey(identity.module) + itemsKey("", free),
  export: (term) =>
    `e${term.arity}${atomKey(term.module)}${atomKey(term.function)}`,
  nativeRecord: (term) =>
    `R${Number(term.exported)}${atomKey(term.module)}${atomKey(term.name)}` +
    itemsKey("", term.fieldNames) + itemsKey("", term.values),
  local: (term) => bytesKey("o", term.bytes),
};

function atomKey({ name }: Atom): string {
  return `a${name.length}:${name}`;
}

function bytesKey(prefix: string, bytes: Uint8Array): string {
  return `${prefix}${bytes.length}:${latin1.decode(bytes)}`;
}

function itemsKey(prefix: string, items: readonly Term[]): string {
  return `${prefix}${items.length}:${items.map(keyOf).join("")}`;
}

function mapKey({ entries }: ErlangMap): string {
  const pairs: string[] = [];
  for (let i = 0; i < entries.length; i += 2) {
    pairs.push(entries.slice(i, i + 2).map(keyOf).join(""));
  }
  return `m${pairs.length}:${pairs.sort().join("")}`;
}
