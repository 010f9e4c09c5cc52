/**
 * The state of Elixir's own abstractions, and of Phoenix, on a node.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  OptionalShape,
  refusals,
  s,
  Shape,
  type Shapes,
  type ValueOf,
} from "../../beam/mod.ts";
import { Atom, atom, binary } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";

/** What can be asked for. */
export const SECTIONS = [
  "repos",
  "connections",
  "requests",
  "live",
  "pubsub",
  "oban",
  "telemetry",
  "supervisors",
  "registries",
] as const;

const INPUT = {
  sections: z.array(z.enum(SECTIONS)).min(1).max(9)
    .default([...SECTIONS]).describe("To show."),
  text: z.string().min(1).max(200).optional().describe(
    "Part of a name.",
  ),
  limit: z.int().min(1).max(100).default(20).describe("Rows each."),
};

/** Why a section is missing: the library is not loaded, or does not answer. */
const SILENT = ["absent", "no_answer"] as const;

/** A section, or why it is missing; absent if not asked for. */
function said<S extends Shapes>(
  fields: S,
): OptionalShape<
  ValueOf<ReturnType<typeof s.countedTable<S>>> | typeof SILENT[number]
> {
  const what = s.countedTable(fields);
  return new OptionalShape(
    (term, reading) =>
      term instanceof Atom
        ? term.name === "absent" ? "absent" : "no_answer"
        : what.read(term, reading),
    () => z.union([z.enum(SILENT), what.schema]).optional(),
  );
}

/** A function, or what a stack says in Elixir's words. */
const PLACE: OptionalShape<string> = new Shape(
  (term, reading) =>
    (term instanceof Uint8Array ? s.nameOrText : s.mfa).read(term, reading),
  () => z.string(),
).optional();

const COUNT = s.integer.optional();

/** What a process does now. */
const DOING = {
  in: PLACE,
  request_id: s.text.optional(),
  current_function: s.mfa.optional(),
  memory_bytes: COUNT,
};

const elixirRefused = refusals({
  no_elixir: {
    says: "{node} does not run Elixir",
    hint: "the other tools do not need Elixir",
  },
});

/** The state of Elixir's own abstractions and of Phoenix; refuses on a node without Elixir. */
export const getElixirOverviewQuestion = defineQuestion(
  "get_elixir_overview",
  {
    input: {
      ...INPUT,
      // With statements, paths, routes and topics.
      data: z.boolean().default(false),
    },
    encode: ({ sections, text = "", limit, data }) =>
      encodeArgs({
        sections: [...new Set(sections)].map(atom),
        text: binary(text.toLowerCase()),
        limit,
        data,
      }),
    shape: s.record({
      elixir_version: s.text.unlessEmpty(),
      repos: said({
        repo: s.nameOrPid.optional(),
        pool: s.pid.optional(),
        size: COUNT,
        idle: s.integer,
        busy: s.integer,
        waiting: s.integer.describe("Processes that wait for a connection."),
      }),
      connections: said({
        holder: s.pid,
        repo: s.nameOrPid.optional(),
        pool: s.pid,
        held_ms: COUNT.describe("Longest first; unknown in a transaction."),
        left_ms: COUNT.describe("Until its timeout."),
        ...DOING,
        statement: s.text.optional(),
        route: s.text.optional(),
      }),
      waiting: s.countedTable({
        waiter: s.pid,
        repo: s.nameOrPid.optional(),
        pool: s.pid,
        waited_ms: COUNT,
        left_ms: COUNT,
        in: PLACE,
        request_id: s.text.optional(),
        route: s.text.optional(),
      }).optional(),
      requests: s.countedTable({
        pid: s.pid,
        age_ms: COUNT.describe("Longest first."),
        server: s.name.optional(),
        ...DOING,
        method: s.text.optional(),
        route: s.text.optional(),
        path: s.text.optional(),
      }).optional(),
      not_read: s.integer.describe(
        "Processes that may serve requests, or wait, but whose stacks were not printed: heaps over 512 KiB, or too many.",
      ),
      live: s.countedTable({
        kind: s.oneOf(["view", "channel", "socket"]).describe(
          "socket: of which view is unknown.",
        ),
        view: s.nameOrText,
        count: s.integer,
        memory_bytes: s.integer,
        largest: s.pid,
        largest_bytes: s.integer,
      }).optional(),
      pubsub: s.countedTable({
        pubsub: s.name,
        topics: COUNT,
        subscribers: COUNT,
      }).optional(),
      topics: s.countedTable({
        pubsub: s.name,
        topic: s.text.optional().describe("Takes the scope data."),
        subscribers: s.integer,
      }).optional(),
      oban: said({
        instance: s.nameOrText,
        queue: s.text,
        limit: COUNT,
        running: COUNT,
        paused: s.flag.optional(),
      }),
      jobs: s.countedTable({
        pid: s.pid,
        instance: s.nameOrText,
        queue: s.text,
        worker: s.text.optional(),
        age_ms: COUNT,
        current_function: s.mfa.optional(),
        memory_bytes: COUNT,
      }).optional(),
      telemetry: said({ event: s.text, id: s.shown, function: s.mfa }),
      supervisors: s.countedTable({
        kind: s.name,
        name: s.name,
        pid: s.pid,
        callback: s.name,
        children: s.integer.describe("By links; of all partitions."),
        partitions: COUNT,
        mailbox: s.integer,
      }).optional(),
      registries: s.countedTable({
        name: s.name,
        pid: s.pid,
        keys: s.shown.unlessEmpty(),
        partitions: COUNT,
        entries: COUNT,
        mailbox: s.integer,
      }).optional(),
    }),
    refused: (refusal) => elixirRefused(refusal),
  },
);

/** Elixir and Phoenix at a glance. */
export const getElixirOverview: Tool = defineNodeTool({
  name: "get_elixir_overview",
  title: "Elixir overview",
  description:
    "Elixir and Phoenix at a glance: who holds or awaits database connections, requests in flight, LiveViews, channels, PubSub, Oban, registries. With scope data: SQL, routes, paths, topics.",
  toolset: "elixir",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getElixirOverviewQuestion],
  input: INPUT,
  output: { ...getElixirOverviewQuestion.shape.fields, cost: COST },
  note: ({ not_read, requests, connections }) =>
    not_read > 0 && (requests !== undefined || connections !== undefined)
      ? `${not_read} requests or waiters may be missing or lack fields: their heaps are over 512 KiB, or they are too many to be looked at`
      : undefined,
  run: (args, { beam, granted }) =>
    beam.run(getElixirOverviewQuestion, { ...args, data: granted("data") }),
});
