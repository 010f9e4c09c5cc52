/**
 * A crash dump as the snapshot that findings are made from: one look, so nothing is known of
 * growth.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import { type Snapshot, THRESHOLDS } from "../../health/mod.ts";
import { crowdsOf } from "./crowds.ts";
import type { Waits } from "./waits.ts";
import { functionShown, largest, measureOf, processFields } from "./rows.ts";

/** Maximum processes to judge by each measure. */
const MAX_JUDGED = 50;

/** Maximum kinds of processes, and owners of ports. */
const MAX_KINDS = 5;

/** The parts of a snapshot that a dump has. */
export function snapshotOf(
  dump: Dump,
  newestAtoms: readonly string[],
  waits: Waits,
): Snapshot {
  const { processes, limits, memory, header: { wordSize } } = dump;
  return {
    processes: {
      window_ms: 0,
      ...{ former_total: processes.count, total: processes.count },
      ...{ new: 0, ended: 0 },
      processes: notable(dump),
      ...waits,
      ...{ sending: { count: 0, first: [] }, possible_cycles: [] },
      ...{ starting: [], logging: [], looks: [] },
      kinds: [],
      crowd: { looked_at: processes.count, kinds: kindsOf(dump) },
    },
    system: {
      ...{ window_ms: 0, uptime_ms: 0 },
      limits: Object.entries(limits).flatMap(([name, { count, limit }]) =>
        count === undefined || !limit ? [] : [{
          ...{ name, former_count: 0, middle_count: count, limit },
          ...{ count: Math.min(count, limit), shrinks: true },
        }]
      ),
      memory: [...memory].map(([name, bytes]) => ({
        ...{ name, former_bytes: bytes, bytes },
      })),
      ...{ collections: 0, collected_bytes: 0, schedulers: [], sleepers: [] },
      ...{ former_os: {}, os: {}, newest_atoms: [...newestAtoms] },
    },
    holders: {
      window_ms: 0,
      tables: dump.ets.map((row) => {
        const bytes = (row.words ?? 0) * wordSize;
        const rows = row.objects ?? 0;
        const name = row.name ?? row.id ?? "";
        return {
          ...{ table: row.id ?? name, name, owner: row.owner, bytes, rows },
          ...{ former_bytes: bytes, former_rows: rows },
        };
      }),
      ...{ new_tables: [], table_owners: [] },
      outlets: ownersOfPorts(dump).slice(0, MAX_KINDS).map((
        { owner, count },
      ) => ({ owner, count, looked_at: 0, quiet: 0, kind: "port" })),
      queues: dump.ports.map(({ port, connected = "", queueBytes = 0 }) => ({
        ...{ port, owner: connected, bytes: queueBytes },
      })),
      allocators: dump.allocators.map(({ name, blockBytes, carrierBytes }) => ({
        ...{ allocator: name, blocks_bytes: blockBytes },
        carriers_bytes: carrierBytes,
        used_percent: Math.round(100 * blockBytes / carrierBytes),
      })),
      ...{ handlers: [], links: [], unconnected: [], starting: [], alarms: [] },
      mnesia: false,
      old_code: dump.modules.flatMap(({ module, oldBytes }) =>
        oldBytes ? [module] : []
      ),
      pools: [],
    },
  };
}

/** Those that a rule may be about: the first by mailbox and by binaries. */
function notable(
  dump: Dump,
): NonNullable<Snapshot["processes"]>["processes"] {
  const rows = (["mailbox", "binary"] as const).flatMap((measure) => {
    const value = measureOf(dump, measure);
    const least = measure === "mailbox"
      ? THRESHOLDS.stuck_mailbox
      : THRESHOLDS.binary_bytes / 8;
    return largest(dump, MAX_JUDGED, value, (row) => value(row) >= least).rows;
  });
  return [...new Set(rows)].map((row) => {
    const fields = processFields(dump, row);
    const { pid, current_function, status, mailbox = 0, reductions = 0 } =
      fields;
    const { heap_bytes = 0, binary_bytes = 0 } = fields;
    return {
      ...{ pid, current_function, status, mailbox, reductions },
      ...{ heap_bytes, binary_bytes, former_binary_bytes: binary_bytes },
    };
  });
}

/** The largest groups of processes, the one with most of them first. */
export function kindsOf(
  dump: Dump,
): NonNullable<Snapshot["processes"]>["kinds"] {
  return crowdsOf(dump).toSorted((a, b) => b.count - a.count)
    .slice(0, MAX_KINDS).map(({ count, first, spawner }) => {
      const { pid, initialCall, currentFunction } = dump.processes.row(first);
      return {
        ...{ parent: spawner(), pid, count },
        initial_call: functionShown(initialCall) ?? "-",
        current_function: functionShown(currentFunction),
      };
    });
}

/** Who owns ports, the most first. */
export function ownersOfPorts(
  { ports }: Pick<Dump, "ports">,
): { owner: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { connected } of ports) {
    if (connected === undefined) continue;
    counts.set(connected, (counts.get(connected) ?? 0) + 1);
  }
  return [...counts].map(([owner, count]) => ({ owner, count }))
    .toSorted((a, b) => b.count - a.count);
}
