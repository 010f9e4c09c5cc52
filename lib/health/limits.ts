/**
 * Tables of the emulator that fill: processes, ports, atoms, ETS tables.
 *
 * @module
 */

import { type Finding, type Rule, rule, type Suspect } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

/** Names of the findings where it grows, by table. */
const LEAKS: Readonly<Record<string, string>> = {
  processes: "process_leak",
  ports: "port_leak",
  atoms: "atom_leak",
  ets_tables: "table_leak",
};

/** The longest text that at least half of the texts begin with, without a number that counts them. */
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
  return prefix.replace(/\d+$/, "");
}

type Parts = Required<Pick<Snapshot, "processes" | "system" | "holders">>;
type Kinds = Parts["processes"]["kinds"];

/** The first two, without a second that is far fewer. */
function most<Row extends { readonly count: number }>(
  rows: readonly Row[],
): Row[] {
  return rows.slice(0, 2)
    .filter(({ count }) => 4 * count >= (rows[0]?.count ?? 0));
}

/** Spawners and examples of the largest kinds. */
function ofKinds(kinds: Kinds, of: string): Suspect[] {
  return most(kinds).flatMap(
    ({ parent, pid, count, initial_call, current_function }) => [
      ...parent === undefined ? [] : [{ role: "spawner", process: parent }],
      {
        role: `one of ${count}${of}, started with ${initial_call}, now in ${
          current_function ?? "-"
        }`,
        process: pid,
      },
    ],
  );
}

function suspects(
  name: string,
  { processes, system, holders }: Parts,
  grows: boolean,
): Suspect[] {
  if (name === "atoms") {
    const prefix = commonPrefix(system.newest_atoms);
    return [{
      role: prefix === "" ? "newest atoms" : "newest atoms begin with",
      name: prefix === "" ? system.newest_atoms.slice(0, 5).join(", ") : prefix,
    }];
  }
  const { crowd, kinds } = processes;
  const ofProcesses = grows
    ? ofKinds(kinds, processes.window_ms > 0 ? " new" : "")
    : crowd === undefined
    ? []
    : ofKinds(crowd.kinds, ` of ${crowd.looked_at} looked at`);
  if (name === "processes") return ofProcesses;
  const { outlets, new_tables, table_owners, window_ms } = holders;
  const owners = name === "ports"
    ? outlets
    : name !== "ets_tables"
    ? []
    : grows
    ? new_tables
    : table_owners;
  const { former_count = 0, count = 0 } =
    system.limits.find((row) => row.name === name) ?? {};
  // New processes may each own one of the new ports.
  const own = name === "ports" &&
    (grows
      ? 4 * (kinds[0]?.count ?? 0) >= count - former_count
      : owners.length === 0);
  const since = grows && name !== "ports" && window_ms > 0
    ? ", made since"
    : "";
  // Of very many tables, not all are looked at.
  const atLeast = name === "ports" || grows ? "" : "at least ";
  return own ? ofProcesses : most(owners).map(({ owner, count }) => ({
    role: `owns ${atLeast}${count} of them${since}`,
    process: owner,
  }));
}

/** The grouping that tells most about processes of these kinds: most are often funs, which are all started alike. */
function grouping([first]: Kinds): string {
  return first?.parent !== undefined
    ? "spawner"
    : first?.initial_call === "erlang:apply/2"
    ? "current_function"
    : "initial_call";
}

/** The likely cause of growth, or what is known where there is none; and who tells more. */
function words(
  name: string,
  { kinds, crowd }: Parts["processes"],
  grows: boolean,
  blamed: string | undefined,
): Pick<Finding, "cause" | "next"> {
  const limits = { tool: "get_limits", arguments: { window_ms: 2000 } };
  const before = (flag: string): string =>
    `either they belong there and the limit (erl ${flag}) is low for them, or they leaked before`;
  switch (name) {
    case "processes":
      return {
        cause: grows
          ? "processes are started and do not end, such as one for each request or event that then waits without a timeout"
          : `when it is full, nothing can be spawned; ${before("+P")}`,
        next: {
          tool: "group_processes",
          arguments: {
            by: grouping(grows ? kinds : crowd?.kinds ?? []),
            ...grows && { window_ms: 2000 },
          },
        },
      };
    case "atoms":
      return {
        cause: grows
          ? "atoms are made of input (list_to_atom, binary_to_atom, decoding with atoms); they are never freed, and a full table ends the node"
          : `a full table ends the node, and atoms are never freed; ${
            before("+t")
          }`,
        next: limits,
      };
    case "ports":
      return {
        cause: grows
          ? "ports (sockets, files, programs) are opened and not closed"
          : `when it is full, no socket, file or program can be opened by a port; ${
            before("+Q")
          }`,
        next: grows ? limits : { tool: "list_ports", arguments: { limit: 5 } },
      };
    default:
      return {
        cause: grows
          ? "ETS tables are made and not deleted"
          : `more can still be made, this limit only sizes a table of names; ${
            before("+e")
          }`,
        next: grows || blamed === undefined
          ? limits
          : { tool: "list_ets", arguments: { process: blamed } },
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
      const soon = fullIn < limits.full_in_s;
      const isFull = percent >= limits.limit_percent;
      const grows = soon &&
        (isFull || (growth_per_s ?? 0) >= limits.growth_per_s);
      if (!grows && !isFull) return [];
      const { processes, system: { window_ms } } = parts;
      const [first, last] = name === "processes"
        ? [processes.former_total, processes.total]
        : [former_count, count];
      const blamed = suspects(name, parts, grows);
      return [{
        finding: grows ? LEAKS[name] ?? name : `${name}_nearly_full`,
        severity: grows && fullIn < 3600 ||
            percent >= 95 && name !== "ets_tables"
          ? "critical" as const
          : "warning" as const,
        what: grows
          ? `${name} grow by ${growth_per_s}/s all through the window: the limit of ${limit} is reached in ${
            duration(fullIn)
          }`
          : `${percent} % of the limit of ${limit} ${name} are in use${
            window_ms > 0 ? "; they do not grow all through the window" : ""
          }`,
        measured: [{
          what: name === "processes" ? `${name}, without beamtap's` : name,
          ...window_ms > 0 && { first },
          last,
          unit: name,
          growth_rate: growth_per_s,
        }, { what: "of the limit", last: percent, unit: "percent" }],
        suspects: blamed,
        ...words(name, processes, grows, blamed[0]?.process),
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
