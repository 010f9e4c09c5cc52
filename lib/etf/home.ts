/**
 * The node whose processes are written `<0.1.2>`.
 *
 * The text of a pid, port or reference names no node and no creation: on the
 * wire both are part of it. A {@linkcode Home} supplies them in both directions.
 * What belongs to another node, or to an earlier run of this one, is written
 * with the node's name in place of the `0`: `<other@host.1.2>`. Such text is to
 * be read by people, and does not parse: the creation is missing.
 *
 * @module
 */

import type { Atom } from "./terms.ts";

/** One run of a node. */
export interface Home {
  /** The node's full name. */
  readonly node: string;
  /** Which run of it, as the handshake told. */
  readonly creation: number;
}

/** What stands before the first point: `0` at home, else the node. */
export function whose(
  term: { readonly node: Atom; readonly creation: number },
  home: Home | undefined,
): string {
  if (
    home === undefined ||
    (term.node.name === home.node && term.creation === home.creation)
  ) return "0";
  return /^[\w@.-]+$/.test(term.node.name)
    ? term.node.name
    : `'${encodeURI(term.node.name)}'`;
}
