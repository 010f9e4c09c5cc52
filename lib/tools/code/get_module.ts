/**
 * One loaded module: what it exports, what it is, where it came from.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeName,
  nameRefused,
  s,
} from "../../beam/mod.ts";
import { binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import {
  attributes,
  behaviours,
  compilerOf,
  sourceOf,
} from "./module_facts.ts";

const INPUT = {
  module: z.string().min(1).max(255).describe("gen_server, MyApp.Server."),
  text: z.string().min(1).max(200).optional().describe(
    "Part of a function.",
  ),
  limit: z.int().min(0).max(1000).default(100).describe("Functions."),
};

/** One loaded module; reads its file and creates no atoms. */
export const getModuleQuestion = defineQuestion("get_module", {
  input: INPUT,
  encode: ({ module, text, limit }) =>
    encodeArgs({
      module: encodeName(module, "no_such_module"),
      text: binary((text ?? "").toLowerCase()),
      limit,
    }),
  shape: s.record({
    module: s.module,
    application: s.name.optional(),
    file: s.text.unlessEmpty(),
    file_is_loaded: s.flag.optional().describe(
      "false: the file is not the code that runs.",
    ),
    source: sourceOf.describe("When it was compiled."),
    compiler: compilerOf,
    md5: s.hex,
    size_bytes: s.integer.optional(),
    old_code: s.flag,
    behaviours,
    attributes,
    nifs: s.integer,
    exports: s.counted(s.nameArity),
  }),
  refused: (refusal, { module }) => nameRefused(refusal, module),
});

/** One module, closely. */
export const getModule: Tool = defineLook(getModuleQuestion, {
  title: "One module",
  description:
    "One loaded module: exports, behaviours, source, compiler, MD5, old code, and whether its file is what runs.",
  toolset: "code",
});
