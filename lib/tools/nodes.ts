/**
 * The toolset `nodes`: which nodes there are, and how each is doing.
 *
 * @module
 */

import * as z from "zod";
import { nodeInfo } from "../beam/mod.ts";
import {
  defineNodeTool,
  defineTool,
  LOOKS_ONLY,
  type Tool,
} from "../registry/mod.ts";
import { COST, USAGE } from "./fields.ts";

const TOOLSET = "nodes";

/** Which nodes are known, without touching any. */
export const listNodes: Tool = defineTool({
  name: "list_nodes",
  title: "Known nodes",
  description:
    "Lists the BEAM nodes that can be asked, whether each is registered with its port mapper (EPMD), and the state of the link to it. Use it first, or when a node does not answer. Costs the nodes nothing: only port mappers are asked.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  input: {},
  output: {
    nodes: z.array(z.object({
      node: z.string(),
      link: z.enum(["idle", "connecting", "connected", "closed"]).describe(
        "idle: not dialled yet, or the last try failed.",
      ),
      incarnation: z.int().optional(),
      registered: z.boolean().optional().describe(
        "Missing where EPMD was not asked or did not answer.",
      ),
      problem: z.string().optional(),
    })),
  },
  run: async (_args, { nodes }) => ({ nodes: [...await nodes()] }),
});

/** How a node is doing. */
export const getNodeInfo: Tool = defineNodeTool({
  name: "get_node_info",
  title: "Node overview",
  description:
    "Overview of one node: OTP, Elixir and Gleam versions, uptime, memory by class, run queue, and how near processes, ports, atoms and ETS tables are to their limits. Start an investigation here. Costs the node about a millisecond, whatever its size.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probes: [nodeInfo],
  input: {},
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
      connected_hidden: z.int().describe("beamtap among them."),
      net_ticktime_s: z.int().optional(),
    }),
    running_applications: z.int().optional(),
    cost: COST,
  },
  run: (_args, { beam }) => beam.run(nodeInfo, undefined),
});
