/**
 * Tools that only look, each with one question: they take what it takes, and give
 * what it answers.
 *
 * @module
 */

import type * as z from "zod";
import type { Shapes, ToolQuestion } from "../beam/mod.ts";
import {
  type Declaration,
  defineNodesTool,
  LOOKS_ONLY,
  type Tool,
} from "../registry/mod.ts";
import { COST } from "./fields.ts";

/** Values by name. */
type Fields = Readonly<Record<string, unknown>>;

/** Declares such a tool, of the name of its question. */
export function defineLook(
  question: ToolQuestion<z.ZodRawShape, Shapes>,
  declaration: Omit<Declaration, "name" | "scopes"> & {
    /** Why the answer is empty, where it is, and what to try. */
    note?(answer: Fields, args: Fields): string | undefined;
  },
): Tool {
  const { input, shape: { fields } } = question;
  return defineNodesTool({
    ...declaration,
    name: question.name,
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    probe: question,
    input,
    output: { ...fields, cost: COST },
  });
}
