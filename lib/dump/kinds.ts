/**
 * The kinds of sections of a crash dump: lines such as `=proc:<0.1.0>`.
 *
 * @module
 */

/** Sections that are known; any other is `other`. */
export const KINDS = [
  "other",
  "erl_crash_dump",
  "scheduler",
  "dirty_cpu_scheduler",
  "dirty_cpu_run_queue",
  "dirty_io_scheduler",
  "dirty_io_run_queue",
  "memory",
  "memory_status",
  "memory_map",
  "hash_table",
  "index_table",
  "allocated_areas",
  "allocator",
  "instr_data",
  "old_instr_data",
  "proc",
  "port",
  "ets",
  "internal_ets",
  "timer",
  "node",
  "no_distribution",
  "visible_node",
  "hidden_node",
  "not_connected",
  "loaded_modules",
  "mod",
  "fun",
  "proc_messages",
  "proc_dictionary",
  "proc_stack",
  "proc_heap",
  "persistent_terms",
  "literals",
  "binary",
  "atoms",
  "abort",
  "end",
] as const;

/** A kind of section. */
export type Kind = typeof KINDS[number];

/** Kinds by a hash of their names, since a dump has a section for each process and binary. */
const BY_HASH = new Map(KINDS.map((kind) => {
  const bytes = new TextEncoder().encode(kind);
  return [hashOf(bytes, 0, bytes.length), { kind, bytes }] as const;
}));

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash, 31) + (bytes[i] ?? 0) | 0;
  }
  return hash;
}

/** Longest name of a kind, in bytes; names of unknown kinds may be as long. */
const MAX_NAME = 32;
const COLON = 0x3a;
const UNDERSCORE = 0x5f;
const A = 0x61;
const Z = 0x7a;

/**
 * Reads the kind in the line `[start, end)`, which starts with `=`; `undefined` if it is
 * no heading. The id, if any, starts at `nameEnd + 1`.
 */
export function headingOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { kind: Kind; nameEnd: number } | undefined {
  const from = start + 1;
  let nameEnd = from;
  for (; nameEnd < end; nameEnd++) {
    const byte = bytes[nameEnd] ?? 0;
    if (byte === COLON) break;
    if ((byte < A || byte > Z) && byte !== UNDERSCORE) return undefined;
  }
  const length = nameEnd - from;
  if (length === 0 || length > MAX_NAME) return undefined;
  const known = BY_HASH.get(hashOf(bytes, from, nameEnd));
  if (known === undefined || known.bytes.length !== length) {
    return { kind: "other", nameEnd };
  }
  return { kind: known.kind, nameEnd };
}
