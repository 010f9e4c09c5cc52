/**
 * Decides whether the operator offers a handler, and whether a principal's grants cover it, on
 * a node, for a function. If in doubt, denies.
 *
 * @module
 */

import { ToolError } from "../errors.ts";
import {
  type Aim,
  everyGrantExpired,
  everythingWithheld,
  scopesMissing,
} from "./denial.ts";
import { globsMeet, matchesNode } from "./glob.ts";
import {
  coversFunction,
  type Grant,
  type Place,
  type Principal,
} from "./grants.ts";
import { type Scope, SCOPES } from "./scopes.ts";

/** What a handler needs to be allowed. */
export interface Requirement {
  readonly kind: string;
  readonly name: string;
  readonly toolset: string;
  readonly scopes: readonly Scope[];
  /** Set if it calls a function that its arguments name: a grant of that function is enough. */
  readonly names?: unknown;
  /** Stands for the node, if it is about none. */
  readonly place?: Place;
  /** How the operator starts beamtap to make it work; `undefined` while it works. */
  readonly unavailable?: () => string | undefined;
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
  const unwanted = notOffered(principal.selection, handler);
  const ways: Way[][] = [];
  for (const scope of handler.scopes) {
    ways.push(waysTo(scope, principal, handler, now));
  }
  const on = (given: Aim): ToolError | undefined => {
    if (unwanted) return unwanted;
    const { place } = handler;
    const aim = place === undefined ? given : { ...given, node: place };
    const missing = uncovered(handler, ways, aim);
    return missing && denial(principal, handler.name, missing, aim, now);
  };
  return { refused: on({}), on };
}

/** The scopes that no grants cover on that, or not all together; `undefined` if some do. */
function uncovered(
  { scopes }: Requirement,
  ways: readonly (readonly Way[])[],
  aim: Aim,
): readonly Scope[] | undefined {
  const missing: Scope[] = [];
  const left: Way[][] = [];
  for (const [index, scope] of scopes.entries()) {
    const fitting: Way[] = [];
    for (const way of ways[index] ?? []) if (fits(way, aim)) fitting.push(way);
    if (fitting.length === 0) missing.push(scope);
    left.push(fitting);
  }
  if (missing.length > 0) return missing;
  // With one scope, one way is enough; a handler without scopes is granted to nobody.
  return left.length === 1 || left.length > 1 && someNodeFits(left)
    ? undefined
    : scopes;
}

/** Why that is denied: for a reason independent of scopes, or for lack of these. */
function denial(
  principal: Principal,
  name: string,
  missing: readonly Scope[],
  aim: Aim,
  now: number,
): ToolError {
  if (principal.withheld !== undefined) return everythingWithheld(principal);
  const { grants } = principal;
  return grants.length > 0 &&
      grants.every(({ expiresAt = Infinity }) => expiresAt <= now)
    ? everyGrantExpired()
    : scopesMissing(principal, name, missing, aim);
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
    grant.scope === scope && (grant.expiresAt ?? Infinity) > now &&
    (grant.functions === undefined || names !== undefined);
  const ways: Way[] = [];
  for (const own of grants.filter(gives)) {
    if (ceiling === undefined) ways.push([own]);
    else {
      const upper = ceiling.filter((each) => gives(each) && overlap(own, each));
      ways.push(...upper.map((each) => [own, each]));
    }
  }
  return ways;
}

/** Whether all grants of a way cover the node and the function. */
function fits(way: Way, { node, calls }: Aim): boolean {
  for (const { nodes, functions } of way) {
    const everywhere = node === undefined || nodes === "*";
    if (!everywhere && !matchesNode(nodes, node)) return false;
    if (calls === undefined || functions === undefined) continue;
    if (!coversFunction(functions, calls)) return false;
  }
  return true;
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

/** The operator's choice of handlers. */
export interface Selection {
  /** Groups to offer; all of them if this and `tools` are left out. */
  readonly toolsets?: readonly string[] | undefined;
  /** Tools to offer beside those groups; without `toolsets`, these only. */
  readonly tools?: readonly string[] | undefined;
  /** Tools never to offer. */
  readonly exclude?: readonly string[] | undefined;
}

/** The group name that stands for every group. */
export const ALL_TOOLSETS = "all";

/** Why a handler is not offered; `undefined` if it is. Prompts and completions always are. */
function notOffered(
  selection: Selection | undefined,
  { kind, name, toolset, unavailable }: Requirement,
): ToolError | undefined {
  const { toolsets, tools, exclude } = selection ?? {};
  const lacking = unavailable?.();
  if (lacking !== undefined) {
    return denied(name, "it has nothing to read", lacking);
  }
  if (kind === "prompt" || kind === "completion") return undefined;
  if (kind === "tool") {
    if (exclude?.includes(name)) {
      return denied(
        name,
        "the operator has excluded it",
        "without it in --exclude-tools",
      );
    }
    if (tools?.includes(name)) return undefined;
    if (tools !== undefined && toolsets === undefined) {
      return denied(
        name,
        "it is not among the chosen tools",
        `with --tools ${name} too`,
      );
    }
  }
  if (
    toolsets === undefined || toolsets.includes(ALL_TOOLSETS) ||
    toolsets.includes(toolset)
  ) return undefined;
  return denied(
    name,
    `its toolset ${toolset} is not switched on`,
    `with --toolsets ${[...toolsets, toolset].join(",")}`,
  );
}

function denied(name: string, why: string, how: string): ToolError {
  return new ToolError("permission_denied", `${name} is not offered: ${why}`, {
    hint: `only the operator can change that: start beamtap ${how}`,
  });
}
