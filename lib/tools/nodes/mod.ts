/**
 * The toolset `nodes`: which nodes there are, and how each is doing.
 *
 * @module
 */

import * as z from "zod";
import { NODE_SECTIONS, nodeInfo } from "../../beam/mod.ts";
import {
  type Annotations,
  defineAdminTool,
  defineNodesTool,
  defineTool,
  LOOKS_ONLY,
  type Tool,
} from "../../registry/mod.ts";
import { COST, USAGE } from "../fields.ts";

const TOOLSET = "nodes";

/** Most nodes to name that are not known. */
const MOST_OTHERS = 100;

/** Which nodes are known, without touching any. */
export const listNodes: Tool = defineTool({
  name: "list_nodes",
  title: "Known nodes",
  description:
    "Lists the BEAM nodes that can be asked, whether each is registered with its port mapper (EPMD), the state of the link to it, and which others those port mappers have. Use it first, or when a node does not answer; get_cluster shows which other nodes these see. Costs the nodes nothing: only port mappers are asked.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  input: {},
  output: {
    nodes: z.array(z.object({
      node: z.string(),
      alias: z.string().optional().describe("May stand for the name."),
      link: z.enum(["idle", "connecting", "connected", "closed"]).describe(
        "idle: not dialled yet, or the last try failed.",
      ),
      incarnation: z.int().optional(),
      registered: z.boolean().optional().describe(
        "Missing where EPMD was not asked or did not answer.",
      ),
      problem: z.string().optional(),
    })),
    also_registered: z.array(z.string()).describe(
      "Registered on their hosts, but not known here: see connect_node.",
    ),
  },
  run: async (_args, { nodes }) => {
    const states = await nodes();
    const known = new Set(states.map(({ node }) => node));
    const others = new Set(states.flatMap(({ others = [] }) => others));
    return {
      nodes: states.map(({ others: _, ...state }) => state),
      also_registered: [...others.difference(known)].toSorted()
        .slice(0, MOST_OTHERS),
    };
  },
});

/** Changes which nodes beamtap knows, and nothing on a node. */
const CHANGES_OURS: Annotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Makes a node known and dials it. */
export const connectNode: Tool = defineAdminTool({
  name: "connect_node",
  title: "Connect to a node",
  description:
    "Connects to a node that was not named when beamtap started, as a hidden node, and makes it known. Use it for nodes that get_cluster or list_nodes report. Its address and cookie come from the operator's configuration, never from an argument. A node that is connected stays as it is; one that cannot be reached is forgotten. Costs the node one connection, and one atom for our name.",
  toolset: TOOLSET,
  annotations: CHANGES_OURS,
  scopes: ["admin"],
  input: {
    alias: z.string().regex(/^(?!all$)[A-Za-z0-9_-]{1,64}$/).optional()
      .describe(
        "A short name that may stand for it in later calls.",
      ),
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

/** Ends the link to a node and forgets it. */
export const disconnectNode: Tool = defineAdminTool({
  name: "disconnect_node",
  title: "Disconnect from a node",
  description:
    "Ends beamtap's link to a node and forgets the node; calls to it that are at work fail. Use it when a node is gone for good, or after connect_node. Costs the node nothing; its links to other nodes stay.",
  toolset: TOOLSET,
  annotations: CHANGES_OURS,
  scopes: ["admin"],
  input: {},
  output: { was_known: z.boolean() },
  run: (_args, { remove }) => Promise.resolve({ was_known: remove() }),
});

/** How a node is doing. */
export const getNodeInfo: Tool = defineNodesTool({
  name: "get_node_info",
  title: "Node overview",
  description:
    "Overview of a node: OTP, Elixir and Gleam versions, uptime, memory by class, run queue, and how near processes, ports, atoms and ETS tables are to their limits; with sections also emulator settings, how it was started, and its code path. Start an investigation here. Costs the node about a millisecond, whatever its size.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: nodeInfo,
  input: {
    sections: z.array(z.enum(NODE_SECTIONS)).max(3).default([]).describe(
      "More to show: flags (emulator settings), boot (arguments it was started with, cookie hidden), code_path.",
    ),
    limit: z.int().min(1).max(500).default(100).describe(
      "Most boot arguments and folders of the code path.",
    ),
  },
  output: {
    otp_release: z.string(),
    erts_version: z.string(),
    elixir_version: z.string().optional(),
    gleam_stdlib_version: z.string().optional(),
    uptime_ms: z.int(),
    build: z.object({
      architecture: z.string(),
      word_bytes: z.int(),
      type: z.string(),
      flavor: z.string().optional(),
    }),
    schedulers: z.object({
      total: z.int(),
      online: z.int(),
      dirty_cpu_online: z.int(),
      dirty_io: z.int(),
    }),
    run_queue: z.int().describe(
      "Processes and ports ready to run; steadily above schedulers.online, the node is short of CPU.",
    ),
    processes: USAGE,
    ports: USAGE,
    atoms: USAGE.describe("Atoms are never freed; at the limit the node dies."),
    ets_tables: USAGE.describe("The limit is not a hard one."),
    memory_bytes: z.record(z.string(), z.int()).optional().describe(
      "By class, as erlang:memory() has it.",
    ),
    distribution: z.object({
      connected_visible: z.int(),
      connected_hidden: z.int().describe("beamtap not among them."),
      net_ticktime_s: z.int().optional(),
    }),
    running_applications: z.int().optional(),
    flags: z.record(z.string(), z.string()).optional(),
    boot: z.object({
      arguments: z.object({
        count: z.int(),
        first: z.array(z.object({ flag: z.string(), value: z.string() })),
      }).optional(),
      plain_arguments: z.int().optional().describe(
        "How many arguments after -extra; they are not shown.",
      ),
      script: z.string().optional(),
      status: z.string().optional(),
      mode: z.string().optional().describe("interactive or embedded."),
    }).optional(),
    code_path: z.object({
      count: z.int(),
      first: z.array(z.string()),
    }).optional(),
    cost: COST,
  },
  ask: (args) => args,
  answer: (told) => told,
});
