/**
 * The environment of an application, changed while it runs.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Content,
  type ContentLimits,
  contentRefused,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeName,
  marked,
  nameRefused,
  type Probe,
  readAtom,
  readBoolean,
  readContents,
  readFields,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode setAppEnv}. */
export interface SetAppEnvArgs extends ContentLimits {
  readonly application: string;
  /** An atom that the node has. */
  readonly key: Term;
  readonly value: Term;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode setAppEnv}. */
export interface SetAppEnv {
  readonly done: boolean;
  readonly application: string;
  /** The value until now, where there was one. */
  readonly before?: Content | undefined;
  readonly cost: Cost;
}

/** Sets a key in the environment of an application. */
export const setAppEnv: Probe<SetAppEnvArgs, SetAppEnv> = defineProbe(
  "set_app_env",
  {
    encode: ({ application, key, value, dry_run, ...limits }) =>
      map([
        [atom("application"), encodeName(application, "no_such_application")],
        [atom("key"), marked(key)],
        [atom("value"), marked(value)],
        [atom("limits"), encodeLimits(limits)],
        [atom("dry_run"), boolean(dry_run)],
      ]),
    decode(answer, { cost }): SetAppEnv {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        application: fields.get("application", readAtom),
        before: fields.get("before", readContents)[0],
        cost,
      };
    },
    refused(refusal, { application }): BeamError {
      switch (refusal.code) {
        case "no_such_key":
          return new BeamError("no_such_key", "a key is an atom", {
            hint: "write it as one: port",
          });
        case "too_large":
          return new BeamError(
            "too_large",
            `the value in ${application} on ${refusal.node} is too large to be copied`,
          );
        case "controller_hung":
          return new BeamError(
            "no_answer",
            `the application controller on ${refusal.node} does not answer: ${
              readBoolean(refusal.detail)
                ? "the value may still be set, when it goes on"
                : "nothing was set"
            }`,
            {
              hint:
                "get_process of application_controller says what it waits for, mostly for an application that is stuck in its start or stop",
            },
          );
        default:
          return contentRefused(refusal) ??
            nameRefused("no_such_application", refusal, application);
      }
    },
  },
);
