/**
 * The toolset `runtime`: how busy a node is, how full, and what goes in and out.
 *
 * @module
 */

import * as z from "zod";
import {
  limitsInUse,
  MOST_PORTS,
  PORT_KINDS,
  PORT_SORTS,
  portList,
  schedulerUse,
} from "../../beam/mod.ts";
import { defineNodesTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST, OWNED_BY } from "../fields.ts";

const TOOLSET = "runtime";

const WINDOW = z.int().min(10).max(10_000).default(1000).describe(
  "Time between the two looks.",
);

/** How busy the schedulers are. */
export const getSchedulers: Tool = defineNodesTool({
  name: "get_schedulers",
  title: "Schedulers",
  description:
    "How busy the schedulers of a node are over a window: use of normal, dirty CPU and dirty IO schedulers, lengths of their run queues, reductions, context switches, garbage collections and IO per second; with detail full also microstates: what the threads spend their time on. Use it when a node is slow. Switches scheduler wall time on for the window (shared with others who use it), and with full microstate accounting, restored after; costs the node well under 1 %.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: schedulerUse,
  input: {
    window_ms: WINDOW,
    detail: z.enum(["concise", "full"]).default("concise").describe(
      "full: with microstates of each type of thread.",
    ),
  },
  output: {
    window_ms: z.int(),
    schedulers: z.array(z.object({
      kind: z.string(),
      total: z.int(),
      online: z.int(),
      used_percent: z.number(),
      each_percent: z.array(z.number()),
      queue_average: z.number().describe("Waiting to run."),
      queue_most: z.int(),
    })),
    states: z.array(z.object({
      type: z.string(),
      percent: z.record(z.string(), z.number()),
    })).optional(),
    reductions_per_s: z.int(),
    context_switches_per_s: z.int(),
    collections_per_s: z.int(),
    collected_bytes_per_s: z.int(),
    input_bytes_per_s: z.int(),
    output_bytes_per_s: z.int(),
    cost: COST,
  },
  ask: ({ window_ms, detail }) => ({
    windowMs: window_ms,
    states: detail === "full",
  }),
  answer: (told) => told,
});

/** How near to full, and when. */
export const getLimits: Tool = defineNodesTool({
  name: "get_limits",
  title: "Limits in use",
  description:
    "How near a node is to its limits of processes, ports, atoms and ETS tables; with the change over a window and, for what grows all through it, the rate and when it is full. Names the newest atoms. Use it when a node grows, or died of a full table before; growth in bursts needs a longer window. beamtap's own are left out.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: limitsInUse,
  input: {
    window_ms: WINDOW,
    limit: z.int().min(0).max(100).default(10).describe(
      "How many of the newest atoms to name.",
    ),
  },
  output: {
    window_ms: z.int(),
    limits: z.array(z.object({
      name: z.string(),
      count: z.int(),
      limit: z.int(),
      used_percent: z.number(),
      change: z.int().describe("Over the window."),
      growth_per_s: z.number().optional().describe(
        "Missing unless it grew all through the window.",
      ),
      full_in_s: z.int().optional().describe("At that rate."),
    })),
    memory_bytes: z.int().optional(),
    memory_change_bytes: z.int().optional(),
    memory_growth_bytes_per_s: z.int().optional(),
    newest_atoms: z.array(z.string()).describe(
      "Last made first, without those that beamtap's own questions made.",
    ),
    cost: COST,
  },
  ask: ({ window_ms, limit }) => ({ windowMs: window_ms, atoms: limit }),
  answer: (told) => told,
});

/** Ports, sockets, files. */
export const listPorts: Tool = defineNodesTool({
  name: "list_ports",
  title: "Ports and sockets",
  description:
    "The ports of a node (TCP, UDP, SCTP; programs and drivers), its sockets of the module socket, and files: owner, addresses, bytes in and out, bytes waiting; first by traffic (in all, or over a window), queue or memory; and who owns most. Use it for leaks of connections, busy or stuck connections, or what a process is connected to. Costs a few microseconds a port; kind file about 0.3 us a process.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probe: portList,
  input: {
    kind: z.enum(PORT_KINDS).default("all").describe(
      "all: all but files; program: programs and drivers; file: files that have a process.",
    ),
    sort: z.enum(PORT_SORTS).default("traffic").describe("Largest first."),
    limit: z.int().min(1).max(MOST_PORTS).default(20).describe(
      "Most ports and most owners.",
    ),
    process: OWNED_BY,
    window_ms: z.int().min(0).max(10_000).default(0).describe(
      "For sort traffic: only that of so many ms; 0: since each was opened.",
    ),
  },
  output: {
    matched: z.int(),
    kinds: z.record(z.string(), z.int()),
    silent: z.int().describe("Ports that did not answer in time."),
    window_ms: z.int(),
    owners: z.array(z.object({
      owner: z.string().optional(),
      owner_name: z.string().optional(),
      count: z.int(),
    })),
    ports: z.array(z.object({
      id: z.string(),
      kind: z.string(),
      owner: z.string().optional(),
      owner_name: z.string().optional(),
      local: z.string().optional(),
      peer: z.string().optional(),
      program: z.string().optional(),
      os_pid: z.int().optional(),
      in_bytes: z.int().optional(),
      out_bytes: z.int().optional(),
      window_bytes: z.int().optional(),
      queue_bytes: z.int().optional().describe("Waiting to go out."),
      memory_bytes: z.int().optional(),
    })),
    cost: COST,
  },
  ask: ({ window_ms, ...args }) => ({ ...args, windowMs: window_ms }),
  answer: (told) => told,
});
