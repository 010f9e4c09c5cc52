/**
 * Rows of an ETS table.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeTable,
  marked,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, type Term } from "../../etf/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import {
  CONTENT_INPUT,
  type Reading,
  showerOf,
  SHOWN,
  shownAll,
  styleOf,
  termOf,
} from "../terms.ts";

/** Maximum rows of a table that is scanned for a pattern without force. */
const MAX_SCAN = 1_000_000;

/** Arguments of {@linkcode readEtsQuestion}. */
export interface ReadEtsArgs extends ContentLimits {
  /** A name, or `#Ref<0.1.2.3>`. */
  readonly table: string;
  /** Rows with a key; rows that match a pattern with `'_'` and `'$1'` in it; any. */
  readonly select:
    | { readonly key: Term }
    | { readonly match: Term }
    | "sample";
  /** Maximum rows, up to 100. */
  readonly limit: number;
  /** Scans a table of any size, and copies rows of unknown size. */
  readonly force?: boolean | undefined;
}

/** Rows of a table, cut on the node. */
export const readEtsQuestion = defineQuestion("read_ets", {
  encode({ table, select, limit, force, ...limits }: ReadEtsArgs): Term {
    const most = Math.min(Math.max(1, limit), 100);
    const [view, term] = select === "sample"
      ? ["sample", atom("none")] as const
      : "key" in select
      ? ["lookup", marked(select.key)] as const
      : ["match", marked(select.match)] as const;
    return encodeArgs({
      table: encodeTable(table),
      view: atom(view),
      term,
      limit: most,
      limits: encodeLimits(limits, most),
      most: MAX_SCAN,
      force: force === true,
    });
  },
  shape: s.record({
    size: s.integer.describe("Rows in the table."),
    type: s.name,
    key_position: s.integer,
    rows: s.list(s.content),
    /** Whether there may be further matching rows. */
    more: s.flag,
  }),
  refused: (refusal, { table }) =>
    contentRefused(refusal) ?? tableRefused(refusal, table),
});

const tableRefused = refusals({
  private_table: {
    says: "only its owner {*} can read {it} on {node}",
    hint: "get_process_state of the owner may show what you look for",
  },
  scans_table: {
    says:
      "{it} on {node} has {*} rows and the pattern does not bind the key: every row would be looked at",
    hint: "give the key in the pattern, or pass force",
  },
  compressed: {
    code: "too_large",
    says:
      "the rows of {it} on {node} are compressed, so the size of a copy is unknown",
    hint: "pass force if you know that they are small",
  },
  crowded: {
    code: "too_large",
    says:
      "{it} on {node} is a large bag: all rows of a key are copied at once, and their number is unknown",
    hint: "give the key, or pass force if you know that they are few",
  },
  bad_pattern: {
    says: "the pattern does not fit the table {it} on {node}",
    hint: "a pattern is a tuple such as {user, '_', '$1'}",
  },
  too_large: {
    says:
      "a copy of the rows of {it} on {node} exceeds the limit of {*} bytes, or finding them took more than 10 s",
    hint: "ask for fewer rows, or for one by its key",
  },
  large_row: {
    code: "too_large",
    says:
      "these rows of {it} on {node} are not copied: one has a part with more than {*} elements, or the key has too many rows",
    hint: "ask for other rows, by key or match",
  },
  no_such_table: {
    says: "there is no table {it} on {node}",
    hint: "similar names there: {*}",
    hintIfNone: "it may have been deleted; list_ets lists all tables",
  },
});

/** A word that begins as a variable of Erlang does, and is no part of an alias of Elixir. */
const VARIABLE = /(?<![\w.@%:])[A-Z_][\w@]*(?![\w.@{])/;

/**
 * Parses a pattern.
 *
 * @throws {ToolError} `invalid_arguments` for a variable, which a reader of Erlang takes for a wildcard
 */
function patternOf(text: string, reading: Reading): Term {
  const unquoted = text.replace(/'[^']*'|"[^"]*"/g, "''");
  const [variable] = VARIABLE.exec(unquoted) ?? [];
  // Of Elixir, a capital begins an alias.
  if (
    variable === undefined ||
    reading.syntax === "elixir" && !variable.startsWith("_")
  ) return termOf(text, reading);
  throw new ToolError(
    "invalid_arguments",
    `match: ${variable} is a variable; a pattern here has no variables or guards`,
    { hint: "write '_' for any part, and '$1' twice for two equal ones" },
  );
}

const { size, type, key_position } = readEtsQuestion.shape.fields;

/** Rows of a table. */
export const readEts: Tool = defineNodeTool({
  name: "read_ets",
  title: "Rows of an ETS table",
  description:
    "Rows of an ETS table by key, by pattern, or any. Refused unless forced: patterns without the key over a million rows, compressed rows, bags over 16 MiB.",
  toolset: "data",
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [readEtsQuestion],
  input: {
    table: z.string().min(1).max(300).describe("Name or #Ref<0.1.2.3>."),
    key: z.string().min(1).max(10_000).optional().describe(
      "A term: {user, 17}.",
    ),
    match: z.string().min(1).max(10_000).optional().describe(
      "A pattern: {{user, '_'}, '_', active}.",
    ),
    limit: z.int().min(1).max(100).default(10).describe("Rows."),
    ...CONTENT_INPUT,
    force: z.boolean().default(false).describe(
      "Scan a huge table; copy rows of unknown size, which may take much memory.",
    ),
  },
  output: {
    table: z.string(),
    size,
    type,
    key_position,
    all_shown: z.boolean().describe(
      "No other rows were asked for; else narrow match, or raise limit or max_bytes.",
    ),
    rows: z.array(z.object(SHOWN)),
    cost: COST,
  },
  note: ({ rows, size }, { key, match }) =>
    rows.length > 0
      ? undefined
      : size === 0
      ? "the table is empty"
      : key !== undefined
      ? 'no row has that key: keys are compared exactly, "id" is not <<"id">>; without key any rows are shown'
      : match !== undefined
      ? "no row matches: the pattern needs as many elements as the rows have; without match, any rows are shown"
      : "no row could be read: the table changes too fast",
  run: async (args, context) => {
    const { key, match, ...rest } = args;
    const style = await styleOf(context, args);
    const term = (text: string): Term => termOf(text, style);
    const { rows, more, ...facts } = await context.beam.run(readEtsQuestion, {
      ...rest,
      ...style,
      select: key !== undefined
        ? { key: term(key) }
        : match !== undefined
        ? { match: patternOf(match, style) }
        : "sample",
    });
    const { shown, left } = shownAll(rows, showerOf(context, style));
    return {
      table: args.table,
      ...facts,
      all_shown: !more && left === 0,
      rows: shown,
    };
  },
});
