/**
 * What clients are offered besides tools: resources, prompts and completions.
 *
 * @module
 */

import type { AnyHandler } from "../../registry/mod.ts";
import { COMPLETIONS } from "./completions.ts";
import { PROMPTS } from "./prompts.ts";
import { REFERENCE } from "./reference.ts";
import { RESOURCES } from "./resources.ts";
import { SKILL_RESOURCES } from "./skills.ts";

/** All handlers except tools. */
export const CATALOGUE: readonly AnyHandler[] = [
  ...RESOURCES,
  ...SKILL_RESOURCES,
  ...REFERENCE,
  ...PROMPTS,
  ...COMPLETIONS,
];
