/**
 * The node whose pids are written `<0.1.2>`.
 *
 * The text of a pid, port or reference contains neither node nor creation, which are
 * part of it on the wire. A {@linkcode Home} supplies them in both directions. An
 * identifier of another node, or of this node before a restart, is written with the
 * node's name instead of the `0`: `<other@host.1.2>`. Such text is for people only: it
 * cannot be parsed, because the creation is missing.
 *
 * @module
 */

import type { Atom } from "./terms.ts";

/** A node, between two restarts. */
export interface Home {
  /** Full name of the node. */
  readonly node: string;
  /** Its creation, from the handshake. */
  readonly creation: number;
}

/** Returns the part before the first point: `0` at home, otherwise the node's name. */
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
