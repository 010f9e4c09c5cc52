/**
 * Connecting to a node that was not named at start.
 *
 * @module
 */

import * as z from "zod";
import { defineAdminTool, type Tool } from "../../registry/mod.ts";
import { CHANGES_KNOWN_NODES } from "./changes_known_nodes.ts";

/** Connects to a node and makes it known. */
export const connectNode: Tool = defineAdminTool({
  name: "connect_node",
  title: "Connect to a node",
  description:
    "Connects to a node not named at start-up; address and cookie come from the operator's configuration. Leaves one atom there.",
  toolset: "nodes",
  annotations: CHANGES_KNOWN_NODES,
  scopes: ["admin"],
  input: {
    alias: z.string().regex(/^(?!all$)[A-Za-z0-9_-]{1,64}$/).optional()
      .describe("Short name for later calls."),
  },
  output: {
    incarnation: z.int(),
    alias: z.string().optional(),
    already_connected: z.boolean().describe("If true, nothing was changed."),
  },
  run: async ({ alias }, { connect }) => {
    const { already, ...rest } = await connect({ alias });
    return { ...rest, already_connected: already };
  },
});
