/**
 * What uses the memory of a node.
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
  "rabbitmq",
] as const;

const INPUT = {
  sections: z.array(z.enum(MEMORY_SECTIONS)).max(6)
    .default(["allocators", "holders", "os"]).describe("os: Linux only."),
  limit: z.int().min(1).max(100).default(10).describe("Of each kind."),
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
      newest: s.newestAtoms.describe(
        "Last made first, without those that beamtap sent; modules that it had loaded may have made some.",
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
    rabbitmq: s.record({
      limit_bytes: s.integer.describe(
        "Above it, RabbitMQ blocks who publishes.",
      ).optional(),
      processes: s.list(
        s.row({ kind: s.name, count: s.integer, bytes: s.integer }),
      ),
      tables: s.list(s.row({
        application: s.name.optional(),
        count: s.integer,
        bytes: s.integer,
      })).describe("By the application of their owners."),
    }).optional(),
  }),
});

/** Memory by class, and what uses it. */
export const getMemory: Tool = defineLook(getMemoryQuestion, {
  title: "Memory",
  description:
    "Memory by class and allocator (fragmentation), the largest processes and ETS tables, the OS process; atoms and persistent terms on request.",
  toolset: "memory",
});
