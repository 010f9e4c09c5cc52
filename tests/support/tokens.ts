/**
 * Counts what a model reads, with the vocabulary o200k.
 *
 * @module
 */

import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

/** What clients pass on of a tool; titles, annotations and output schemas do not reach the model. */
interface Listed {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: object;
}

/** Counts the tokens of a text. */
export function tokens(text: string): number {
  return countTokens(text);
}

/** Counts the tokens of a list of tools as it reaches a model. */
export function listTokens(tools: readonly Listed[]): number {
  return tools.reduce(
    (sum, { name, description, inputSchema }) =>
      sum + tokens(JSON.stringify({ name, description, inputSchema })),
    0,
  );
}
