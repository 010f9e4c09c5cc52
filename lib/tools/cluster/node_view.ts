/**
 * How one member sees its cluster.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";

/** Sections beside who is connected. */
export const CLUSTER_SECTIONS = ["links", "names", "code"] as const;

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
  input: {
    sections: z.array(z.enum(CLUSTER_SECTIONS)).max(3)
      .default(["links", "names", "code"]).describe("To compare."),
    limit: z.int().min(1).max(50).default(10).describe("Of each kind."),
  },
  encode: ({ sections, limit }) =>
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
