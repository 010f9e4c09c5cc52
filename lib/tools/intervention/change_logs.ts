/**
 * The toolset `intervention`, of logs: what is logged.
 *
 * @module
 */

import * as z from "zod";
import {
  LOG_LEVELS,
  setLogLevel as setLogLevelProbe,
} from "./set_log_level.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import {
  CHANGES,
  duration,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
} from "../changes.ts";

/** Sets a log level. */
export const setLogLevel: Tool = defineNodeTool({
  name: "set_log_level",
  title: "Set a log level",
  description:
    "Sets the log level of the node, of one module, or of one handler; with for_ms the former level comes back by itself, also when beamtap's link to the node ends. Use it to see more of one module, or to silence a flood. get_log_config tells the levels now. Costs nothing itself; what is logged then may cost much: prefer one module and a short time.",
  toolset: "intervention",
  annotations: { ...CHANGES, idempotentHint: true },
  scopes: ["mutate"],
  probes: [setLogLevelProbe],
  input: {
    ...INTERVENTION_INPUT,
    module: z.string().min(1).max(255).optional().describe(
      "Of this module; of the node if left out.",
    ),
    handler: z.string().min(1).max(255).optional().describe(
      "Of this handler: default.",
    ),
    level: z.enum(LOG_LEVELS).describe(
      "unset: the module has none of its own any more.",
    ),
    for_ms: z.int().min(100).max(3_600_000).optional().describe(
      "After which the former level comes back; never if left out.",
    ),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    former_level: z.string(),
    level: z.string(),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { done, target, before, level, cost } = await beam.run(
      setLogLevelProbe,
      args,
    );
    const kind = args.module ? "module" : "handler";
    const what = target === undefined ? beam.node : `${kind} ${target}`;
    const until = args.for_ms === undefined
      ? "until it is set again"
      : `for ${duration(args.for_ms)}, then ${before} again`;
    return {
      done,
      action: `log level of ${what} from ${before} to ${level}, ${until}`,
      former_level: before,
      level,
      cost,
    };
  },
});
