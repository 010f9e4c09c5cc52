/**
 * The applications that a node has loaded, and what each takes.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, s } from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { STATUS, USE } from "./application_parts.ts";

/** What applications can be sorted by. */
export const SORTS = ["memory", "size", "name"] as const;

/** Maximum rows of an answer. */
const MAX_APPLICATIONS = 300;

const INPUT = {
  sort: z.enum(SORTS).default("memory").describe(
    "Largest first; size is the number of processes.",
  ),
  limit: z.int().min(1).max(MAX_APPLICATIONS).default(40).describe(
    "Most rows.",
  ),
  text: z.string().min(1).max(100).optional().describe(
    "Only names that contain it, in any case.",
  ),
};

/** The loaded applications; asks the application controller for at most a second. */
export const listApplicationsQuestion = defineQuestion("list_applications", {
  input: INPUT,
  encode: ({ sort, limit, text }) =>
    encodeArgs({
      sort: atom(sort),
      limit,
      text: binary((text ?? "").toLowerCase()),
    }),
  shape: s.record({
    loaded: s.integer,
    matched: s.integer,
    running: s.integer,
    starting: s.list(s.name),
    controller_answers: s.flag,
    others: s.row(USE).describe("Processes of no application."),
    applications: s.table({
      application: s.name,
      status: STATUS,
      permanence: s.name.optional(),
      version: s.text.unlessEmpty(),
      ...USE,
    }),
  }),
});

/** Which applications there are, and what each takes. */
export const listApplications: Tool = defineLook(listApplicationsQuestion, {
  title: "Applications",
  description:
    "The applications loaded on a node: status, version, processes and memory of each. Use it to see what runs there, which application grows, or which is stuck in its start. Costs about 2 us a process, at low priority.",
  toolset: "otp",
  budgetBytes: 40_960,
});
