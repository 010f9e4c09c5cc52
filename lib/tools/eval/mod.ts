/**
 * The toolset `eval`: calls of any function, and source.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import { callFunction } from "./call_function.ts";
import { evaluate } from "./evaluate.ts";

/** In the order in which they are listed. */
export const TOOLS_OF_EVAL: readonly Tool[] = [callFunction, evaluate];
