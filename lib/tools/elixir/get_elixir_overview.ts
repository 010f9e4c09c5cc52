/**
 * The state of Elixir's own abstractions on a node.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  refusals,
  s,
  Shape,
} from "../../beam/mod.ts";
import { Atom, atom, binary } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";

/** What can be asked for. */
export const SECTIONS = [
  "registries",
  "supervisors",
  "telemetry",
  "ecto",
  "oban",
] as const;

const INPUT = {
  sections: z.array(z.enum(SECTIONS)).min(1).max(5)
    .default([...SECTIONS]).describe("To show."),
  text: z.string().min(1).max(200).optional().describe(
    "Part of a name or event.",
  ),
  limit: z.int().min(1).max(100).default(20).describe("Rows of each section."),
};

/** Why a library says nothing: it is not loaded, or it does not answer. */
const SILENT = ["absent", "no_answer"] as const;

/** What a library says, or why it says nothing. */
function said<Value>(
  what: Shape<Value>,
): Shape<Value | typeof SILENT[number]> {
  return new Shape(
    (term, reading) =>
      term instanceof Atom
        ? term.name === "absent" ? "absent" : "no_answer"
        : what.read(term, reading),
    () => z.union([z.enum(SILENT), what.schema]),
  );
}

const elixirRefused = refusals({
  no_elixir: {
    says: "{node} does not run Elixir",
    hint: "use the other tools: they do not need it",
  },
});

/** The state of Elixir's own abstractions; refuses on a node without Elixir. */
export const getElixirOverviewQuestion = defineQuestion(
  "get_elixir_overview",
  {
    input: INPUT,
    encode: ({ sections, text, limit }) =>
      encodeArgs({
        sections: [...new Set(sections)].map(atom),
        text: binary((text ?? "").toLowerCase()),
        limit,
      }),
    shape: s.record({
      elixir_version: s.text.unlessEmpty(),
      registries: s.countedTable({
        name: s.name,
        pid: s.pid,
        keys: s.text.unlessEmpty(),
        partitions: s.integer.optional(),
        entries: s.integer.optional(),
        mailbox: s.integer,
      }).optional(),
      supervisors: s.countedTable({
        kind: s.name,
        name: s.name,
        pid: s.pid,
        callback: s.name,
        children: s.integer.describe("By links; of all partitions."),
        partitions: s.integer.optional(),
        mailbox: s.integer,
      }).optional(),
      telemetry: said(
        s.countedTable({ event: s.text, id: s.text, function: s.mfa }),
      )
        .optional(),
      ecto: said(s.countedTable({
        repo: s.nameOrPid,
        pool: s.pid.optional(),
        size: s.integer.optional(),
        ready: s.integer.optional(),
        waiting: s.integer.optional(),
      })).optional(),
      oban: said(s.countedTable({
        instance: s.nameOrText,
        queue: s.text,
        limit: s.integer.optional(),
        running: s.integer.optional(),
        paused: s.flag.optional(),
      })).optional(),
    }),
    refused: (refusal) => elixirRefused(refusal),
  },
);

/** Elixir at a glance. */
export const getElixirOverview: Tool = defineNodeTool({
  name: "get_elixir_overview",
  title: "Elixir overview",
  description:
    "Elixir: registries, named dynamic, task and partition supervisors, telemetry handlers, Ecto pools (ready, waiting), Oban queues.",
  toolset: "elixir",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getElixirOverviewQuestion],
  input: INPUT,
  output: { ...getElixirOverviewQuestion.shape.fields, cost: COST },
  run: (args, { beam }) => beam.run(getElixirOverviewQuestion, args),
});
