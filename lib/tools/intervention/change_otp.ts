/**
 * The toolset `intervention`, of OTP: children of supervisors, configuration, the
 * cluster.
 *
 * @module
 */

import * as z from "zod";
import { disconnectPeer as disconnectPeerProbe } from "./disconnect_peer.ts";
import { restartChild as restartChildProbe } from "./restart_child.ts";
import { setAppEnv as setAppEnvProbe } from "./set_app_env.ts";
import { tuple } from "../../etf/mod.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import {
  CHANGES,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";
import { homeOf, pathOf, showerOf, SYNTAX, termOf } from "../terms.ts";

const TOOLSET = "intervention";

/** How much of a former value is shown. */
const SHORT = { depth: 8, width: 40, max_bytes: 2000 };

/** Restarts a child of a supervisor. */
export const restartChild: Tool = defineNodeTool({
  name: "restart_child",
  title: "Restart a child",
  description:
    "Has a supervisor stop one of its children as its specification says, and start it again. Use it for a child that is stuck or in a bad state, or that does not run; its state and messages are lost. Not for children of kernel, temporary ones, and those without an id. get_child_specs lists ids. Does not count as a restart for the supervisor. Costs as long as the child takes to stop and to start, while the supervisor does nothing else.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["mutate"],
  deadlineMs: 45_000,
  probes: [restartChildProbe],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT.describe("The supervisor: a pid or name."),
    child: z.string().min(1).max(1000).describe(
      "Its id, a term: my_worker or {worker, 7}.",
    ),
    syntax: SYNTAX,
  },
  output: {
    ...INTERVENTION_OUTPUT,
    supervisor: z.string(),
    before: z.string().optional().describe("Missing: it did not run."),
    after: z.string().optional(),
    restart: z.string(),
    cost: COST,
  },
  run: async (args, context) => {
    const { syntax, process: supervisor, dry_run } = args;
    const [step] = pathOf([args.child], syntax, await homeOf(context));
    const child = typeof step === "object" ? step.key : 0;
    const answer = await context.beam.run(restartChildProbe, {
      supervisor,
      child,
      dry_run,
    });
    return {
      ...answer,
      action:
        `${supervisor} (${answer.supervisor}) restarts its child ${args.child}, ${
          answer.before ?? "which does not run"
        }`,
    };
  },
});

/** Sets a key in the environment of an application. */
export const setAppEnv: Tool = defineNodeTool({
  name: "set_app_env",
  title: "Set application environment",
  description:
    "Sets one key in the environment of an application until the node restarts, and tells the former value. Use it to try a setting that the application reads each time; what it has read at its start it does not read again. get_app_env tells the values now. Costs next to nothing; makes no atoms.",
  toolset: TOOLSET,
  annotations: { ...CHANGES, idempotentHint: true },
  scopes: ["mutate"],
  probes: [setAppEnvProbe],
  input: {
    ...INTERVENTION_INPUT,
    application: z.string().min(1).max(255).describe("Its name: my_app."),
    key: z.string().min(1).max(300).describe("An atom: port."),
    value: z.string().min(1).max(10_000).describe("A term: 8080."),
    syntax: SYNTAX,
  },
  output: {
    ...INTERVENTION_OUTPUT,
    application: z.string(),
    former_value: z.string().optional().describe(
      "Missing where there was none, or without the scope data.",
    ),
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const [step] = pathOf([args.key], args.syntax, home);
    const key = typeof step === "object" ? step.key : 0;
    const value = termOf(args.value, args.syntax, home);
    const { done, application, before, cost } = await context.beam.run(
      setAppEnvProbe,
      {
        ...SHORT,
        application: args.application,
        key,
        value,
        dry_run: args.dry_run,
      },
    );
    const shower = showerOf(context, home, { ...args, ...SHORT });
    const former = before && context.granted("data")
      ? shower.show(before.term, [key])
      : undefined;
    return {
      done,
      action: `${application}: ${shower.show(tuple(key, value))} instead of ${
        former ?? (before === undefined ? "no value" : "its value")
      }`,
      application,
      former_value: former,
      cost,
    };
  },
});

/** Ends the connection of a node to another. */
export const disconnectPeer: Tool = defineNodeTool({
  name: "disconnect_peer",
  title: "Disconnect two nodes",
  description:
    "Ends the connection of a node to another of its cluster. Use it when the other node hangs or drags this one down. Both sides see the other go down: monitors and links fire, global names and pg groups change, Mnesia may need a restart; they connect again when either sends a message, mostly at once. get_cluster tells who is connected. Costs what the applications make of it.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["mutate"],
  probes: [disconnectPeerProbe],
  input: {
    ...INTERVENTION_INPUT,
    peer: z.string().min(3).max(255).describe("Full name of the other node."),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    peer: z.string(),
    kind: z.string().describe("visible or hidden."),
    connected: z.boolean().describe("Still, or again."),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const answer = await beam.run(disconnectPeerProbe, args);
    return {
      ...answer,
      action:
        `connection of ${beam.node} to ${answer.peer} (${answer.kind}) ended`,
    };
  },
});
