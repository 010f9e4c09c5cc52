/**
 * Takes fields out of structs that are not for everybody's eyes, as their schemas say.
 *
 * @module
 */

import {
  Atom,
  cutOf,
  ErlangMap,
  ImproperList,
  type Term,
  Tuple,
} from "../../etf/mod.ts";
import { keeping } from "./cut.ts";
import { hidden } from "./term.ts";

/** What is hidden of each struct, by the name of its atom; `all` but its name. */
export type HiddenOf = (struct: string) => ReadonlySet<string> | "all";

const NOTHING: ReadonlySet<string> = new Set();

/** The structs in a term, by the names of their atoms; at most `limit`. */
export function structsIn(term: Term, limit: number): Set<string> {
  const found = new Set<string>();
  withoutFields(term, (struct) => {
    if (found.size < limit) found.add(struct);
    return NOTHING;
  });
  return found;
}

/** The term without those fields; the same term if it has none of them. */
export function withoutFields(term: Term, hiddenOf: HiddenOf): Term {
  const go = (each: Term): Term => withoutFields(each, hiddenOf);
  if (Array.isArray(term)) return changed(term, term.map(go)) ?? term;
  const entries = entriesOf(term);
  if (entries.length > 0) {
    const safe = changed(entries, entriesWithout(entries, hiddenOf));
    return safe === undefined ? term : withEntries(term, safe);
  }
  if (term instanceof Tuple) {
    const elements = changed(term.elements, term.elements.map(go));
    return elements === undefined ? term : new Tuple(elements);
  }
  if (term instanceof ImproperList) {
    const items = changed(term.items, term.items.map(go));
    const tail = go(term.tail);
    return items === undefined && tail === term.tail
      ? term
      : new ImproperList(items ?? term.items, tail);
  }
  return term;
}

/** Keys and values in turn. */
function entriesWithout(
  entries: readonly Term[],
  hiddenOf: HiddenOf,
): Term[] {
  const name = structOf(entries);
  const fields = name === undefined ? NOTHING : hiddenOf(name);
  const changes = name === CHANGESET ? changesOf(entries, hiddenOf) : NOTHING;
  return entries.map((part, i) => {
    const key = i % 2 === 0 ? undefined : entries[i - 1];
    if (!(key instanceof Atom) || key.name === STRUCT) {
      return withoutFields(part, hiddenOf);
    }
    if (fields === "all" || fields.has(key.name)) return hidden(part);
    const safe = withoutFields(part, hiddenOf);
    return CHANGES.has(key.name) ? withoutKeys(safe, changes) : safe;
  });
}

/** The struct that a map is, by the name of its atom. */
function structOf(entries: readonly Term[]): string | undefined {
  const at = entries.findIndex((key, i) =>
    i % 2 === 0 && key instanceof Atom && key.name === STRUCT
  );
  const name = at < 0 ? undefined : entries[at + 1];
  return name instanceof Atom ? name.name : undefined;
}

/** What a changeset hides of its changes: the fields of the struct that it is about. */
function changesOf(
  entries: readonly Term[],
  hiddenOf: HiddenOf,
): ReadonlySet<string> | "all" {
  const data = entries.find((_, i) => {
    const key = i % 2 === 0 ? undefined : entries[i - 1];
    return key instanceof Atom && key.name === "data";
  });
  const name = structOf(entriesOf(data));
  return name === undefined ? NOTHING : hiddenOf(name);
}

/** Keys and values of a map in turn, also of one that was cut. */
function entriesOf(term: Term | undefined): readonly Term[] {
  if (term instanceof ErlangMap) return term.entries;
  const cut = term === undefined ? undefined : cutOf(term);
  return cut?.kind === "map" && Array.isArray(cut.kept)
    ? cut.kept.flatMap((pair: Term) =>
      pair instanceof Tuple ? pair.elements : []
    )
    : [];
}

/** A map of changes, by atoms, or of parameters, by texts, without those keys. */
function withoutKeys(term: Term, fields: ReadonlySet<string> | "all"): Term {
  const entries = entriesOf(term);
  const safe = changed(
    entries,
    entries.map((part, i) => {
      const key = i % 2 === 0 ? undefined : entries[i - 1];
      const name = key instanceof Atom
        ? key.name
        : key instanceof Uint8Array
        ? new TextDecoder().decode(key)
        : undefined;
      return name !== undefined && (fields === "all" || fields.has(name))
        ? hidden(part)
        : part;
    }),
  );
  return safe === undefined ? term : withEntries(term, safe);
}

/** The same map, or cut map, with other entries. */
function withEntries(term: Term, entries: readonly Term[]): Term {
  return term instanceof Tuple
    ? keeping(
      term,
      Array.from(
        { length: entries.length / 2 },
        (_, i) => new Tuple(entries.slice(2 * i, 2 * i + 2)),
      ),
    )
    : new ErlangMap(entries);
}

const CHANGESET = "Elixir.Ecto.Changeset";
const CHANGES = new Set(["changes", "params"]);
const STRUCT = "__struct__";

/** The items `after`; `undefined` if nothing has changed. */
function changed(
  before: readonly Term[],
  after: readonly Term[],
): readonly Term[] | undefined {
  return before.some((item, i) => item !== after[i]) ? after : undefined;
}
