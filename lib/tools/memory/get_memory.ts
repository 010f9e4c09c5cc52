/**
 * Where the memory of a node is.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  dictionary,
  integer,
  knownName,
  list,
  mfa,
  name,
  number,
  pid,
  record,
  row,
  table,
  text,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { TABLE } from "./table.ts";

/** Sections beside the classes. */
export const MEMORY_SECTIONS = [
  "allocators",
  "holders",
  "atoms",
  "persistent_terms",
] as const;

/** Arguments of {@linkcode getMemoryQuestion}. */
export interface GetMemoryArgs {
  readonly sections: readonly typeof MEMORY_SECTIONS[number][];
  /** Maximum of holders, atoms and keys, each; up to 100. */
  readonly limit: number;
}

/** Memory by class, and the sections asked for. */
export const getMemoryQuestion = defineQuestion("get_memory", {
  encode: ({ sections, limit }: GetMemoryArgs) =>
    map([
      [atom("sections"), [...new Set(sections)].map(atom)],
      [atom("limit"), Math.min(Math.max(1, limit), 100)],
    ]),
  shape: record({
    classes_bytes: dictionary(integer).describe("As erlang:memory() has it.")
      .optional(),
    beamtap_bytes: integer.describe("Of these, beamtap's own processes."),
    allocators: table({
      allocator: name,
      blocks_bytes: integer.describe("In use."),
      carriers_bytes: integer.describe("Taken from the system."),
      used_percent: number.describe("Low where much is taken: fragmentation."),
      single_block_carriers_bytes: integer,
      pooled_carriers_bytes: integer,
    }).optional(),
    holders: record({
      processes: table({
        pid,
        registered_name: knownName,
        initial_call: mfa,
        memory_bytes: integer,
      }),
      tables: table({
        table: TABLE,
        name: knownName,
        owner: pid.optional(),
        memory_bytes: integer,
      }),
    }).optional(),
    atoms: record({
      count: integer,
      limit: integer,
      newest: list(text).describe(
        "Last made first, without those that beamtap's own questions made.",
      ),
    }).optional(),
    persistent_terms: record({
      count: integer,
      memory_bytes: integer,
      keys: list(row({ begins_with: name, count: integer })).describe(
        "By the atom that keys begin with.",
      ),
    }).optional(),
  }),
});

/** Where the memory is. */
export const getMemory: Tool = defineNodesTool({
  name: "get_memory",
  title: "Memory",
  description:
    "Where the memory of a node is: classes in bytes; allocators with what is in use against what was taken from the system (fragmentation); the largest processes and ETS tables; persistent terms; the atom table with its newest names, which tell who leaks atoms. Use it when a node grows or its OS process is larger than its data. The section holders costs about 1.5 us a process at low priority, the rest a few milliseconds.",
  toolset: "memory",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: getMemoryQuestion,
  input: {
    sections: z.array(z.enum(MEMORY_SECTIONS)).max(4)
      .default(["allocators", "holders"]).describe(
        "What to show beside the classes.",
      ),
    limit: z.int().min(1).max(100).default(10).describe(
      "Most holders, atoms and keys of each kind.",
    ),
  },
  output: { ...getMemoryQuestion.shape.fields, cost: COST },
  ask: (args) => args,
  answer: (told) => told,
});
