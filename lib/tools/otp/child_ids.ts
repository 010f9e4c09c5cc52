/**
 * The ids of children, which may be any term, as text without secrets.
 *
 * @module
 */

import { nameText } from "../../beam/mod.ts";
import { Atom, type Term } from "../../etf/mod.ts";
import type { Shower } from "../terms.ts";

/** The id as it is named in arguments, up to 200 bytes. */
export function idText(
  id: Term | undefined,
  shower: Shower,
): string | undefined {
  if (id === undefined) return undefined;
  return id instanceof Atom ? nameText(id.name) : shower.show(id, [], 200);
}

/** The ids of several. */
export function idTexts(ids: readonly Term[], shower: Shower): string[] {
  return ids.map((id) => idText(id, shower) ?? "-");
}
