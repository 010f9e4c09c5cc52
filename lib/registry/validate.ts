/**
 * Checks a declaration when it is registered, so that a mistake shows at
 * start-up and not in the answer to a client. Whatever it is given, it ends in
 * a sound handler that nobody can change, or in a {@linkcode RegistryError}.
 *
 * @module
 */

import * as z from "zod";
import { MAX_BUDGET_BYTES, MAX_DEADLINE_MS } from "./declaration.ts";
import { RegistryError, type RegistryErrorCode } from "./errors.ts";
import { type AnyHandler, KINDS } from "./handler.ts";
import { inputSchema, outputSchema } from "./schema.ts";
import { SCOPES } from "./scopes.ts";
import { variablesOf } from "./uri_template.ts";

const MFA = /^[a-zA-Z_][\w@.]*:[\w!+\-*\/<>=:@?]+\/\d{1,3}$/;

const text = z.string().refine((text) => text.trim() !== "", "is empty");
const mfa = z.string().regex(MFA, "is not module:function/arity");
const zodObject = z.instanceof(z.ZodObject, { message: "is no zod object" });
const texts = z.record(z.string(), z.string());

const NAME = z.string().max(64).regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .refine((name) => !(name in {}));

const HANDLER = z.looseObject({
  kind: z.enum(KINDS),
  title: text,
  description: text,
  toolset: text,
  scopes: z.array(z.enum(SCOPES)).min(1, "it has no scope"),
  icons: z.array(z.looseObject({ src: z.url() })).optional(),
  permissions: z.array(z.looseObject({
    name: z.enum(["net", "read", "write", "env"]),
  })).optional(),
  discovery: z.enum(["granted", "always"]).optional(),
  deadlineMs: z.number().min(1).max(MAX_DEADLINE_MS).optional(),
  budgetBytes: z.int().min(1).max(MAX_BUDGET_BYTES).optional(),
  target: z.enum(["none", "node", "nodes", "admin"]),
  input: zodObject,
  prepare: z.custom((value) => typeof value === "function", "is no function"),
  probes: z.array(z.looseObject({
    name: text,
    source: z.string(),
    manifest: z.array(mfa),
  })),
  calls: z.array(mfa).optional(),
});

const hint = z.boolean("annotations are not complete");

const TOOL = z.looseObject({
  annotations: z.looseObject({
    readOnlyHint: hint,
    destructiveHint: hint,
    idempotentHint: hint,
    openWorldHint: hint,
  }, "annotations are not complete"),
  output: zodObject.optional(),
  pages: z.looseObject({ list: text, total: text }).optional(),
});

const READABLE = {
  mimeType: text,
  output: z.instanceof(z.ZodType, { message: "is no zod schema" }),
};

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
  const meets = (schema: z.ZodType): void => {
    const issue = schema.safeParse(handler).error?.issues[0];
    if (issue === undefined) return;
    fail("bad_declaration", `${issue.path.join(".")} ${issue.message}`);
  };
  if (!NAME.safeParse(name).success) {
    fail("bad_name", "a name is snake_case, 64 characters at most");
  }
  meets(HANDLER);
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
  switch (handler.kind) {
    case "tool":
      meets(TOOL);
      break;
    case "resource":
      meets(z.looseObject({ ...READABLE, uri: z.url() }));
      break;
    case "resource_template": {
      meets(z.looseObject({ ...READABLE, complete: texts }));
      const variables = variablesOf(handler.uriTemplate).toSorted().join();
      if (variables !== Object.keys(input.shape).toSorted().join()) {
        fail("bad_declaration", "its variables are not its input");
      }
      break;
    }
    case "prompt":
      meets(z.looseObject({ complete: texts }));
      break;
    case "completion":
      break;
    default:
      handler satisfies never;
  }
  try {
    inputSchema(input);
    if (handler.kind === "tool" && handler.output) outputSchema(handler.output);
  } catch (cause) {
    throw new RegistryError("bad_schema", `${kind} "${name}": ${cause}`, {
      cause,
    });
  }
}

function describes(schema: unknown): boolean {
  return schema instanceof z.ZodType && !!schema.description;
}
