/**
 * What the tools about applications have in common.
 *
 * @module
 */

import { s, type Shape } from "../../beam/mod.ts";

/** The status of an application. */
export const STATUS: Shape<string> = s.name.describe(
  "running, starting, loaded; unknown: the application controller does not answer.",
);

/** What processes take together. */
export const USE = { processes: s.integer, memory_bytes: s.integer };
