/**
 * Values that complete what has been typed, best matches first.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { Redactor } from "../redact/redactor.ts";

/** Values for an argument. */
export interface Completed {
  /** The first of them, at most 100. */
  readonly values: readonly string[];
  /** How many match in all. */
  readonly total: number;
  /** Whether there are more than these. */
  readonly hasMore: boolean;
}

/** MCP's limit on the values of a completion. */
const MAX_VALUES = 100;

/** The values that contain what has been typed, case-insensitive; those that start with it first. */
export function completed(
  values: readonly string[],
  typed: string,
  redactor: Redactor,
): Completed {
  const wanted = typed.toLowerCase();
  const rank = (value: string): number =>
    value.toLowerCase().startsWith(wanted) ? 0 : 1;
  const matching = [...new Set(values)]
    .filter((value) => value.toLowerCase().includes(wanted))
    .filter((value) => redactor.text(value) === value)
    .sort((a, b) => rank(a) - rank(b));
  return {
    values: matching.slice(0, MAX_VALUES).map(visible),
    total: matching.length,
    hasMore: matching.length > MAX_VALUES,
  };
}
