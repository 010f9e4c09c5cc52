/**
 * Compares how the members of a cluster see it: who does not see whom, which
 * names, groups, versions and modules differ.
 *
 * @module
 */

import type { NodeLink, NodeView } from "../../beam/mod.ts";

/** One member's view, by its name. */
export interface MemberView {
  readonly node: string;
  readonly view: NodeView;
}

/** A link as one of its ends has it. */
export interface ClusterLink extends NodeLink {
  readonly from: string;
}

/** The same thing, as some nodes have it. */
export interface Variant {
  readonly as: string;
  readonly nodes: readonly string[];
}

/** Something that not all members have alike. */
export interface Difference {
  readonly what: string;
  readonly variants: readonly Variant[];
}

/** What comparing views comes to. */
export interface Cluster {
  /** Members that do not see others which answered, or which another member sees. */
  readonly not_connected: readonly {
    readonly node: string;
    readonly does_not_see: readonly string[];
  }[];
  /** Visible nodes that nobody asked, and by how many they are seen. */
  readonly not_asked: readonly {
    readonly node: string;
    readonly seen_by: number;
  }[];
  readonly hidden: readonly {
    readonly node: string;
    readonly seen_by: number;
  }[];
  /** Nodes known by name and connected to no member. */
  readonly down: readonly {
    readonly node: string;
    readonly known_by: number;
  }[];
  /** Connections that are being made. */
  readonly pending: readonly {
    readonly from: string;
    readonly to: string;
    readonly state: string;
  }[];
  /** Those that wait with most bytes first, then those with most traffic. */
  readonly links: readonly ClusterLink[];
  /** Names of `global` and groups of `pg` that members see differently. */
  readonly names: readonly Difference[];
  /** Applications of which members have different versions. */
  readonly versions: readonly Difference[];
  /** Applications of one version whose loaded modules differ, in number or in code. */
  readonly suspects: readonly string[];
}

/** What the views have in common is left out, but for links. */
export function compareViews(members: readonly MemberView[]): Cluster {
  const asked = new Set(members.map(({ node }) => node));
  const there = asked.union(
    new Set(members.flatMap(({ view }) => view.visible)),
  );
  const connected = new Set(
    members.flatMap(({ view }) => [...view.visible, ...view.hidden]),
  );
  const seen = (
    pick: (view: NodeView) => readonly string[],
  ): [string, number][] => count(members.flatMap(({ view }) => pick(view)));
  return {
    not_connected: members.map(({ node, view }) => ({
      node,
      does_not_see: [
        ...there.difference(new Set([node, ...view.visible, ...view.hidden])),
      ],
    })).filter(({ does_not_see }) => does_not_see.length > 0),
    not_asked: seen((view) => view.visible)
      .filter(([node]) => !asked.has(node))
      .map(([node, seen_by]) => ({ node, seen_by })),
    hidden: seen((view) => view.hidden)
      .filter(([node]) => !asked.has(node))
      .map(([node, seen_by]) => ({ node, seen_by })),
    down: seen((view) => view.down)
      .filter(([node]) => !connected.has(node) && !asked.has(node))
      .map(([node, known_by]) => ({ node, known_by })),
    pending: members.flatMap(({ node, view }) =>
      view.pending.map((pending) => ({ from: node, ...pending }))
    ),
    links: members.flatMap(({ node, view }) =>
      (view.links ?? []).map((link) => ({ from: node, ...link }))
    ).toSorted((a, b) =>
      b.queue_bytes - a.queue_bytes || traffic(b) - traffic(a)
    ),
    names: [
      ...differences(members, ({ global }) =>
        global === undefined ? [] : [{
          what: "global names",
          as: `${global.count} names, digest ${global.digest}`,
        }]),
      ...differences(members, ({ pg }) =>
        (pg ?? []).map((scope) => ({
          what: `pg scope ${scope.scope}`,
          as: scope.groups === undefined
            ? "did not answer"
            : `${scope.groups} groups, ${scope.members} members, digest ${scope.digest}`,
        }))),
    ],
    versions: differences(
      members,
      ({ applications }) =>
        (applications ?? []).map(({ application, version }) => ({
          what: application,
          as: version,
        })),
    ),
    suspects: differences(
      members,
      ({ applications }) =>
        (applications ?? []).map((
          { application, version, modules, digest },
        ) => ({
          what: `${application} ${version}`,
          as: `${modules} ${digest}`,
        })),
    ).map(({ what }) => what.split(" ")[0] ?? what),
  };
}

/** Modules that some members run in another form, where they have them loaded. */
export function compareCode(
  members: readonly {
    readonly node: string;
    readonly digests: ReadonlyMap<string, ReadonlyMap<string, number>>;
  }[],
): Difference[] {
  const found = members.flatMap(({ node, digests }) =>
    [...digests].flatMap(([application, modules]) =>
      [...modules].map(([module, digest]) => ({
        node,
        what: `${application}: ${module}`,
        as: digest.toString(16),
      }))
    )
  );
  return differing(found);
}

function differences(
  members: readonly MemberView[],
  pick: (view: NodeView) => readonly { what: string; as: string }[],
): Difference[] {
  return differing(
    members.flatMap(({ node, view }) =>
      pick(view).map((each) => ({ node, ...each }))
    ),
  );
}

/** What comes in more than one form, the form of most nodes first. */
function differing(
  found: readonly { node: string; what: string; as: string }[],
): Difference[] {
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

function traffic(link: NodeLink): number {
  return link.in_bytes + link.out_bytes;
}
