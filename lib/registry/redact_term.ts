/**
 * Finds secrets in terms of any shape: maps, proplists, records and tuples
 * that begin with a name, options of a command line, texts.
 *
 * @module
 */

import {
  Atom,
  binary,
  ByteList,
  ErlangMap,
  ImproperList,
  type Kind,
  kindOf,
  NativeRecord,
  type Term,
  Tuple,
  visit,
} from "../etf/mod.ts";
import { REDACTED } from "./redact_text.ts";
import type { IsSecretName } from "./secret_keys.ts";

/** What decides about names and texts. */
export interface Judge {
  readonly isSecretName: IsSecretName;
  /** The text without its secrets; the same text if it has none. */
  text(text: string): string;
}

const MARK = binary(REDACTED);

/** Atoms that say that nothing is there, or whether something is: no secret. */
const PLAIN_ATOMS = new Set([
  "true",
  "false",
  "undefined",
  "nil",
  "none",
  "null",
  "error",
  "ok",
  "infinity",
]);

/** The term without its secrets; the same term if it has none. */
export function redactTerm(term: Term, judge: Judge): Term {
  const go = (term: Term): Term => redactTerm(term, judge);
  const same = (): Term => term;
  return visit<Term>(term, {
    integer: same,
    float: same,
    atom: (atom) => judge.text(atom.name) === atom.name ? atom : MARK,
    binary: (bytes) => redactBytes(bytes, judge) ?? bytes,
    bitString: same,
    list: (list) => {
      if (list instanceof ByteList) {
        return redactBytes(list.bytes, judge) ?? list;
      }
      const text = charactersOf(list);
      if (text !== undefined) {
        return judge.text(text) === text ? list : binary(judge.text(text));
      }
      return redacted(list, optionsHidden(list, judge).map(go)) ?? list;
    },
    improperList: (list) => {
      const items = redacted(list.items, list.items.map(go));
      const tail = go(list.tail);
      return items === undefined && tail === list.tail
        ? list
        : new ImproperList(items ?? list.items, tail);
    },
    tuple: (tuple) => {
      const [first, ...rest] = tuple.elements;
      const name = first === undefined ? undefined : nameOf(first);
      const elements = redacted(
        tuple.elements,
        first !== undefined && name !== undefined && judge.isSecretName(name)
          ? [go(first), ...rest.map((item) => go(hidden(item)))]
          : tuple.elements.map(go),
      );
      return elements === undefined ? tuple : new Tuple(elements);
    },
    map: (map) => {
      const named = nameAndValue(map, judge);
      const entries = map.entries.map((part, index) => {
        if (index % 2 === 0) return go(part);
        const key = map.entries[index - 1];
        const name = key === undefined ? undefined : nameOf(key);
        return name !== undefined &&
            (judge.isSecretName(name) || (named && VALUES.has(name)))
          ? hidden(part)
          : go(part);
      });
      return redacted(map.entries, entries) ? new ErlangMap(entries) : map;
    },
    pid: same,
    port: same,
    reference: same,
    fun: same,
    export: same,
    nativeRecord: (record) => {
      const values = record.values.map((value, index) => {
        const name = record.fieldNames[index]?.name ?? "";
        return judge.isSecretName(name) ? hidden(value) : go(value);
      });
      return redacted(record.values, values)
        ? new NativeRecord(
          record.module,
          record.name,
          record.exported,
          record.fieldNames,
          values,
        )
        : record;
    },
    local: same,
  });
}

/** What is left of a value under a secret name: an identity holds no secret. */
function hidden(value: Term): Term {
  const open = value instanceof Atom
    ? PLAIN_ATOMS.has(value.name)
    : IDENTITIES.has(kindOf(value));
  return open ? value : MARK;
}

const IDENTITIES = new Set<Kind>(["pid", "port", "reference", "export"]);

/** `#{name => <<"DB_PASSWORD">>, value => …}`. */
function nameAndValue(map: ErlangMap, judge: Judge): boolean {
  return map.entries.some((key, index) => {
    const value = map.entries[index + 1];
    return index % 2 === 0 && value !== undefined &&
      NAMES.has(nameOf(key) ?? "") && judge.isSecretName(nameOf(value) ?? "");
  });
}

/** Fields that hold a name, where {@linkcode VALUES} hold what it stands for. */
export const NAMES: ReadonlySet<string> = new Set(["name", "key"]);
/** See {@linkcode NAMES}. */
export const VALUES: ReadonlySet<string> = new Set(["value", "val"]);

/** `["-setcookie", "…"]`: what follows an option with a secret name is hidden. */
function optionsHidden(list: readonly Term[], judge: Judge): readonly Term[] {
  const isOption = (term: Term | undefined): boolean => {
    const name = term === undefined ? undefined : nameOf(term);
    return name !== undefined && /^--?[a-z]/.test(name) &&
      judge.isSecretName(name);
  };
  return list.some(isOption)
    ? list.map((item, index) => isOption(list[index - 1]) ? hidden(item) : item)
    : list;
}

/** The text of an atom, a short binary or a short charlist, where it can be a name. */
function nameOf(term: Term): string | undefined {
  if (term instanceof Atom) return term.name;
  if (term instanceof Uint8Array) return shortText(term);
  if (term instanceof ByteList) return shortText(term.bytes);
  return Array.isArray(term) && term.length <= 64
    ? charactersOf(term)
    : undefined;
}

function shortText(bytes: Uint8Array): string | undefined {
  return bytes.length <= 64 ? decoded(bytes) : undefined;
}

function redactBytes(bytes: Uint8Array, judge: Judge): Term | undefined {
  const text = bytes.length < 6 ? undefined : decoded(bytes);
  if (text === undefined) return undefined;
  const redacted = judge.text(text);
  return redacted === text ? undefined : binary(redacted);
}

/** As text, whatever the encoding: a secret is no less one for a bad byte beside it. */
function decoded(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a list of code points. */
function charactersOf(list: readonly Term[] | unknown): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const points = list.filter((item): item is number =>
    typeof item === "number" && item >= 9 && item <= 0x10ffff
  );
  return points.length === list.length
    ? points.map((point) => String.fromCodePoint(point)).join("")
    : undefined;
}

/** The items `after`; `undefined` if they are those from before. */
function redacted(
  before: readonly Term[],
  after: readonly Term[],
): readonly Term[] | undefined {
  return before.some((item, index) => item !== after[index])
    ? after
    : undefined;
}
