/**
 * The toolset `cluster`: how nodes see each other, and what differs between them.
 *
 * @module
 */

import * as z from "zod";
import { CLUSTER_SECTIONS, codeDigests, nodeView } from "../../beam/mod.ts";
import {
  defineClusterTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { compareCode, compareViews } from "./compare_views.ts";

/** Most applications whose modules are compared one by one. */
const MOST_SUSPECTS = 20;

const DIFFERENCES = z.array(z.object({
  what: z.string(),
  variants: z.array(z.object({
    as: z.string(),
    nodes: z.array(z.string()),
  })),
}));

const SEEN = z.array(z.object({ node: z.string(), seen_by: z.int() }));

/** How the members of a cluster see each other. */
export const getCluster: Tool = defineClusterTool({
  name: "get_cluster",
  title: "Cluster",
  description:
    "The cluster as each of its members sees it: who does not see whom (a partial netsplit), nodes that did not answer, hidden and lost nodes, busy links, differences in global names, pg groups, versions and code. Use it when nodes disagree or a part is unreachable. One link serves the whole cluster: the node asked puts the question to the others over the connections they have. Costs each node a few milliseconds; section code about 2 us a loaded module.",
  toolset: "cluster",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [nodeView, codeDigests],
  input: {
    sections: z.array(z.enum(CLUSTER_SECTIONS)).max(3)
      .default(["links", "names", "code"]).describe(
        "What to compare beside connections: links (bytes, queues), names (global, pg), code (versions, modules).",
      ),
    limit: z.int().min(1).max(50).default(10).describe(
      "Most links, and most names of each kind.",
    ),
  },
  output: {
    members: z.array(z.object({
      node: z.string(),
      incarnation: z.int(),
      otp_release: z.string(),
      erts_version: z.string(),
      visible: z.int().describe("Nodes that it sees."),
      hidden: z.int().describe("beamtap not among them."),
      global_names: z.int().optional(),
      pg_groups: z.int().optional(),
    })),
    no_answer: z.array(z.object({
      node: z.string(),
      code: z.string(),
      problem: z.string(),
    })),
    not_connected: z.array(z.object({
      node: z.string(),
      does_not_see: z.array(z.string()),
    })).describe(
      "Missing links: nodes that a member does not see, though they answered or another member sees them.",
    ),
    not_asked: SEEN.describe("Seen by members, but not asked."),
    hidden: SEEN,
    down: z.array(z.object({ node: z.string(), known_by: z.int() })).describe(
      "Known by name, and connected to no member.",
    ),
    pending: z.array(z.object({
      from: z.string(),
      to: z.string(),
      state: z.string(),
    })).describe("Connections that are being made."),
    links: z.array(z.object({
      from: z.string(),
      to: z.string(),
      queue_bytes: z.int().describe("Waiting to go out."),
      in_bytes: z.int(),
      out_bytes: z.int(),
    })),
    global_names: z.array(z.string()).describe(
      "The first, as one member has them.",
    ),
    pg: z.array(z.object({
      scope: z.string(),
      group: z.string(),
      members: z.int(),
    })).describe("The largest groups, as one member has them."),
    names: DIFFERENCES.describe(
      "Names and groups that members see differently; while things change, digests differ for a moment.",
    ),
    versions: DIFFERENCES.describe("Applications."),
    code: DIFFERENCES.describe(
      "Modules of equal application versions whose code differs.",
    ),
  },
  // The modules of an application are compared only where it turned out to differ.
  run: async ({ sections, limit }, { ask }) => {
    const { answers, silent } = await ask(nodeView, { sections, limit });
    const views = answers.map(({ node, answer }) => ({ node, view: answer }));
    const { suspects, links, ...cluster } = compareViews(views);
    const digests = suspects.length === 0
      ? []
      : (await ask(codeDigests, suspects.slice(0, MOST_SUSPECTS))).answers;
    const [first] = views;
    return {
      members: answers.map(({ node, incarnation, answer }) => ({
        node,
        incarnation,
        otp_release: answer.otp_release,
        erts_version: answer.erts_version,
        visible: answer.visible.length,
        hidden: answer.hidden.length,
        global_names: answer.global?.count,
        pg_groups: answer.pg?.reduce((sum, { groups = 0 }) => sum + groups, 0),
      })),
      no_answer: [...silent],
      ...cluster,
      links: links.slice(0, limit),
      global_names: first?.view.global?.first ?? [],
      pg: (first?.view.pg ?? []).flatMap(({ scope, largest }) =>
        largest.map((group) => ({ scope, ...group }))
      ),
      code: compareCode(
        digests.map(({ node, answer }) => ({ node, digests: answer })),
      ),
    };
  },
});
