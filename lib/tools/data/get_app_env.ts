/**
 * The environment of an application: its configuration as it is now.
 *
 * @module
 */

import { Atom, atom, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Content,
  type ContentLimits,
  contentRefused,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeName,
  encodePath,
  marked,
  nameRefused,
  type PathStep,
  type Probe,
  readAtom,
  readFields,
  readInteger,
  readList,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode appEnv}. */
export interface AppEnvArgs extends ContentLimits {
  readonly application: string;
  /** One key; all if left out. */
  readonly key?: Term | undefined;
  /** Into the value of the key. */
  readonly path?: readonly PathStep[] | undefined;
  /** Most keys; at most 200. */
  readonly limit: number;
}

/** A value of an environment. */
export interface EnvValue extends Content {
  readonly key: Term;
  /** The names on the path: keys, and first elements of tuples. */
  readonly trail: readonly Term[];
}

/** Answer of {@linkcode appEnv}. */
export interface AppEnv {
  readonly application: string;
  /** How many keys there are. */
  readonly keys: number;
  /** In the order of keys. */
  readonly values: readonly EnvValue[];
  readonly cost: Cost;
}

/** Reads the environment of an application. */
export const appEnv: Probe<AppEnvArgs, AppEnv> = defineProbe("get_app_env", {
  encode({ application, key, path = [], limit, ...limits }): Term {
    const most = Math.min(Math.max(1, limit), 200);
    return map([
      [atom("application"), encodeName(application, "no_such_application")],
      [atom("key"), key === undefined ? atom("none") : marked(key)],
      [atom("path"), encodePath(path)],
      [atom("limit"), most],
      [
        atom("limits"),
        encodeLimits(limits, key === undefined ? Math.min(most, 20) : 1),
      ],
    ]);
  },
  decode(answer, { cost }): AppEnv {
    const fields = readFields(answer);
    return {
      application: fields.get("application", readAtom),
      keys: fields.get("keys", readInteger),
      values: fields.get("values", readList).map((entry) => {
        const [key = entry, term = entry, size = entry, trail = entry] =
          readTuple(entry, 4);
        return {
          key,
          term,
          size_bytes: readInteger(size),
          trail: readList(trail),
        };
      }),
      cost,
    };
  },
  refused: (refusal, { application }) =>
    contentRefused(refusal) ?? envRefused(refusal, application),
});

function envRefused(refusal: Refusal, application: string): BeamError {
  switch (refusal.code) {
    case "no_such_key": {
      const keys = readList(refusal.detail).slice(0, 20).map((key) =>
        key instanceof Atom ? key.name : "…"
      );
      return new BeamError(
        "no_such_key",
        `${application} has no such key in its environment on ${refusal.node}`,
        { hint: `its keys: ${keys.join(", ") || "none"}` },
      );
    }
    case "too_large":
      return new BeamError(
        "too_large",
        `the environment of ${application} on ${refusal.node} is too large to be copied`,
        { hint: "ask for one key" },
      );
    default:
      return nameRefused("no_such_application", refusal, application);
  }
}
