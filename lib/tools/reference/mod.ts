/**
 * The reference: what there is to know of tools and error codes, as pages of Markdown.
 *
 * @module
 */

import type { Tool } from "../../registry/mod.ts";
import type { Advice } from "./advice.ts";
import {
  type Examples,
  sharedCalls,
  table,
  toolsetPage,
  toolsetsOf,
} from "./page.ts";
import EXAMPLES from "./examples.json" with { type: "json" };

export { ERRORS } from "./errors.ts";
export { REACHING, TLS } from "./errors_of_links.ts";
export { type Examples, exampleText, toolsetPage, toolsetsOf } from "./page.ts";

/** Calls of the tools with answers of a real node. */
export const EXAMPLES_OF_TOOLS: Examples = EXAMPLES;

type Errors = Readonly<Record<string, Advice>>;

/** Returns a table of error codes, in alphabetical order. */
export function errorTable(errors: Errors): string {
  const rows = Object.entries(errors)
    .toSorted(([a], [b]) => a < b ? -1 : 1)
    .map(([code, [means, todo]]) => [`\`${code}\``, means, todo]);
  return table(["code", "means", "what to do"], rows);
}

/** Returns the page of error codes. */
export function errorsPage(errors: Errors): string {
  return `# Error codes

An error is \`CODE: MESSAGE\`; the message has the details, and often a hint at what to do.

${errorTable(errors)}
`;
}

/** Returns all pages, by file name. */
export function referencePages(
  tools: readonly Tool[],
  errors: Errors,
): ReadonlyMap<string, string> {
  const toolsets = toolsetsOf(tools);
  return new Map([
    ["README.md", indexPage(toolsets, tools)],
    ...toolsets.map((toolset) =>
      [
        `${toolset}.md`,
        toolsetPage(toolset, tools, EXAMPLES_OF_TOOLS),
      ] as const
    ),
    ["errors.md", errorsPage(errors)],
  ]);
}

function indexPage(
  toolsets: readonly string[],
  tools: readonly Tool[],
): string {
  const rows = toolsets.map((toolset) => [
    `[${toolset}](${toolset}.md)`,
    tools.filter((tool) => tool.toolset === toolset)
      .map(({ name }) => `[\`${name}\`](${toolset}.md#${name})`).join(", "),
  ]);
  const shared = [...sharedCalls(tools)].toSorted()
    .map((call) => `\`${call}\``).join(", ");
  return `# Reference

Made by \`scripts/gen_reference\` of the catalogue. The same from a shell: \`beamtap help TOOL\`, \`beamtap help CODE\`; over MCP: resources \`beamtap://reference/TOOLSET\` and \`beamtap://reference/errors\`.

${table(["toolset", "tools"], rows)}

[Error codes](errors.md) says what each means and what to do.

## Reading it

- Units are in names: \`_ms\` is milliseconds, \`_s\` seconds, \`_bytes\` bytes, \`_per_s\` per second, \`_percent\` and \`_ratio\` as they say; anything else is a count.
- A call that needs a scope is refused unless \`--allow SCOPE\` grants it on that node.
- \`deadline\` ends a call, its work on the node included. An answer over its size is cut, and says what was left out.
- Examples are answers of the demo's node (\`scripts/demo --keep\`), as a model reads them; columns of tables are separated by tabs. Those of a dump need \`--dumps FOLDER\`, and are of a node that ran out of memory.
- Each tool names the questions that it asks, by their Erlang modules, and the functions of OTP that these can call to look at the node or change it. Every question can call these, to keep its limits: ${shared}. \`beamtap tools TOOL\` has all calls, those that only compute included.
`;
}
