/**
 * What holds for every declaration and the compiler cannot see. Declarations
 * are constants, so tests look at them once and start-up does not.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnyHandler,
  inputSchema,
  outputSchema,
} from "../../../lib/registry/mod.ts";
import { variablesOf } from "../../../lib/registry/declare/uri_template.ts";

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** A skill's resource has the name of the skill. */
const SKILL = /^[a-z]+(-[a-z]+)*$/;
const MFA = /^[a-zA-Z_][\w@.]*:[\w!+\-*\/<>=:@?]+\/\d{1,3}$/;

/** The longest time that any call may take, in ms. */
const MAX_DEADLINE_MS = 300_000;

/** The largest answer that any handler may give, in bytes. */
/** What 1,000 events of a trace take. */
const MAX_BUDGET_BYTES = 131_072;

/** Every rule that the handler breaks, in words; none for a sound one. */
export function problemsOf(handler: AnyHandler): string[] {
  const { name, title, description, toolset, scopes, icons = [] } = handler;
  const { target, probes, calls = [], deadlineMs, budgetBytes } = handler;
  const { shape } = handler.input;
  const uri = handler.kind === "resource" ? handler.uri : undefined;
  const called = [...calls, ...probes.flatMap(({ manifest }) => manifest)];
  const says = (text: string): boolean => /\S/.test(text);
  const within = (value: number | undefined, max: number): boolean =>
    value === undefined ||
    Number.isInteger(value) && value >= 1 && value <= max;
  const rules: readonly (readonly [holds: boolean, problem: string])[] = [
    [
      (uri?.startsWith("skill:") ? SKILL : NAME).test(name) &&
      name.length <= 64,
      "name is not short snake_case",
    ],
    [says(title) && says(description), "title or description is blank"],
    [says(toolset), "toolset is blank"],
    [scopes.length > 0, "scopes are empty"],
    [icons.every(({ src }) => URL.canParse(src)), "an icon has no address"],
    [within(deadlineMs, MAX_DEADLINE_MS), "deadlineMs is out of range"],
    [within(budgetBytes, MAX_BUDGET_BYTES), "budgetBytes is out of range"],
    [
      called.every((text) => MFA.test(text)),
      "a call is not module:function/arity",
    ],
    [
      target === "node" || target === "nodes" ||
      probes.length + calls.length === 0,
      "it has probes or calls, but no node",
    ],
    [
      target !== "admin" || scopes.includes("admin"),
      "it changes the nodes without scope admin",
    ],
    [Object.values(shape).every(isDescribed), "a field has no description"],
    [isTellable(handler), "a schema has no JSON form"],
    ...ofKind(handler),
  ];
  return rules.flatMap(([holds, problem]) => holds ? [] : [problem]);
}

function ofKind(
  handler: AnyHandler,
): (readonly [holds: boolean, problem: string])[] {
  if (handler.kind !== "resource" && handler.kind !== "resource_template") {
    return [];
  }
  const { priority = 0, lastModified = "2026-01-01" } = handler.annotations ??
    {};
  return [
    [priority >= 0 && priority <= 1, "priority is not from 0 to 1"],
    [!Number.isNaN(Date.parse(lastModified)), "lastModified is not a date"],
    handler.kind === "resource"
      ? [URL.canParse(handler.uri), "uri is not an address"]
      : [
        variablesOf(handler.uriTemplate).toSorted().join() ===
          Object.keys(handler.input.shape).toSorted().join(),
        "the variables of its address are not its input",
      ],
  ];
}

function isDescribed(schema: unknown): boolean {
  return schema instanceof z.ZodType && !!schema.description;
}

function isTellable(handler: AnyHandler): boolean {
  try {
    inputSchema(handler.input);
    if (handler.kind === "tool") outputSchema(handler.output);
    return true;
  } catch {
    return false;
  }
}
