/**
 * The form of `server.json` as the MCP registry takes it: its schema of 2025-12-11, and what it asks
 * of packages beyond that.
 *
 * @module
 */

import * as z from "zod";

const URI = z.url();

const INPUT = z.strictObject({
  description: z.string().optional(),
  value: z.string().optional(),
  default: z.string().optional(),
  placeholder: z.string().optional(),
  format: z.enum(["string", "number", "boolean", "filepath"]).optional(),
  choices: z.array(z.string()).optional(),
  isRequired: z.boolean().optional(),
  isSecret: z.boolean().optional(),
});

const ARGUMENT = z.union([
  INPUT.extend({
    type: z.literal("positional"),
    valueHint: z.string().optional(),
    isRepeated: z.boolean().optional(),
  }).refine(
    ({ value, valueHint }) => value !== undefined || valueHint !== undefined,
    "a positional argument has a value or a hint",
  ),
  INPUT.extend({
    type: z.literal("named"),
    name: z.string(),
    isRepeated: z.boolean().optional(),
  }),
]);

const COMMON = {
  transport: z.strictObject({ type: z.literal("stdio") }),
  runtimeHint: z.string().optional(),
  runtimeArguments: z.array(ARGUMENT).optional(),
  packageArguments: z.array(ARGUMENT).optional(),
  environmentVariables: z.array(INPUT.extend({ name: z.string() })).optional(),
};

const PACKAGE = z.union([
  // The tag is part of the identifier.
  z.strictObject({
    ...COMMON,
    registryType: z.literal("oci"),
    identifier: z.string().regex(/^ghcr\.io\/[\w.-]+\/[\w.-]+:\d+\.\d+\.\d+$/),
    fileSha256: z.undefined().optional(),
  }),
  // Downloaded from a release, and checked against its hash.
  z.strictObject({
    ...COMMON,
    registryType: z.literal("mcpb"),
    identifier: URI.regex(
      /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/releases\/download\/[\w.-]+\/[\w.-]+\.mcpb$/,
    ),
    version: z.string().regex(/^\d+\.\d+\.\d+/),
    fileSha256: z.string().regex(/^[a-f0-9]{64}$/),
  }),
]);

/** An entry of the registry. */
export const SERVER_ENTRY = z.strictObject({
  $schema: z.literal(
    "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  ),
  name: z.string().max(200).regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: z.string().max(255).regex(/^\d+\.\d+\.\d+/),
  repository: z.strictObject({ url: URI, source: z.literal("github") }),
  packages: z.array(PACKAGE).min(1),
});
