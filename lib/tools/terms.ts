/**
 * Terms in tools: how they come in as texts, and how they go out as texts, without
 * secrets.
 *
 * @module
 */

import * as z from "zod";
import type { Content, ContentLimits, PathStep } from "../beam/mod.ts";
import {
  atom,
  format,
  type Home,
  parse,
  type Syntax,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import type { NodeContext } from "../registry/mod.ts";

/** How terms are written. */
export const SYNTAX = z.enum(["erlang", "elixir", "gleam", "lfe"])
  .default("erlang").describe(
    "How terms are written. Terms in arguments: elixir, else Erlang's.",
  );

/** How much of each term is shown. */
export const CONTENT_INPUT = {
  syntax: SYNTAX,
  depth: z.int().min(1).max(30).default(8).describe("Brackets in brackets."),
  width: z.int().min(1).max(1000).default(40).describe(
    "Elements of a list, tuple or map; bytes of a binary.",
  ),
  max_bytes: z.int().min(100).max(24_000).default(6000).describe(
    "Of all terms together.",
  ),
};

/** What {@linkcode CONTENT_INPUT} limits. */
export const CUT_NOTE =
  "Cut parts appear as {'$cut', Kind, Size, Kept}; secrets are replaced.";

/** A way into a term. */
export const PATH = z.array(z.union([
  z.int().min(1),
  z.string().min(1).max(300),
])).max(20).default([]).describe(
  'Into the term: numbers are elements of tuples or lists from 1, texts are keys of maps or proplists, written as terms: ["users", 1, "<<\\"id\\">>"].',
);

/** Whose pids are meant in texts. */
export async function homeOf(
  { beam }: Pick<NodeContext, "beam">,
): Promise<Home> {
  return { node: beam.node, creation: await beam.incarnation() };
}

/**
 * The term a text says.
 *
 * @throws {BeamtapError} `bad_syntax`…
 */
export function termOf(text: string, syntax: Syntax, home: Home): Term {
  const limits = { home, maxBytes: 10_000, maxDepth: 50 };
  return parse(text, syntax === "elixir" ? "elixir" : "erlang", limits);
}

/** The steps that texts and numbers say; texts are keys. */
export function pathOf(
  path: readonly (string | number)[],
  syntax: Syntax,
  home: Home,
): PathStep[] {
  return path.map((step) =>
    typeof step === "number" ? step : { key: keyOf(step, syntax, home) }
  );
}

/** The key that a text says; a bare word is an atom in any syntax. */
export function keyOf(text: string, syntax: Syntax, home: Home): Term {
  return /^[a-z_][\w@]*$/.test(text) ? atom(text) : termOf(text, syntax, home);
}

/** What shows terms of one call. */
export interface Shower {
  /** The most characters of all terms together. */
  readonly maxBytes: number;
  /** A term as text, without secrets, of at most `maxBytes`. */
  show(term: Term, trail?: readonly Term[], maxBytes?: number): string;
}

/** How to show terms; a term at the end of a trail of names is what they name. */
export function showerOf(
  context: Pick<NodeContext, "redact">,
  home: Home,
  options: { syntax: Syntax; max_bytes: number },
): Shower {
  const { syntax, max_bytes } = options;
  return {
    maxBytes: max_bytes,
    show(term, trail = [], maxBytes = max_bytes): string {
      const safe = trail.reduce<Term>(
        (value, name) => secondOf(context.redact(tuple(name, value)), value),
        context.redact(term),
      );
      return format(safe, { syntax, home, maxBytes });
    },
  };
}

function secondOf(pair: Term, otherwise: Term): Term {
  const value = pair instanceof Tuple ? pair.elements[1] : undefined;
  return value ?? otherwise;
}

/** A term as an answer shows it. */
export const SHOWN = {
  term: z.string(),
  size_bytes: z.int().describe("Of the whole term, without shared binaries."),
};

/** A term as an answer shows it, on one row. */
export function shown(
  content: Content,
  shower: Shower,
  trail: readonly Term[] = [],
): { term: string; size_bytes: number } {
  return {
    term: shower.show(content.term, trail),
    size_bytes: content.size_bytes,
  };
}

/** As many terms as there is room for, and how many are left out. */
export function shownAll(
  contents: readonly Content[],
  shower: Shower,
): { shown: { term: string; size_bytes: number }[]; left: number } {
  const rows: { term: string; size_bytes: number }[] = [];
  let room = shower.maxBytes;
  for (const { term, size_bytes } of contents) {
    const text = shower.show(term, [], room);
    const whole = rows.length === 0 || text === shower.show(term);
    if (!whole) break;
    rows.push({ term: text, size_bytes });
    room -= text.length;
    if (room < 3) break;
  }
  return { shown: rows, left: contents.length - rows.length };
}

/** The limits in arguments. */
export function limitsOf(args: ContentLimits): ContentLimits {
  const { depth, width, max_bytes } = args;
  return { depth, width, max_bytes };
}
