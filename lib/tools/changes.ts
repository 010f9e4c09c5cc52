/**
 * What tools that change something on a node have in common: they can report what
 * would happen without doing it, and answer with one sentence about what was done.
 *
 * @module
 */

import * as z from "zod";
import { s, type Shape } from "../beam/mod.ts";
import {
  type Annotations,
  defineNodeTool,
  type NodeToolDeclaration,
  type Scope,
  type Tool,
} from "../registry/mod.ts";
import { COST } from "./fields.ts";

/** How a client may treat them. */
const CHANGES: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: false,
};

/** Arguments of each of them. */
export const DRY_RUN = {
  dry_run: z.boolean().default(false).describe("Only checks."),
};

/** Whether the change was made. */
export const DONE: Shape<boolean> = s.flag.describe(
  "false after a dry run, too.",
);

/** Fields of each of their answers. */
const INTERVENTION_OUTPUT = {
  done: DONE.schema,
  action: z.string().describe("What was done, or would be."),
};

/** What such a tool declares beside what all of them have. */
type ChangeDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> =
  & Omit<
    NodeToolDeclaration<
      typeof DRY_RUN & Input,
      typeof INTERVENTION_OUTPUT & Output & { cost: typeof COST }
    >,
    "annotations" | "input" | "output" | "scopes" | "toolset"
  >
  & {
    readonly annotations?: Partial<Annotations>;
    readonly toolset?: string;
    readonly scopes?: readonly Scope[];
    /** Beside those of all of them. */
    readonly input: Input;
    /** Beside `done`, `action` and `cost`. */
    readonly output: Output;
  };

/** Declares a tool that changes something, of the toolset `intervention` unless it says another. */
export function defineChange<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(declaration: ChangeDeclaration<Input, Output>): Tool {
  return defineNodeTool({
    toolset: "intervention",
    scopes: ["mutate"],
    ...declaration,
    annotations: { ...CHANGES, ...declaration.annotations },
    input: { ...DRY_RUN, ...declaration.input },
    output: { ...INTERVENTION_OUTPUT, ...declaration.output, cost: COST },
  });
}

/** A duration in a sentence: `90 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
