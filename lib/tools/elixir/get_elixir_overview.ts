/**
 * The toolset `elixir`: what Elixir's own abstractions are at.
 *
 * @module
 */

import * as z from "zod";
import { ELIXIR_SECTIONS, elixirOverview } from "../../beam/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, mfaText } from "../fields.ts";

/** Some of many. */
function counted<Item extends z.ZodObject>(
  item: Item,
): z.ZodObject<{ count: z.ZodInt; first: z.ZodArray<Item> }> {
  return z.object({ count: z.int(), first: z.array(item) });
}

const MISSING = z.enum(["absent", "no_answer"]);

/** Elixir at a glance. */
export const getElixirOverview: Tool = defineNodeTool({
  name: "get_elixir_overview",
  title: "Elixir overview",
  description:
    "Use it on a node that runs Elixir: Registries with their entries, named DynamicSupervisors, Task.Supervisors and PartitionSupervisors with their children, telemetry handlers, Ecto pools (ready connections, waiting callers), Oban queues. Costs a few milliseconds; libraries that are not loaded are absent.",
  toolset: "elixir",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [elixirOverview],
  input: {
    sections: z.array(z.enum(ELIXIR_SECTIONS)).min(1).max(5)
      .default([...ELIXIR_SECTIONS]).describe("What to look at."),
    text: z.string().min(1).max(200).optional().describe(
      "Only registered names and events that contain it, in any case.",
    ),
    limit: z.int().min(1).max(100).default(20).describe(
      "Most rows of each section.",
    ),
  },
  output: {
    elixir_version: z.string().optional(),
    registries: counted(z.object({
      name: z.string(),
      pid: z.string(),
      keys: z.string().optional(),
      partitions: z.int().optional(),
      entries: z.int().optional(),
      mailbox: z.int(),
    })).optional(),
    supervisors: counted(z.object({
      kind: z.string(),
      name: z.string(),
      pid: z.string(),
      callback: z.string(),
      children: z.int().describe("By links; of all partitions."),
      partitions: z.int().optional(),
      mailbox: z.int(),
    })).optional(),
    telemetry: z.union([
      MISSING,
      counted(
        z.object({ event: z.string(), id: z.string(), function: z.string() }),
      ),
    ]).optional(),
    ecto: z.union([
      MISSING,
      counted(z.object({
        repo: z.string(),
        pool: z.string().optional(),
        size: z.int().optional(),
        ready: z.int().optional(),
        waiting: z.int().optional(),
      })),
    ]).optional(),
    oban: z.union([
      MISSING,
      counted(z.object({
        instance: z.string(),
        queue: z.string(),
        limit: z.int().optional(),
        running: z.int().optional(),
        paused: z.boolean().optional(),
      })),
    ]).optional(),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { telemetry, ...rest } = await beam.run(elixirOverview, args);
    return {
      ...rest,
      telemetry: typeof telemetry === "object"
        ? {
          count: telemetry.count,
          first: telemetry.first.map((row) => ({
            ...row,
            function: mfaText(row.function),
          })),
        }
        : telemetry,
    };
  },
});
