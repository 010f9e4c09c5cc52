/**
 * One process: what it is, what it does, and which others it knows. Copies no
 * argument, message or dictionary.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeProcess,
  flag,
  integer,
  knownName,
  list,
  mfa,
  name,
  nameOrPid,
  pid,
  processRefused,
  record,
  row,
  Shape,
  text,
  words,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
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

/** Arguments of {@linkcode getProcessQuestion}. */
export interface GetProcessArgs {
  /** A pid or a registered name, as {@linkcode encodeProcess} takes it. */
  readonly process: string;
  readonly sections?: readonly typeof PROCESS_SECTIONS[number][] | undefined;
  /** Maximum relations of each kind, and binaries; up to 500. @default {20} */
  readonly limit?: number | undefined;
}

const AT = row({ function: mfa, file: text, line: integer });

/** `gen_server:loop/7 (gen_server.erl:437)`. */
const FRAME: Shape<string> = new Shape(
  (term, reading) => {
    const { function: called, file, line } = AT.read(term, reading);
    return file && line ? `${called} (${file}:${line})` : called;
  },
  () => z.string(),
);

const RELATED = row({
  count: integer.describe("True number, also where fewer are shown."),
  first: list(row({ id: related, registered_name: knownName })),
}).optional();

/** Another process, and what it does. */
const OTHERS = list(row({
  pid,
  registered_name: knownName,
  initial_call: mfa.optional().describe("Missing if it has ended."),
  current_function: mfa.optional(),
  mailbox: integer,
}));

/** One process, closely. */
export const getProcessQuestion = defineQuestion("get_process", {
  encode: ({ process, sections = [], limit = 20 }: GetProcessArgs) =>
    map([
      [atom("process"), encodeProcess(process)],
      [atom("sections"), [...new Set(sections)].map(atom)],
      [atom("limit"), Math.min(Math.max(1, limit), 500)],
    ]),
  shape: record({
    ...PROCESS,
    priority: name,
    trap_exit: flag,
    young_heap_bytes: words,
    parent: pid.optional().describe("Who spawned it; OTP 25."),
    group_leader: pid,
    ancestors: list(nameOrPid).optional(),
    not_read: NOT_READ,
    stack: list(FRAME).optional().describe("Innermost call first."),
    links: RELATED,
    monitors: RELATED,
    monitored_by: RELATED,
    spawned_by: OTHERS.optional().describe("Nearest first; OTP 25."),
    binaries: row({
      count: integer,
      bytes: integer,
      references: integer,
      largest: list(row({ bytes: integer, references: integer })),
    }).optional(),
    waiting_for: record({
      cycle: flag.describe("They wait for each other: a deadlock."),
      chain: list(row({
        waiter: pid,
        in: mfa,
        for: list(related).describe("One of these, if several."),
      })),
      last: OTHERS.describe("What the last one waited for does."),
    }).optional(),
    gc: record({
      minor_gcs: integer,
      fullsweep_after: integer,
      max_heap_bytes: words.describe("0: no limit."),
      young_used_bytes: words,
      young_bytes: words,
      old_used_bytes: words,
      old_bytes: words,
      fragments_bytes: words,
      message_queue_data: name.optional(),
    }).optional(),
  }),
  refused: (refusal, { process }) => processRefused(refusal, process),
});

/** One process, closely. */
export const getProcess: Tool = defineNodeTool({
  name: "get_process",
  title: "One process",
  description:
    "One process by pid or registered name: what it is, what it is doing now (stack), whom it is linked to and monitors, its heap and garbage collection. Use it on what list_processes has found. Copies no message, state, dictionary or argument, so no secrets. Costs the node a few milliseconds.",
  toolset: "processes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probes: [getProcessQuestion],
  input: {
    process: PROCESS_INPUT,
    sections: z.array(z.enum(PROCESS_SECTIONS)).max(6)
      .default(["stack", "relations", "waiting_for"]).describe(
        "Beside the basics: stack, relations (links, monitors), ancestors (who spawned it), gc, binaries, waiting_for (whom it calls, and whom that one).",
      ),
    limit: z.int().min(1).max(100).default(20).describe(
      "How many relations of each kind and binaries to show.",
    ),
  },
  output: { ...getProcessQuestion.shape.fields, cost: COST },
  run: (args, { beam }) => beam.run(getProcessQuestion, args),
});
