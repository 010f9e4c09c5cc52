/**
 * Differences between two looks, largest first.
 *
 * @module
 */

import * as z from "zod";
import type { Look } from "./compare.ts";

/** Number and size of one kind. */
interface Sized {
  readonly name: string;
  readonly count: number;
  readonly bytes: number;
  readonly rows?: number;
}

const SIZES = {
  name: z.string(),
  first_count: z.int().describe("0: appeared."),
  second_count: z.int().describe("0: disappeared."),
  first_bytes: z.int(),
  second_bytes: z.int(),
  change_bytes: z.int(),
};
const TABLE = z.object({
  ...SIZES,
  first_rows: z.int(),
  second_rows: z.int(),
});
const NAMES = z.object({ count: z.int(), first: z.array(z.string()) });

/** The differences, in words and numbers. */
export const CHANGES = {
  totals: z.array(
    z.object({ name: z.string(), first: z.int(), second: z.int() }),
  ),
  processes: z.array(z.object(SIZES)).optional(),
  tables: z.array(TABLE).optional(),
  applications: z.array(z.object({
    name: z.string(),
    first: z.string().optional(),
    second: z.string().optional(),
  })).optional().describe("Versions."),
  modules: z.object({
    changed: NAMES,
    only_first: NAMES,
    only_second: NAMES,
  }).optional(),
  incomplete: z.array(z.string()).optional().describe(
    "Incomplete sections: what only one look has is left out.",
  ),
};
type Changes = z.output<z.ZodObject<typeof CHANGES>>;

/** What is compared, and how much of it is shown. */
export interface CompareOptions {
  /** Maximum rows of each section. */
  readonly limit: number;
  /** Whether time ran out before all processes were seen. */
  readonly isPartial: boolean;
  /** Whether the looks are at different nodes, so that pids do not correspond. @default {false} */
  readonly otherNode?: boolean;
}

/** What differs between two looks. */
export function changesOf(
  first: Look,
  second: Look,
  { limit, isPartial, otherNode = false }: CompareOptions,
): Changes {
  const cut = new Set([...first.left_out, ...second.left_out]);
  if (isPartial) cut.add("processes");
  const sized = (
    section: "processes" | "tables",
  ): Changes["tables"] => {
    const [a, b] = [first[section], second[section]]
      .map((rows) => merged(rows, otherNode));
    return a && b && sizeChanges(a, b, limit, cut.has(section));
  };
  const tables = sized("tables");
  return {
    totals: pairs(
      new Map(Object.entries(first.totals)),
      new Map(Object.entries(second.totals)),
    )
      .filter(({ first, second }) => first !== second)
      .map(({ name, first = 0, second = 0 }) => ({ name, first, second })),
    processes: sized("processes")?.map((
      { first_rows: _, second_rows: __, ...row },
    ) => row),
    tables,
    applications: first.applications && second.applications &&
      pairs(versions(first.applications), versions(second.applications))
        .filter(({ first, second }) => first !== second),
    modules: first.modules && second.modules &&
      moduleChanges(first.modules, second.modules, limit, cut.has("modules")),
    incomplete: cut.size > 0 ? [...cut] : undefined,
  };
}

/** Every name in either, with what each has of it. */
function pairs<Value>(
  first: ReadonlyMap<string, Value>,
  second: ReadonlyMap<string, Value>,
): { name: string; first: Value | undefined; second: Value | undefined }[] {
  return [...new Set([...first.keys(), ...second.keys()])].map((name) => ({
    name,
    first: first.get(name),
    second: second.get(name),
  }));
}

/** Merges by name; pids of different nodes do not correspond. */
function merged(
  rows: readonly Sized[] | undefined,
  otherNode: boolean,
): Map<string, Sized> | undefined {
  if (rows === undefined) return undefined;
  const byName = new Map<string, Sized>();
  for (const row of rows) {
    const name = otherNode
      ? row.name.replace(/<\d+\.\d+\.\d+>/, "a process")
      : row.name;
    const known = byName.get(name);
    byName.set(name, {
      name,
      count: row.count + (known?.count ?? 0),
      bytes: row.bytes + (known?.bytes ?? 0),
      rows: (row.rows ?? 0) + (known?.rows ?? 0),
    });
  }
  return byName;
}

/** Kinds that changed most in bytes and in number; if a look was cut, only those in both. */
function sizeChanges(
  first: ReadonlyMap<string, Sized>,
  second: ReadonlyMap<string, Sized>,
  limit: number,
  isCut: boolean,
): z.output<typeof TABLE>[] {
  const changes = pairs(first, second)
    .filter(({ first, second }) => !isCut || (first && second))
    .map(({ name, first, second }) => ({
      name,
      first_count: first?.count ?? 0,
      second_count: second?.count ?? 0,
      first_bytes: first?.bytes ?? 0,
      second_bytes: second?.bytes ?? 0,
      change_bytes: (second?.bytes ?? 0) - (first?.bytes ?? 0),
      first_rows: first?.rows ?? 0,
      second_rows: second?.rows ?? 0,
    }));
  type Change = typeof changes[number];
  const most = (by: (change: Change) => number): Change[] =>
    changes.filter((change) => by(change) !== 0)
      .sort((a, b) => Math.abs(by(b)) - Math.abs(by(a))).slice(0, limit);
  return [
    ...new Set([
      ...most(({ change_bytes }) => change_bytes),
      ...most(({ first_count, second_count }) => second_count - first_count),
      ...most(({ first_rows, second_rows }) => second_rows - first_rows),
    ]),
  ];
}

function versions(
  applications: NonNullable<Look["applications"]>,
): Map<string, string> {
  return new Map(
    applications.map(({ name, version, running }) => [
      name,
      running ? version : `${version}, without processes`,
    ]),
  );
}

function moduleChanges(
  first: NonNullable<Look["modules"]>,
  second: NonNullable<Look["modules"]>,
  limit: number,
  isCut: boolean,
): Changes["modules"] {
  const digests = (modules: typeof first): Map<string, number> =>
    new Map(modules.map(({ name, digest }) => [name, digest]));
  const all = pairs(digests(first), digests(second));
  const names = (
    isMeant: (first?: number, second?: number) => boolean,
  ): z.output<typeof NAMES> => {
    const found = all.filter(({ first, second }) => isMeant(first, second))
      .map(({ name }) => name);
    return { count: found.length, first: found.slice(0, limit) };
  };
  return {
    changed: names((first, second) =>
      first !== undefined && second !== undefined && first !== second
    ),
    only_first: names((_, second) => !isCut && second === undefined),
    only_second: names((first) => !isCut && first === undefined),
  };
}
