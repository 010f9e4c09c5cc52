/**
 * Tables of the emulator that fill: processes, ports, atoms, ETS tables.
 *
 * @module
 */

import { type Finding, type Rule, rule, type Suspect } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

/** Names of the findings, by table. */
const LEAKS: Readonly<Record<string, string>> = {
  processes: "process_leak",
  ports: "port_leak",
  atoms: "atom_leak",
  ets_tables: "table_leak",
};

/** The longest text that at least half of the texts begin with. */
export function commonPrefix(texts: readonly string[]): string {
  let prefix = "";
  for (let length = 1; length <= 60; length++) {
    const counts = Map.groupBy(
      texts.filter((text) => text.length >= length),
      (text) => text.slice(0, length),
    );
    const [most] = [...counts].toSorted((a, b) => b[1].length - a[1].length);
    if (most === undefined || 2 * most[1].length < texts.length) break;
    prefix = most[0];
  }
  return prefix;
}

type Parts = Required<Pick<Snapshot, "processes" | "system" | "holders">>;

function suspects(
  name: string,
  { processes, system, holders }: Parts,
): Suspect[] {
  if (name === "atoms") {
    const prefix = commonPrefix(system.newest_atoms);
    return [{
      role: prefix === "" ? "newest atoms" : "newest atoms begin with",
      name: prefix === "" ? system.newest_atoms.slice(0, 5).join(", ") : prefix,
    }];
  }
  const { former_count = 0, count = 0 } =
    system.limits.find((row) => row.name === name) ?? {};
  // New processes may each own one of the new ports.
  const own = 4 * (processes.kinds[0]?.count ?? 0) >= count - former_count;
  if (name === "ets_tables" || name === "ports" && !own) {
    const owners = name === "ports" ? holders.outlets : holders.new_tables;
    return owners.slice(0, 2).map(({ owner, count }) => ({
      role: `owns ${count} of them${
        name === "ports" || holders.window_ms === 0 ? "" : ", made since"
      }`,
      process: owner,
    }));
  }
  if (name !== "processes" && name !== "ports") return [];
  const fresh = processes.window_ms > 0 ? " new" : "";
  return processes.kinds.slice(0, 2).flatMap(
    ({ parent, pid, count, initial_call, current_function }) => [
      ...parent === undefined ? [] : [{ role: "spawner", process: parent }],
      {
        role: `one of ${count}${fresh}, started with ${initial_call}, now in ${
          current_function ?? "-"
        }`,
        process: pid,
      },
    ],
  );
}

function words(name: string): Pick<Finding, "cause" | "next"> {
  switch (name) {
    case "processes":
      return {
        cause:
          "each request or event starts a process that never ends: it waits without a timeout",
        next: {
          tool: "group_processes",
          arguments: { by: "initial_call", window_ms: 2000 },
        },
      };
    case "atoms":
      return {
        cause:
          "atoms are made of input (list_to_atom, binary_to_atom, decoding with atoms); they are never freed, and a full table ends the node",
        next: { tool: "get_limits", arguments: { window_ms: 2000 } },
      };
    case "ports":
      return {
        cause: "ports (sockets, files, programs) are opened and not closed",
        next: { tool: "get_limits", arguments: { window_ms: 2000 } },
      };
    default:
      return {
        cause: "ETS tables are made and not deleted",
        next: { tool: "get_limits", arguments: { window_ms: 2000 } },
      };
  }
}

/** The growth a second, if it grew all through the window or, in bursts, in both halves of it. */
function growthOf(
  row: Parts["system"]["limits"][number],
  windowMs: number,
): number | undefined {
  const { name, former_count, middle_count, count, growth_per_s, shrinks } =
    row;
  if (growth_per_s !== undefined) return growth_per_s;
  const halves = [middle_count - former_count, count - middle_count]
    .map((change) => 2000 * change / windowMs);
  // Code that is loaded makes atoms in bursts.
  if (name === "atoms" || shrinks) return undefined;
  const [least = 0, most = 0] = halves.toSorted((a, b) => a - b);
  return least > most / 4 ? Math.round(least + most) / 2 : undefined;
}

/** Nearly full, or full soon. */
export const filling: Rule<never> = rule({
  focus: ["growth", "memory"],
  needs: ["processes", "system", "holders"],
  find: (parts, limits) =>
    parts.system.limits.flatMap((row) => {
      const { name, former_count, count, limit } = row;
      const growth_per_s = growthOf(row, parts.system.window_ms);
      const percent = Math.round(1000 * count / limit) / 10;
      const fullIn = growth_per_s === undefined
        ? Infinity
        : (limit - count) / growth_per_s;
      const grows = fullIn < limits.full_in_s &&
        (growth_per_s ?? 0) >= limits.growth_per_s;
      if (!grows && percent < limits.limit_percent) return [];
      return [{
        finding: LEAKS[name] ?? name,
        severity: grows && fullIn < 3600 || percent >= 95
          ? "critical" as const
          : "warning" as const,
        what: grows
          ? `${name} grow by ${growth_per_s}/s all through the window: the limit of ${limit} is reached in ${
            duration(fullIn)
          }`
          : `${percent} % of the limit of ${limit} ${name} are in use`,
        measured: [{
          what: name,
          first: former_count,
          last: count,
          unit: name,
          growth_rate: growth_per_s,
        }, { what: "of the limit", last: percent, unit: "percent" }],
        suspects: suspects(name, parts),
        ...words(name),
        weight: percent + 1e6 / fullIn,
      }];
    }),
});

function duration(seconds: number): string {
  return seconds < 120
    ? `${Math.round(seconds)} s`
    : seconds < 7200
    ? `${Math.round(seconds / 60)} min`
    : `${Math.round(seconds / 3600)} h`;
}
