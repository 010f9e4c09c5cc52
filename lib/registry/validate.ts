/**
 * Checks a tool's declaration when it is registered, so that a mistake shows at
 * start-up and not in the answer to a client.
 *
 * @module
 */

import * as z from "zod";
import { RegistryError, type RegistryErrorCode } from "./errors.ts";
import { MAX_BUDGET_BYTES, MAX_DEADLINE_MS, type Tool } from "./handler.ts";
import { inputSchema, outputSchema } from "./schema.ts";
import { isScope } from "./scopes.ts";

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const MFA = /^[a-zA-Z_]\w*:[\w!+\-*\/<>=:]+\/\d+$/;

/**
 * Refuses a declaration that breaks a rule.
 *
 * @throws {RegistryError} `bad_name`, `bad_declaration`, `bad_schema`
 */
export function checkTool(tool: Tool): void {
  const fail = (code: RegistryErrorCode, problem: string): never => {
    throw new RegistryError(code, `tool "${tool.name}": ${problem}`);
  };
  if (
    typeof tool.name !== "string" || tool.name.length > 64 ||
    !NAME.test(tool.name) || tool.name in {}
  ) {
    fail(
      "bad_name",
      "a name is verb_noun in snake_case, 64 characters at most",
    );
  }
  if (tool.kind !== "tool") fail("bad_declaration", "it is not a tool");
  for (const field of ["title", "description", "toolset"] as const) {
    if (!tool[field]?.trim()) fail("bad_declaration", `${field} is empty`);
  }
  if (tool.scopes.length === 0) fail("bad_declaration", "it has no scope");
  for (const scope of tool.scopes) {
    if (!isScope(scope)) fail("bad_declaration", `"${scope}" is not a scope`);
  }
  if (Object.values(tool.annotations).length !== 4) {
    fail("bad_declaration", "annotations are not complete");
  }
  if (tool.target === "none" && tool.probes.length > 0) {
    fail("bad_declaration", "it has probes but no node to run them on");
  }
  for (const mfa of tool.probes.flatMap((probe) => probe.manifest)) {
    if (!MFA.test(mfa)) fail("bad_declaration", `"${mfa}" is not M:F/A`);
  }
  if (!within(tool.deadlineMs, MAX_DEADLINE_MS)) {
    fail("bad_declaration", `deadlineMs is not in 1..${MAX_DEADLINE_MS}`);
  }
  if (!within(tool.budgetBytes, MAX_BUDGET_BYTES)) {
    fail("bad_declaration", `budgetBytes is not in 1..${MAX_BUDGET_BYTES}`);
  }
  for (const [field, schema] of Object.entries(tool.input.shape)) {
    if (!describes(schema)) fail("bad_schema", `${field} has no description`);
  }
  try {
    inputSchema(tool.input);
    outputSchema(tool.output);
  } catch (cause) {
    throw new RegistryError("bad_schema", `tool "${tool.name}": ${cause}`, {
      cause,
    });
  }
}

function within(value: number | undefined, limit: number): boolean {
  return value === undefined || (value >= 1 && value <= limit);
}

function describes(schema: unknown): boolean {
  return schema instanceof z.ZodType && !!schema.description;
}
