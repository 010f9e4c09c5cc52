/**
 * The ids of children, which may be any term.
 *
 * @module
 */

import * as z from "zod";
import { nameText, s, Shape, type Show } from "../../beam/mod.ts";
import { Atom, type Term } from "../../etf/mod.ts";

/** An id as it is named in arguments. */
export const childId: Shape<string> = new Shape(
  (id, { show }) => idText(id, show),
  () => z.string(),
);

/** The same, outside an answer. */
export function idText(id: Term, show: Show): string {
  return id instanceof Atom ? nameText(id.name) : show(id, s.MAX_SHOWN);
}
