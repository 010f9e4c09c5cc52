/**
 * A tool as data: its name, what it takes, gives and needs, and the function
 * that answers, in one declaration.
 *
 * @module
 */

import * as z from "zod";
import { checkArguments, splitArguments } from "./arguments.ts";
import { Rich } from "./content.ts";
import type { AdminContext, LocalContext } from "./context.ts";
import type { Annotations, Declaration, Immutable } from "./declaration.ts";
import { HINTS } from "./fields.ts";
import type { Prepared, Tool, ToolAnswer } from "./handler.ts";

/** What every tool declares. */
export interface ToolDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
> extends Declaration {
  /** How a client may treat it. */
  readonly annotations: Annotations;
  /** What it takes, by name. */
  readonly input: Input;
  /** What it answers, by name. */
  readonly output: Output;
  /** Why the answer is empty, where it is, and what to try. */
  note?(
    answer: z.output<z.ZodObject<Output>>,
    args: Arguments<Input>,
  ): string | undefined;
}

/** The arguments of a tool, as its function gets them. */
export type Arguments<Input extends z.ZodRawShape> = z.output<
  z.ZodObject<Input>
>;

/** What the function of a tool gives: the fields of its output, alone or with content. */
export type Answer<Output extends z.ZodRawShape> =
  | Immutable<z.input<z.ZodObject<Output>>>
  | Rich<Immutable<z.input<z.ZodObject<Output>>>>;

/**
 * Declares a tool about no single node.
 *
 * @example A tool that counts the known nodes
 * ```ts
 * import * as z from "zod";
 * import { defineTool, LOOKS_ONLY } from "../mod.ts";
 *
 * defineTool({
 *   name: "count_nodes",
 *   title: "Count nodes",
 *   description: "Counts the nodes that you may look into.",
 *   toolset: "nodes",
 *   annotations: LOOKS_ONLY,
 *   scopes: ["inspect"],
 *   input: {},
 *   output: { total: z.int() },
 *   run: async (_args, { nodes }) => ({ total: (await nodes()).length }),
 * });
 * ```
 */
export function defineTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: ToolDeclaration<Input, Output> & {
    run(args: Arguments<Input>, context: LocalContext): Promise<Answer<Output>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const input = z.strictObject(declaration.input);
  const output: z.ZodObject<Output> = z.object(declaration.output);
  return {
    ...rest,
    kind: "tool",
    target: "none",
    input,
    output: output.extend(HINTS),
    probes: [],
    prepare(args): Prepared<ToolAnswer> {
      const own = checkArguments(rest.name, input, args);
      return {
        target: "none",
        run: async (context) =>
          sound(rest.note, output, {}, own, await run(own, context)),
      };
    },
  };
}

const ADMIN_TARGET = z.object({
  node: z.string().min(1).max(255).describe("Full node name or alias."),
});

/** Declares a tool that changes which nodes are known; its `node` need not be known yet. */
export function defineAdminTool<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  declaration: ToolDeclaration<Input, Output> & {
    run(args: Arguments<Input>, context: AdminContext): Promise<Answer<Output>>;
  },
): Tool {
  const { run, ...rest } = declaration;
  const input = z.object(declaration.input);
  const output: z.ZodObject<Output> = z.object(declaration.output);
  return {
    ...rest,
    kind: "tool",
    target: "admin",
    input: z.strictObject({ ...ADMIN_TARGET.shape, ...declaration.input }),
    output: z.object({
      node: z.string(),
      ...declaration.output,
      ...HINTS,
    }),
    probes: [],
    prepare(args): Prepared<ToolAnswer> {
      const { name } = rest;
      const [own, { node }] = splitArguments(name, input, ADMIN_TARGET, args);
      return {
        target: "admin",
        node,
        run: async (context) => {
          const place = { node: context.node };
          return sound(rest.note, output, place, own, await run(own, context));
        },
      };
    },
  };
}

/**
 * What a tool's function gave, checked against the schema of its fields, after where that is
 * and before what there is to note about it.
 *
 * @throws {z.ZodError} when the answer breaks its own schema: a bug in beamtap
 */
export function sound<
  Input extends z.ZodRawShape,
  Output extends z.ZodRawShape,
>(
  note: ToolDeclaration<Input, Output>["note"],
  output: z.ZodObject<Output>,
  place: object,
  args: Arguments<Input>,
  answer: Answer<Output>,
): ToolAnswer {
  const { structured, content, meta } = answer instanceof Rich
    ? answer
    : { structured: answer };
  const checked = output.parse(structured);
  const said = note?.(checked, args);
  return {
    structured: { ...place, ...checked, ...said && { note: said } },
    content,
    meta,
  };
}
