/**
 * The toolset `code`: what code a node runs.
 *
 * @module
 */

import * as z from "zod";
import { functionDocs } from "./function_docs.ts";
import {
  MODULE_SORTS,
  moduleList,
  MOST_MODULES,
  oneModule,
} from "./modules.ts";
import {
  defineNodesTool,
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { COST, NAMES } from "../fields.ts";

const TOOLSET = "code";

/** Which modules are loaded. */
export const listModules: Tool = defineNodesTool({
  name: "list_modules",
  title: "Loaded modules",
  description:
    "The modules that are loaded on a node: size of their code, old code that processes may still run, application, MD5 (compare nodes by it). Use it to find a module by part of its name, or code that was not purged. Loads nothing; costs a few milliseconds.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probe: moduleList,
  input: {
    text: z.string().min(1).max(200).optional().describe(
      "Only names that contain it, in any case.",
    ),
    application: z.string().min(1).max(255).optional().describe(
      "Only those of this application.",
    ),
    old_code: z.boolean().default(false).describe("Only those with old code."),
    sort: z.enum(MODULE_SORTS).default("name").describe("size: largest first."),
    limit: z.int().min(1).max(MOST_MODULES).default(50).describe("Most rows."),
  },
  output: {
    loaded: z.int(),
    matched: z.int(),
    code_bytes: z.int().describe("Of all loaded modules."),
    old_code_bytes: z.int(),
    modules: z.array(z.object({
      module: z.string(),
      size_bytes: z.int(),
      old_code_bytes: z.int(),
      application: z.string().optional(),
      md5: z.string().optional(),
    })),
    cost: COST,
  },
  ask: ({ old_code, ...args }) => ({ ...args, oldCode: old_code }),
  answer: (told) => told,
});

/** One module, closely. */
export const getModule: Tool = defineNodesTool({
  name: "get_module",
  title: "One module",
  description:
    "One loaded module: exported functions, behaviours, file, source, compiler, MD5, size, whether old code of it is left and its file is what runs. Use it to see what can be called or traced, and which version is loaded. Reads the file; costs a few milliseconds.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: oneModule,
  input: {
    module: z.string().min(1).max(255).describe("gen_server, MyApp.Server."),
    text: z.string().min(1).max(200).optional().describe(
      "Only exported functions whose name contains it.",
    ),
    limit: z.int().min(0).max(1000).default(100).describe("Most functions."),
  },
  output: {
    module: z.string(),
    application: z.string().optional(),
    file: z.string().optional(),
    file_is_loaded: z.boolean().optional().describe(
      "false: the file is not the code that runs.",
    ),
    source: z.string().optional().describe("When it was compiled."),
    compiler: z.string().optional(),
    md5: z.string(),
    size_bytes: z.int().optional(),
    old_code: z.boolean(),
    behaviours: z.array(z.string()),
    attributes: z.array(z.string()),
    nifs: z.int(),
    exports: NAMES,
    cost: COST,
  },
  ask: (args) => args,
  answer: (told) => told,
});

/** What is written of a function. */
export const getDocs: Tool = defineNodeTool({
  name: "get_docs",
  title: "Documentation",
  description:
    "Documentation, type specifications and source line of a function of a loaded module, or the documentation of the module itself, as the node has them (its versions, not the newest). Use it before you judge or call code of the node. Reads the module's file, which costs a few milliseconds; loads nothing.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [functionDocs],
  input: {
    module: z.string().min(1).max(255).describe("gen_server, MyApp.Server."),
    function: z.string().min(1).max(255).optional().describe(
      "An exported function; the module itself if left out.",
    ),
    arity: z.int().min(0).max(255).optional().describe(
      "All arities if left out.",
    ),
    max_bytes: z.int().min(500).max(32_768).default(8192).describe(
      "Most bytes of documentation.",
    ),
  },
  output: {
    module: z.string(),
    source: z.string().optional(),
    has_docs: z.boolean().describe("Many releases are stripped of theirs."),
    has_debug_info: z.boolean().describe("Needed for specs."),
    format: z.string().optional(),
    doc: z.string().optional().describe("Of the module."),
    truncated: z.literal(true).optional(),
    functions: z.array(z.object({
      function: z.string(),
      line: z.int().optional(),
      signature: z.string().optional(),
      specs: z.array(z.string()).optional().describe("Erlang notation."),
      doc: z.string().optional(),
      hidden: z.literal(true).optional(),
      since: z.string().optional(),
      deprecated: z.string().optional(),
      truncated: z.literal(true).optional(),
    })),
    cost: COST,
  },
  run: ({ max_bytes, ...args }, { beam }) =>
    beam.run(functionDocs, { ...args, maxBytes: max_bytes }),
});
