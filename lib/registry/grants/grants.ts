/**
 * Grants: who may do what, where, until when.
 *
 * @module
 */

import type { Mfa } from "../../beam/mod.ts";
import { didYouMean } from "../closest.ts";
import { RegistryError } from "../errors.ts";
import { matchesGlob } from "./glob.ts";
import { isReadOnly, isScope, type Scope, SCOPES } from "./scopes.ts";
import type { Selection } from "./selection.ts";

/** One scope on every node whose name matches the glob (`*` stands for any text). */
export interface Grant {
  readonly scope: Scope;
  readonly nodes: string;
  /** The functions that alone may be called by it; all that the scope is good for, if left out. */
  readonly functions?: FunctionGlob;
  /** When it ends, in ms since 1970; never if left out. */
  readonly expiresAt?: number;
}

/** Functions by globs of their parts; the arity is a number or `*`. */
export interface FunctionGlob {
  readonly module: string;
  readonly function: string;
  readonly arity: string;
}

/** Somebody who makes calls. All of it may change while the principal stays the same. */
export interface Principal {
  /** Shown in the audit log. */
  readonly id: string;
  /** Whose it is what outlives a call: tells apart those who had one name in turn. The id, if left out. */
  readonly owner?: string;
  readonly grants: readonly Grant[];
  /** Why nothing at all is granted now, in words for the operator; the grants are empty then. */
  readonly withheld?: string | undefined;
  /** What the operator allows at most: grants count only within it. */
  readonly ceiling?: readonly Grant[];
  /** Which handlers are offered at all; all, if left out. */
  readonly selection?: Selection;
  /** Whether `--read-only` took grants away; only for telling so. */
  readonly readOnly: boolean;
  /** Whether a denial may say what is missing; otherwise what is denied looks unknown. */
  readonly trusted: boolean;
}

/** How a grant is written. */
const FORMS =
  `SCOPE, SCOPE@GLOB or call:MODULE:FUNCTION/ARITY@GLOB; scopes are ${
    SCOPES.join(", ")
  }`;

/**
 * Reads `SCOPE`, `SCOPE@GLOB` or `call:MODULE:FUNCTION/ARITY[@GLOB]`, where
 * `_` is any arity; without a glob, every node is meant.
 *
 * @throws {RegistryError} `bad_grant`
 */
export function parseGrant(text: string): Grant {
  return text.startsWith("call:") ? parseCall(text) : parseScope(text);
}

function parseScope(text: string): Grant {
  const [, scope = "", nodes] = /^([^@]*)(?:@(.*))?$/s.exec(text) ?? [];
  if (isScope(scope)) return { scope, nodes: parseNodes(scope, nodes) };
  throw new RegistryError(
    "bad_grant",
    `"${scope}" is not a scope${didYouMean(scope, [...SCOPES, "call:"])}`,
    { hint: `write ${FORMS}` },
  );
}

/** Modules may have an `@` in their names, as those of Gleam do. */
function parseCall(text: string): Grant {
  const match = /^(call:([^:/]+):([^:]+?)\/(\d{1,3}|_|\*))(?:@(.*))?$/s
    .exec(text);
  if (match === null) {
    throw new RegistryError(
      "bad_grant",
      `"${text}" does not say which functions may be called`,
      { hint: "write call:MODULE:FUNCTION/ARITY, as in call:my_app:get_*/_" },
    );
  }
  const [, what = "", module = "", name = "", arity = "", nodes] = match;
  return {
    scope: "eval",
    nodes: parseNodes(what, nodes),
    functions: { module, function: name, arity: arity === "_" ? "*" : arity },
  };
}

/** A glob that some node's name could match; every node without one. */
function parseNodes(what: string, nodes = "*"): string {
  if (/^[^\s,]*[*@][^\s,]*$/.test(nodes)) return nodes;
  throw new RegistryError(
    "bad_grant",
    nodes === ""
      ? `"${what}@" names no node`
      : `no node is called "${nodes}": a node is NAME@HOST`,
    {
      hint:
        `write ${what} for all nodes, ${what}@shop@* for some; each grant on its own`,
    },
  );
}

/** A grant as it was written. */
export function grantText({ scope, nodes, functions }: Grant): string {
  const what = functions === undefined
    ? scope
    : `call:${functions.module}:${functions.function}/${functions.arity}`;
  return nodes === "*" ? what : `${what}@${nodes}`;
}

/** Whether a grant for some functions is good for this one. */
export function coversFunction(glob: FunctionGlob, mfa: Mfa): boolean {
  return matchesGlob(glob.module, mfa.module) &&
    matchesGlob(glob.function, mfa.function) &&
    matchesGlob(glob.arity, String(mfa.arity));
}

/**
 * The grants that the operator's amount to. `inspect` on every node is there
 * unless they say where to inspect; `readOnly` overrides everything above
 * `data`.
 */
export function operatorGrants(
  given: readonly Grant[],
  options: { readOnly: boolean },
): Grant[] {
  const inspects = given.some(({ scope }) => scope === "inspect");
  const all: Grant[] = inspects
    ? [...given]
    : [{ scope: "inspect", nodes: "*" }, ...given];
  return options.readOnly ? all.filter(({ scope }) => isReadOnly(scope)) : all;
}
