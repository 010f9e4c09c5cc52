/**
 * ETS tables that grow.
 *
 * @module
 */

import { rate, type Rule, rule } from "./finding.ts";
import { megabytes } from "./memory.ts";

/** Grows, with the binaries that its rows hold. */
export const tableGrowth: Rule<never> = rule({
  focus: ["memory", "growth"],
  needs: ["holders", "system"],
  find: ({ holders: { tables, window_ms }, system }, limits) => {
    const [binary = 0, ets = 0] = ["binary", "ets"].map((name) =>
      system.memory.find((row) => row.name === name)?.growth_per_s ?? 0
    );
    return tables.flatMap((table) => {
      const { name, owner, bytes, former_bytes, rows, former_rows } = table;
      const rowsPerS = rate(former_rows, rows, window_ms) ?? 0;
      const own = rate(former_bytes, bytes, window_ms) ?? 0;
      // Memory of binaries that does not grow has other owners.
      const held = binary > 0 && rowsPerS > 0
        ? (table.binary_bytes ?? 0) * rowsPerS / Math.max(1, rows)
        : 0;
      const perS = Math.round(own + held);
      // Rows that are replaced have other sizes in each look: then it has to grow all through.
      const grows = rowsPerS > 0 || ets >= limits.table_bytes_per_s;
      if (perS < limits.table_bytes_per_s || !grows) return [];
      return [{
        finding: "table_growth",
        severity: perS >= 100 * limits.table_bytes_per_s
          ? "critical" as const
          : "warning" as const,
        what: `the ETS table ${name} grows by ${megabytes(perS)}/s, ${
          Math.round(rowsPerS)
        } rows/s`,
        measured: [
          {
            what: "memory of the table",
            first: former_bytes,
            last: bytes,
            unit: "bytes",
            growth_rate: own,
          },
          ...held > 0
            ? [{
              what: "binaries that its rows hold",
              last: table.binary_bytes ?? 0,
              unit: "bytes",
              growth_rate: Math.round(held),
            }]
            : [],
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
