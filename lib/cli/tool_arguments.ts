/**
 * Describes the arguments of a tool for a person at a shell, from their JSON Schema.
 *
 * @module
 */

import { inputSchema, rangeOf, type Tool } from "../registry/mod.ts";

/** An argument of a tool. */
export interface ArgumentRow {
  readonly argument: string;
  readonly type: string;
  readonly default: unknown;
  readonly means: string | undefined;
}

/** Returns the arguments of a tool. */
export function argumentsOf(tool: Tool): ArgumentRow[] {
  const { properties, required = [] } = Object(inputSchema(tool.input));
  return Object.keys(Object(properties)).map((argument) => {
    const { default: usual, description: means } = properties[argument];
    return {
      argument,
      type: [typeText(properties[argument]), rangeOf(properties[argument])]
        .filter(Boolean).join(", "),
      default: required.includes(argument) ? "required" : usual,
      means,
    };
  });
}

/** Formats a type: `integer`, `memory|heap`, `[string]`. */
function typeText(schema: object): string {
  const { type = "any", enum: values, items, anyOf } = Object(schema);
  if (values !== undefined) return values.join("|");
  if (items !== undefined) return `[${typeText(items)}]`;
  return anyOf?.map(typeText).join("|") ?? [type].flat().join("|");
}
