/**
 * One key in the environment of an application, set while it runs.
 *
 * @module
 */

import * as z from "zod";
import {
  type ContentLimits,
  contentRefused,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeName,
  marked,
  nameRefused,
  refusals,
  s,
} from "../../beam/mod.ts";
import { type Term, tuple } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineChange, DONE } from "../changes.ts";
import { keyOf, showerOf, styleOf, termOf } from "../terms.ts";

/** Limits of a former value in the answer. */
const SHORT = { depth: 8, width: 40, max_bytes: 2000 };

/** Arguments of {@linkcode setAppEnvQuestion}. */
export interface SetAppEnvArgs extends ContentLimits {
  readonly application: string;
  /** An atom that the node has. */
  readonly key: Term;
  readonly value: Term;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

const envRefused = refusals({
  no_such_key: {
    says: "a key is an atom",
    hint: "write an atom, such as port",
  },
  too_large: {
    says: "the value in {it} on {node} is too large to be copied",
  },
  controller_hung: {
    code: "no_answer",
    says:
      "the application controller on {node} does not answer: {*?the value may still be set later:nothing was set}",
    hint:
      "get_process of application_controller shows what it waits for: usually an application stuck while starting or stopping",
  },
});

/** Sets a key in the environment of an application. */
export const setAppEnvQuestion = defineQuestion("set_app_env", {
  encode: (args: SetAppEnvArgs) =>
    encodeArgs({
      application: encodeName(args.application, "no_such_application"),
      key: marked(args.key),
      value: marked(args.value),
      limits: encodeLimits(args),
      dry_run: args.dry_run,
    }),
  shape: s.record({
    done: DONE,
    application: s.name,
    /** The former value, or nothing. */
    before: s.list(s.content),
  }),
  refused: (refusal, { application }) =>
    envRefused(refusal, application) ?? contentRefused(refusal) ??
      nameRefused(refusal, application),
});

const { application } = setAppEnvQuestion.shape.fields;

/** Sets a key in the environment of an application. */
export const setAppEnv: Tool = defineChange({
  name: "set_app_env",
  title: "Set application environment",
  description:
    "Sets one key of an application's environment until the node restarts. What the application read at its start it does not read again.",
  annotations: { idempotentHint: true },
  probes: [setAppEnvQuestion],
  input: {
    application: z.string().min(1).max(255).describe("Its name."),
    key: z.string().min(1).max(300).describe("An atom."),
    value: z.string().min(1).max(10_000).describe("A term."),
  },
  output: {
    application,
    former_value: z.string().optional().describe(
      "Missing where there was none, or without the scope data.",
    ),
  },
  run: async (args, context) => {
    const style = await styleOf(context);
    const key = keyOf(args.key, style);
    const value = termOf(args.value, style);
    const { before: [before], ...answer } = await context.beam.run(
      setAppEnvQuestion,
      { ...args, ...SHORT, key, value },
    );
    const short = { ...style, ...SHORT };
    const former = before && context.granted("data")
      ? showerOf(context, short).show(before.term, [key])
      : undefined;
    return {
      ...answer,
      action: `${answer.application}: ${
        showerOf(context, short, false).show(tuple(key, value))
      } instead of ${
        former ?? (before === undefined ? "no value" : "its value")
      }`,
      former_value: former,
    };
  },
});
