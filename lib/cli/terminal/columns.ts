/**
 * The columns of a table of an answer: what they are called, which matter most, and
 * which say the same of a row.
 *
 * @module
 */

import type { Fields } from "../../registry/mod.ts";
import type { Column } from "./table.ts";
import { hasUnit, measuredAs, titleOf, valueText } from "./values.ts";

/** What of a call its answer is shown by. */
export interface Shown {
  /** Whether everything is shown, however wide. */
  readonly wide: boolean;
  /** The arguments of the call: what is sorted by. */
  readonly args: Fields;
}

/** The columns of a table. */
export interface Columns {
  /** As they are shown. */
  readonly columns: readonly Column[];
  /** Their indexes, the most important first. */
  readonly order: readonly number[];
  /** The titles of columns that say more of some rows than what is shown in their place. */
  readonly hidden: readonly string[];
}

/** Columns that people look for, after the one that names the row. */
const IMPORTANT = [
  ...["registered_name", "at_ms", "at", "level", "value", "count", "sum"],
  ...["mailbox", "used_percent", "queue_bytes", "in_bytes", "out_bytes"],
  ...["window_bytes", "memory_bytes", "binary_bytes", "growth_bytes"],
  ...["change_bytes", "reductions", "size", "current_function"],
];

/** Columns that few people look for. */
const UNIMPORTANT = new Set([
  ...[
    "label",
    "initial_call",
    "status",
    "heap_bytes",
    "stack_bytes",
    "minor_gcs",
  ],
  ...["class", "other", "caller", "md5", "size_bytes", "key_position"],
  ...["compressed", "read_concurrency", "write_concurrency", "heir", "owner"],
  ...["references", "incarnation", "old_code_bytes", "example_initial_call"],
  ...["protection", "shutdown", "modules"],
]);

/** The least widths of columns that say little when cut, in columns of the terminal. */
const LEAST: Readonly<Record<string, number>> = {
  id: 16,
  function: 22,
  start: 20,
  term: 24,
  lines: 32,
  title: 20,
  means: 24,
};

/** Names of a process, the one that is shown first. */
const NAMES = ["registered_name", "label", "initial_call"];

/** Returns the columns of some rows, of those with `keys` that are not all empty. */
export function columnsOf(
  rows: readonly Fields[],
  keys: readonly string[],
  shown: Shown,
): Columns {
  const { wide, args } = shown;
  const full = keys.filter((key) =>
    rows.some((row) => valueText(key, row[key]) !== "")
  );
  const { fields, names, hidden } = full.includes("depth")
    ? indented(rows, full)
    : !wide && keys.includes("registered_name")
    ? named(rows, full)
    : { fields: rows, names: full, hidden: [] };
  const [first = ""] = names;
  // The growth of a measure says more than how large it is.
  const measure = names.includes("value")
    ? measuredAs(`${args.sort ?? "memory"}`, args.sort ?? "memory")
    : "";
  const rank = (key: string): number =>
    key === measure ? EXTRA : rankOf(key, first);
  // `toSorted` keeps the order of those of one rank.
  const order = wide ? names : names.toSorted((a, b) => rank(a) - rank(b));
  const titles = order.map((key) => titleIn(key, args));
  const contents = order.filter((key) => CONTENTS.has(key));
  return {
    hidden,
    order: [...new Set([first, ...contents, ...order])]
      .map((key) => order.indexOf(key)),
    columns: order.map((key, index) => {
      const title = titles[index] ?? key;
      const isEmpty = fields.every((row) => row[key] === false);
      return {
        // Two fields that differ by their units alone keep them.
        title: titles.indexOf(title) === index ? title : key,
        cells: fields.map((row) => cellOf(key, row, shown)),
        right: fields.every((row) =>
          typeof row[key] === "number" || valueText(key, row[key]) === ""
        ),
        extra: isEmpty || rank(key) === EXTRA,
        ...Object.hasOwn(LEAST, key) && { least: LEAST[key] },
      };
    }),
  };
}

/** What rows are about, wherever it stands. */
const CONTENTS = new Set(["term", "lines", "means"]);

/** The rank of columns that few people look for. */
const EXTRA = IMPORTANT.length + 2;

function rankOf(key: string, first: string): number {
  if (key === first) return 0;
  const place = IMPORTANT.indexOf(key);
  if (place >= 0) return 1 + place;
  return UNIMPORTANT.has(key) ? EXTRA : EXTRA - 1;
}

/** The heading: of a measure, what it is. */
function titleIn(key: string, { sort = "memory", window_ms }: Fields): string {
  if (key === "registered_name") return "name";
  if (key !== "value") return titleOf(key);
  return window_ms === undefined
    ? titleOf(`${sort}`)
    : `+${titleOf(`${sort}`)}`;
}

function cellOf(key: string, row: Fields, { wide, args }: Shown): string {
  const value = row[key];
  if (!wide && key === "at" && typeof value === "string") {
    return value.replace(/^[\d-]+T/, "");
  }
  const measure = key === "value" || key === "sum"
    ? args.sort ?? "memory"
    : hasUnit(key)
    ? undefined
    : row.unit ?? row.name;
  return valueText(
    measuredAs(key, measure),
    value,
    wide ? "exact" : "compact",
  );
}

/** Rows with columns in place of others. */
interface Merged {
  readonly fields: readonly Fields[];
  readonly names: readonly string[];
  /** The titles of columns that say more. */
  readonly hidden: readonly string[];
}

/** Shows the best known name of a process in place of all of them. */
function named(rows: readonly Fields[], keys: readonly string[]): Merged {
  const hidden = new Set<string>();
  const fields = rows.map((row) => {
    const [best, ...others] = NAMES.filter((key) => isSaid(key, row));
    for (const key of others) hidden.add(titleOf(key));
    return { ...row, registered_name: best && row[best] };
  });
  const [place, ...others] = NAMES.filter((key) => keys.includes(key));
  return {
    fields,
    names: keys.filter((key) => !others.includes(key))
      .map((key) => key === place ? "registered_name" : key),
    hidden: [...hidden],
  };
}

/** Shows the depth of a row of a tree by how far its name is indented. */
function indented(rows: readonly Fields[], keys: readonly string[]): Merged {
  const names = ["id", ...NAMES, "pid"];
  const fields = rows.map((row) => {
    const best = names.find((key) => isSaid(key, row)) ?? "id";
    const id = "  ".repeat(Number(row.depth)) + valueText(best, row[best]);
    // Most are registered under their ids.
    return { ...row, id, name: row.registered_name };
  });
  const shown = keys.filter((key) =>
    !["depth", "id", "registered_name"].includes(key)
  );
  const name = keys.includes("registered_name") ? ["name"] : [];
  return { fields, names: ["id", ...shown, ...name], hidden: [] };
}

function isSaid(key: string, row: Fields): boolean {
  return valueText(key, row[key]) !== "";
}
