/**
 * The toolset `data`: what processes, tables and applications hold.
 *
 * @module
 */

import * as z from "zod";
import type { Term } from "../../etf/mod.ts";
import { appEnv } from "./get_app_env.ts";
import { mailbox } from "./get_mailbox.ts";
import { processState } from "./get_process_state.ts";
import { etsRows } from "./read_ets.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import {
  CONTENT_INPUT,
  CUT_NOTE,
  homeOf,
  limitsOf,
  PATH,
  pathOf,
  showerOf,
  SHOWN,
  shown,
  shownAll,
  termOf,
} from "../terms.ts";

const TOOLSET = "data";

/** What a process keeps. */
export const getProcessState: Tool = defineNodeTool({
  name: "get_process_state",
  title: "State of a process",
  description:
    `The state of an OTP process (gen_server, gen_statem, gen_event, supervisor, Agent), or its status, whole or at a path. Use it when get_process does not explain what a process does. The process itself answers, with a copy of its state, so it is asked only if that is bounded: heap up to 512 KiB and, printed, under 100,000 characters, no funs; and while it waits for messages. Costs it the copying. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [processState],
  input: {
    process: PROCESS_INPUT,
    view: z.enum(["state", "status", "dictionary"]).default("state").describe(
      "status: also parent, debug options, whether it is suspended. dictionary: all, or the key that path begins with. Both need force: nothing bounds a dictionary.",
    ),
    path: PATH,
    ...CONTENT_INPUT,
    answer_ms: z.int().min(10).max(15_000).default(2000).describe(
      "How long the process may take to answer.",
    ),
    force: z.boolean().default(false).describe(
      "Copy without a bound, or ask one that is busy or unknown. CAN END THE NODE: parts that are shared are copied each time, so 1 kB can become 1 TB.",
    ),
  },
  output: {
    pid: z.string(),
    behaviour: z.string().optional(),
    module: z.string().optional().describe("Its callback module."),
    heap_bytes: z.int(),
    mailbox: z.int(),
    ...SHOWN,
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const { trail, ...state } = await context.beam.run(processState, {
      ...args,
      path: pathOf(args.path, args.syntax, home),
    });
    return { ...state, ...shown(state, showerOf(context, home, args), trail) };
  },
});

/** What waits in a process. */
export const getMailbox: Tool = defineNodeTool({
  name: "get_mailbox",
  title: "Messages of a process",
  description:
    `The messages that wait in a process: counted by kind, or the oldest of them. Use it to see what a process does not get to, or never takes. All messages are copied for it, so it is refused above 1,000, or where they may take more than 16 MiB, unless forced. Costs some microseconds a message. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [mailbox],
  input: {
    process: PROCESS_INPUT,
    view: z.enum(["kinds", "sample"]).default("kinds").describe(
      "kinds: counted by shape; sample: the oldest themselves.",
    ),
    limit: z.int().min(1).max(100).default(10).describe(
      "Most kinds or messages.",
    ),
    ...CONTENT_INPUT,
    force: z.boolean().default(false).describe(
      "Copy them even if they are many or large. Can end the node if they hold persistent terms.",
    ),
  },
  output: {
    pid: z.string(),
    mailbox: z.int().describe("Messages in it."),
    looked_at: z.int(),
    kinds_in_all: z.int().optional(),
    kinds: z.array(z.object({
      kind: z.string().describe("_ for what differs."),
      count: z.int(),
      first: z.int().describe("Place of the oldest, from 1."),
    })).optional(),
    messages: z.array(z.object(SHOWN)).optional().describe("Oldest first."),
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const shower = showerOf(context, home, args);
    const { messages, ...rest } = await context.beam.run(mailbox, args);
    return { ...rest, messages: messages && shownAll(messages, shower).shown };
  },
});

/** What a table holds. */
export const readEts: Tool = defineNodeTool({
  name: "read_ets",
  title: "Rows of an ETS table",
  description:
    `Rows of an ETS table: those with a key, those that a pattern matches, or any. Use list_ets first for its name, size and key position. Private tables cannot be read. A pattern without the key looks at every row (0.4 s a million), refused above a million unless forced. Costs little otherwise. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [etsRows],
  input: {
    table: z.string().min(1).max(300).describe(
      "A name, or #Ref<0.1.2.3> for one without.",
    ),
    key: z.string().min(1).max(10_000).optional().describe(
      'Rows with this key, a term: {user, 17} or <<"id">>.',
    ),
    match: z.string().min(1).max(10_000).optional().describe(
      "Rows that match, a term with '_' for anything: {{user, '_'}, '_', active}.",
    ),
    limit: z.int().min(1).max(100).default(10).describe("Most rows."),
    ...CONTENT_INPUT,
    force: z.boolean().default(false).describe("Scan also a huge table."),
  },
  output: {
    table: z.string(),
    size: z.int().describe("Rows in the table."),
    type: z.string(),
    key_position: z.int(),
    all_shown: z.boolean().describe(
      "No other rows were asked for; else narrow match, or raise limit or max_bytes.",
    ),
    rows: z.array(z.object(SHOWN)),
    cost: COST,
  },
  run: async (args, context) => {
    const { key, match, ...rest } = args;
    const home = await homeOf(context);
    const term = (text: string): Term => termOf(text, args.syntax, home);
    const { rows, more, ...table } = await context.beam.run(etsRows, {
      ...rest,
      select: key !== undefined
        ? { key: term(key) }
        : match !== undefined
        ? { match: term(match) }
        : "sample",
    });
    const { shown, left } = shownAll(rows, showerOf(context, home, args));
    return {
      table: args.table,
      ...table,
      all_shown: !more && left === 0,
      rows: shown,
    };
  },
});

/** How an application is configured. */
export const getAppEnv: Tool = defineNodeTool({
  name: "get_app_env",
  title: "Application environment",
  description:
    `The configuration of an application as it is now: all keys, or one, at a path. Use it to check what a node really runs with. Costs next to nothing. ${CUT_NOTE}`,
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [appEnv],
  input: {
    application: z.string().min(1).max(255).describe("Its name: my_app."),
    key: z.string().min(1).max(300).optional().describe(
      "One key, a term: port or MyApp.Repo (elixir).",
    ),
    path: PATH.describe("Into the value of the key, as in get_process_state."),
    limit: z.int().min(1).max(200).default(50).describe("Most keys."),
    ...CONTENT_INPUT,
  },
  output: {
    application: z.string(),
    keys: z.int().describe("How many there are."),
    values: z.array(z.object({ key: z.string(), ...SHOWN })),
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const { syntax, application, limit } = args;
    const [key] = args.key === undefined
      ? []
      : pathOf([args.key], syntax, home);
    const { values, ...rest } = await context.beam.run(appEnv, {
      application,
      limit,
      ...limitsOf(args),
      key: typeof key === "object" ? key.key : undefined,
      path: key === undefined ? [] : pathOf(args.path, syntax, home),
    });
    const shower = showerOf(context, home, args);
    return {
      ...rest,
      values: values.map(({ key, trail, ...value }) => ({
        key: shower.show(key),
        ...shown(value, shower, [key, ...trail]),
      })),
    };
  },
});
