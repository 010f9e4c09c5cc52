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
  NODE_NAMES,
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
  const shape = Object.fromEntries(
    Object.entries({
      node: { means: "Full node name or alias." },
      ...variables,
    }).map(([key, { means }]) => [
      key,
      z.string().min(1).max(MAX_TEXT).describe(means),
    ]),
  );
  const input = z.strictObject(shape);
  const sources = Object.entries(variables).map(([key, { from }]) => [
    key,
    from,
  ]);
  return {
    ...common(tool),
    name,
    title,
    description: tool.description,
    kind: "resource_template",
    uriTemplate: `beam://{node}/${path}`,
    mimeType: "application/json",
    target: "node",
    input,
    output: tool.output,
    complete: { node: NODE_NAMES, ...Object.fromEntries(sources) },
    prepare: (args) =>
      asked(tool, { ...fixed, ...checkArguments(name, input, args) }),
  };
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
      const prepared = asked(tool, {
        ...fixed,
        ...known.node && { node: known.node },
        ...value && { text: value },
      });
      return {
        ...prepared,
        run: async (context: NodeContext) =>
          values(await prepared.run(context)),
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

/** The call of a tool, its structure alone. */
function asked(
  tool: Tool,
  args: unknown,
): Prepared<unknown> & { target: "node" } {
  const prepared = tool.prepare(args);
  if (prepared.target !== "node") {
    throw new TypeError(`${tool.name} is not about one node`);
  }
  const { node, calls } = prepared;
  return {
    target: "node",
    node,
    calls,
    run: async (context) => (await prepared.run(context)).structured,
  };
}
