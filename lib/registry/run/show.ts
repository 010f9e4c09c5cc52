/**
 * How terms such as labels are written where an answer names them.
 *
 * @module
 */

import type { Show } from "../../beam/mod.ts";
import { format, type Syntax, type Term } from "../../etf/mod.ts";
import type { Asker } from "../declare/asker.ts";

/** The syntax for terms of a node: as the operator says; `auto` follows the node. */
export function syntaxFor(
  { elixir }: Pick<Asker, "elixir">,
  syntax: Syntax | "auto" = "auto",
): Syntax {
  if (syntax !== "auto") return syntax;
  return elixir ? "elixir" : "erlang";
}

/** Writes terms of a node in that syntax, without secrets. */
export function showFor(
  asker: Pick<Asker, "elixir">,
  syntax: Syntax | "auto" | undefined,
  redact: (term: Term) => Term,
): Show {
  const how = { syntax: syntaxFor(asker, syntax), cuts: true };
  return (term, maxBytes) => format(redact(term), { ...how, maxBytes });
}
