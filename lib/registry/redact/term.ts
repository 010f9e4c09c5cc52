/**
 * Finds secrets in terms of any shape: maps, proplists, records, tuples that
 * start with a name, options of a command line, texts.
 *
 * @module
 */

import {
  Atom,
  binary,
  ByteList,
  cutOf,
  type CutTerm,
  ErlangMap,
  Export,
  ImproperList,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Term,
  Tuple,
  visit,
} from "../../etf/mod.ts";
import { isCutName, keeping } from "./cut.ts";
import type { IsSecretName } from "./names.ts";
import { REDACTED } from "./text.ts";
import { isSecretAt, withoutProof } from "./tuples.ts";

/** Decides about names and texts. */
export interface Judge {
  readonly isSecretName: IsSecretName;
  /** Whether anything but our own cookies is hidden. */
  readonly enabled: boolean;
  /** The text without its secrets, the same text if it has none; `size` is its length before it was cut. */
  text(text: string, size?: number): string;
  /** The same for a text under a name that is not secret but may say how to read it. */
  valueOf(name: string, text: string): string;
}

const MARK = binary(REDACTED);

/** Atoms that say whether something is there: never secrets. */
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
      const cut = cutOf(tuple);
      if (cut !== undefined) return cutRedacted(tuple, cut, judge);
      const elements = redacted(
        tuple.elements,
        elementsRedacted(tuple.elements, judge),
      );
      return elements === undefined ? tuple : new Tuple(elements);
    },
    map: (map) => {
      const entries = entriesRedacted(map.entries, judge);
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

/** The elements of a tuple without their secrets. */
function elementsRedacted(
  elements: readonly Term[],
  judge: Judge,
): readonly Term[] {
  const [first, ...rest] = elements;
  if (first === undefined) return elements;
  const name = nameOf(first);
  const head = redactTerm(first, judge);
  if (isSecret(first, name, judge)) {
    return [head, ...rest.map((item) => redactTerm(hidden(item), judge))];
  }
  return [
    head,
    ...rest.map((item, index) =>
      judge.enabled && isSecretAt(elements, index + 1)
        ? hidden(item)
        : rest.length === 1
        ? valueRedacted(name, item, judge)
        : redactTerm(item, judge)
    ),
  ];
}

/** Keys and values in turn, without their secrets. */
function entriesRedacted(
  entries: readonly Term[],
  judge: Judge,
): readonly Term[] {
  const named = nameAndValue(entries, judge);
  return entries.map((part, index) => {
    if (index % 2 === 0) return redactTerm(part, judge);
    const key = entries[index - 1];
    const name = key === undefined ? undefined : nameOf(key);
    return isSecret(key, name, judge) ||
        (named && name !== undefined && VALUES.has(name))
      ? hidden(part)
      : valueRedacted(name, part, judge);
  });
}

/** Whether a name is secret, or may be because too little of it is left. */
function isSecret(
  term: Term | undefined,
  name: string | undefined,
  judge: Judge,
): boolean {
  return name === undefined
    ? judge.enabled && isCutName(term)
    : judge.isSecretName(name);
}

/** A value under a name that is not secret. */
function valueRedacted(
  name: string | undefined,
  value: Term,
  judge: Judge,
): Term {
  const text = name === undefined ? undefined : textOf(value);
  if (name !== undefined && text !== undefined) {
    const safe = judge.valueOf(name, text);
    return safe === text ? value : binary(safe);
  }
  return redactTerm(
    name === "auth" && judge.enabled ? withoutProof(value, MARK) : value,
    judge,
  );
}

/** What is left of a cut term, without its secrets, also those that reach beyond the cut. */
function cutRedacted(tuple: Tuple, cut: CutTerm, judge: Judge): Tuple {
  const { kind, size, kept } = cut;
  const text = textOf(kept);
  if (text !== undefined) {
    const safe = judge.text(text, size);
    return safe === text ? tuple : keeping(tuple, binary(safe));
  }
  if (!Array.isArray(kept)) return tuple;
  const items: readonly Term[] = kept;
  if (kind === "tuple") {
    const elements = redacted(items, elementsRedacted(items, judge));
    return elements ? keeping(tuple, elements) : tuple;
  }
  if (kind === "map") {
    const entries = items.flatMap((pair) =>
      pair instanceof Tuple ? pair.elements : []
    );
    const safe = redacted(entries, entriesRedacted(entries, judge));
    return safe ? keeping(tuple, pairsOf(safe)) : tuple;
  }
  const safe = redactTerm(items, judge);
  return safe === items ? tuple : keeping(tuple, safe);
}

function pairsOf(entries: readonly Term[]): Term[] {
  return entries.flatMap((key, index) => {
    const value = entries[index + 1];
    return index % 2 === 0 && value !== undefined
      ? [new Tuple([key, value])]
      : [];
  });
}

/** A value under a secret name; pids and the like hold no secret. */
export function hidden(value: Term): Term {
  const open = value instanceof Atom
    ? PLAIN_ATOMS.has(value.name)
    : IDENTITIES.some((kind) => value instanceof kind);
  return open ? value : MARK;
}

const IDENTITIES = [Pid, Port, Reference, Export];

/** Whether a map names a secret by a field: `#{name => <<"DB_PASSWORD">>, value => …}`. */
function nameAndValue(entries: readonly Term[], judge: Judge): boolean {
  return entries.some((key, index) => {
    const value = entries[index + 1];
    return index % 2 === 0 && value !== undefined &&
      NAMES.has(nameOf(key) ?? "") && judge.isSecretName(nameOf(value) ?? "");
  });
}

/** Fields that hold a name whose value stands under one of {@linkcode VALUES}. */
export const NAMES: ReadonlySet<string> = new Set(["name", "key"]);
/** See {@linkcode NAMES}. */
export const VALUES: ReadonlySet<string> = new Set(["value", "val"]);

/**
 * Hides what follows an option, a part of a text or a header with a secret
 * name: `["-setcookie", "…"]`, `["password: ", "…"]`, `["authorization", "…"]`.
 */
function optionsHidden(list: readonly Term[], judge: Judge): readonly Term[] {
  const isOption = (term: Term | undefined): boolean => {
    const name = term === undefined ? undefined : nameOf(term);
    if (name === undefined || term instanceof Atom) return false;
    const [, begun] = /([\w.$-]{2,64})["']?\s{0,4}(?:[:=]|=>)\s{0,4}$/
      .exec(name) ?? [];
    return begun !== undefined && judge.isSecretName(begun) ||
      (/^--?[a-z]/.test(name) || list.length === 2 && HEADER.test(name)) &&
        judge.isSecretName(name);
  };
  return list.some(isOption)
    ? list.map((item, index) => isOption(list[index - 1]) ? hidden(item) : item)
    : list;
}

/** Headers that hold a secret, in lists of two as some decoders return them. */
const HEADER =
  /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^x-[a-z-]*(?:key|token)$/i;

/** The text of a binary or a list of characters. */
function textOf(term: Term): string | undefined {
  if (term instanceof Uint8Array) return decoded(term);
  if (term instanceof ByteList) return decoded(term.bytes);
  return charactersOf(term);
}

/** The text of an atom, a short binary or a short charlist: what can be a name. */
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

/** As text, whatever the encoding: a bad byte must not hide a secret beside it. */
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

/** The items `after`; `undefined` if nothing has changed. */
function redacted(
  before: readonly Term[],
  after: readonly Term[],
): readonly Term[] | undefined {
  return before.some((item, index) => item !== after[index])
    ? after
    : undefined;
}
