/**
 * What changed on a node, or what differs between two.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  type InputOf,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import {
  defineClusterTool,
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { following } from "../following.ts";
import { KIND } from "../processes/group_processes.ts";
import { filtersRefused } from "../processes/process_filters.ts";
import { CHANGES, changesOf } from "./changes_of.ts";

/** Sections compared besides totals. */
export const COMPARED_SECTIONS = [
  "processes",
  "tables",
  "applications",
  "modules",
] as const;

const INPUT = {
  // Clients give up after a minute.
  window_ms: z.int().min(100).max(50_000).default(5000).describe(
    "On one node.",
  ),
  sections: z.array(z.enum(COMPARED_SECTIONS)).min(1).max(4)
    .default([...COMPARED_SECTIONS]).describe("What to compare."),
  by: z.enum(["initial_call", "label", "application"]).default("initial_call")
    .describe("Kind of process."),
  limit: z.int().min(1).max(100).default(10).describe("Rows each."),
};

const LOOK = s.record({
  totals: s.dictionary(s.integer),
  processes: s.list(s.row({ name: KIND, count: s.integer, bytes: s.integer }))
    .optional(),
  tables: s.list(
    s.row({
      name: s.name,
      count: s.integer,
      bytes: s.integer,
      rows: s.integer,
    }),
  ).optional(),
  applications: s.list(
    s.row({ name: s.name, version: s.text, running: s.flag }),
  ).optional(),
  modules: s.list(s.row({ name: s.module, digest: s.integer })).optional(),
  left_out: s.list(s.name),
});

/** One look at a node, if its window is 0, or two without what stayed the same. */
export const compareQuestion = defineQuestion("compare", {
  encode: (
    { window_ms, sections, by }: Omit<InputOf<typeof INPUT>, "limit">,
  ) =>
    encodeArgs({
      window_ms,
      sections: [...new Set(sections)].map(atom),
      by: atom(by),
    }),
  shape: s.record({
    window_ms: s.integer.optional(),
    first: LOOK.optional(),
    second: LOOK,
  }),
  waitsMs: ({ window_ms }) => window_ms,
  refused: (refusal) => filtersRefused(refusal, {}),
});

/** Result of one look. */
export type Look = AnswerOf<typeof compareQuestion>["second"];

const OUTPUT = {
  window_ms: z.int().optional(),
  first_node: z.string().optional(),
  second_node: z.string().optional(),
  ...CHANGES,
  cost: COST.optional(),
};

const DECLARED = {
  name: "compare",
  title: "What changed, or differs",
  description:
    "What changed on a node within a window, or differs between two, as after a deploy: kinds of processes, tables, applications, code. Costs 6 us a process.",
  toolset: "nodes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  deadlineMs: 120_000,
  probes: [compareQuestion],
  input: INPUT,
  output: OUTPUT,
} as const;

const overTime = defineNodeTool({
  ...DECLARED,
  run: async ({ limit, ...args }, context) => {
    const { window_ms, first, second, cost } = await following(
      context,
      args.window_ms,
      () => context.beam.run(compareQuestion, args),
    );
    if (first === undefined) throw new TypeError("asked for two looks");
    return {
      window_ms,
      ...changesOf(first, second, { limit, isPartial: cost.partial === true }),
      cost,
    };
  },
});

const betweenNodes = defineClusterTool({
  ...DECLARED,
  run: async ({ limit, ...args }, { ask }) => {
    const { answers, silent } = await ask(compareQuestion, {
      ...args,
      window_ms: 0,
    });
    const [first, second] = answers;
    const [missing] = silent;
    if (missing && answers.length + silent.length === 2) {
      throw new ToolError(
        missing.code === "unknown_node" ? "unknown_node" : "no_answer",
        `${missing.node} (${missing.code}): ${missing.problem}`,
        { hint: "ask it alone to see what to do about it" },
      );
    }
    if (!first || !second || answers.length + silent.length > 2) {
      throw new ToolError(
        "invalid_arguments",
        `two nodes can be compared, and nodes is ${
          [...answers, ...silent].map(({ node }) => node).join(", ")
        }`,
        { hint: "name two in nodes, with a comma; for one, leave nodes out" },
      );
    }
    return {
      first_node: first.node,
      second_node: second.node,
      ...changesOf(first.answer.second, second.answer.second, {
        limit,
        isPartial: [first, second].some(({ answer }) => answer.cost.partial),
        otherNode: true,
      }),
    };
  },
});

/** Two looks at one node, or one at each of two. */
export const compare: Tool = {
  ...betweenNodes,
  input: z.strictObject({
    ...betweenNodes.input.shape,
    nodes: z.string().min(1).max(255).optional().describe(
      'Two instead: "shop@a,shop@b".',
    ),
  }),
  output: z.object({
    ...overTime.output?.partial().shape,
    ...betweenNodes.output?.partial().shape,
    ...OUTPUT,
  }),
  prepare: (args) =>
    (Object(args).nodes === undefined ? overTime : betweenNodes).prepare(args),
};
