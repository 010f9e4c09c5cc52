/**
 * How near the tables of a node are to being full, and when they will be.
 *
 * @module
 */

import { atom, map } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import { limits_in_use } from "./probes/limits_in_use.gen.ts";
import {
  readAtom,
  readFields,
  readInteger,
  readList,
  readTable,
  readText,
} from "./read.ts";

/** Arguments of {@linkcode limitsInUse}. */
export interface LimitsArgs {
  /** Between the two looks, in ms. */
  readonly windowMs: number;
  /** How many of the newest atoms to name, at most 100. */
  readonly atoms: number;
}

/** One thing of which there can be so many. */
export interface LimitRow {
  /** `processes`, `ports`, `atoms` or `ets_tables`. */
  readonly name: string;
  readonly count: number;
  readonly limit: number;
  readonly used_percent: number;
  readonly growth_per_s: number;
  /** Until it is full if it goes on growing so; missing where it does not grow. */
  readonly full_in_s?: number | undefined;
}

/** Answer of {@linkcode limitsInUse}. */
export interface Limits {
  readonly window_ms: number;
  readonly limits: readonly LimitRow[];
  /** Missing where the emulator does not count. */
  readonly memory_bytes?: number | undefined;
  readonly memory_growth_bytes_per_s?: number | undefined;
  /** Names of the atoms made last, the newest first. */
  readonly newest_atoms: readonly string[];
  readonly cost: Cost;
}

/** Two looks at the counts, and what follows from them. */
export const limitsInUse: Probe<LimitsArgs, Limits> = defineProbe(
  limits_in_use,
  {
    encode: ({ windowMs, atoms }) =>
      map([
        [atom("window_ms"), windowMs],
        [atom("atoms"), Math.min(Math.max(0, atoms), 100)],
      ]),
    waitsMs: ({ windowMs }) => windowMs,
    decode(answer, { cost }): Limits {
      const fields = readFields(answer);
      const seconds = fields.get("window_us", readInteger) / 1e6;
      const perSecond = (before: number, after: number): number =>
        rounded((after - before) / seconds);
      const [before, after] = fields.get("memory", readList)
        .map(readKnownInteger);
      return {
        window_ms: Math.round(seconds * 1000),
        limits: fields.get("limits", readTable).map((row) => {
          const count = row.get("now", readInteger);
          const limit = row.get("limit", readInteger);
          const growth = perSecond(row.get("before", readInteger), count);
          return {
            name: row.get("name", readAtom),
            count,
            limit,
            used_percent: rounded(100 * count / limit),
            growth_per_s: growth,
            full_in_s: growth > 0
              ? Math.max(0, Math.round((limit - count) / growth))
              : undefined,
          };
        }),
        memory_bytes: after,
        memory_growth_bytes_per_s: before === undefined || after === undefined
          ? undefined
          : Math.round((after - before) / seconds),
        newest_atoms: fields.get("newest_atoms", readList).map(readText),
        cost,
      };
    },
  },
);

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
