/**
 * The toolset `memory`: where the memory of a node is, and what grows.
 *
 * @module
 */

import * as z from "zod";
import {
  binaryHolders,
  etsTables,
  MEMORY_SECTIONS,
  memoryUse,
  mnesiaUse,
  MOST_HOLDERS,
  MOST_TABLES,
  TABLE_SORTS,
} from "../../beam/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, knownMfaText, mfaText, OWNED_BY } from "../fields.ts";

const TOOLSET = "memory";

const TABLE = z.string().describe(
  "How to call it in arguments: its name, or #Ref<…> where it has none.",
);

/** Where the memory is. */
export const getMemory: Tool = defineNodesTool({
  name: "get_memory",
  title: "Memory",
  description:
    "Where the memory of a node is: classes in bytes; allocators with what is in use against what was taken from the system (fragmentation); the largest processes and ETS tables; persistent terms; the atom table with its newest names, which tell who leaks atoms. Use it when a node grows or its OS process is larger than its data. The section holders costs about 1.5 us a process at low priority, the rest a few milliseconds.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: memoryUse,
  input: {
    sections: z.array(z.enum(MEMORY_SECTIONS)).max(4)
      .default(["allocators", "holders"]).describe(
        "What to show beside the classes.",
      ),
    limit: z.int().min(1).max(100).default(10).describe(
      "Most holders, atoms and keys of each kind.",
    ),
  },
  output: {
    classes_bytes: z.record(z.string(), z.int()).optional().describe(
      "As erlang:memory() has it.",
    ),
    beamtap_bytes: z.int().describe("Of these, beamtap's own processes."),
    allocators: z.array(z.object({
      allocator: z.string(),
      blocks_bytes: z.int().describe("In use."),
      carriers_bytes: z.int().describe("Taken from the system."),
      used_percent: z.number().describe(
        "Low where much is taken: fragmentation.",
      ),
      single_block_carriers_bytes: z.int(),
      pooled_carriers_bytes: z.int(),
    })).optional(),
    holders: z.object({
      processes: z.array(z.object({
        pid: z.string(),
        registered_name: z.string().optional(),
        initial_call: z.string(),
        memory_bytes: z.int(),
      })),
      tables: z.array(z.object({
        table: TABLE,
        name: z.string().optional(),
        owner: z.string().optional(),
        memory_bytes: z.int(),
      })),
    }).optional(),
    atoms: z.object({
      count: z.int(),
      limit: z.int(),
      newest: z.array(z.string()).describe(
        "Last made first, without those that beamtap's own questions made.",
      ),
    }).optional(),
    persistent_terms: z.object({
      count: z.int(),
      memory_bytes: z.int(),
      keys: z.array(z.object({
        begins_with: z.string(),
        count: z.int(),
      })).describe("By the atom that keys begin with."),
    }).optional(),
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ holders, ...rest }) => ({
    ...rest,
    holders: holders && {
      ...holders,
      processes: holders.processes.map((row) => ({
        ...row,
        initial_call: mfaText(row.initial_call),
      })),
    },
  }),
});

/** The ETS tables that come first by one measure. */
export const listEts: Tool = defineNodesTool({
  name: "list_ets",
  title: "ETS tables",
  description:
    "The ETS tables of a node that come first by memory (in bytes), size (objects), growth of memory over a window, or name; of all, of one process, or of those whose name holds a text. Use it to find the table that grows, or what a table is called. Binaries of more than 64 bytes are not in its memory, but in class binary of get_memory. Shows no contents. Costs some microseconds a table.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probe: etsTables,
  input: {
    sort: z.enum(TABLE_SORTS).default("memory").describe(
      "growth: of memory, over window_ms.",
    ),
    limit: z.int().min(1).max(MOST_TABLES).default(20).describe("Most rows."),
    text: z.string().min(1).max(200).optional().describe(
      "Only tables whose name contains it, in any case.",
    ),
    process: OWNED_BY,
    window_ms: z.int().min(10).max(10_000).default(1000).describe(
      "For sort growth: time between two looks.",
    ),
  },
  output: {
    total: z.int().describe("Tables on the node."),
    matched: z.int(),
    memory_bytes: z.int().describe("Of those that match."),
    locked: z.int().describe("Tables that were locked too long to be seen."),
    window_ms: z.int(),
    tables: z.array(z.object({
      table: TABLE,
      name: z.string().optional().describe("Of a table not called by it."),
      owner: z.string(),
      owner_name: z.string().optional(),
      size: z.int(),
      memory_bytes: z.int(),
      growth_bytes: z.int().optional(),
      type: z.string(),
      protection: z.string(),
      key_position: z.int(),
      compressed: z.boolean(),
      read_concurrency: z.boolean(),
      write_concurrency: z.string(),
      heir: z.string().optional(),
    })),
    cost: COST,
  },
  ask: ({ window_ms, ...args }) => ({ ...args, windowMs: window_ms }),
  answer: (told) => told,
});

/** Who holds binaries. */
export const getBinaryHolders: Tool = defineNodesTool({
  name: "get_binary_holders",
  title: "Holders of binaries",
  description:
    "The processes that hold most bytes in reference-counted binaries. Use it when memory class binary grows: a process with a small heap, few collections and many bytes keeps garbage alive (a leak of parts of large binaries). Forces no garbage collection. Costs about 2 us a process and more for those that hold many, at low priority.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probe: binaryHolders,
  input: {
    limit: z.int().min(1).max(MOST_HOLDERS).default(10).describe("Most rows."),
  },
  output: {
    total: z.int().describe("Processes on the node."),
    holders: z.int().describe("Those that hold any."),
    binary_bytes: z.int().optional().describe("Of all binaries of the node."),
    processes: z.array(z.object({
      pid: z.string(),
      registered_name: z.string().optional(),
      initial_call: z.string(),
      current_function: z.string().optional(),
      binary_bytes: z.int().describe(
        "Of what it refers to; others may refer to the same.",
      ),
      binaries: z.int(),
      heap_bytes: z.int(),
      mailbox: z.int(),
      minor_gcs: z.int().optional().describe("Since the last full collection."),
    })),
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ processes, ...rest }) => ({
    ...rest,
    processes: processes.map((row) => ({
      ...row,
      initial_call: mfaText(row.initial_call),
      current_function: knownMfaText(row.current_function),
    })),
  }),
});

const LOCKS = z.object({
  count: z.int(),
  first: z.array(z.object({
    table: z.string(),
    of: z.string().describe("table or record."),
    kind: z.string(),
    process: z.string().optional(),
    held_by: z.string().optional(),
  })),
}).optional();

/** Mnesia, where it runs. */
export const getMnesia: Tool = defineNodesTool({
  name: "get_mnesia",
  title: "Mnesia",
  description:
    "Mnesia of a node, if it runs there: nodes, tables with size and memory, transactions at work, locks held and waited for, counts of commits, failures and restarts. Use it for transactions that hang or restart, or tables that grow. Shows no record. Costs a few milliseconds and one question to each of Mnesia's processes.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: mnesiaUse,
  input: {
    limit: z.int().min(1).max(200).default(20).describe(
      "Most tables, locks and transactions, each.",
    ),
  },
  output: {
    running: z.boolean(),
    mnesia: z.object({
      nodes: z.array(z.string()),
      running_nodes: z.array(z.string()),
      uses_disc: z.boolean().optional(),
      commits: z.int().optional(),
      failures: z.int().optional(),
      restarts: z.int().optional(),
      log_writes: z.int().optional(),
      held_locks: LOCKS,
      waiting_locks: LOCKS,
      transactions: z.object({
        count: z.int(),
        first: z.array(z.object({
          process: z.string().optional(),
          role: z.string(),
        })),
      }).optional(),
      tables: z.object({
        count: z.int(),
        first: z.array(z.object({
          table: z.string(),
          storage: z.string(),
          type: z.string().optional(),
          size: z.int().optional(),
          memory_bytes: z.int().optional(),
          active_on: z.array(z.string()),
        })),
      }).optional(),
    }).optional().describe("What did not answer in time is missing."),
    cost: COST,
  },
  ask: (args) => args,
  answer: (told) => told,
});
