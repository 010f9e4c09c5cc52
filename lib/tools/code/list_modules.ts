/**
 * The modules that a node has loaded.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeName,
  gleamAtom,
  nameRefused,
  s,
} from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { NONE_MATCH } from "../fields.ts";

const SORTS = ["name", "size"] as const;

/** Maximum rows of an answer. */
const MAX_MODULES = 500;

const INPUT = {
  text: z.string().min(1).max(200).optional().describe("Part of the name."),
  application: z.string().min(1).max(255).optional().describe("Its name."),
  old_code: z.boolean().default(false).describe("Only with old code."),
  sort: z.enum(SORTS).default("name").describe("Order."),
  limit: z.int().min(1).max(MAX_MODULES).default(50).describe("Rows."),
};

/** The loaded modules; loads none and creates no atoms. */
export const listModulesQuestion = defineQuestion("list_modules", {
  input: INPUT,
  encode: ({ sort, limit, text, application, old_code }) =>
    encodeArgs({
      sort: atom(sort),
      limit,
      text: binary(gleamAtom(text ?? "")),
      old_code,
      application: application === undefined
        ? atom("any")
        : encodeName(application, "no_such_application"),
    }),
  shape: s.record({
    loaded: s.integer,
    matched: s.integer,
    code_bytes: s.integer.describe("Of all loaded modules."),
    old_code_bytes: s.integer,
    modules: s.table({
      module: s.module,
      size_bytes: s.integer,
      old_code_bytes: s.integer,
      application: s.name.optional(),
      md5: s.hex.unlessEmpty(),
    }),
  }),
  refused: (refusal, { application = "" }) => nameRefused(refusal, application),
});

/** Which modules are loaded. */
export const listModules: Tool = defineLook(listModulesQuestion, {
  title: "Loaded modules",
  description:
    "Loaded modules: code size, old code that processes may still run, application, MD5 (to compare nodes).",
  toolset: "code",
  budgetBytes: 40_960,
  note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
});
