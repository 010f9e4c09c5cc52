/**
 * The toolset `logs`: how a node logs.
 *
 * @module
 */

import * as z from "zod";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, knownMfaText } from "../fields.ts";
import { logConfig } from "./get_log_config.ts";

const FILTERS = z.array(
  z.object({ id: z.string(), function: z.string().optional() }),
);
const SETTINGS = z.record(z.string(), z.union([z.string(), z.number()]));

/** Levels, handlers, filters, load. */
export const getLogConfig: Tool = defineNodesTool({
  name: "get_log_config",
  title: "Log configuration",
  description:
    "How a node logs: levels, of single modules too, handlers, filters, where it goes, and whether handlers are overloaded (mode sync: callers wait; drop: events are lost). Use it when log events are missing, or logging slows the node. Costs a few milliseconds.",
  toolset: "logs",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: logConfig,
  input: {
    limit: z.int().min(1).max(200).default(30).describe(
      "Most handlers, and most modules with levels.",
    ),
  },
  output: {
    level: z.string().describe("Of the node; modules may have their own."),
    filter_default: z.string(),
    filters: FILTERS,
    metadata_keys: z.array(z.string()),
    module_levels: z.object({
      count: z.int(),
      first: z.array(z.object({ module: z.string(), level: z.string() })),
    }),
    handlers: z.array(z.object({
      id: z.string(),
      module: z.string(),
      level: z.string(),
      filter_default: z.string(),
      filters: FILTERS,
      formatter: z.string().optional(),
      destination: z.string().optional(),
      settings: SETTINGS,
    })),
    load: z.array(z.object({
      handler: z.string(),
      pid: z.string(),
      mailbox: z.int().optional(),
      current_function: z.string().optional(),
      mode: z.string().optional(),
      idle: z.boolean().optional(),
      burst_messages: z.int().optional(),
    })),
    elixir: SETTINGS,
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ filters, handlers, load, ...rest }) => {
    const texts = (all: typeof filters): z.input<typeof FILTERS> =>
      all.map((filter) => ({
        id: filter.id,
        function: knownMfaText(filter.function),
      }));
    return {
      ...rest,
      filters: texts(filters),
      handlers: handlers.first.map((handler) => ({
        ...handler,
        filters: texts(handler.filters),
      })),
      load: load.map((row) => ({
        ...row,
        current_function: knownMfaText(row.current_function),
      })),
    };
  },
});
