/**
 * ETS tables that grow.
 *
 * @module
 */

import { rate, type Rule, rule } from "./finding.ts";
import { mebibytes } from "./memory.ts";
import type { Snapshot } from "./snapshot.ts";

type Parts = Required<
  Pick<Snapshot, "holders" | "system" | "processes">
>;

/**
 * Bytes a second of binaries that rows of a table too long to go through may hold: what the
 * binaries of the node grow by, without those of processes, shared among such tables by rows.
 */
function mayHold(
  rowsPerS: number,
  binary: number,
  { holders: { tables, window_ms }, processes }: Parts,
): number {
  const ofProcesses = processes.processes.map((row) =>
    rate(row.former_binary_bytes, row.binary_bytes, processes.window_ms) ?? 0
  );
  const ofTables = tables.filter((row) => row.binary_bytes === undefined)
    .map(({ former_rows, rows }) => rate(former_rows, rows, window_ms) ?? 0);
  const sum = (rates: number[]): number =>
    rates.reduce((all, each) => all + Math.max(0, each), 0);
  return Math.max(0, binary - sum(ofProcesses)) * rowsPerS /
    Math.max(1, sum(ofTables));
}

/** Grows, with the binaries that its rows hold. */
export const tableGrowth: Rule<never> = rule({
  focus: ["memory", "growth"],
  needs: ["holders", "system", "processes"],
  find: (parts, limits) => {
    const { holders: { tables, window_ms }, system } = parts;
    const [binary = 0, ets = 0] = ["binary", "ets"].map((name) =>
      system.memory.find((row) => row.name === name)?.growth_per_s ?? 0
    );
    return tables.flatMap((table) => {
      const { name, owner, bytes, former_bytes, rows, former_rows } = table;
      const rowsPerS = rate(former_rows, rows, window_ms) ?? 0;
      const own = rate(former_bytes, bytes, window_ms) ?? 0;
      // Memory of binaries that does not grow has other owners.
      const { binary_bytes } = table;
      const held = binary <= 0 || rowsPerS <= 0
        ? 0
        : binary_bytes !== undefined
        ? binary_bytes * rowsPerS / Math.max(1, rows)
        : own >= limits.table_bytes_per_s / 4
        ? mayHold(rowsPerS, binary, parts)
        : 0;
      const isKnown = held === 0 || binary_bytes !== undefined;
      const perS = Math.round(own + held);
      // Rows that are replaced have other sizes in each look: then it has to grow all through.
      const grows = rowsPerS > 0 || ets >= limits.table_bytes_per_s;
      if (perS < limits.table_bytes_per_s || !grows) return [];
      return [{
        finding: "table_growth",
        severity: (isKnown ? perS : own) >= 100 * limits.table_bytes_per_s
          ? "critical" as const
          : "warning" as const,
        what: `the ETS table ${name} grows by ${
          mebibytes(isKnown ? perS : own)
        }/s, ${Math.round(rowsPerS)} rows/s${
          isKnown ? "" : `, and up to ${mebibytes(held)}/s of binaries in these`
        }`,
        measured: [
          {
            what: "memory of the table",
            first: former_bytes,
            last: bytes,
            unit: "bytes",
            growth_rate: own,
          },
          ...held === 0 ? [] : [
            {
              what: isKnown
                ? "binaries that its rows hold"
                : "binaries of the node; what of them its rows hold was not counted",
              last: binary_bytes ??
                system.memory.find((row) => row.name === "binary")?.bytes ?? 0,
              unit: "bytes",
              growth_rate: Math.round(isKnown ? held : binary),
            },
          ],
          {
            what: "rows",
            first: former_rows,
            last: rows,
            unit: "rows",
            growth_rate: rowsPerS,
          },
        ],
        suspects: [
          { role: "owner", process: owner },
          { role: "table", name: table.table },
        ],
        cause: rowsPerS > 0
          ? "rows are inserted and never deleted; the owner need not be the process that inserts"
          : "rows grow, or deleted rows stay while a traversal of the table does not end (ets:safe_fixtable/2); the owner need not be the process that writes",
        next: {
          tool: "list_ets",
          arguments: { sort: "growth", text: name, window_ms: 2000 },
        },
        weight: perS,
      }];
    });
  },
});
