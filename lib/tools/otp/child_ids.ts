/**
 * The ids of children, which may be any term, as text without secrets.
 *
 * @module
 */

import { Atom, format, type Term } from "../../etf/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";

/** The id as Erlang prints it, up to 200 bytes. */
export function idText(
  id: Term | undefined,
  { redact }: Pick<NodeContext, "redact">,
): string | undefined {
  if (id === undefined || id instanceof Atom) return id?.name;
  return format(redact(id), { syntax: "erlang", maxBytes: 200 });
}
