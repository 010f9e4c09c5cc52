/**
 * A snapshot as if there had been one look: for whoever did not wait for the second.
 *
 * @module
 */

import type { Snapshot } from "./snapshot.ts";

/** Forgets all that was seen to change, or to stay as it was: it had no time to. */
export function asOneLook(
  { processes, system, holders }: Snapshot,
): Snapshot {
  return {
    ...processes && {
      processes: {
        ...processes,
        ...{ window_ms: 0, former_total: processes.total, new: 0, ended: 0 },
        reductions: undefined,
        processes: processes.processes.map((
          { pid, current_function, status, mailbox, reductions, ...held },
        ) => {
          const { heap_bytes, binary_bytes } = held;
          return {
            ...{ pid, current_function, status, mailbox, reductions },
            ...{ heap_bytes, binary_bytes, former_binary_bytes: binary_bytes },
          };
        }),
        ...{ sending: { count: 0, first: [] }, possible_cycles: [] },
        ...{ starting: [], kinds: [], logging: [], looks: [] },
      },
    },
    ...system && {
      system: {
        ...system,
        window_ms: 0,
        limits: system.limits.map(({ name, count, limit }) => ({
          ...{ name, former_count: 0, middle_count: count, count, limit },
          shrinks: true,
        })),
        memory: system.memory.map(({ name, bytes }) => ({
          ...{ name, former_bytes: bytes, bytes },
        })),
        ...{ collections: 0, collected_bytes: 0, schedulers: [] },
        ...{ sleepers: [], former_os: system.os },
      },
    },
    ...holders && {
      holders: {
        ...holders,
        window_ms: 0,
        tables: holders.tables.map((row) => ({
          ...row,
          ...{ former_bytes: row.bytes, former_rows: row.rows },
        })),
        outlets: holders.outlets.map((row) => ({
          ...row,
          ...{ looked_at: 0, quiet: 0 },
        })),
        links: holders.links.map(({ node, queue_bytes, out_bytes }) => ({
          ...{ node, queue_bytes, out_bytes },
        })),
        ...{
          new_tables: [],
          handlers: [],
          unconnected: [],
          unreachable: [],
          starting: [],
        },
      },
    },
  };
}
