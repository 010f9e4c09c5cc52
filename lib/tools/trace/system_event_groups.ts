/**
 * Groups equal events of the system monitor: a process with one long garbage collection
 * usually has many.
 *
 * @module
 */

import * as z from "zod";
import { readKnownMfa } from "../../beam/mod.ts";
import { Atom, type Term, Tuple } from "../../etf/mod.ts";
import { knownMfaText } from "../fields.ts";
import type { TraceEvent } from "./run_trace.ts";

/** Events of one kind, process and place. */
export const GROUP = z.object({
  kind: z.string(),
  pid: z.string(),
  port: z.string().optional(),
  in: z.string().optional().describe("Where it began to run."),
  out: z.string().optional().describe("Where it stopped."),
  count: z.int(),
  first_ms: z.number(),
  last_ms: z.number(),
  min_took_ms: z.int().optional(),
  max_took_ms: z.int().optional(),
  max_heap_bytes: z.int().optional().describe("As allocated."),
  max_used_bytes: z.int().optional(),
});
type SystemEventGroup = z.infer<typeof GROUP>;

/** Further facts of an event. */
interface Facts {
  readonly in?: string | undefined;
  readonly out?: string | undefined;
  readonly took_ms?: number | undefined;
  readonly heap_bytes?: number | undefined;
  readonly used_bytes?: number | undefined;
}

/** Groups events by kind, process and place, the most frequent first; converts words to bytes. */
export function groupSystemEvents(
  events: readonly TraceEvent[],
  wordBytes: number,
): SystemEventGroup[] {
  const groups = new Map<string, SystemEventGroup>();
  for (const event of events) {
    const { kind, pid, other: port, at_ms: at, content } = event;
    const facts = content ? readFacts(content.term, wordBytes) : {};
    const key = JSON.stringify([kind, pid, port, facts.in, facts.out]);
    const before = groups.get(key);
    groups.set(key, {
      kind,
      pid,
      port,
      in: facts.in,
      out: facts.out,
      count: (before?.count ?? 0) + 1,
      first_ms: Math.min(before?.first_ms ?? at, at),
      last_ms: Math.max(before?.last_ms ?? at, at),
      min_took_ms: extreme(Math.min, before?.min_took_ms, facts.took_ms),
      max_took_ms: extreme(Math.max, before?.max_took_ms, facts.took_ms),
      max_heap_bytes: extreme(
        Math.max,
        before?.max_heap_bytes,
        facts.heap_bytes,
      ),
      max_used_bytes: extreme(
        Math.max,
        before?.max_used_bytes,
        facts.used_bytes,
      ),
    });
  }
  return [...groups.values()].toSorted((a, b) =>
    b.count - a.count || a.first_ms - b.first_ms
  );
}

/** Of `[{timeout, 52}, {heap_block_size, 1598}, …]`; what the emulator does not say is left out. */
function readFacts(term: Term, wordBytes: number): Facts {
  if (!Array.isArray(term)) return {};
  const values = new Map<string, Term>();
  for (const pair of term) {
    const [key, value] = pair instanceof Tuple ? pair.elements : [];
    if (key instanceof Atom && value !== undefined) values.set(key.name, value);
  }
  const number = (key: string): number | undefined => {
    const value = values.get(key);
    return typeof value === "number" ? value : undefined;
  };
  const bytes = (...keys: readonly string[]): number | undefined => {
    const words = keys.flatMap((key) => number(key) ?? []);
    return words.length === 0
      ? undefined
      : words.reduce((sum, word) => sum + word, 0) * wordBytes;
  };
  const place = (key: string): string | undefined => {
    const value = values.get(key);
    return value === undefined ? undefined : knownMfaText(readKnownMfa(value));
  };
  return {
    in: place("in"),
    out: place("out"),
    took_ms: number("timeout"),
    heap_bytes: bytes("heap_block_size", "old_heap_block_size", "mbuf_size"),
    used_bytes: bytes("heap_size", "old_heap_size", "mbuf_size"),
  };
}

/** The smaller or larger of two values, either of which may be unknown. */
function extreme(
  pick: (...known: number[]) => number,
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? a ?? b : pick(a, b);
}
