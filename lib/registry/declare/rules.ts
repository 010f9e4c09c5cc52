/**
 * What holds for every field of a declaration. Plain functions, since they run
 * over all handlers at every start, and zod takes ten times as long the first
 * time that it sees a thing.
 *
 * @module
 */

import * as z from "zod";
import { MAX_BUDGET_BYTES, MAX_DEADLINE_MS } from "./declaration.ts";
import { type Kind, KINDS } from "./handler.ts";
import { SCOPES } from "../grants/scopes.ts";

/** A field, what must hold for it, and what is wrong if that does not. */
export type Rule = readonly [
  field: string,
  holds: (value: unknown) => boolean,
  problem: string,
];

type Check = Rule[1];

const MFA = /^[a-zA-Z_][\w@.]*:[\w!+\-*\/<>=:@?]+\/\d{1,3}$/;
const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

const isText: Check = (value) => typeof value === "string";
const isSaid: Check = (value) => typeof value === "string" && /\S/.test(value);
const isMfa: Check = (value) => typeof value === "string" && MFA.test(value);
const isUrl: Check = (value) =>
  typeof value === "string" && URL.canParse(value);
const isBoolean: Check = (value) => typeof value === "boolean";
const isFunction: Check = (value) => typeof value === "function";
const isObjectSchema: Check = (value) => value instanceof z.ZodObject;
const isSchema: Check = (value) => value instanceof z.ZodType;

const oneOf = (values: readonly unknown[]): Check => (value) =>
  values.includes(value);
const within = (max: number): Check => (value) =>
  typeof value === "number" && value >= 1 && value <= max;
const maybe = (holds: Check): Check => (value) =>
  value === undefined || holds(value);
const each = (holds: Check): Check => (value) =>
  Array.isArray(value) && value.every(holds);
const having = (fields: Readonly<Record<string, Check>>): Check => (value) =>
  typeof value === "object" && value !== null &&
  Object.entries(fields).every(([name, holds]) =>
    holds(Reflect.get(value, name))
  );
const isRecordOfTexts: Check = (value) =>
  typeof value === "object" && value !== null &&
  Object.values(value).every(isText);

const SAID = "is empty or no text";
const NO_MFA = "has what is not module:function/arity";

/** Whether a name may be given to a handler. */
export function isName(name: unknown): boolean {
  return typeof name === "string" && name.length <= 64 && NAME.test(name) &&
    !(name in {});
}

/** For handlers of every kind. */
export const RULES: readonly Rule[] = [
  ["kind", oneOf(KINDS), "is none there is"],
  ["title", isSaid, SAID],
  ["description", isSaid, SAID],
  ["toolset", isSaid, SAID],
  [
    "scopes",
    (value) =>
      Array.isArray(value) && value.length > 0 &&
      value.every(oneOf(SCOPES)),
    "has no scope, or one there is not",
  ],
  ["icons", maybe(each(having({ src: isUrl }))), "has one without an address"],
  [
    "permissions",
    maybe(each(having({ name: oneOf(["net", "read", "write", "env"]) }))),
    "has one there is not",
  ],
  [
    "deadlineMs",
    maybe(within(MAX_DEADLINE_MS)),
    `is not from 1 to ${MAX_DEADLINE_MS}`,
  ],
  [
    "budgetBytes",
    maybe((value) =>
      Number.isInteger(value) && within(MAX_BUDGET_BYTES)(value)
    ),
    `is no whole number from 1 to ${MAX_BUDGET_BYTES}`,
  ],
  ["target", oneOf(["none", "node", "nodes", "admin"]), "is none there is"],
  ["input", isObjectSchema, "is no zod object"],
  ["prepare", isFunction, "is no function"],
  [
    "probes",
    each(having({ name: isSaid, source: isText, manifest: each(isText) })),
    "has what is no probe",
  ],
  ["probes", each(having({ manifest: each(isMfa) })), NO_MFA],
  ["calls", maybe(each(isMfa)), NO_MFA],
];

const READABLE: readonly Rule[] = [
  [
    "annotations",
    maybe(having({
      audience: maybe(each(oneOf(["user", "assistant"]))),
      priority: maybe((value) =>
        typeof value === "number" && value >= 0 && value <= 1
      ),
      lastModified: maybe((value) =>
        typeof value === "string" && !Number.isNaN(Date.parse(value))
      ),
    })),
    "are none of MCP's",
  ],
  ["mimeType", isSaid, SAID],
  ["output", isSchema, "is no zod schema"],
];

const COMPLETED: Rule = ["complete", isRecordOfTexts, "has what is no name"];

/** For handlers of a kind, beside {@linkcode RULES}. */
export const RULES_OF: Readonly<Record<Kind, readonly Rule[]>> = {
  tool: [
    [
      "annotations",
      having({
        readOnlyHint: isBoolean,
        destructiveHint: isBoolean,
        idempotentHint: isBoolean,
        openWorldHint: isBoolean,
      }),
      "are not complete",
    ],
    ["output", maybe(isObjectSchema), "is no zod object"],
  ],
  resource: [...READABLE, ["uri", isUrl, "is no address"]],
  resource_template: [...READABLE, COMPLETED],
  prompt: [COMPLETED],
  completion: [],
};
