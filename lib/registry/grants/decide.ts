/**
 * The decision whether a principal's grants cover a handler, on a node, for a
 * function. Whatever is in doubt is denied.
 *
 * @module
 */

import type { Mfa } from "../../beam/mod.ts";
import { ToolError } from "../errors.ts";
import { globsMeet, matchesNode } from "./glob.ts";
import { coversFunction, type Grant, type Principal } from "./grants.ts";
import { isReadOnly, type Scope, SCOPES } from "./scopes.ts";
import { notOffered } from "./selection.ts";

/** What a handler needs to be allowed. */
export interface Requirement {
  readonly kind: string;
  readonly name: string;
  readonly toolset: string;
  readonly scopes: readonly Scope[];
  /** Whether it calls a function that its arguments name, so that a grant for that function will do. */
  readonly names?: unknown;
}

/** What a call is about. */
export interface Aim {
  /** Without a node, the question is whether there is any that will do. */
  readonly node?: string | undefined;
  /** Without a function, whether there is any that will do. */
  readonly calls?: Mfa | undefined;
}

/** Why the principal may not use the handler on that, or `undefined` if it may. */
export function decide(
  principal: Principal,
  handler: Requirement,
  aim: Aim,
  now: number,
): ToolError | undefined {
  const unwanted = notOffered(principal.selection, handler);
  if (unwanted) return unwanted;
  if (principal.withheld !== undefined) return withheld(principal);
  const layers = layersOf(principal, now);
  if (principal.grants.length > 0 && layers[0]?.length === 0) {
    return new ToolError("permission_denied", "every grant has expired", {
      hint: "ask the operator for a new one",
    });
  }
  const { scopes } = handler;
  if (scopes.length === 0) return denied(principal, handler, scopes, aim);
  /** For each scope, the pairs of a grant and the ceiling's word on it, as globs of nodes. */
  const covered = (aim: Aim): string[][][] =>
    scopes.map((scope) => waysTo(scope, handler, aim, layers));
  const missing = scopes.filter((_, index) => covered({})[index]?.length === 0);
  if (missing.length > 0) return denied(principal, handler, missing, {});
  const ways = covered(aim);
  const elsewhere = scopes.filter((_, index) => ways[index]?.length === 0);
  if (elsewhere.length > 0) return denied(principal, handler, elsewhere, aim);
  return someMeet(ways) ? undefined : denied(principal, handler, scopes, aim);
}

/** Whether the scope is granted, on the node or on any. */
export function holds(
  principal: Principal,
  scope: Scope,
  node: string | undefined,
  now: number,
): boolean {
  return waysTo(scope, {}, { node }, layersOf(principal, now)).length > 0;
}

/** The scopes of which the principal has all or, by grants of functions, some: on the node or, without one, on any. */
export function scopesOn(
  principal: Principal,
  node: string | undefined,
  now: number,
): Scope[] {
  const layers = layersOf(principal, now);
  return SCOPES.filter((scope) =>
    waysTo(scope, { names: true }, { node }, layers).length > 0
  );
}

/** The grants that are good now: the principal's own, and the ceiling's. */
function layersOf(
  { grants, ceiling = grants }: Principal,
  now: number,
): readonly (readonly Grant[])[] {
  return [grants, ceiling]
    .map((layer) => layer.filter((grant) => isLive(grant, now)));
}

function isLive({ expiresAt }: Grant, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** One grant of each layer, together good for the scope; each way as the globs of its nodes. */
function waysTo(
  scope: Scope,
  { names }: Pick<Requirement, "names">,
  { node, calls }: Aim,
  layers: readonly (readonly Grant[])[],
): string[][] {
  const fits = (grant: Grant): boolean =>
    grant.scope === scope &&
    (node === undefined || matchesNode(grant.nodes, node)) &&
    (grant.functions === undefined ||
      (names !== undefined &&
        (calls === undefined || coversFunction(grant.functions, calls))));
  const [own = [], ceiling = []] = layers.map((layer) => layer.filter(fits));
  return own.flatMap((a) =>
    ceiling.filter((b) => compatible(a, b)).map((b) => [a.nodes, b.nodes])
  );
}

/** Whether there is a node, and a function, that both are good for. */
function compatible(a: Grant, b: Grant): boolean {
  if (!globsMeet([a.nodes, b.nodes])) return false;
  if (a.functions === undefined || b.functions === undefined) return true;
  return globsMeet([a.functions.module, b.functions.module]) &&
    globsMeet([a.functions.function, b.functions.function]) &&
    globsMeet([a.functions.arity, b.functions.arity]);
}

/** Whether there is a node on which every scope has a way. */
function someMeet(ways: readonly string[][][], globs: string[] = []): boolean {
  const [first, ...rest] = ways;
  if (first === undefined) return globsMeet([...new Set(globs)]);
  return first.some((way) => someMeet(rest, [...globs, ...way]));
}

function withheld({ trusted, withheld }: Principal): ToolError {
  return new ToolError(
    "permission_denied",
    "nothing is granted now: the config file cannot be used",
    {
      hint: trusted
        ? `mend it, it is read again every second: ${withheld}`
        : "only the operator can mend it",
    },
  );
}

function denied(
  principal: Principal,
  handler: Requirement,
  missing: readonly Scope[],
  { node, calls }: Aim,
): ToolError {
  const mfa = calls && `${calls.module}:${calls.function}/${calls.arity}`;
  const where = [mfa && ` for ${mfa}`, node && ` on ${node}`].join("");
  const blocked = principal.readOnly &&
    missing.some((scope) => !isReadOnly(scope));
  const allow = missing.map((scope) => {
    const what = scope === "eval" && mfa ? `call:${mfa}` : scope;
    return `--allow '${what}${node === undefined ? "" : `@${node}`}'`
      .replace(/^--allow '([\w@.-]+)'$/, "--allow $1");
  });
  return new ToolError(
    "permission_denied",
    `${handler.name} needs the scope ${
      missing.join(", ")
    }${where}, which is not granted`,
    {
      hint: principal.trusted
        ? `only the operator can grant it: start beamtap with ${
          allow.join(" ")
        }${blocked ? " and without --read-only" : ""}`
        : "only the operator can grant it",
    },
  );
}
