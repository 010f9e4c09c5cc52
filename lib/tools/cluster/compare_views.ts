/**
 * Compares how the members of a cluster see it: who does not see whom, which
 * names, groups, versions and modules differ.
 *
 * @module
 */

import * as z from "zod";
import type { CodeDigests } from "./code_digests.ts";
import { GROUP, LINK, type NodeView, PENDING } from "./node_view.ts";

/** What differs between members: each variant with the nodes that have it. */
export const DIFFERENCES = z.array(z.object({
  what: z.string(),
  variants: z.array(z.object({
    as: z.string(),
    nodes: z.array(z.string()),
  })),
}));
type Differences = z.infer<typeof DIFFERENCES>;

const SEEN = z.array(z.object({ node: z.string(), seen_by: z.int() }));

/** Result of comparing views, without {@linkcode Compared.suspects}. */
export const COMPARED = {
  not_connected: z.array(z.object({
    node: z.string(),
    does_not_see: z.array(z.string()),
  })).describe(
    "Missing links: nodes that a member does not see, though they answered or another member sees them.",
  ),
  not_asked: SEEN.describe("Seen by members, but not asked."),
  hidden: SEEN,
  down: z.array(z.object({ node: z.string(), known_by: z.int() })).describe(
    "Known by name, but connected to no member.",
  ),
  pending: z.array(z.object({ from: z.string(), ...PENDING.fields })).describe(
    "Connections that are being made.",
  ),
  links: z.array(z.object({ from: z.string(), ...LINK.fields })),
  global_names: z.array(z.string()).describe(
    "The first, as one member has them.",
  ),
  pg: z.array(z.object({ scope: z.string(), ...GROUP.fields })).describe(
    "The largest groups, as one member has them.",
  ),
  names: DIFFERENCES.describe(
    "Names and groups that members see differently; while things change, digests differ for a moment.",
  ),
  versions: DIFFERENCES.describe("Applications."),
};

/** Result of comparing views. */
export interface Compared extends z.infer<z.ZodObject<typeof COMPARED>> {
  /** Applications of one version whose loaded modules differ, in number or in code. */
  readonly suspects: readonly string[];
}

/** One member's view, by its name. */
export interface MemberView {
  readonly node: string;
  readonly view: NodeView;
}

/** Compares views; links with the most bytes waiting come first, then the busiest. */
export function compareViews(members: readonly MemberView[]): Compared {
  const asked = new Set(members.map(({ node }) => node));
  const there = asked.union(
    new Set(members.flatMap(({ view }) => view.visible)),
  );
  const connected = new Set(
    members.flatMap(({ view }) => [...view.visible, ...view.hidden]),
  );
  const others = (
    pick: (view: NodeView) => readonly string[],
  ): [string, number][] =>
    count(members.flatMap(({ view }) => pick(view)))
      .filter(([node]) => !asked.has(node));
  const applications = members.map(({ node, view }) => ({
    node,
    all: view.applications ?? [],
  }));
  const [first] = members;
  return {
    not_connected: members.map(({ node, view }) => ({
      node,
      does_not_see: [
        ...there.difference(new Set([node, ...view.visible, ...view.hidden])),
      ],
    })).filter(({ does_not_see }) => does_not_see.length > 0),
    not_asked: others(({ visible }) => visible)
      .map(([node, seen_by]) => ({ node, seen_by })),
    hidden: others(({ hidden }) => hidden)
      .map(([node, seen_by]) => ({ node, seen_by })),
    down: others(({ down }) => down)
      .filter(([node]) => !connected.has(node))
      .map(([node, known_by]) => ({ node, known_by })),
    pending: members.flatMap(({ node, view }) =>
      view.pending.map((pending) => ({ from: node, ...pending }))
    ),
    links: members.flatMap(({ node, view: { links = [] } }) =>
      links.map((link) => ({ from: node, ...link }))
    ).toSorted((a, b) =>
      b.queue_bytes - a.queue_bytes || traffic(b) - traffic(a)
    ),
    global_names: [...first?.view.global?.first ?? []],
    pg: (first?.view.pg ?? []).flatMap(({ scope, largest }) =>
      largest.map((group) => ({ scope, ...group }))
    ),
    names: [...globalNames(members), ...pgScopes(members)],
    versions: differing(
      applications.flatMap(({ node, all }) =>
        all.map(({ application, version }) => ({
          node,
          what: application,
          as: version,
        }))
      ),
    ),
    suspects: differing(
      applications.flatMap(({ node, all }) =>
        all.map(({ application, version, modules, digest }) => ({
          node,
          what: `${application} ${version}`,
          as: `${modules} ${digest}`,
        }))
      ),
    ).map(({ what }) => what.split(" ")[0] ?? what),
  };
}

/** Finds modules that members have loaded in different forms. */
export function compareCode(
  members: readonly { readonly node: string; readonly digests: CodeDigests }[],
): Differences {
  return differing(
    members.flatMap(({ node, digests }) =>
      digests.applications.flatMap(({ application, modules }) =>
        modules.map(({ module, digest }) => ({
          node,
          what: `${application}: ${module}`,
          as: digest.toString(16),
        }))
      )
    ),
  );
}

function globalNames(members: readonly MemberView[]): Differences {
  return differing(
    members.flatMap(({ node, view: { global } }) =>
      global === undefined ? [] : [{
        node,
        what: "global names",
        as: `${global.count} names, digest ${global.digest}`,
      }]
    ),
  );
}

function pgScopes(members: readonly MemberView[]): Differences {
  return differing(
    members.flatMap(({ node, view: { pg = [] } }) =>
      pg.map(({ scope, groups, members, digest }) => ({
        node,
        what: `pg scope ${scope}`,
        as: groups === undefined
          ? "did not answer"
          : `${groups} groups, ${members} members, digest ${digest}`,
      }))
    ),
  );
}

/** What has more than one variant, the most common variant first. */
function differing(
  found: readonly { node: string; what: string; as: string }[],
): Differences {
  const all = Map.groupBy(found, ({ what }) => what);
  return [...all].map(([what, each]) => ({
    what,
    variants: [...Map.groupBy(each, ({ as }) => as)]
      .map(([as, some]) => ({ as, nodes: some.map(({ node }) => node) }))
      .toSorted((a, b) => b.nodes.length - a.nodes.length),
  })).filter(({ variants }) => variants.length > 1);
}

/** The most frequent first, then by name. */
function count(names: readonly string[]): [string, number][] {
  return [...Map.groupBy(names, (name) => name)]
    .map(([name, all]): [string, number] => [name, all.length])
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function traffic(
  link: { readonly in_bytes: number; readonly out_bytes: number },
): number {
  return link.in_bytes + link.out_bytes;
}
