/**
 * How busy the schedulers of a node are, and with what.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { WINDOW } from "./window.ts";

/** How busy the schedulers of a kind are. */
export const USED = {
  kind: s.name,
  total: s.integer,
  online: s.integer,
  used_percent: s.number,
  each_percent: s.list(s.number),
  queue_average: s.number.describe("Waiting to run."),
  queue_most: s.integer,
};

/** Looks at counters twice, and several times at the queues in between. */
export const getSchedulersQuestion = defineQuestion("get_schedulers", {
  input: {
    window_ms: WINDOW,
    detail: z.enum(["concise", "full"]).default("concise").describe(
      "full: microstates.",
    ),
  },
  // Having microstates accounted for costs the whole node a little.
  encode: ({ window_ms, detail }) =>
    encodeArgs({ window_ms, states: detail === "full" }),
  waitsMs: ({ window_ms }) => window_ms,
  shape: s.record({
    window_ms: s.integer,
    schedulers: s.table(USED),
    states: s.list(s.row({ type: s.name, percent: s.dictionary(s.number) }))
      .optional(),
    reductions_per_s: s.integer,
    context_switches_per_s: s.integer,
    collections_per_s: s.integer,
    collected_bytes_per_s: s.integer,
    input_bytes_per_s: s.integer,
    output_bytes_per_s: s.integer,
  }),
});

/** How busy the schedulers are. */
export const getSchedulers: Tool = defineLook(getSchedulersQuestion, {
  title: "Schedulers",
  description:
    "How busy normal, dirty CPU and dirty IO schedulers are over a window; run queues, reductions, collections, IO. Switches the measuring of scheduler time on meanwhile.",
  toolset: "runtime",
});
