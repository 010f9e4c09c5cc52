/**
 * How near the tables of a node are to being full, and when they will be.
 *
 * @module
 */

import { atom, map } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  readAtom,
  readFields,
  readInteger,
  readList,
  readTable,
  readText,
  unexpected,
} from "./read.ts";
import { trendOf } from "./trend.ts";

/** Arguments of {@linkcode limitsInUse}. */
export interface LimitsArgs {
  /** Between the first look and the last, in ms. */
  readonly windowMs: number;
  /** How many of the newest atoms to name, at most 100. */
  readonly atoms: number;
}

/** One thing of which there can be so many; beamtap's own are left out. */
export interface LimitRow {
  /** `processes`, `ports`, `atoms` or `ets_tables`. */
  readonly name: string;
  readonly count: number;
  readonly limit: number;
  readonly used_percent: number;
  /** Over the window. */
  readonly change: number;
  /** Missing unless it grew all through the window. */
  readonly growth_per_s?: number | undefined;
  /** Until it is full if it goes on growing so. */
  readonly full_in_s?: number | undefined;
}

/** Answer of {@linkcode limitsInUse}. */
export interface Limits {
  readonly window_ms: number;
  readonly limits: readonly LimitRow[];
  /** Without that of beamtap's processes; missing where the emulator does not count. */
  readonly memory_bytes?: number | undefined;
  /** Over the window. */
  readonly memory_change_bytes?: number | undefined;
  /** Missing unless it grew all through the window. */
  readonly memory_growth_bytes_per_s?: number | undefined;
  /** Names of the atoms made last, the newest first. */
  readonly newest_atoms: readonly string[];
  readonly cost: Cost;
}

/** Several looks at the counts, and what follows from them. */
export const limitsInUse: Probe<LimitsArgs, Limits> = defineProbe(
  "get_limits",
  {
    encode: ({ windowMs, atoms }) =>
      map([
        [atom("window_ms"), windowMs],
        [atom("atoms"), Math.min(Math.max(0, atoms), 100)],
      ]),
    waitsMs: ({ windowMs }) => windowMs,
    decode(answer, { cost }): Limits {
      const fields = readFields(answer);
      const looks = fields.get("looks", readList).map((look) => {
        const [us = look, memory = look, ...counts] = readList(look);
        return {
          us: readInteger(us),
          memory: readKnownInteger(memory),
          counts: counts.map(readInteger),
        };
      });
      const [first, last] = [looks[0], looks.at(-1)];
      if (first === undefined || last === undefined) {
        throw unexpected("looks", answer);
      }
      const memory = looks.flatMap(({ us, memory }) =>
        memory === undefined ? [] : [{ us, value: memory }]
      );
      const { change, growth_per_s } = trendOf(memory);
      return {
        window_ms: Math.round((last.us - first.us) / 1000),
        limits: fields.get("limits", readTable).map((row, i) => {
          const count = last.counts[i] ?? 0;
          const limit = row.get("limit", readInteger);
          const trend = trendOf(
            looks.map(({ us, counts }) => ({ us, value: counts[i] ?? 0 })),
          );
          return {
            name: row.get("name", readAtom),
            count,
            limit,
            used_percent: Math.round(10_000 * count / limit) / 100,
            ...trend,
            full_in_s: trend.growth_per_s === undefined
              ? undefined
              : Math.max(0, Math.round((limit - count) / trend.growth_per_s)),
          };
        }),
        memory_bytes: last.memory,
        memory_change_bytes: last.memory === undefined ? undefined : change,
        memory_growth_bytes_per_s: growth_per_s && Math.round(growth_per_s),
        newest_atoms: fields.get("newest_atoms", readList).map(readText),
        cost,
      };
    },
  },
);
