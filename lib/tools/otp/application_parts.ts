/**
 * What the tools about applications have in common.
 *
 * @module
 */

import { integer, name, type Shape } from "../../beam/mod.ts";

/** The status of an application. */
export const STATUS: Shape<string> = name.describe(
  "running, starting, loaded; unknown: the application controller does not answer.",
);

/** What processes take together. */
export const USE = { processes: integer, memory_bytes: integer };
