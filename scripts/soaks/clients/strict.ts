/**
 * OpenAI's strict mode: every object closed, every property required, and only keywords it knows.
 *
 * @module
 */

import type { Offered } from "./job.ts";

/** Take values or maps of any form, which strict mode has no schema for. */
const FREE_FORM: readonly string[] = ["call_function", "evaluate"];

/**
 * What structured outputs accept, by OpenAI's guide. It does not name `default`, which its API takes;
 * Azure's is reported to refuse it (openai/openai-agents-python#4390).
 */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...["type", "properties", "required", "additionalProperties", "items"],
  ...["anyOf", "enum", "const", "$ref", "$defs", "description", "title"],
  ...["pattern", "format", "minItems", "maxItems", "multipleOf", "default"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

/** What strict mode would refuse in these tools, a line each. */
export function refusals(tools: readonly Offered[]): string[] {
  return tools.flatMap(({ name, strict, parameters }) => {
    if (FREE_FORM.includes(name)) return [];
    if (strict !== true) return [`${name} is not offered in strict mode`];
    return faults(parameters, name);
  });
}

function faults(schema: unknown, path: string): string[] {
  const node: Record<string, unknown> = { ...Object(schema) };
  const found = Object.keys(node)
    .filter((keyword) => !KEYWORDS.has(keyword))
    .map((keyword) => `${path}: ${keyword} is unknown to strict mode`);
  if (Object.keys(node).every((keyword) => keyword === "description")) {
    found.push(`${path} takes any value`);
  }
  const types = [node.type].flat();
  if (types.includes("array") && node.items === undefined) {
    found.push(`${path}: an array of anything`);
  }
  const properties: Record<string, unknown> = { ...Object(node.properties) };
  if (types.includes("object")) {
    const required = new Set([node.required].flat());
    if (node.additionalProperties !== false) found.push(`${path} is open`);
    for (const key of Object.keys(properties)) {
      if (!required.has(key)) found.push(`${path}.${key} is not required`);
    }
  }
  const inside: [string, unknown][] = [
    ...Object.entries(properties),
    ...Object.entries({ ...Object(node.$defs) }),
    ...[node.anyOf ?? []].flat().map((each): [string, unknown] => ["|", each]),
    ...node.items === undefined ? [] : [["[]", node.items] as const],
  ].map(([key, value]) => [`${path}.${key}`, value]);
  return [
    ...found,
    ...inside.flatMap(([key, value]) => faults(value, key)),
  ];
}
