/**
 * Checks a declaration when it is registered, so that a mistake shows at
 * start-up and not in the answer to a client. Whatever it is given, it ends in
 * a sound handler that nobody can change, or in a {@linkcode RegistryError}.
 *
 * @module
 */

import * as z from "zod";
import { RegistryError, type RegistryErrorCode } from "../errors.ts";
import type { AnyHandler } from "./handler.ts";
import { isName, type Rule, RULES, RULES_OF } from "./rules.ts";
import { inputSchema, isPlain, outputSchema } from "./schema.ts";
import { variablesOf } from "./uri_template.ts";

/**
 * A copy of the handler that cannot be changed.
 *
 * @throws {RegistryError} `bad_name`, `bad_declaration`, `bad_schema`
 */
export function checked(given: AnyHandler): AnyHandler {
  let handler: AnyHandler;
  try {
    handler = frozen(given);
    check(handler);
  } catch (cause) {
    if (cause instanceof RegistryError) throw cause;
    throw new RegistryError("bad_declaration", "it cannot be read", { cause });
  }
  return handler;
}

function frozen(given: AnyHandler): AnyHandler {
  return Object.freeze({
    ...given,
    scopes: Object.freeze([...given.scopes]),
    probes: Object.freeze([...given.probes]),
    ...given.calls && { calls: Object.freeze([...given.calls]) },
  });
}

function check(handler: AnyHandler): void {
  const { kind, name } = handler;
  const fail = (code: RegistryErrorCode, problem: string): never => {
    throw new RegistryError(code, `${kind} "${name}": ${problem}`);
  };
  const meets = (rules: readonly Rule[]): void => {
    for (const [field, holds, problem] of rules) {
      if (holds(Reflect.get(handler, field))) continue;
      fail("bad_declaration", `${field} ${problem}`);
    }
  };
  if (!isName(name)) {
    fail("bad_name", "a name is snake_case, 64 characters at most");
  }
  meets(RULES);
  meets(RULES_OF[kind]);
  const { target, probes, calls = [], scopes, input } = handler;
  const remote = target === "node" || target === "nodes";
  if (!remote && probes.length + calls.length > 0) {
    fail("bad_declaration", "it has probes or calls, but no node for them");
  }
  if (target === "admin" && !scopes.includes("admin")) {
    fail("bad_declaration", "it changes the nodes, but has no scope admin");
  }
  for (const [field, schema] of Object.entries(input.shape)) {
    if (!describes(schema)) fail("bad_schema", `${field} has no description`);
  }
  if (handler.kind === "resource_template") {
    const variables = variablesOf(handler.uriTemplate).toSorted().join();
    if (variables !== Object.keys(input.shape).toSorted().join()) {
      fail("bad_declaration", "its variables are not its input");
    }
  }
  try {
    if (!isPlain(input)) inputSchema(input);
    if (handler.kind === "tool" && handler.output && !isPlain(handler.output)) {
      outputSchema(handler.output);
    }
  } catch (cause) {
    throw new RegistryError("bad_schema", `${kind} "${name}": ${cause}`, {
      cause,
    });
  }
}

function describes(schema: unknown): boolean {
  return schema instanceof z.ZodType && !!schema.description;
}
