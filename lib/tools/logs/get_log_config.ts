/**
 * How a node logs.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  readInteger,
  readText,
  s,
  Shape,
} from "../../beam/mod.ts";
import { Atom } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";

/** Maximum handlers, and modules with a level of their own, of an answer. */
const MAX_LOG_CONFIG = 200;

const INPUT = {
  limit: z.int().min(1).max(MAX_LOG_CONFIG).default(30).describe(
    "Handlers and modules.",
  ),
};

const FILTERS = s.list(s.row({ id: s.name, function: s.mfa.optional() }));

/** Overload protection and rotation, as far as they are numbers and words. */
const SETTINGS = s.dictionary(
  new Shape<string | number>(
    (term) =>
      term instanceof Atom
        ? term.name
        : term instanceof Uint8Array
        ? readText(term)
        : readInteger(term),
    () => z.union([z.string(), z.number()]),
  ),
);

/** Levels, handlers, filters, load. */
export const getLogConfigQuestion = defineQuestion("get_log_config", {
  input: INPUT,
  encode: ({ limit }) =>
    encodeArgs({ limit: Math.min(Math.max(1, limit), MAX_LOG_CONFIG) }),
  shape: s.record({
    level: s.name.describe("Of the node; modules may have their own."),
    filter_default: s.name,
    filters: FILTERS,
    metadata_keys: s.list(s.name),
    module_levels: s.counted(s.row({ module: s.module, level: s.name })),
    handlers: s.list(s.record({
      id: s.name,
      module: s.module,
      level: s.name,
      filter_default: s.name,
      filters: FILTERS,
      formatter: s.name.optional(),
      destination: s.text.unlessEmpty(),
      settings: SETTINGS,
    })),
    load: s.list(s.record({
      handler: s.name,
      pid: s.pid,
      mailbox: s.integer.optional(),
      current_function: s.mfa.optional(),
      mode: s.name.optional(),
      idle: s.flag.optional(),
      burst_messages: s.integer.optional(),
    })),
    elixir: SETTINGS,
  }),
});

/** Levels, handlers, filters, load. */
export const getLogConfig: Tool = defineLook(getLogConfigQuestion, {
  title: "Log configuration",
  description:
    "Log levels (also of modules), handlers, filters, and overload: mode sync makes callers wait, drop loses events.",
  toolset: "logs",
});
