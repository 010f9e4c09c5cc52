/**
 * The applications that a node has loaded, and what each takes.
 *
 * @module
 */

import * as z from "zod";
import { defineQuestion, encodeArgs, partOfName, s } from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { NONE_MATCH } from "../fields.ts";
import { STATUS, USE } from "./application_parts.ts";

/** What applications can be sorted by. */
const SORTS = ["memory", "size", "name"] as const;

/** Maximum rows of an answer. */
const MAX_APPLICATIONS = 300;

const INPUT = {
  sort: z.enum(SORTS).default("memory").describe("size: number of processes."),
  limit: z.int().min(1).max(MAX_APPLICATIONS).default(40).describe(
    "Rows.",
  ),
  text: z.string().min(1).max(100).optional().describe("Part of the name."),
};

/** The loaded applications; asks the application controller for at most a second. */
export const listApplicationsQuestion = defineQuestion("list_applications", {
  input: INPUT,
  encode: ({ sort, limit, text }) =>
    encodeArgs({
      sort: atom(sort),
      limit,
      text: binary(partOfName(text ?? "")),
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
    "Loaded applications: status, version, processes, memory; which grows, or is stuck starting.",
  toolset: "otp",
  budgetBytes: 40_960,
  note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
});
