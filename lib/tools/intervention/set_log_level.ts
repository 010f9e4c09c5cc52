/**
 * Sets log levels of a node, a module or a handler, permanently or for a time.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  defineQuestion,
  encodeArgs,
  encodeName,
  nameRefused,
  refusals,
  s,
  spellings,
} from "../../beam/mod.ts";
import { atom, binary, type Term, tuple } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE, DRY_RUN, duration } from "../changes.ts";
import { EVENT_LEVELS } from "../logs/log_events.ts";

/** Log levels, least output first; `unset` removes the level of a module. */
const LOG_LEVELS = ["none", ...EVENT_LEVELS, "all", "unset"] as const;

const INPUT = {
  module: z.string().min(1).max(255).optional().describe("Default: the node."),
  handler: z.string().min(1).max(255).optional().describe("Of a handler."),
  level: z.enum(LOG_LEVELS).describe("unset: none of the module's own."),
  duration_ms: z.int().min(100).max(3_600_000).optional().describe(
    "Until the former level.",
  ),
};

const levelRefused = refusals({
  logger_hung: {
    code: "no_answer",
    says: "the process logger on {node} does not answer; no level was changed",
    hint: "get_process of logger shows what it waits for",
  },
  no_such_handler: {
    says: "{node} has no log handler {it}",
    hint: "its handlers: {*}",
  },
});

/** Sets a log level. */
export const setLogLevelQuestion = defineQuestion("set_log_level", {
  input: { ...INPUT, ...DRY_RUN },
  encode: (args) =>
    encodeArgs({
      what: encodeTarget(args),
      level: atom(args.level),
      duration_ms: args.duration_ms,
      dry_run: args.dry_run,
    }),
  shape: s.record({
    done: DONE,
    /** The module or handler, as the node calls it. */
    target: s.knownName,
    former_level: s.name,
    level: s.name,
  }),
  refused: (refusal, { module, handler }) =>
    levelRefused(refusal, handler) ?? nameRefused(refusal, module),
});

function encodeTarget(
  { module, handler, level }: z.infer<z.ZodObject<typeof INPUT>>,
): Term {
  if (module !== undefined && handler !== undefined) {
    throw new BeamError("bad_level", "module and handler exclude each other", {
      hint: "set one level at a time",
    });
  }
  if (level === "unset" && module === undefined) {
    throw new BeamError(
      "bad_level",
      "only the level of a module can be unset",
      {
        hint: "pass module, or another level",
      },
    );
  }
  if (module !== undefined) {
    return tuple(atom("module"), encodeName(module, "no_such_module"));
  }
  return handler === undefined
    ? atom("primary")
    : tuple(atom("handler"), spellings(handler.trim()).map(binary));
}

const { former_level, level } = setLogLevelQuestion.shape.fields;

/** Sets a log level. */
export const setLogLevel: Tool = defineChange({
  name: "set_log_level",
  title: "Set a log level",
  description:
    "Sets the log level of the node, a module or a handler; with duration_ms the former level comes back. More events cost more: prefer one module, for a short time.",
  annotations: { idempotentHint: true },
  probes: [setLogLevelQuestion],
  input: INPUT,
  output: {
    former_level,
    level,
  },
  run: async (args, { beam }) => {
    const { target, ...answer } = await beam.run(setLogLevelQuestion, args);
    const { former_level, level } = answer;
    const kind = args.module ? "module" : "handler";
    const what = target === undefined ? beam.node : `${kind} ${target}`;
    const until = args.duration_ms === undefined
      ? "until it is set again"
      : `for ${duration(args.duration_ms)}, then ${former_level} again`;
    return {
      ...answer,
      action: `log level of ${what} from ${former_level} to ${level}, ${until}`,
    };
  },
});
