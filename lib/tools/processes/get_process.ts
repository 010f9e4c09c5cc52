/**
 * One process: what it is, what it does, and its relations to others. Copies no
 * argument, message or dictionary.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  processRefused,
  s,
  Shape,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import { NOT_READ, PROCESS, related } from "./process_fields.ts";

/** Sections beside the basic facts. */
export const PROCESS_SECTIONS = [
  "stack",
  "relations",
  "ancestors",
  "gc",
  "binaries",
  "waiting_for",
] as const;

const INPUT = {
  process: PROCESS_INPUT,
  sections: z.array(z.enum(PROCESS_SECTIONS)).max(6)
    .default(["stack", "relations", "waiting_for"]).describe(
      "relations: links, monitors.",
    ),
  limit: z.int().min(1).max(100).default(20).describe(
    "Relations and binaries.",
  ),
};

const AT = s.row({ function: s.mfa, file: s.text, line: s.integer });

/** `gen_server:loop/7 (gen_server.erl:437)`. */
const FRAME: Shape<string> = new Shape(
  (term, reading) => {
    if (term instanceof Uint8Array) {
      return s.text.read(term, reading).replace(/^Elixir\.([^:]+):/, "$1.");
    }
    const { function: called, file, line } = AT.read(term, reading);
    return file && line ? `${called} (${file}:${line})` : called;
  },
  () => z.string(),
);

const RELATED = s.row({
  count: s.integer.describe("Total, even if fewer are shown."),
  first: s.list(s.row({ id: related, registered_name: s.knownName })),
}).optional();

/** Another process, and what it does. */
const OTHERS = s.list(s.row({
  pid: s.pid,
  registered_name: s.knownName,
  initial_call: s.mfa.optional().describe("Missing if it has ended."),
  current_function: s.mfa.optional(),
  mailbox: s.integer,
}));

/** One process, closely. */
export const getProcessQuestion = defineQuestion("get_process", {
  input: INPUT,
  encode: ({ process, sections = [], limit = 20 }) =>
    encodeArgs({
      process: encodeProcess(process),
      sections: [...new Set(sections)].map(atom),
      limit: Math.min(Math.max(1, limit), 500),
    }),
  shape: s.record({
    ...PROCESS,
    priority: s.name,
    trap_exit: s.flag,
    young_heap_bytes: s.words,
    parent: s.pid.optional().describe("Who spawned it; OTP 25."),
    group_leader: s.pid,
    ancestors: s.list(s.nameOrPid).optional(),
    callers: s.list(s.nameOrPid).optional().describe(
      "For whom it works, in Elixir.",
    ),
    not_read: NOT_READ,
    serving: s.row({
      in: s.text,
      request_id: s.text.optional(),
      age_ms: s.integer.optional(),
    }).optional().describe("Of Phoenix, Oban."),
    stack: s.list(FRAME).optional().describe("Innermost call first."),
    links: RELATED,
    monitors: RELATED,
    monitored_by: RELATED,
    spawned_by: OTHERS.optional().describe("Nearest first; OTP 25."),
    binaries: s.row({
      count: s.integer,
      bytes: s.integer,
      references: s.integer,
      largest: s.list(s.row({ bytes: s.integer, references: s.integer })),
    }).optional(),
    waiting_for: s.record({
      cycle: s.flag.describe("They wait for each other: a deadlock."),
      chain: s.list(s.row({
        waiter: s.pid,
        in: s.mfa,
        for: s.list(related).describe("One of these, if several."),
      })),
      last: OTHERS.describe("What the last one waited for does."),
    }).optional(),
    gc: s.record({
      minor_gcs: s.integer,
      fullsweep_after: s.integer,
      max_heap_bytes: s.words.describe("0: no limit."),
      young_used_bytes: s.words,
      young_bytes: s.words,
      old_used_bytes: s.words,
      old_bytes: s.words,
      fragments_bytes: s.words,
      message_queue_data: s.name.optional(),
    }).optional(),
  }),
  refused: (refusal, { process }) => processRefused(refusal, process),
});

/** One process, closely. */
export const getProcess: Tool = defineNodeTool({
  name: "get_process",
  title: "One process",
  description:
    "One process: what it is, what it does now (stack), links and monitors, whom it waits for. Copies no message, state, dictionary or argument.",
  toolset: "processes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probes: [getProcessQuestion],
  input: INPUT,
  output: { ...getProcessQuestion.shape.fields, cost: COST },
  run: (args, { beam }) => beam.run(getProcessQuestion, args),
});
