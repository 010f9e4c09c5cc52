/**
 * Checks Deno's permissions before every use, so that nothing prompts or throws
 * because one is missing.
 *
 * @module
 */

import type { Permission, Runtime } from "../registry/mod.ts";
import { CliError } from "./errors.ts";

/** Permissions of this process. */
export const runtime: Runtime = {
  granted: (permission) =>
    Deno.permissions.querySync(permission).state === "granted",
  remedy(permission): string {
    const flag = remedyFor(permission);
    if (permission.name !== "net" || Deno.build.standalone) return flag;
    const host = permission.host.replace(/:\d+$/, "");
    return `${flag}, or --allow-net=${host} for every port there, because EPMD and each node have their own`;
  },
};

/**
 * Checks that Deno permits what is needed, `what` in words.
 *
 * @throws {CliError} `permission_denied`
 */
export function demand(what: string, need: Permission): void {
  if (runtime.granted(need)) return;
  throw new CliError("permission_denied", `Deno does not permit ${what}`, {
    hint: runtime.remedy(need),
  });
}

/** Says how to get these permissions. */
export function remedyFor(...permissions: readonly Permission[]): string {
  const more = permissions.some(({ name }) => name === "run")
    ? "build it with scripts/build --with-ssh, or open a tunnel yourself: ssh -N -L 9100:HOST:PORT SERVER, then --node NAME=127.0.0.1:9100 without ssh (beamtap help tunnels)"
    : "for more, run beamtap with deno or rebuild it";
  return Deno.build.standalone
    ? `this executable was built with ${builtWith()} only; ${more}`
    : `run deno with ${permissions.map(flagFor).join(" ")}`;
}

/** Returns the value of an environment variable, if it is set and may be read. */
export function readEnv(variable: string): string | undefined {
  return runtime.granted({ name: "env", variable })
    ? Deno.env.get(variable)
    : undefined;
}

/** Returns the flag for a permission, such as `--allow-read=FILE`. */
function flagFor(permission: Permission): string {
  switch (permission.name) {
    case "net":
      return `--allow-net=${permission.host}`;
    case "read":
      return `--allow-read=${absolute(permission.path)}`;
    case "write":
      return `--allow-write=${absolute(permission.path)}`;
    case "env":
      return `--allow-env=${permission.variable}`;
    case "run":
      return `--allow-run=${permission.command} (scripts/beamtap: --with-ssh); there must be one in PATH`;
    case "sys":
      return `--allow-sys=${permission.kind}`;
  }
  permission satisfies never;
}

/** Whether a path does not depend on the working directory. */
export function isAbsolute(path: string): boolean {
  return /^([/\\]|[a-zA-Z]:)/.test(path);
}

/** Makes a path absolute, because flags are copied into configurations used elsewhere; keeps the word `FILE`, and variables of a shell. */
export function absolute(path: string): string {
  if (path === ".") return Deno.cwd();
  return path === "FILE" || path.startsWith("$") || isAbsolute(path)
    ? path
    : `${Deno.cwd().replace(/\/$/, "")}/${path}`;
}

const NAMES = ["net", "read", "write", "env", "sys", "run", "ffi"] as const;

function builtWith(): string {
  const states = NAMES.flatMap((name) => {
    const { state, partial } = Deno.permissions.querySync({ name });
    return state === "granted" ? [partial ? `${name} (in part)` : name] : [];
  });
  return states.join(", ") || "no permission";
}
