/**
 * What processes of a dump held, as answers show it; and what of it says who they are, which
 * needs no scope: the function that a process of OTP was started with, its ancestors, its label.
 *
 * @module
 */

import { mfaText } from "../../beam/mod.ts";
import { type DictionaryEntry, type Dump, valueOf } from "../../dump/mod.ts";
import {
  Atom,
  atom,
  ErlangMap,
  format,
  Pid,
  type Syntax,
  type Term,
  Tuple,
} from "../../etf/mod.ts";
import type { LocalContext } from "../../registry/mod.ts";
import { type Shower, showerOf } from "../terms.ts";
import { atomShown } from "./rows.ts";

/** A shower of terms of a dump. */
export function showerFor(
  dump: Dump,
  { redact, syntax }: Pick<LocalContext, "redact" | "syntax">,
  max_bytes: number,
): Shower {
  const own: Syntax = syntax !== "auto"
    ? syntax
    : dump.modules.some(({ module }) => module === "'Elixir.Kernel'")
    ? "elixir"
    : "erlang";
  return showerOf({ redact }, { syntax: own, home: dump.home, max_bytes });
}

/** What a process says of itself in its dictionary. */
export interface Identity {
  /** The function that `proc_lib` started it with. */
  readonly initialCall: string | undefined;
  /** Names or pids, the nearest first. */
  readonly ancestors: readonly string[];
  readonly label: string | undefined;
}

/** What a dictionary says of its process. */
export function identityIn(
  dictionary: readonly DictionaryEntry[],
  shower: Shower,
): Identity {
  const call = valueOf(dictionary, "$initial_call");
  const ancestors = valueOf(dictionary, "$ancestors");
  const label = valueOf(dictionary, "$process_label");
  return {
    initialCall: mfaOf(call),
    ancestors: Array.isArray(ancestors)
      ? ancestors.flatMap((each: Term) => whoIs(each) ?? [])
      : [],
    label: label === undefined ? undefined : shower.show(label, [], 200),
  };
}

function mfaOf(term: Term | undefined): string | undefined {
  const [module, name, arity] = term instanceof Tuple ? term.elements : [];
  return module instanceof Atom && name instanceof Atom &&
      typeof arity === "number"
    ? mfaText({ module: module.name, function: name.name, arity })
    : undefined;
}

function whoIs(term: Term): string | undefined {
  if (term instanceof Atom) return atomShown(term.name);
  return term instanceof Pid ? `<0.${term.id}.${term.serial}>` : undefined;
}

/** Maximum elements of a message that its kind keeps. */
const KIND_ELEMENTS = 6;

/** Envelopes of OTP, whose content counts. */
const ENVELOPES: ReadonlySet<string> = new Set([
  "$gen_call",
  "$gen_cast",
  "system",
]);

/** What is alike in messages of one kind: atoms stay, `_` stands for all else. */
export function kindOf(message: Term): string {
  return format(kind(message, 0), { syntax: "erlang", maxBytes: 200 })
    .replaceAll("'_'", "_");
}

const ANY = atom("_");

function kind(term: Term, depth: number): Term {
  if (term instanceof Atom) return term;
  if (term instanceof ErlangMap) return new ErlangMap([]);
  if (!(term instanceof Tuple)) return ANY;
  const { elements } = term;
  const [first, cut, size = 0, kept] = elements;
  // What was too large to be read whole.
  if (first instanceof Atom && first.name === "$cut" && elements.length === 4) {
    if (cut === atom("map")) return new ErlangMap([]);
    const [name] = cut === atom("tuple") && Array.isArray(kept) ? kept : [];
    return name instanceof Atom ? large(name, size) : ANY;
  }
  if (elements.length > KIND_ELEMENTS) {
    return large(first instanceof Atom ? first : ANY, elements.length);
  }
  const isEnvelope = first instanceof Atom && ENVELOPES.has(first.name);
  return new Tuple(
    elements.map((each, index) =>
      isEnvelope && index === elements.length - 1
        ? kind(each, depth + 1)
        : each instanceof Atom && (depth === 0 || index === 0)
        ? each
        : ANY
    ),
  );
}

/** `{job,{_,9}}`: a tuple of nine elements. */
function large(name: Atom, size: Term): Term {
  return new Tuple([name, new Tuple([ANY, size])]);
}
