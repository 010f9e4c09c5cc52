/**
 * What clients are offered beside tools: resources, prompts, completions.
 *
 * @module
 */

import type { AnyHandler } from "../../registry/mod.ts";
import { COMPLETIONS } from "./completions.ts";
import { PROMPTS } from "./prompts.ts";
import { RESOURCES } from "./resources.ts";
import { SKILL_RESOURCES } from "./skills.ts";

/** Every handler that is not a tool. */
export const CATALOGUE: readonly AnyHandler[] = [
  ...RESOURCES,
  ...SKILL_RESOURCES,
  ...PROMPTS,
  ...COMPLETIONS,
];
