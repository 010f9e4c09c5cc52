/**
 * Brings a structured answer within its budget, and says in it what was left
 * out and how to go on.
 *
 * @module
 */

import { fit, jsonBytes, utf8Bytes } from "./budget.ts";
import {
  type Declaration,
  DEFAULT_BUDGET_BYTES,
} from "../declare/declaration.ts";
import { render } from "./render.ts";

/** How large an answer may be, in bytes. */
export function budgetOf({ budgetBytes }: Declaration): number {
  return budgetBytes ?? DEFAULT_BUDGET_BYTES;
}

/**
 * An answer within its budget, as a record.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitStructure(
  answer: unknown,
  budget: number,
): Record<string, unknown> {
  const { value, omitted } = fit(asRecord(answer), budget, largerForm);
  return {
    ...value,
    ...Object.keys(omitted).length > 0 && { truncated: true, omitted },
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : { value };
}

/** A client shows one form or the other, so both must fit. */
function largerForm(value: unknown): number {
  const text = typeof value === "object" && value !== null
    ? utf8Bytes(render({ ...value }))
    : 0;
  return Math.max(text, jsonBytes(value));
}
