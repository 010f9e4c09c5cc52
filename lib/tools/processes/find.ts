/**
 * Finding things by a part of their name.
 *
 * @module
 */

import * as z from "zod";
import { find as findProbe, FIND_KINDS } from "../../beam/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";

/** `count` of them, and the first. */
function counted<Shape extends z.ZodType>(
  shape: Shape,
): z.ZodOptional<z.ZodObject<{ count: z.ZodInt; first: z.ZodArray<Shape> }>> {
  return z.object({ count: z.int(), first: z.array(shape) }).optional();
}

/** What has a text in its name. */
export const find: Tool = defineNodesTool({
  name: "find",
  title: "Find by name",
  description:
    "Finds registered names, loaded modules, ETS tables, applications and ports whose name contains a text. Use it when only part of a name is known; for processes without a name use list_processes with text. Costs a few microseconds a name.",
  toolset: "processes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: findProbe,
  input: {
    text: z.string().min(1).max(200).describe("In any case."),
    kinds: z.array(z.enum(FIND_KINDS)).min(1).max(5).default([...FIND_KINDS])
      .describe("What to look for."),
    limit: z.int().min(1).max(100).default(10).describe("Most of each kind."),
  },
  output: {
    names: counted(z.object({
      name: z.string(),
      id: z.string(),
      mailbox: z.int().optional(),
    })),
    modules: counted(z.string()),
    tables: counted(z.object({
      name: z.string(),
      table: z.string().describe("What it is called in arguments."),
      size: z.int(),
      memory_bytes: z.int(),
    })),
    applications: counted(z.object({
      application: z.string(),
      running: z.boolean().describe("Has processes."),
    })),
    ports: counted(z.object({
      port: z.string(),
      name: z.string(),
      owner: z.string(),
    })),
    cost: COST,
  },
  ask: (args) => args,
  answer: (told) => told,
});
