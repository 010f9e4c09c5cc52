/**
 * Windows of questions that look twice.
 *
 * @module
 */

import * as z from "zod";

/** The argument `window_ms`, in ms. */
export const WINDOW = z.int().min(10).max(10_000).default(1000).describe(
  "Between two looks.",
);
