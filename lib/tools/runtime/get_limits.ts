/**
 * Counts of a node against its limits, and when they will be reached.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { WINDOW } from "./window.ts";

const INPUT = {
  window_ms: WINDOW,
  limit: z.int().min(0).max(100).default(10).describe("Newest atoms."),
};

/** Looks at the counts several times, and says what follows; beamtap's own are left out. */
export const getLimitsQuestion = defineQuestion("get_limits", {
  input: INPUT,
  encode: ({ window_ms, limit }) =>
    encodeArgs({ window_ms, limit: Math.min(Math.max(0, limit), 100) }),
  waitsMs: ({ window_ms }) => window_ms,
  shape: s.record({
    window_ms: s.integer,
    limits: s.table({
      name: s.name,
      count: s.integer,
      limit: s.integer,
      used_percent: s.number,
      change: s.integer.describe("Over the window."),
      growth_per_s: s.number.describe(
        "Missing unless it grew all through the window.",
      ).optional(),
      full_in_s: s.integer.describe("At that rate.").optional(),
    }),
    memory_bytes: s.integer.optional(),
    memory_change_bytes: s.integer.optional(),
    memory_growth_bytes_per_s: s.integer.optional(),
    newest_atoms: s.newestAtoms.describe(
      "Last made first, without those that beamtap sent; modules that it had loaded may have made some.",
    ),
  }),
});

/** Counts against limits, and when they will be reached. */
export const getLimits: Tool = defineLook(getLimitsQuestion, {
  title: "Limits in use",
  description:
    "How near processes, ports, atoms and ETS tables are to their limits, their growth and when they are full; the newest atoms.",
  toolset: "runtime",
  note: ({ limits, newest_atoms }) => {
    const atoms = Array.isArray(limits) &&
      limits.find(({ name }) => name === "atoms");
    return Object(atoms).change > 0 || Object(newest_atoms).length === 0
      ? undefined
      : "no atom was made meanwhile; some of the newest may be of modules of OTP that beamtap's own questions had loaded";
  },
});
