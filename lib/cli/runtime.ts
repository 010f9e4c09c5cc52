/**
 * Deno's permissions, asked before every use, so that nothing prompts and
 * nothing throws for want of one.
 *
 * @module
 */

import type { Permission, Runtime } from "../registry/mod.ts";

/** The permissions of this process. */
export const runtime: Runtime = {
  granted: (permission) =>
    Deno.permissions.querySync(permission).state === "granted",
  remedy(permission): string {
    if (Deno.build.standalone) {
      return `this executable was built with ${builtWith()} only; run beamtap with deno, or build it anew, for more`;
    }
    return `run deno with ${flagFor(permission)}`;
  },
};

/** The value of an environment variable, if it is set and may be read. */
export function readEnv(variable: string): string | undefined {
  return runtime.granted({ name: "env", variable })
    ? Deno.env.get(variable)
    : undefined;
}

/** `--allow-read=FILE` and the like. */
export function flagFor(permission: Permission): string {
  switch (permission.name) {
    case "net":
      return `--allow-net=${permission.host}`;
    case "read":
      return `--allow-read=${permission.path}`;
    case "write":
      return `--allow-write=${permission.path}`;
    case "env":
      return `--allow-env=${permission.variable}`;
  }
  permission satisfies never;
}

const NAMES = ["net", "read", "write", "env", "sys", "run", "ffi"] as const;

function builtWith(): string {
  const states = NAMES.flatMap((name) => {
    const { state, partial } = Deno.permissions.querySync({ name });
    return state === "granted" ? [partial ? `${name} (in part)` : name] : [];
  });
  return states.join(", ") || "no permission";
}
