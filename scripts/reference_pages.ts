/**
 * The pages of the reference as files: those that a toolset and the error codes have, and an
 * index of them.
 *
 * @module
 */

import type { Tool } from "../lib/registry/mod.ts";
import {
  type Errors,
  errorsPage,
  EXAMPLES_OF_TOOLS,
  sharedCalls,
  table,
  toolsetPage,
  toolsetsOf,
} from "../lib/tools/reference/mod.ts";

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
