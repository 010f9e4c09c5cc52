/**
 * ETS tables in answers.
 *
 * @module
 */

import { s, type Shape } from "../../beam/mod.ts";

/** What a table is called in arguments; see `table_id.erl`. */
export const TABLE: Shape<string> = s.nameOrText.describe(
  "How to call it in arguments: its name, or #Ref<…> where it has none.",
);
