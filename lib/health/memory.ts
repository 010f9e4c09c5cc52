/**
 * Memory: who holds binaries, what the allocators keep, and which class grows.
 *
 * @module
 */

import { rate, type Rule, rule } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

/** Formats bytes in MiB, with one decimal: the unit of all texts. */
export function mebibytes(bytes: number): string {
  return `${Math.round(10 * bytes / 2 ** 20) / 10} MiB`;
}

/** A small heap refers to many bytes of binaries. */
export const binaryLeak: Rule<never> = rule({
  focus: ["memory"],
  needs: ["processes"],
  find: ({ processes: { processes, window_ms } }, limits) =>
    processes.flatMap((process) => {
      const { pid, binary_bytes, heap_bytes, former_binary_bytes, binaries } =
        process;
      if (
        binary_bytes < limits.binary_bytes ||
        2 * (former_binary_bytes ?? 0) < limits.binary_bytes ||
        binary_bytes < limits.binary_ratio * heap_bytes ||
        (binaries ?? limits.binaries) < limits.binaries
      ) return [];
      return [{
        finding: "binary_leak",
        severity: binary_bytes >= 8 * limits.binary_bytes
          ? "critical" as const
          : "warning" as const,
        what: `it keeps ${mebibytes(binary_bytes)} of ${
          binaries === undefined ? "" : `${binaries} `
        }binaries alive with a heap of ${mebibytes(heap_bytes)}`,
        measured: [{
          what: "binary_bytes referred to",
          first: former_binary_bytes,
          last: binary_bytes,
          unit: "bytes",
          growth_rate: rate(former_binary_bytes, binary_bytes, window_ms),
        }, { what: "heap", last: heap_bytes, unit: "bytes" }],
        suspects: [{ role: "holder", process: pid }],
        cause:
          "parts of large binaries in its state without binary:copy/1, or so little garbage that it is never collected",
        next: { tool: "get_binary_holders", arguments: { limit: 5 } },
        weight: binary_bytes,
      }];
    }),
});

/** Processes that may hold the blocks that keep an allocator's carriers. */
function pins(
  allocator: string,
  { processes, holders }: Required<Pick<Snapshot, "processes" | "holders">>,
): { role: string; process?: string; name?: string }[] {
  const first = (measure: "binary_bytes" | "heap_bytes"): string[] =>
    processes.processes.filter((row) => row[measure] > 0)
      .toSorted((a, b) => b[measure] - a[measure])
      .slice(0, 1).map(({ pid }) => pid);
  switch (allocator) {
    case "binary_alloc":
      return first("binary_bytes")
        .map((process) => ({ role: "holds most binaries", process }));
    case "eheap_alloc":
      return first("heap_bytes")
        .map((process) => ({ role: "has the largest heap", process }));
    case "ets_alloc":
      return holders.tables.toSorted((a, b) => b.bytes - a.bytes).slice(0, 1)
        .map(({ name, owner }) => ({
          role: "owns the largest table",
          name,
          process: owner,
        }));
    default:
      return [];
  }
}

/** Carriers that are mostly empty, in both looks: those of heaps fill and empty with work. */
export const fragmentation: Rule<never> = rule({
  focus: ["memory"],
  needs: ["processes", "holders"],
  find: (parts, limits) =>
    parts.holders.allocators.flatMap((row) => {
      const { allocator, blocks_bytes, carriers_bytes, used_percent } = row;
      const unused = carriers_bytes - blocks_bytes;
      const former = parts.holders.former_allocators
        ?.find((other) => other.allocator === allocator);
      const isEmpty = [row, former ?? row].every((look) =>
        look.carriers_bytes - look.blocks_bytes >= limits.unused_bytes &&
        look.used_percent < limits.used_percent
      );
      if (!isEmpty) return [];
      return [{
        finding: "fragmentation",
        severity: "warning" as const,
        what: `${allocator} keeps ${
          mebibytes(carriers_bytes)
        } of carriers for ${mebibytes(blocks_bytes)} in use`,
        measured: [
          { what: "unused_bytes of carriers", last: unused, unit: "bytes" },
          { what: "usage_ratio", last: used_percent, unit: "percent" },
        ],
        suspects: [
          { role: "allocator", name: allocator },
          ...pins(allocator, parts),
        ],
        cause:
          "a few blocks that live long are spread over carriers whose other blocks were freed; the system gets a carrier back only when it is empty",
        next: { tool: "get_memory", arguments: { sections: ["allocators"] } },
        weight: unused,
      }];
    }),
});

const CLASSES: Readonly<Record<string, string>> = {
  processes: "heaps, stacks and mailboxes of processes",
  binary: "binaries outside heaps",
  ets: "ETS tables",
  atom: "the atom table",
  code: "loaded code",
  system: "memory of the emulator itself, such as drivers and NIFs",
};

/** Until then a node may still be loading, in ms. */
const YOUNG_MS = 60_000;

/** A class of memory grows all through the window. */
export const memoryGrowth: Rule<never> = rule({
  focus: ["memory", "growth"],
  needs: ["system", "processes"],
  unless: [
    "binary_leak",
    "mailbox_growth",
    "table_growth",
    "process_leak",
    "atom_leak",
    "selective_receive",
    "stuck_process",
    "log_flood",
    "heap_growth",
    "table_leak",
  ],
  find: (
    { system, processes: { processes, window_ms, own_tables = 0 } },
    limits,
  ) =>
    system.memory.flatMap(({ name, former_bytes, ...row }) => {
      // On a large node, what the looks keep is much, and comes within a short window.
      const own = name === "ets" ? own_tables : 0;
      const bytes = row.bytes - own;
      const growth_per_s = Math.round(
        (row.growth_per_s ?? 0) - 1000 * own / Math.max(1, system.window_ms),
      );
      const what = CLASSES[name];
      if (
        what === undefined || name === "system" ||
        growth_per_s < limits.memory_bytes_per_s
      ) return [];
      const grown = processes
        .map(({ pid, former_heap_bytes, heap_bytes, ...row }) => ({
          pid,
          growth: name === "binary"
            ? row.binary_bytes - (row.former_binary_bytes ?? 0)
            : heap_bytes - (former_heap_bytes ?? heap_bytes),
        })).filter(({ growth }) => growth > growth_per_s * window_ms / 4000)
        .toSorted((a, b) => b.growth - a.growth).slice(0, 2);
      return [{
        finding: "memory_growth",
        // A young node still loads.
        // Without a process that grew it may have been the questions themselves.
        severity: name === "code" || system.uptime_ms < YOUNG_MS ||
            name === "processes" && grown.length === 0
          ? "notice" as const
          : "warning" as const,
        what: `${what} grew all through the window, by ${
          mebibytes(growth_per_s)
        }/s`,
        measured: [{
          what: `memory of ${name}`,
          first: former_bytes,
          last: bytes,
          unit: "bytes",
          growth_rate: growth_per_s,
        }],
        suspects: name === "processes" || name === "binary"
          ? grown.map(({ pid, growth }) => ({
            role: `grew by ${mebibytes(growth)}`,
            process: pid,
          }))
          : [{ role: "class", name }],
        cause: "more is allocated than released",
        next: {
          tool: "get_memory",
          arguments: { sections: ["allocators", "holders"] },
        },
        weight: growth_per_s,
      }];
    }),
});

/**
 * Live data on a heap grows, judging by looks with collections between them. A large heap is
 * collected once in many seconds: what it keeps of its growth is not known then.
 */
export const heapGrowth: Rule<never> = rule({
  focus: ["memory", "growth"],
  needs: ["processes"],
  unless: ["mailbox_growth", "selective_receive", "stuck_process", "long_gc"],
  find: ({ processes: { looks, window_ms } }, limits) =>
    looks.flatMap(({ pid, collections, former_used_bytes, used_bytes = 0 }) => {
      // From one half of the window to the other.
      const perS = rate(former_used_bytes, used_bytes, window_ms / 2) ?? 0;
      const isCollected = collections >= 2;
      if (
        perS < limits.memory_bytes_per_s ||
        !isCollected && used_bytes < limits.collected_heap_bytes
      ) return [];
      return [{
        finding: "heap_growth",
        severity: isCollected && perS >= 4 * limits.memory_bytes_per_s
          ? "warning" as const
          : "notice" as const,
        what: isCollected
          ? `what it keeps on its heap grows by ${
            mebibytes(perS)
          }/s, collections and all`
          : `its heap of ${mebibytes(used_bytes)} grows by ${
            mebibytes(perS)
          }/s, and was not collected meanwhile: whether it keeps that is not known`,
        measured: [{
          what: "least memory of its heap in use, first and second half",
          first: former_used_bytes,
          last: used_bytes,
          unit: "bytes",
          growth_rate: perS,
        }],
        suspects: [{ role: "heap that grows", process: pid }],
        cause: isCollected
          ? "its state only grows: a cache or list without a limit"
          : "its state grows, or it does work that leaves garbage: look again in a minute",
        next: {
          tool: "get_process",
          arguments: { process: pid, sections: ["gc"] },
        },
        weight: perS,
      }];
    }),
});

/** Load of each processor from which on the machine, not the heap, makes collections long. */
const CROWDED = 3;

/** Much is collected, and there are large heaps. */
export const longCollections: Rule<never> = rule({
  focus: ["cpu", "memory"],
  needs: ["system", "processes"],
  find: ({ system, processes: { looks } }, limits) => {
    const perS = Math.round(
      1000 * system.collected_bytes / Math.max(1, system.window_ms),
    );
    const { load_1m = 0, processors = Infinity } = system.os.machine ?? {};
    const isCrowded = load_1m > CROWDED * processors;
    return looks.flatMap((look) => {
      const { pid, heap_bytes = 0, collections, most_ms, collecting } = look;
      const slow = most_ms >= limits.pause_ms || collecting >= 2;
      const much = perS >= limits.collected_bytes_per_s && collections >= 2;
      if (heap_bytes < limits.collected_heap_bytes || !(slow || much)) {
        return [];
      }
      // A job that fills a heap of some size and is done is none to wake anybody for.
      const long = !isCrowded &&
          (most_ms >= limits.pause_ms || 5 * collecting >= look.looks) ||
        heap_bytes >= 4 * limits.collected_heap_bytes;
      return [{
        finding: "long_gc",
        severity: long ? "warning" as const : "notice" as const,
        what: `garbage collections of its heap of ${
          mebibytes(heap_bytes)
        } take long; nothing else runs on that scheduler meanwhile`,
        measured: [
          { what: "smallest heap seen", last: heap_bytes, unit: "bytes" },
          {
            what: "collections seen of this process",
            last: collections,
            unit: "collections",
          },
          {
            what: "looks at which it was collecting",
            last: collecting,
            unit: `of ${look.looks} looks`,
          },
          {
            what: "longest time until it answered a look",
            last: most_ms,
            unit: "ms",
          },
          { what: "collected by the whole node", last: perS, unit: "bytes/s" },
        ],
        suspects: [{ role: "has the large heap", process: pid }],
        cause:
          "it keeps much on its heap and makes much garbage beside it: each major collection (long_gc) copies all that is alive",
        next: { tool: "get_process", arguments: { process: pid } },
        weight: heap_bytes,
      }];
    });
  },
});
