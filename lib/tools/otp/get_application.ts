/**
 * One loaded application: what it is, and what it takes.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeName,
  nameRefused,
  oddText,
  OptionalShape,
  readOdd,
  s,
} from "../../beam/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { STATUS, USE } from "./application_parts.ts";

const INPUT = {
  application: z.string().min(1).max(255).describe("Its name."),
  limit: z.int().min(1).max(500).default(50).describe("Of each kind."),
};

/** Malformed parts of its specification, left out of the other fields. */
const odd: OptionalShape<string> = new OptionalShape(
  (term) => oddText(readOdd(term)),
  () => z.string().optional(),
);

/** One loaded application; no value of its environment leaves the node. */
export const getApplicationQuestion = defineQuestion("get_application", {
  input: INPUT,
  encode: ({ application, limit }) =>
    encodeArgs({
      application: encodeName(application, "no_such_application"),
      limit,
    }),
  shape: s.record({
    application: s.name,
    description: s.text.unlessEmpty(),
    version: s.text.unlessEmpty(),
    status: STATUS,
    permanence: s.name.optional(),
    ...USE,
    top: s.row({
      pid: s.pid,
      registered_name: s.knownName,
      initial_call: s.mfa.optional(),
    }).optional().describe("Its first process."),
    callback: s.name.optional(),
    modules: s.integer,
    depends_on: s.counted(s.name),
    optional: s.counted(s.name),
    included: s.counted(s.name),
    needed_by: s.counted(s.name),
    registered: s.counted(s.name),
    environment_keys: s.counted(s.name),
    odd: odd.describe("Parts of its specification of an odd form."),
  }),
  refused: (refusal, { application }) => nameRefused(refusal, application),
});

/** One application, closely. */
export const getApplication: Tool = defineLook(getApplicationQuestion, {
  title: "One application",
  description:
    "One application: status, version, top supervisor, dependencies, processes, memory, environment keys (no values).",
  toolset: "otp",
});
