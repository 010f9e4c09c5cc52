/**
 * `beamtap tools`: lists the tools, which are granted, and what each runs on a node.
 *
 * @module
 */

import {
  inputSchema,
  type JsonSchema,
  outputSchema,
  render,
  type Tool,
} from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { print, printJson } from "../output.ts";
import { openSession, type Session } from "../session.ts";
import { argumentsOf } from "../tool_arguments.ts";

/** Runs the command: lists all tools, or details of those given. Returns the exit status. */
export async function tools(args: Arguments): Promise<number> {
  await using session = openSession(args, []);
  const { registry, principal } = session;
  await session.loadTools();
  const chosen = args.operands.length === 0
    ? registry.all("tool")
    : args.operands.map((name) => registry.resolve(principal, "tool", name));
  if (args.flag("source")) {
    for (const text of sources(chosen)) await print(text);
    return 0;
  }
  const rows = chosen.map((tool) => describe(session, tool));
  if (args.flag("json")) {
    await printJson({
      tools: rows.map((row, index) => ({ ...row, ...schemas(chosen[index]) })),
    });
  } else if (args.operands.length === 0) {
    await print(render({
      tools: rows.map(({ tool, toolset, scopes, granted, title }) => ({
        tool,
        toolset,
        scopes: scopes.join("+"),
        granted,
        title,
      })),
    }));
  } else {
    for (const tool of chosen) {
      const row = describe(session, tool);
      await print(render({ ...row, arguments: argumentsOf(tool) }));
    }
  }
  return 0;
}

interface Row {
  readonly [field: string]: unknown;
  readonly tool: string;
  readonly title: string;
  readonly toolset: string;
  readonly scopes: readonly string[];
  readonly granted: boolean;
}

function describe({ registry, principal }: Session, tool: Tool): Row {
  return {
    tool: tool.name,
    title: tool.title,
    description: tool.description,
    toolset: tool.toolset,
    scopes: tool.scopes,
    granted: registry.decide(principal, tool) === undefined,
    arguments: Object.keys(tool.input.shape),
    probes: tool.probes.map(({ name }) => name),
    calls_on_node: [
      ...new Set([
        ...tool.calls ?? [],
        ...tool.probes.flatMap((each) => each.manifest),
      ]),
    ].sort(),
  };
}

/** Returns a tool's schemas, for programs. */
function schemas(tool: Tool | undefined): Record<string, JsonSchema> {
  return {
    ...tool && { input: inputSchema(tool.input) },
    ...tool && { output: outputSchema(tool.output) },
  };
}

/** Returns the Erlang source of every probe of the tools, each once. */
function sources(tools: readonly Tool[]): string[] {
  const probes = new Set(tools.flatMap(({ probes }) => probes));
  return [...probes].map(({ name, source }) => `%% ${name}\n${source}`);
}
