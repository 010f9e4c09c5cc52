/**
 * Denials in words: what is missing and, for the operator alone, the option
 * that grants it.
 *
 * @module
 */

import type { Mfa } from "../../beam/mod.ts";
import { ToolError } from "../errors.ts";
import type { Principal } from "./grants.ts";
import { isReadOnly, type Scope } from "./scopes.ts";

/** What a call is about, as far as grants are concerned. */
export interface Aim {
  /** Full name of the node; any node if left out. */
  readonly node?: string | undefined;
  /** The function that the arguments name; any function if left out. */
  readonly calls?: Mfa | undefined;
}

/** No grant covers these scopes on that node, for that function. */
export function scopesMissing(
  principal: Principal,
  handler: string,
  missing: readonly Scope[],
  { node, calls }: Aim,
): ToolError {
  const mfa = calls && `${calls.module}:${calls.function}/${calls.arity}`;
  const where = [mfa && ` for ${mfa}`, node && ` on ${node}`].join("");
  return denied(
    `${handler} needs the scope ${
      missing.join(", ")
    }${where}, which is not granted`,
    principal.trusted
      ? remedy(principal, missing, mfa, node)
      : "only the operator can grant it",
  );
}

/** The config file is broken, so nothing at all is granted. */
export function everythingWithheld(
  { trusted, withheld }: Principal,
): ToolError {
  return denied(
    "nothing is granted: the config file cannot be used",
    trusted
      ? `correct the file; beamtap reads it again every second: ${withheld}`
      : "only the operator can correct it",
  );
}

/** The principal had grants; all of them have expired. */
export function everyGrantExpired(): ToolError {
  return denied("every grant has expired", "ask the operator for a new one");
}

function remedy(
  { readOnly }: Principal,
  missing: readonly Scope[],
  mfa: string | undefined,
  node: string | undefined,
): string {
  const options = missing.map((scope) => {
    const what = scope === "eval" && mfa ? `call:${mfa}` : scope;
    const grant = node === undefined ? what : `${what}@${node}`;
    return /^[\w@.-]+$/.test(grant) ? `--allow ${grant}` : `--allow '${grant}'`;
  });
  const blocked = readOnly && missing.some((scope) => !isReadOnly(scope));
  return `only the operator can grant it: start beamtap with ${
    options.join(" ")
  }${blocked ? " and without --read-only" : ""}`;
}

function denied(message: string, hint: string): ToolError {
  return new ToolError("permission_denied", message, { hint });
}
