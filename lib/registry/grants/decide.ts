/**
 * Decides whether a principal's grants cover a handler, on a node, for a
 * function. Whatever is in doubt is denied.
 *
 * @module
 */

import type { ToolError } from "../errors.ts";
import {
  type Aim,
  everyGrantExpired,
  everythingWithheld,
  scopesMissing,
} from "./denial.ts";
import { globsMeet, matchesNode } from "./glob.ts";
import { coversFunction, type Grant, type Principal } from "./grants.ts";
import { type Scope, SCOPES } from "./scopes.ts";
import { notOffered } from "./selection.ts";

/** What a handler needs to be allowed. */
export interface Requirement {
  readonly kind: string;
  readonly name: string;
  readonly toolset: string;
  readonly scopes: readonly Scope[];
  /** Set if it calls a function that its arguments name: a grant of that function is enough. */
  readonly names?: unknown;
}

/** What a principal's grants say about a handler at one time. */
export interface Decision {
  /** Why it is refused everywhere; `undefined` if some node would do. */
  readonly refused: ToolError | undefined;
  /** Why it is refused for this node and function; `undefined` if it is allowed. */
  on(aim: Aim): ToolError | undefined;
}

/** Grants that together give a scope: the principal's own, and the ceiling's if there is one. */
type Way = readonly Grant[];

/** Decides by the grants as they are at `now`, in ms since 1970. */
export function decide(
  principal: Principal,
  handler: Requirement,
  now: number,
): Decision {
  const { name, scopes } = handler;
  const ways = scopes.map((scope) => waysTo(scope, principal, handler, now));
  const without = (list: readonly (readonly Way[])[]): Scope[] =>
    scopes.filter((_, index) => list[index]?.length === 0);
  const judge = (list: readonly (readonly Way[])[], aim: Aim) => {
    const missing = without(list);
    if (missing.length > 0) return scopesMissing(principal, name, missing, aim);
    return scopes.length > 0 && someNodeFits(list)
      ? undefined
      : scopesMissing(principal, name, scopes, aim);
  };
  const refused = nothingAllowed(principal, handler, now) ?? judge(ways, {});
  return {
    refused,
    on: (aim) =>
      refused ??
        judge(ways.map((list) => list.filter((way) => fits(way, aim))), aim),
  };
}

/** Why nothing is allowed to the principal, or not this handler, whatever the scopes. */
function nothingAllowed(
  principal: Principal,
  handler: Requirement,
  now: number,
): ToolError | undefined {
  const unwanted = notOffered(principal.selection, handler);
  if (unwanted) return unwanted;
  if (principal.withheld !== undefined) return everythingWithheld(principal);
  const { grants } = principal;
  return grants.length > 0 && !grants.some((grant) => isLive(grant, now))
    ? everyGrantExpired()
    : undefined;
}

/** Whether the principal has the scope, on the node or on any, at `now` in ms since 1970. */
export function holds(
  principal: Principal,
  scope: Scope,
  node: string | undefined,
  now: number,
): boolean {
  return waysTo(scope, principal, {}, now).some((way) => fits(way, { node }));
}

/**
 * The scopes that the principal has in full or, by grants of functions, in
 * part: on the node or, without one, on any; at `now` in ms since 1970.
 */
export function scopesOn(
  principal: Principal,
  node: string | undefined,
  now: number,
): Scope[] {
  return SCOPES.filter((scope) =>
    waysTo(scope, principal, { names: true }, now)
      .some((way) => fits(way, { node }))
  );
}

/** Every way to a scope, for whatever node and function it is. */
function waysTo(
  scope: Scope,
  { grants, ceiling }: Principal,
  { names }: Pick<Requirement, "names">,
  now: number,
): Way[] {
  const gives = (grant: Grant): boolean =>
    grant.scope === scope && isLive(grant, now) &&
    (grant.functions === undefined || names !== undefined);
  const own = grants.filter(gives);
  if (ceiling === undefined) return own.map((grant) => [grant]);
  const upper = ceiling.filter(gives);
  return own.flatMap((a) =>
    upper.filter((b) => overlap(a, b)).map((b) => [a, b])
  );
}

function isLive({ expiresAt }: Grant, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** Whether all grants of a way cover the node and the function. */
function fits(way: Way, { node, calls }: Aim): boolean {
  return way.every(({ nodes, functions }) =>
    (node === undefined || matchesNode(nodes, node)) &&
    (calls === undefined || functions === undefined ||
      coversFunction(functions, calls))
  );
}

/** Whether there is a node, and a function, that both grants cover. */
function overlap(a: Grant, b: Grant): boolean {
  if (!globsMeet([a.nodes, b.nodes])) return false;
  if (a.functions === undefined || b.functions === undefined) return true;
  return globsMeet([a.functions.module, b.functions.module]) &&
    globsMeet([a.functions.function, b.functions.function]) &&
    globsMeet([a.functions.arity, b.functions.arity]);
}

/** Whether there is a node on which every scope has a way. */
function someNodeFits(
  ways: readonly (readonly Way[])[],
  globs: readonly string[] = [],
): boolean {
  const [first, ...rest] = ways;
  if (first === undefined) return globsMeet([...new Set(globs)]);
  return first.some((way) =>
    someNodeFits(rest, [...globs, ...way.map(({ nodes }) => nodes)])
  );
}
