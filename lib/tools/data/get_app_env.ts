/**
 * The environment of an application: its configuration as it is now.
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
  encodePath,
  marked,
  nameRefused,
  type PathStep,
  refusals,
  s,
} from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import {
  CONTENT_INPUT,
  keyOf,
  PATH,
  pathOf,
  showerOf,
  SHOWN,
  shown,
  styleOf,
} from "../terms.ts";

/** Arguments of {@linkcode getAppEnvQuestion}. */
export interface GetAppEnvArgs extends ContentLimits {
  readonly application: string;
  /** One key; all if omitted. */
  readonly key?: Term | undefined;
  /** Path into the value of the key. */
  readonly path?: readonly PathStep[] | undefined;
  /** Maximum keys, up to 200. */
  readonly limit: number;
  /** Copies values even if the configuration of all applications together is large. */
  readonly force?: boolean | undefined;
}

/** The environment of an application, in the order of keys. */
export const getAppEnvQuestion = defineQuestion("get_app_env", {
  encode(
    { application, key, path = [], limit, force, ...limits }: GetAppEnvArgs,
  ): Term {
    const most = Math.min(Math.max(1, limit), 200);
    const parts = key === undefined ? Math.min(most, 20) : 1;
    return encodeArgs({
      application: encodeName(application, "no_such_application"),
      key: key === undefined ? undefined : marked(key),
      path: encodePath(path),
      limit: most,
      limits: encodeLimits(limits, parts),
      force: force === true,
    });
  },
  shape: s.record({
    application: s.name,
    keys: s.integer.describe("How many there are."),
    values: s.list(s.row({
      key: s.term,
      term: s.term,
      size_bytes: s.integer,
      /** The names on the path: keys, and first elements of tuples. */
      trail: s.list(s.term),
    })),
  }),
  refused: (refusal, { application }) =>
    contentRefused(refusal) ?? envRefused(refusal, application) ??
      nameRefused(refusal, application),
});

const envRefused = refusals({
  no_such_key: {
    says: "{it} has no such key in its environment on {node}",
    hint: "its keys: {*}",
  },
  large_table: {
    code: "too_large",
    says:
      "the configuration of all applications on {node} has {*} bytes; how much of it this value has cannot be seen, so nothing is copied",
    hint: "pass force if you know that this value is small",
  },
  too_large: {
    says: "the environment of {it} on {node} is too large to be copied",
    hint: "ask for one key",
  },
});

/** The configuration of an application. */
export const getAppEnv: Tool = defineNodeTool({
  name: "get_app_env",
  title: "Application environment",
  description:
    "Configuration of an application as it is now: all keys, one, or a path into it. Refused unless forced where all configuration is over 16 MiB.",
  toolset: "data",
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [getAppEnvQuestion],
  input: {
    application: z.string().min(1).max(255).describe("Its name."),
    key: z.string().min(1).max(300).optional().describe(
      "A term: port, MyApp.Repo.",
    ),
    path: PATH.describe("Into the value, as in get_process_state."),
    limit: z.int().min(1).max(200).default(50).describe("Keys."),
    ...CONTENT_INPUT,
    force: z.boolean().default(false).describe(
      "Copy it all the same.",
    ),
  },
  output: {
    ...getAppEnvQuestion.shape.fields,
    values: z.array(z.object({ key: z.string(), ...SHOWN })),
    cost: COST,
  },
  note: ({ values }) =>
    values.length === 0
      ? "no key is set: the application has no environment, or reads it elsewhere"
      : undefined,
  run: async (args, context) => {
    const style = await styleOf(context, args);
    const { application, limit } = args;
    const key = args.key === undefined ? undefined : keyOf(args.key, style);
    const { values, ...rest } = await context.beam.run(getAppEnvQuestion, {
      application,
      limit,
      force: args.force,
      ...style,
      key,
      path: key === undefined ? [] : pathOf(args.path, style),
    });
    const shower = showerOf(context, style);
    return {
      ...rest,
      values: values.map(({ key, trail, ...value }) => ({
        key: shower.show(key),
        ...shown(value, shower, [key, ...trail]),
      })),
    };
  },
});
