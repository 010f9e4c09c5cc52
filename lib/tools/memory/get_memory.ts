/**
 * Where the memory of a node is.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { OS_FACTS } from "../os_facts.ts";
import { TABLE } from "./table.ts";

/** Sections beside the classes. */
export const MEMORY_SECTIONS = [
  "allocators",
  "holders",
  "atoms",
  "persistent_terms",
  "os",
] as const;

const INPUT = {
  sections: z.array(z.enum(MEMORY_SECTIONS)).max(5)
    .default(["allocators", "holders", "os"]).describe(
      "What to show beside the classes. os: RSS, control group, descriptors, load, on Linux.",
    ),
  limit: z.int().min(1).max(100).default(10).describe(
    "Most holders, atoms and keys of each kind.",
  ),
};

/** Memory by class, and the sections asked for. */
export const getMemoryQuestion = defineQuestion("get_memory", {
  input: INPUT,
  encode: ({ sections, limit }) =>
    encodeArgs({
      sections: [...new Set(sections)].map(atom),
      limit: Math.min(Math.max(1, limit), 100),
    }),
  shape: s.record({
    classes_bytes: s.dictionary(s.integer).describe(
      "As erlang:memory() has it.",
    )
      .optional(),
    beamtap_bytes: s.integer.describe("Of these, beamtap's own processes."),
    allocators: s.table({
      allocator: s.name,
      blocks_bytes: s.integer.describe("In use."),
      carriers_bytes: s.integer.describe("Taken from the system."),
      used_percent: s.number.describe(
        "Low where much is taken: fragmentation.",
      ),
      single_block_carriers_bytes: s.integer,
      pooled_carriers_bytes: s.integer,
    }).optional(),
    holders: s.record({
      processes: s.table({
        pid: s.pid,
        registered_name: s.knownName,
        initial_call: s.mfa,
        memory_bytes: s.integer,
      }),
      tables: s.table({
        table: TABLE,
        name: s.knownName,
        owner: s.pid.optional(),
        memory_bytes: s.integer,
      }),
    }).optional(),
    atoms: s.record({
      count: s.integer,
      limit: s.integer,
      newest: s.list(s.text).describe(
        "Last made first, without those that beamtap's own questions made.",
      ),
    }).optional(),
    persistent_terms: s.record({
      count: s.integer,
      memory_bytes: s.integer,
      keys: s.list(s.row({ begins_with: s.name, count: s.integer })).describe(
        "By the atom that keys begin with.",
      ),
    }).optional(),
    os: OS_FACTS.optional(),
  }),
});

/** Where the memory is. */
export const getMemory: Tool = defineLook(getMemoryQuestion, {
  title: "Memory",
  description:
    "Where the memory of a node is: classes in bytes; allocators with what is in use against what was taken from the system (fragmentation); the largest processes and ETS tables; persistent terms; the atom table with its newest names, which tell who leaks atoms; what the operating system says. Use it when a node grows or its OS process is larger than its data. The section holders costs about 1.5 us a process at low priority, the rest a few milliseconds.",
  toolset: "memory",
});
