/**
 * Mnesia of a node: its tables, who holds locks, and what waits for them.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";

/** Maximum tables, locks and transactions of an answer, each. */
const MAX_MNESIA = 200;

const INPUT = {
  limit: z.int().min(1).max(MAX_MNESIA).default(20).describe("Of each kind."),
};

const LOCKS = s.counted(s.row({
  table: s.name,
  of: s.name.describe("table or record."),
  kind: s.name,
  process: s.pid.optional(),
  held_by: s.pid.optional(),
})).optional();

/** Mnesia, if it runs; the largest tables first. */
export const getMnesiaQuestion = defineQuestion("get_mnesia", {
  input: INPUT,
  encode: ({ limit }) =>
    encodeArgs({ limit: Math.min(Math.max(1, limit), MAX_MNESIA) }),
  shape: s.record({
    running: s.flag,
    mnesia: s.record({
      nodes: s.list(s.name),
      running_nodes: s.list(s.name),
      uses_disc: s.flag.optional(),
      commits: s.integer.optional(),
      failures: s.integer.optional(),
      restarts: s.integer.optional(),
      log_writes: s.integer.optional(),
      held_locks: LOCKS,
      waiting_locks: LOCKS,
      transactions: s.counted(
        s.row({ process: s.pid.optional(), role: s.name }),
      )
        .optional(),
      tables: s.counted(s.row({
        table: s.name,
        storage: s.name,
        type: s.name.optional(),
        size: s.integer.optional(),
        memory_bytes: s.integer.optional(),
        active_on: s.list(s.name),
      })).optional(),
    }).describe("What did not answer in time is missing.").optional(),
  }),
});

/** Mnesia, if it runs. */
export const getMnesia: Tool = defineLook(getMnesiaQuestion, {
  title: "Mnesia",
  description:
    "Mnesia: nodes, tables, transactions, locks held and waited for, commits, failures, restarts. No records.",
  toolset: "memory",
});
