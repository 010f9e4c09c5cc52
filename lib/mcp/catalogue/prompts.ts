/**
 * Runbooks as prompts.
 *
 * @module
 */

import * as z from "zod";
import { definePrompt, NODE_NAMES, type Prompt } from "../../registry/mod.ts";
import { type Runbook, RUNBOOKS, runbookText } from "./runbooks.ts";

/** All prompts. */
export const PROMPTS: readonly Prompt[] = RUNBOOKS.map(promptOf);

function promptOf(runbook: Runbook): Prompt {
  const { name, title, description, arguments: own = {} } = runbook;
  const fields = {
    node: { means: "The node, if there is more than one.", from: NODE_NAMES },
    ...own,
  };
  const optional = z.string().max(300).optional();
  return definePrompt({
    name,
    title,
    description,
    toolset: "runbooks",
    scopes: ["inspect"],
    input: Object.fromEntries(
      Object.entries(fields).map((
        [key, { means }],
      ) => [key, optional.describe(means)]),
    ),
    complete: Object.fromEntries(
      Object.entries(fields).map(([key, { from }]) => [key, from]),
    ),
    run: (given) => {
      const known = Object.entries(given)
        .flatMap(([key, value]) => value ? [`${key}: ${value}`] : []);
      const about = known.length === 0
        ? "No node is given: list_nodes shows the known nodes."
        : known.join("\n");
      return Promise.resolve(`${runbookText(runbook)}\n\n${about}`);
    },
  });
}
