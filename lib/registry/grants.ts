/**
 * Who may do what, where: grants, the principals that hold them, and the
 * decision whether they cover a tool on a node.
 *
 * @module
 */

import { didYouMean } from "./closest.ts";
import { RegistryError, ToolError } from "./errors.ts";
import { isReadOnly, isScope, type Scope, SCOPES } from "./scopes.ts";

/** One scope on every node whose name matches the glob (`*` stands for any text). */
export interface Grant {
  readonly scope: Scope;
  readonly nodes: string;
  /** When it ends, in ms since 1970; never if left out. */
  readonly expiresAt?: number;
}

/** Somebody who calls tools. */
export interface Principal {
  /** Shown in the audit log. */
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Whether `--read-only` took grants away; only for telling so. */
  readonly readOnly: boolean;
  /** Whether a denial may say what is missing; otherwise what is denied looks unknown. */
  readonly trusted: boolean;
}

/** What a tool needs to be allowed. */
export interface Requirement {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/**
 * Reads `SCOPE` or `SCOPE@GLOB`; without a glob, every node is meant.
 *
 * @throws {RegistryError} `bad_grant`
 */
export function parseGrant(text: string): Grant {
  const at = text.indexOf("@");
  const scope = at < 0 ? text : text.slice(0, at);
  const nodes = at < 0 ? "*" : text.slice(at + 1);
  if (!isScope(scope)) {
    throw new RegistryError(
      "bad_grant",
      `"${scope}" is not a scope${didYouMean(scope, SCOPES)}`,
      { hint: `write SCOPE or SCOPE@GLOB; scopes are ${SCOPES.join(", ")}` },
    );
  }
  if (nodes === "") {
    throw new RegistryError("bad_grant", `"${text}" names no node`, {
      hint: `write ${scope} for all nodes, or ${scope}@GLOB for some`,
    });
  }
  return { scope, nodes };
}

/**
 * The grants that a list of `SCOPE[@GLOB]` gives. `inspect` on every node is
 * there unless the list says where to inspect; `readOnly` overrides everything
 * above `data`.
 *
 * @throws {RegistryError} `bad_grant`
 */
export function grantsFrom(
  allow: readonly string[],
  options: { readOnly: boolean },
): Grant[] {
  const given = allow.map(parseGrant);
  const inspects = given.some(({ scope }) => scope === "inspect");
  const all: Grant[] = inspects
    ? given
    : [{ scope: "inspect", nodes: "*" }, ...given];
  return options.readOnly ? all.filter(({ scope }) => isReadOnly(scope)) : all;
}

/**
 * Why the principal may not use the tool on the node, or `undefined` if it may.
 * Without a node the question is whether there is any node it may be used on.
 */
export function decide(
  principal: Principal,
  tool: Requirement,
  node: string | undefined,
  now: number,
): ToolError | undefined {
  const live = principal.grants.filter(({ expiresAt }) =>
    expiresAt === undefined || expiresAt > now
  );
  if (live.length === 0 && principal.grants.length > 0) {
    return new ToolError("permission_denied", "every grant has expired", {
      hint: "ask the operator for a new one",
    });
  }
  const missing = tool.scopes.filter((scope) =>
    !live.some((grant) => grant.scope === scope)
  );
  if (missing.length > 0) return denied(principal, tool, missing, undefined);
  if (node === undefined) return undefined;
  const elsewhere = tool.scopes.filter((scope) =>
    !live.some((grant) =>
      grant.scope === scope && matchesGlob(grant.nodes, node)
    )
  );
  if (elsewhere.length === 0) return undefined;
  return denied(principal, tool, elsewhere, node);
}

/** Whether `*` in the glob, standing for any text, makes it the name. */
export function matchesGlob(glob: string, name: string): boolean {
  const [head = "", ...rest] = glob.split("*");
  if (!name.startsWith(head)) return false;
  if (rest.length === 0) return name === head;
  const tail = rest.pop() ?? "";
  let from = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return name.length - tail.length >= from && name.endsWith(tail);
}

function denied(
  principal: Principal,
  tool: Requirement,
  missing: readonly Scope[],
  node: string | undefined,
): ToolError {
  const where = node === undefined ? "" : ` on ${node}`;
  const blocked = principal.readOnly &&
    missing.some((scope) => !isReadOnly(scope));
  const allow = missing.map((scope) =>
    node === undefined ? `--allow ${scope}` : `--allow ${scope}@${node}`
  );
  return new ToolError(
    "permission_denied",
    `${tool.name} needs the scope ${
      missing.join(", ")
    }${where}, which is not granted`,
    {
      hint: `only the operator can grant it: start beamtap with ${
        allow.join(" ")
      }${blocked ? " and without --read-only" : ""}`,
    },
  );
}
