/**
 * ETS tables in answers.
 *
 * @module
 */

import { s, Shape } from "../../beam/mod.ts";
import { Reference } from "../../etf/mod.ts";

/** What a table is called in arguments; see `table_id.erl`. */
export const TABLE: Shape<string> = new Shape(
  (term, reading) =>
    term instanceof Reference
      ? `#Ref<0.${term.words.toReversed().join(".")}>`
      : s.nameOrText.read(term, reading),
  () => s.nameOrText.schema,
).describe(
  "How to call it in arguments: its name, or #Ref<…> where it has none.",
);
