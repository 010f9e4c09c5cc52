/**
 * Why questions are refused, as texts with places in them: each reads as the error
 * that it becomes.
 *
 * @module
 */

import { Atom, atom, Pid, type Term, Tuple } from "../etf/mod.ts";
import { BeamError, type BeamErrorCode } from "./errors.ts";
import type { Refusal } from "./probe.ts";
import { nameArityText, nameText, readPid, readText } from "./read.ts";

/**
 * An error in words. `{it}` is what the question was about, `{node}` the node, `{*}`
 * the detail of the refusal, `{0}`, `{1}`… its elements; `{0|no name}` says `no name`
 * where the node knows nothing, or sent an empty list, `{*?yes:no}` says `yes` for `true`.
 */
export interface Words {
  /** The code of the error, where it is not that of the refusal. */
  readonly code?: BeamErrorCode;
  /** The message. */
  readonly says: string;
  /** What to do. */
  readonly hint?: string;
  /** Hint if the detail, or its last element, is an empty list. */
  readonly hintIfNone?: string;
}

/** The words for each refusal; they name an error code if the refusal is not one itself. */
export type WordsByCode<Table> = {
  readonly [Code in keyof Table]: Code extends BeamErrorCode ? Words
    : Words & { readonly code: BeamErrorCode };
};

/** The error for a refusal, where it is known. */
export type Refused = (refusal: Refusal, it?: string) => BeamError | undefined;

/** Makes errors of the refusals in the table; of others, none. */
export function refusals<const Table extends WordsByCode<Table>>(
  table: Table,
): Refused {
  const known = new Map<string, Words>(Object.entries<Words>(table));
  return (refusal, it = "") => {
    const words = known.get(refusal.code);
    if (words === undefined) return undefined;
    const { says, hint, hintIfNone } = words;
    const filled = (text: string): string => filledIn(text, refusal, it);
    const used = hintIfNone !== undefined && namesNone(refusal.detail)
      ? hintIfNone
      : hint;
    return new BeamError(
      // The type of the table says that it has one or the other.
      words.code ?? refusal.code as BeamErrorCode,
      filled(says),
      used === undefined ? {} : { hint: filled(used) },
    );
  };
}

function filledIn(text: string, refusal: Refusal, it: string): string {
  const { detail, node } = refusal;
  const parts = detail instanceof Tuple ? detail.elements : [detail];
  return text.replaceAll(
    /\{(it|node|\*|\d)(?:\?([^:}]*):([^}]*)|\|([^}]*))?\}/g,
    (_, place: string, yes?: string, no?: string, none?: string) => {
      if (place === "it") return it;
      if (place === "node") return node;
      const term = place === "*" ? detail : parts[Number(place)];
      if (yes !== undefined) return term === atom("true") ? yes : no ?? "";
      return term === undefined ? none ?? "" : textOf(term, node, none);
    },
  );
}

function namesNone(detail: Term): boolean {
  const last = detail instanceof Tuple ? detail.elements.at(-1) : detail;
  return Array.isArray(last) && last.length === 0;
}

/** `none` stands for what the node does not know, if that is given, and for an empty list. */
function textOf(term: Term, node: string, none?: string): string {
  if (term instanceof Atom) {
    const isKnown = term.name !== "none" && term.name !== "undefined";
    return isKnown ? nameText(term.name) : none ?? term.name;
  }
  if (typeof term === "number" || typeof term === "bigint") return `${term}`;
  if (term instanceof Uint8Array) return inElixir(readText(term));
  if (term instanceof Pid) return readPid(term, node);
  if (Array.isArray(term)) {
    return term.map((item) => textOf(item, node)).join(", ") ||
      (none ?? "none");
  }
  if (!(term instanceof Tuple)) return "…";
  const [first, arity] = term.elements;
  if (first instanceof Atom && typeof arity === "number") {
    return nameArityText(first.name, arity);
  }
  const names = term.elements.map((part) => textOf(part, node));
  const last = names.pop();
  // `{{M, F, A}, Count}`, else `{M, F, A}` or `{F, A}`.
  return term.elements[0] instanceof Tuple
    ? `${names[0]} ${last}`
    : `${names.join(isElixir(term.elements[0]) ? "." : ":")}/${last}`;
}

/** Whether a term is the name of a module of Elixir. */
function isElixir(term: Term | undefined): boolean {
  return term instanceof Atom && nameText(term.name) !== term.name;
}

/** A text that begins with a module of Elixir, or with a function of one, as Elixir writes it. */
function inElixir(text: string): string {
  return nameText(text.replace(/^Elixir\.([A-Z][\w.]*):/, "$1."));
}
