/**
 * The ETS tables of a node.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  partOfName,
  processRefused,
  s,
} from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { encodeOwner, NONE_MATCH, OWNED_BY } from "../fields.ts";
import { TABLE } from "./table.ts";

/** What tables can be sorted by: `growth` is that of memory within a window. */
export const TABLE_SORTS = ["memory", "size", "growth", "name"] as const;

/** Maximum rows of an answer. */
const MAX_TABLES = 200;

const INPUT = {
  sort: z.enum(TABLE_SORTS).default("memory").describe(
    "growth: of memory, over window_ms.",
  ),
  limit: z.int().min(1).max(MAX_TABLES).default(20).describe("Rows."),
  text: z.string().min(1).max(200).optional().describe("Part of the name."),
  process: OWNED_BY,
  window_ms: z.int().min(10).max(10_000).optional().describe(
    "For growth; 1000 with sort growth.",
  ),
};

/** How long growth is measured, in ms. */
function windowOf(
  { sort, window_ms }: {
    readonly sort?: string | undefined;
    readonly window_ms?: number | undefined;
  },
): number {
  return window_ms ?? (sort === "growth" ? 1000 : 0);
}

/** The largest tables first; by name, in alphabetical order. */
export const listEtsQuestion = defineQuestion("list_ets", {
  input: INPUT,
  encode: ({ sort, limit, text, process, window_ms }) =>
    encodeArgs({
      sort: atom(sort),
      limit: Math.min(Math.max(1, limit), MAX_TABLES),
      text: binary(partOfName(text ?? "")),
      owner: encodeOwner(process),
      window_ms: windowOf({ sort, window_ms }),
    }),
  shape: s.record({
    total: s.integer.describe("Tables on the node."),
    matched: s.integer,
    memory_bytes: s.integer.describe("Of those that match."),
    locked: s.integer.describe("Tables that were locked too long to be seen."),
    window_ms: s.integer,
    tables: s.table({
      table: TABLE,
      name: s.knownName.describe("Of a table not called by it."),
      owner: s.pid,
      owner_name: s.knownName,
      size: s.integer,
      memory_bytes: s.integer,
      growth_bytes: s.integer.optional(),
      type: s.name,
      protection: s.name,
      key_position: s.integer,
      compressed: s.flag,
      read_concurrency: s.flag,
      write_concurrency: s.name,
      heir: s.pid.optional(),
    }),
  }),
  waitsMs: windowOf,
  refused: (refusal, { process = "" }) => processRefused(refusal, process),
});

/** The ETS tables that come first by one measure. */
export const listEts: Tool = defineLook(listEtsQuestion, {
  title: "ETS tables",
  description:
    "ETS tables by memory, size, growth or name; no contents. Binaries over 64 bytes count in class binary of get_memory.",
  toolset: "memory",
  budgetBytes: 40_960,
  note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
});
