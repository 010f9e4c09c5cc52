/**
 * Which nodes are known, and which others their hosts have.
 *
 * @module
 */

import * as z from "zod";
import { defineTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";

/** Maximum unknown nodes to name. */
const MAX_OTHERS = 100;

/** Lists the known nodes; asks port mappers only. */
export const listNodes: Tool = defineTool({
  name: "list_nodes",
  title: "Known nodes",
  description:
    "Known nodes, links to them, and what their port mappers (EPMD) have registered. Asks port mappers only.",
  toolset: "nodes",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  input: {},
  output: {
    nodes: z.array(z.object({
      node: z.string(),
      alias: z.string().optional().describe("May stand for the name."),
      link: z.enum(["idle", "connecting", "connected", "closed"]).describe(
        "idle: not connected yet, or the last try failed.",
      ),
      incarnation: z.int().optional(),
      registered: z.boolean().optional().describe(
        "Missing where EPMD was not asked or did not answer.",
      ),
      problem: z.string().optional(),
    })),
    also_registered: z.array(z.string()).describe(
      "Registered on their hosts but unknown to beamtap: see connect_node.",
    ),
  },
  run: async (_args, { nodes }) => {
    const states = await nodes();
    const known = new Set(states.map(({ node }) => node));
    const others = new Set(states.flatMap(({ others = [] }) => others));
    return {
      nodes: states.map(({ others: _, ...state }) => state),
      also_registered: [...others.difference(known)].toSorted()
        .slice(0, MAX_OTHERS),
    };
  },
});
