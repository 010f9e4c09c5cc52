/**
 * Ending the link to a node.
 *
 * @module
 */

import * as z from "zod";
import { defineAdminTool, type Tool } from "../../registry/mod.ts";
import { CHANGES_KNOWN_NODES } from "./changes_known_nodes.ts";

/** Ends the link to a node and forgets the node. */
export const disconnectNode: Tool = defineAdminTool({
  name: "disconnect_node",
  title: "Disconnect from a node",
  description:
    "Ends beamtap's link to a node and forgets the node; calls in progress there fail.",
  toolset: "nodes",
  annotations: CHANGES_KNOWN_NODES,
  scopes: ["admin"],
  input: {},
  output: { was_known: z.boolean() },
  run: (_args, { remove }) => Promise.resolve({ was_known: remove() }),
});
