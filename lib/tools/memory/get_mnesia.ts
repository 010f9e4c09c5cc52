/**
 * Mnesia of a node: its tables, who holds locks, and what waits for them.
 *
 * @module
 */

import * as z from "zod";
import {
  counted,
  defineQuestion,
  flag,
  integer,
  list,
  name,
  pid,
  record,
  row,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";

/** Maximum tables, locks and transactions of an answer, each. */
export const MAX_MNESIA = 200;

/** Arguments of {@linkcode getMnesiaQuestion}. */
export interface GetMnesiaArgs {
  /** Maximum tables, locks and transactions, each; up to {@linkcode MAX_MNESIA}. */
  readonly limit: number;
}

const LOCKS = counted(row({
  table: name,
  of: name.describe("table or record."),
  kind: name,
  process: pid.optional(),
  held_by: pid.optional(),
})).optional();

/** Mnesia, if it runs; the largest tables first. */
export const getMnesiaQuestion = defineQuestion("get_mnesia", {
  encode: ({ limit }: GetMnesiaArgs) =>
    map([[atom("limit"), Math.min(Math.max(1, limit), MAX_MNESIA)]]),
  shape: record({
    running: flag,
    mnesia: record({
      nodes: list(name),
      running_nodes: list(name),
      uses_disc: flag.optional(),
      commits: integer.optional(),
      failures: integer.optional(),
      restarts: integer.optional(),
      log_writes: integer.optional(),
      held_locks: LOCKS,
      waiting_locks: LOCKS,
      transactions: counted(row({ process: pid.optional(), role: name }))
        .optional(),
      tables: counted(row({
        table: name,
        storage: name,
        type: name.optional(),
        size: integer.optional(),
        memory_bytes: integer.optional(),
        active_on: list(name),
      })).optional(),
    }).describe("What did not answer in time is missing.").optional(),
  }),
});

/** Mnesia, if it runs. */
export const getMnesia: Tool = defineNodesTool({
  name: "get_mnesia",
  title: "Mnesia",
  description:
    "Mnesia of a node, if it runs there: nodes, tables with size and memory, transactions at work, locks held and waited for, counts of commits, failures and restarts. Use it for transactions that hang or restart, or tables that grow. Shows no record. Costs a few milliseconds and one question to each of Mnesia's processes.",
  toolset: "memory",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: getMnesiaQuestion,
  input: {
    limit: z.int().min(1).max(MAX_MNESIA).default(20).describe(
      "Most tables, locks and transactions, each.",
    ),
  },
  output: { ...getMnesiaQuestion.shape.fields, cost: COST },
  ask: (args) => args,
  answer: (told) => told,
});
