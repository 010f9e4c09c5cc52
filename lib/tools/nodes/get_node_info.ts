/**
 * Overview of a node: versions, memory, counts against limits.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";

/** Sections beside the overview. */
export const NODE_SECTIONS = ["flags", "boot", "code_path", "alarms"] as const;

/** How many there are, and the maximum. */
const USAGE = s.row({ count: s.integer, limit: s.integer });

/** The overview, and the sections asked for. */
export const getNodeInfoQuestion = defineQuestion("get_node_info", {
  input: {
    sections: z.array(z.enum(NODE_SECTIONS)).max(4).default([]).describe(
      "Also these.",
    ),
    limit: z.int().min(1).max(500).default(100).describe(
      "Arguments and folders.",
    ),
  },
  encode: ({ sections, limit }) =>
    encodeArgs({
      sections: [...new Set(sections)].map(atom),
      limit: Math.min(Math.max(1, limit), 500),
    }),
  shape: s.record({
    otp_release: s.text,
    erts_version: s.text,
    elixir_version: s.text.optional(),
    gleam_stdlib_version: s.text.optional(),
    uptime_ms: s.integer,
    running_applications: s.integer.optional(),
    build: s.record({
      architecture: s.text,
      word_bytes: s.integer,
      type: s.name,
      flavor: s.name.optional(),
    }),
    schedulers: s.row({
      total: s.integer,
      online: s.integer,
      dirty_cpu_online: s.integer,
      dirty_io: s.integer,
    }),
    run_queue: s.integer.describe(
      "Processes and ports ready to run; steadily above schedulers.online, the node is short of CPU.",
    ),
    processes: USAGE,
    ports: USAGE,
    atoms: USAGE.describe("Atoms are never freed; at the limit the node dies."),
    ets_tables: USAGE.describe("The limit is not a hard one."),
    memory_bytes: s.dictionary(s.integer).describe(
      "By class, as erlang:memory() has it.",
    ).optional(),
    distribution: s.record({
      connected_visible: s.integer,
      connected_hidden: s.integer.describe("beamtap not among them."),
      net_ticktime_s: s.integer.optional(),
    }),
    flags: s.dictionary(s.text).optional(),
    boot: s.record({
      arguments: s.counted(s.row({ flag: s.name, value: s.text })).optional(),
      plain_arguments: s.integer.describe(
        "How many arguments after -extra; they are not shown.",
      ).optional(),
      script: s.text.optional(),
      status: s.name.optional(),
      mode: s.name.describe("interactive or embedded.").optional(),
    }).optional(),
    code_path: s.counted(s.text).optional(),
    alarms: s.list(s.row({
      source: s.name,
      state: s.oneOf(["known", "busy", "large", "no_answer", "replaced"]),
      set: s.list(s.shown).describe("Their ids."),
    })).describe("Sources that run: sasl's alarm_handler, RabbitMQ.")
      .optional(),
  }),
});

/** How a node is doing. */
export const getNodeInfo: Tool = defineLook(getNodeInfoQuestion, {
  title: "Node overview",
  description:
    "Versions, uptime, memory by class, run queue, and counts against limits.",
  toolset: "nodes",
});
