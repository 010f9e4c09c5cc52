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
  ParseError,
  type Syntax,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import type { NodeContext } from "../registry/mod.ts";

/** How much of each term is shown, by `detail`. */
const DETAIL = {
  concise: { depth: 8, width: 40, max_bytes: 6000 },
  full: { depth: 30, width: 1000, max_bytes: 24_000 },
} as const satisfies Record<string, ContentLimits>;

/** How much of terms a tool shows. */
export const CONTENT_INPUT = {
  detail: z.enum(["concise", "full"]).default("concise").describe(
    "Of terms.",
  ),
  max_bytes: z.int().min(100).max(24_000).optional().describe("Of terms."),
};

/** A way into a term. */
export const PATH = z.array(z.union([
  z.int().min(1),
  z.string().min(1).max(300),
])).max(20).default([]).describe(
  'Numbers: elements from 1; texts: keys, as terms: ["users", 1].',
);

/** How one call reads and shows terms. */
export interface Style extends ContentLimits {
  readonly syntax: Syntax;
  /** Whose pids are meant in texts. */
  readonly home: Home;
}

/** Values of {@linkcode CONTENT_INPUT}. */
interface ContentArgs {
  readonly detail?: keyof typeof DETAIL;
  readonly max_bytes?: number | undefined;
}

/** How much of terms a call with these arguments shows. */
export function contentLimits(
  { detail = "concise", max_bytes }: ContentArgs,
): ContentLimits & { readonly max_bytes: number } {
  const limits = DETAIL[detail];
  return { ...limits, max_bytes: max_bytes ?? limits.max_bytes };
}

/** How a call with these arguments reads and shows terms of its node. */
export async function styleOf(
  { beam }: Pick<NodeContext, "beam">,
  args: ContentArgs = {},
): Promise<Style> {
  return {
    ...contentLimits(args),
    syntax: await beam.syntax(),
    home: { node: beam.node, creation: await beam.incarnation() },
  };
}

/** How a text is read: in the syntax in which terms are shown first, then in the other. */
export type Reading = Pick<Style, "syntax" | "home">;

/**
 * Parses a term in Erlang or Elixir syntax.
 *
 * @throws {BeamtapError} `bad_syntax`…, of the syntax in which terms are shown
 */
export function termOf(text: string, { syntax, home }: Reading): Term {
  const limits = { home, maxBytes: 10_000, maxDepth: 50 };
  const first = syntax === "elixir" ? "elixir" : "erlang";
  try {
    return parse(text, first, limits);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    try {
      return parse(text, first === "elixir" ? "erlang" : "elixir", limits);
    } catch {
      throw error;
    }
  }
}

/** Parses the steps of a path; texts are keys. */
export function pathOf(
  path: readonly (string | number)[],
  reading: Reading,
): PathStep[] {
  return path.map((step) =>
    typeof step === "number" ? step : { key: keyOf(step, reading) }
  );
}

/** Parses a key; a bare word, or one in single quotes, is an atom in either syntax. */
export function keyOf(text: string, reading: Reading): Term {
  if (/^[a-z_][\w@]*$/.test(text)) return atom(text);
  const syntax = text.startsWith("'") ? "erlang" : reading.syntax;
  return termOf(text, { ...reading, syntax });
}

/** Shows the terms of one call. */
export interface Shower {
  /** Maximum bytes of all terms together. */
  readonly maxBytes: number;
  /** A term as text, without secrets, of at most `maxBytes`. */
  show(term: Term, trail?: readonly Term[], maxBytes?: number): string;
}

/**
 * Creates a shower; `trail` names the term, outermost first, for redaction. Terms are those of
 * a node, which cuts them: `cuts` is false for those of a caller.
 */
export function showerOf(
  context: Pick<NodeContext, "redact">,
  { syntax, home, max_bytes }: Reading & Pick<Style, "max_bytes">,
  cuts = true,
): Shower {
  return {
    maxBytes: max_bytes,
    show(term, trail = [], maxBytes = max_bytes): string {
      const safe = trail.reduce<Term>(
        (value, name) => secondOf(context.redact(tuple(name, value)), value),
        context.redact(term),
      );
      return format(safe, { syntax, home, maxBytes, cuts });
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

/** Shows as many terms as fit, and returns how many are left out. */
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
