/**
 * The reference: what there is to know of tools and error codes, as pages of Markdown.
 *
 * @module
 */

import type { Advice } from "./advice.ts";
import { type Examples, table } from "./page.ts";
import EXAMPLES from "./examples.json" with { type: "json" };

export { ERRORS } from "./errors.ts";
export { REACHING, TLS } from "./errors_of_links.ts";
export {
  type Examples,
  exampleText,
  sharedCalls,
  table,
  toolsetPage,
  toolsetsOf,
} from "./page.ts";

/** Calls of the tools with answers of a real node. */
export const EXAMPLES_OF_TOOLS: Examples = EXAMPLES;

/** Error codes, and what is known of each. */
export type Errors = Readonly<Record<string, Advice>>;

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
