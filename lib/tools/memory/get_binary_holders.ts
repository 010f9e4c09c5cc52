/**
 * The processes that hold the most bytes in binaries outside their heaps.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { mebibytes } from "../../health/mod.ts";
import { defineLook } from "../define_look.ts";

/** Maximum rows of an answer. */
const MAX_HOLDERS = 200;

const INPUT = {
  limit: z.int().min(1).max(MAX_HOLDERS).default(10).describe("Rows."),
};

/** The largest holders first; collects no garbage. */
export const getBinaryHoldersQuestion = defineQuestion("get_binary_holders", {
  input: INPUT,
  encode: ({ limit }) =>
    encodeArgs({ limit: Math.min(Math.max(1, limit), MAX_HOLDERS) }),
  shape: s.record({
    total: s.integer.describe("Processes on the node."),
    holders: s.integer.describe("Those that hold any."),
    binary_bytes: s.integer.describe("Of all binaries of the node.").optional(),
    processes: s.table({
      pid: s.pid,
      registered_name: s.knownName,
      initial_call: s.mfa,
      current_function: s.mfa.optional(),
      binary_bytes: s.integer.describe(
        "Of what it refers to; others may refer to the same.",
      ),
      binaries: s.integer,
      heap_bytes: s.integer,
      mailbox: s.integer,
      minor_gcs: s.integer.describe("Since the last full collection.")
        .optional(),
    }),
  }),
});

/** Who holds binaries. */
export const getBinaryHolders: Tool = defineLook(getBinaryHoldersQuestion, {
  title: "Holders of binaries",
  description:
    "Processes that hold most bytes in shared binaries. Many bytes, a small heap and few collections: garbage kept alive.",
  toolset: "memory",
  budgetBytes: 40_960,
  note: ({ holders, binary_bytes = 0, processes }) => {
    if (holders === 0) {
      return "no process refers to a binary of more than 64 bytes; tables and drivers may";
    }
    const bytes = ROWS.parse(processes)
      .reduce((sum, row) => sum + row.binary_bytes, 0);
    const all = Number(binary_bytes);
    return all < 10_000_000 || bytes > all / 2
      ? undefined
      : `these rows refer to ${mebibytes(bytes)} of ${
        mebibytes(all)
      }; other processes, rows of tables (list_ets sort=size; its memory_bytes leaves such binaries out), ports or messages hold the rest`;
  },
});

const ROWS = z.array(z.object({ binary_bytes: z.number() }));
