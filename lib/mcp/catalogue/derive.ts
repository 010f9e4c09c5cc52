/**
 * Derives resources and completions from tools, with the same scopes, budget and
 * manifest; their arguments come from a URI or from what a person has typed.
 *
 * @module
 */

import * as z from "zod";
import {
  checkArguments,
  type Completion,
  type CompletionQuery,
  defineNodeResource,
  type NodeContext,
  type Prepared,
  type ResourceTemplate,
  type Tool,
} from "../../registry/mod.ts";
import { TOOLS } from "../../tools/mod.ts";

/**
 * Returns the tool with a name.
 *
 * @throws {TypeError} if there is none
 */
export function toolNamed(name: string): Tool {
  const found = TOOLS.find((tool) => tool.name === name);
  if (found === undefined) throw new TypeError(`there is no tool ${name}`);
  return found;
}

/** Maximum length of a text in a URI or typed by a person, in characters. */
const MAX_TEXT = 300;

/** What a resource adds to its tool. */
export interface ResourceOptions {
  /** Its name. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** Path after `beam://{node}/`; variables such as `{name}` are arguments of the tool. */
  readonly path: string;
  /** Meaning of each variable, and the completion for its values. */
  readonly variables?: Readonly<
    Record<string, { readonly means: string; readonly from: string }>
  >;
  /** Fixed arguments of the tool. */
  readonly args?: Readonly<Record<string, unknown>>;
}

/** Creates a resource template with a tool's answers. */
export function resourceOf(
  tool: Tool,
  options: ResourceOptions,
): ResourceTemplate {
  const { name, title, path, variables = {}, args: fixed = {} } = options;
  const entries = Object.entries(variables);
  return defineNodeResource({
    ...common(tool),
    name,
    title,
    description: tool.description,
    uriTemplate: `beam://{node}/${path}`,
    input: Object.fromEntries(entries.map(([key, { means }]) => [
      key,
      z.string().min(1).max(MAX_TEXT).describe(means),
    ])),
    complete: Object.fromEntries(entries.map(([key, { from }]) => [key, from])),
    // The tool has already checked its answer.
    output: z.looseObject({}),
    run: (args, context) => asked(tool, { ...fixed, ...args }).run(context),
  });
}

/** What a completion adds to its tool. */
export interface CompletionOptions {
  /** Its name. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** Fixed arguments of the tool. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** Extracts the values from the tool's answer. */
  readonly values: (answer: unknown) => readonly string[];
}

/** Creates a completion from a list tool that filters names by `text`. */
export function completionOf(
  tool: Tool,
  options: CompletionOptions,
): Completion {
  const { name, title, args: fixed = {}, values } = options;
  return {
    ...common(tool),
    name,
    title,
    description: `Values for an argument, from ${tool.name}.`,
    kind: "completion",
    target: "node",
    input: QUERY,
    prepare(query): Prepared<readonly string[]> {
      const asks: CompletionQuery = checkArguments(name, QUERY, query);
      const { value, known } = asks;
      const { node, run } = asked(tool, {
        ...fixed,
        ...known.node && { node: known.node },
        ...value && { text: value },
      });
      return {
        target: "node",
        node,
        run: async (context) => values(await run(context)),
      };
    },
  };
}

const QUERY = z.strictObject({
  value: z.string().max(MAX_TEXT).describe("What has been typed so far."),
  known: z.record(z.string(), z.string()).default({}).describe(
    "The arguments that are already filled in.",
  ),
});

/** Returns the fields of a tool that say what it may do and cost. */
function common(
  { toolset, scopes, probes, calls, deadlineMs, budgetBytes }: Tool,
):
  & Pick<Tool, "toolset" | "scopes" | "probes">
  & Partial<Pick<Tool, "calls" | "deadlineMs" | "budgetBytes">> {
  return {
    toolset,
    scopes,
    probes,
    ...calls && { calls },
    ...deadlineMs && { deadlineMs },
    ...budgetBytes && { budgetBytes },
  };
}

/** Prepares a call of a tool about one node that returns only the structured answer. */
function asked(
  tool: Tool,
  args: unknown,
): {
  readonly node: string | undefined;
  run(context: NodeContext): Promise<{ readonly [field: string]: unknown }>;
} {
  const prepared = tool.prepare(args);
  if (prepared.target !== "node") {
    throw new TypeError(`${tool.name} is not about one node`);
  }
  return {
    node: prepared.node,
    run: async (context) => ({ ...(await prepared.run(context)).structured }),
  };
}
