/**
 * The reference, a page a toolset, as Markdown: made of the catalogue, and of examples that a
 * real node answered (`scripts/gen_reference`).
 *
 * @module
 */

import { inputSchema, rangeOf, render, type Tool } from "../../registry/mod.ts";
import { callWords } from "../../shell.ts";

/** A call of a tool and its structured answer. */
export interface Example {
  readonly args: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Examples by the names of their tools. */
export type Examples = Readonly<Record<string, Example>>;

/** The names of the toolsets, in the order of the catalogue. */
export function toolsetsOf(tools: readonly Tool[]): string[] {
  return [...new Set(tools.map(({ toolset }) => toolset))];
}

/** Returns the page of a toolset. */
export function toolsetPage(
  toolset: string,
  tools: readonly Tool[],
  examples: Examples,
): string {
  const shared = sharedCalls(tools);
  const sections = tools.filter((tool) => tool.toolset === toolset)
    .map((tool) => section(tool, shared, examples[tool.name]));
  return [`# Toolset \`${toolset}\``, ...sections].join("\n\n") + "\n";
}

/** Returns the functions of OTP that every question calls, such as those that keep its limits. */
export function sharedCalls(tools: readonly Tool[]): ReadonlySet<string> {
  const all = tools.filter(({ probes }) => probes.length > 0).map(callsOf);
  return all.reduce((shared, calls) => shared.intersection(calls));
}

/** Returns an example as a person types it, and the answer as a model reads it. */
export function exampleText(
  tool: Tool,
  example: Example,
): { call: string; answer: string } {
  const { args, answer } = example;
  return {
    call: callWords(tool.name, args).join(" "),
    answer: render(answer, tool.output),
  };
}

function section(
  tool: Tool,
  shared: ReadonlySet<string>,
  example: Example | undefined,
): string {
  const { name, title, description } = tool;
  const parts = [
    `## ${name}`,
    `**${title}.** ${description}`,
    facts(tool),
    argumentTable(tool),
    `On the node: ${runsOnNode(tool, shared)}`,
  ];
  if (example !== undefined) {
    const { call, answer } = exampleText(tool, example);
    parts.push(fenced("sh", call), fenced("text", answer));
  }
  return parts.join("\n\n");
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** What a call needs, may do and costs. */
function facts(tool: Tool): string {
  const { scopes, annotations, deadlineMs = 20_000, budgetBytes = 8192 } = tool;
  const effect = annotations.readOnlyHint
    ? "looks only"
    : annotations.destructiveHint
    ? "may end or remove something"
    : "has effects on the node";
  return [
    `Scope ${scopes.map((scope) => `\`${scope}\``).join(" and ")}`,
    effect,
    `deadline ${deadlineMs / 1000} s`,
    `answer at most ${budgetBytes / 1024} KiB`,
  ].join("; ") + ".";
}

function argumentTable(tool: Tool): string {
  const { properties, required = [] } = Object(inputSchema(tool.input));
  const rows = Object.entries<object>(Object(properties))
    .map(([name, schema]) => {
      const { default: usual, description = "" } = Object(schema);
      const preset = required.includes(name)
        ? "required"
        : usual === undefined
        ? ""
        : `\`${JSON.stringify(usual)}\``;
      return [
        `\`${name}\``,
        cell(typeOf(name, schema)),
        preset,
        cell(description),
      ];
    });
  if (rows.length === 0) return "No arguments.";
  return table(["argument", "type and unit", "default", "means"], rows);
}

/** Returns a table in Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}

/** Units, by the ends of the names of what is measured in them. */
const UNITS: readonly (readonly [string, string])[] = [
  ["_ms", "ms"],
  ["_bytes", "bytes"],
  ["_per_s", "per s"],
  ["_s", "s"],
];

function typeOf(name: string, schema: object): string {
  const unit = UNITS.find(([end]) => name.endsWith(end))?.[1];
  return [kindOf(schema), unit, rangeOf(schema)].filter(Boolean).join(", ");
}

function kindOf(schema: object): string {
  const { type = "any", enum: values, items, anyOf } = Object(schema);
  if (values !== undefined) {
    return values.map((value: unknown) => `\`${value}\``).join(" ");
  }
  if (items !== undefined) return `list of ${kindOf(items)}`;
  return anyOf?.map(kindOf).join(" or ") ?? [type].flat().join(" or ");
}

function callsOf({ calls = [], probes }: Tool): ReadonlySet<string> {
  return new Set([...calls, ...probes.flatMap(({ manifest }) => manifest)]);
}

/** Functions that look at nothing and change nothing: they compute, or keep the question's own processes in order. */
const COMPUTES =
  /^(lists|maps|binary|string|unicode|re|io_lib|sets|ordsets|proplists|math|filename|queue|gb_sets|gb_trees|erl_eval|erl_scan|erl_parse|erl_internal|base64|rand|calendar):|^erlang:(is_\w+|\w+_to_\w+|\W+|element|setelement|hd|tl|length|\w*size|abs|min|max|round|trunc|node|self|throw|error|exit|demonitor|link|unlink|band|bor|bxor|bsl|bsr|div|rem|not|and|or|phash2|split_binary|append_element|make_tuple|map_get|external_size|get|put|erase|make_ref|unique_integer|monotonic_time|system_time)\/|^ets:(match_spec_compile|match_spec_run)\/|^timer:sleep\//;

function runsOnNode(tool: Tool, shared: ReadonlySet<string>): string {
  const { name, probes } = tool;
  if (probes.length === 0 && callsOf(tool).size === 0) {
    return "nothing.";
  }
  const calls = [...callsOf(tool).difference(shared)]
    .filter((call) => !COMPUTES.test(call)).toSorted();
  const sources = probes.map((probe) => `\`${probe.name}\``).join(", ");
  const looks = calls.length === 0
    ? "nothing beyond what every question calls"
    : calls.map((call) => `\`${call}\``).join(", ");
  const source = sources === "" ? "" : `${sources}; `;
  return `${source}calls ${looks}. Source: \`beamtap tools ${name} --source\`.`;
}
