/**
 * `beamtap tools`: lists the tools, which are granted, and what each runs on a node.
 *
 * @module
 */

import {
  type Fields,
  inputSchema,
  type JsonSchema,
  outputSchema,
  type Tool,
} from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { formatOf, print, printAnswer, printJson } from "../output.ts";
import { openSession, type Session } from "../session.ts";
import { type PageOptions, Sheet } from "../terminal/page.ts";
import { valueText } from "../terminal/values.ts";
import { type ArgumentRow, argumentsOf } from "../tool_arguments.ts";

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
  const format = formatOf(args);
  if (format.form === "json") {
    await printJson({
      tools: rows.map((row, index) => ({ ...row, ...schemas(chosen[index]) })),
    });
  } else if (args.operands.length === 0) {
    const tools = rows.map(({ tool, toolset, scopes, granted, title }) => ({
      ...{ tool, toolset, scopes: scopes.join("+"), granted, title },
    }));
    await printAnswer({ fields: { tools } }, format);
  } else {
    for (const tool of chosen) {
      const rows = argumentsOf(tool);
      await printAnswer({
        fields: { ...describe(session, tool), arguments: rows },
        layout: (fields, options) => toolPage(fields, rows, options),
      }, format);
    }
  }
  return 0;
}

/** Lays out a tool, with a paragraph for each argument. */
function toolPage(
  { arguments: _, probes, calls_on_node, ...fields }: Fields,
  rows: readonly ArgumentRow[],
  options: PageOptions,
): string[] {
  const sheet = new Sheet(options);
  sheet.fields(fields, {});
  sheet.line("");
  sheet.pairs(rows.map(argumentText), "", true);
  sheet.line("");
  sheet.fields({ probes, calls_on_node }, {});
  return sheet.end();
}

function argumentText(
  { argument, type, default: usual, means = "" }: ArgumentRow,
): [string, string] {
  const without = usual === undefined
    ? ""
    : usual === "required"
    ? ", required"
    : `, default ${valueText(argument, usual)}`;
  return [argument, `${type}${without}. ${means}`.trim()];
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
