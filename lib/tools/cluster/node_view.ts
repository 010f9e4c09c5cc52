/**
 * How one member sees its cluster.
 *
 * @module
 */

import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";

/** Sections beside who is connected. */
export const CLUSTER_SECTIONS = ["links", "names", "code"] as const;

/** Arguments of {@linkcode nodeViewQuestion}. */
export interface NodeViewArgs {
  readonly sections: readonly typeof CLUSTER_SECTIONS[number][];
  /** Maximum links, and names of each kind; up to 50. */
  readonly limit: number;
}

/** A connection that is being made. */
export const PENDING = s.row({ to: s.name, state: s.name });

/** A connection, and what went over it since it was made. */
export const LINK = s.row({
  to: s.name,
  queue_bytes: s.integer.describe("Waiting to go out."),
  in_bytes: s.integer,
  out_bytes: s.integer,
});

/** A group of `pg`. */
export const GROUP = s.row({ group: s.shown, members: s.integer });

/** One member's view; equal digests mean equal contents. */
export const nodeViewQuestion = defineQuestion("node_view", {
  encode: ({ sections, limit }: NodeViewArgs) =>
    encodeArgs({
      sections: [...new Set(sections)].map(atom),
      limit: Math.min(Math.max(1, limit), 50),
    }),
  shape: s.record({
    otp_release: s.text,
    erts_version: s.text,
    visible: s.list(s.name),
    hidden: s.list(s.name),
    down: s.list(s.name),
    pending: s.list(PENDING),
    links: s.list(LINK).optional(),
    global: s.row({
      count: s.integer,
      digest: s.integer,
      first: s.list(s.shown),
    })
      .optional(),
    pg: s.list(s.row({
      scope: s.name,
      groups: s.integer.optional(),
      members: s.integer.optional(),
      digest: s.integer.optional(),
      largest: s.list(GROUP),
    })).optional(),
    applications: s.list(s.row({
      application: s.name,
      version: s.text,
      modules: s.integer,
      digest: s.integer,
    })).optional(),
  }),
});

/** Answer of {@linkcode nodeViewQuestion}. */
export type NodeView = AnswerOf<typeof nodeViewQuestion>;
