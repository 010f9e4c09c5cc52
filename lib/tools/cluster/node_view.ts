/**
 * How one member sees its cluster, and what it brings to it.
 *
 * @module
 */

import {
  type AnswerOf,
  defineQuestion,
  integer,
  list,
  name,
  record,
  row,
  text,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";

/** Sections beside who is connected. */
export const CLUSTER_SECTIONS = ["links", "names", "code"] as const;

/** Arguments of {@linkcode nodeViewQuestion}. */
export interface NodeViewArgs {
  readonly sections: readonly typeof CLUSTER_SECTIONS[number][];
  /** Maximum links, and names of each kind; up to 50. */
  readonly limit: number;
}

/** A connection that is being made. */
export const PENDING = row({ to: name, state: name });

/** A connection, and what went over it since it was made. */
export const LINK = row({
  to: name,
  queue_bytes: integer.describe("Waiting to go out."),
  in_bytes: integer,
  out_bytes: integer,
});

/** A group of `pg`. */
export const GROUP = row({ group: text, members: integer });

/** One member's view; equal digests mean equal contents. */
export const nodeViewQuestion = defineQuestion("node_view", {
  encode: ({ sections, limit }: NodeViewArgs) =>
    map([
      [atom("sections"), [...new Set(sections)].map(atom)],
      [atom("limit"), Math.min(Math.max(1, limit), 50)],
    ]),
  shape: record({
    otp_release: text,
    erts_version: text,
    visible: list(name),
    hidden: list(name),
    down: list(name),
    pending: list(PENDING),
    links: list(LINK).optional(),
    global: row({ count: integer, digest: integer, first: list(text) })
      .optional(),
    pg: list(row({
      scope: name,
      groups: integer.optional(),
      members: integer.optional(),
      digest: integer.optional(),
      largest: list(GROUP),
    })).optional(),
    applications: list(row({
      application: name,
      version: text,
      modules: integer,
      digest: integer,
    })).optional(),
  }),
});

/** Answer of {@linkcode nodeViewQuestion}. */
export type NodeView = AnswerOf<typeof nodeViewQuestion>;
