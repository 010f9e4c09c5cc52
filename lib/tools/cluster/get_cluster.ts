/**
 * The cluster as each of its members sees it.
 *
 * @module
 */

import * as z from "zod";
import {
  defineClusterTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { codeDigestsQuestion } from "./code_digests.ts";
import {
  compareCode,
  COMPARED,
  compareViews,
  DIFFERENCES,
} from "./compare_views.ts";
import { nodeViewQuestion } from "./node_view.ts";

/** Maximum applications whose modules are compared one by one. */
const MAX_SUSPECTS = 20;

/** How the members of a cluster see each other. */
export const getCluster: Tool = defineClusterTool({
  name: "get_cluster",
  title: "Cluster",
  description:
    "The cluster as each member sees it: netsplits, lost and hidden nodes, busy links, differences in global names, pg groups, versions and code.",
  toolset: "cluster",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [nodeViewQuestion, codeDigestsQuestion],
  input: nodeViewQuestion.input,
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
    ...COMPARED,
    code: DIFFERENCES.describe(
      "Modules of equal application versions whose code differs.",
    ),
  },
  // The modules of an application are compared only where it turned out to differ.
  run: async ({ sections, limit }, { ask }) => {
    const { answers, silent } = await ask(nodeViewQuestion, {
      sections,
      limit,
    });
    const { suspects, links, ...compared } = compareViews(
      answers.map(({ node, answer }) => ({ node, view: answer })),
    );
    const digests = suspects.length === 0
      ? []
      : (await ask(codeDigestsQuestion, suspects.slice(0, MAX_SUSPECTS)))
        .answers;
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
      ...compared,
      links: links.slice(0, limit),
      code: compareCode(
        digests.map(({ node, answer }) => ({ node, digests: answer })),
      ),
    };
  },
});
