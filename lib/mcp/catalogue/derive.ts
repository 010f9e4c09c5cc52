/**
 * Resources and completions made of tools: the same question, scopes, budget
 * and manifest, asked by an address or by what a person has typed.
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
 * The tool of that name.
 *
 * @throws {TypeError} when there is none
 */
export function toolNamed(name: string): Tool {
  const found = TOOLS.find((tool) => tool.name === name);
  if (found === undefined) throw new TypeError(`there is no tool ${name}`);
  return found;
}

/** Text in an address or typed by a person, in characters. */
const MAX_TEXT = 300;

/** What a resource says beside what its tool says. */
export interface ResourceOptions {
  readonly name: string;
  readonly title: string;
  /** Below `beam://{node}/`, with variables as `{name}`, each an argument of the tool. */
  readonly path: string;
  /** What each variable is, and the completion that knows its values. */
  readonly variables?: Readonly<
    Record<string, { readonly means: string; readonly from: string }>
  >;
  /** Arguments that an address does not have. */
  readonly args?: Readonly<Record<string, unknown>>;
}

/** The answer of a tool about one node, at an address. */
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
    // The tool has checked its answer already.
    output: z.looseObject({}),
    run: (args, context) => asked(tool, { ...fixed, ...args }).run(context),
  });
}

/** What a completion says beside what its tool says. */
export interface CompletionOptions {
  readonly name: string;
  readonly title: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** The values in the tool's answer. */
  readonly values: (answer: unknown) => readonly string[];
}

/** What a tool that lists things with a text in their names finds, as values of an argument. */
export function completionOf(
  tool: Tool,
  options: CompletionOptions,
): Completion {
  const { name, title, args: fixed = {}, values } = options;
  return {
    ...common(tool),
    name,
    title,
    description: `Values for an argument, as ${tool.name} finds them.`,
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
    "The arguments that are filled in already.",
  ),
});

/** What a tool's permission and effort come to. */
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

/** The call of a tool about one node, for its structure alone. */
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
