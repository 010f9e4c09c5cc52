/**
 * The reference as resources: a page for each toolset, and one of error codes.
 *
 * @module
 */

import * as z from "zod";
import { defineResource, type Resource } from "../../registry/mod.ts";
import { loadReference, TOOLS } from "../../tools/mod.ts";

type Reference = Awaited<ReturnType<typeof loadReference>>;

function page(
  name: string,
  description: string,
  text: (reference: Reference) => string,
): Resource {
  return defineResource({
    name: `reference_${name}`,
    title: `Reference: ${name}`,
    description,
    toolset: "reference",
    scopes: ["inspect"],
    uri: `beamtap://reference/${name}`,
    mimeType: "text/markdown",
    annotations: { audience: ["user", "assistant"], priority: 0.2 },
    budgetBytes: 131_072,
    output: z.string(),
    run: async () => text(await loadReference()),
  });
}

/** The pages. */
export const REFERENCE: readonly Resource[] = [
  ...[...new Set(TOOLS.map(({ toolset }) => toolset))].map((toolset) =>
    page(
      toolset,
      "Tools with arguments, units, scopes, what they run on a node, and an example answer.",
      ({ toolsetPage, EXAMPLES_OF_TOOLS }) =>
        toolsetPage(toolset, TOOLS, EXAMPLES_OF_TOOLS),
    )
  ),
  page(
    "errors",
    "What each error code means and what to do.",
    ({ ERRORS, errorsPage }) => errorsPage(ERRORS),
  ),
];
