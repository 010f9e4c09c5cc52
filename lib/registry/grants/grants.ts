/**
 * Grants: who may do what, where and until when.
 *
 * @module
 */

import type { Mfa } from "../../beam/mod.ts";
import { didYouMean } from "../closest.ts";
import { RegistryError } from "../errors.ts";
import { matchesGlob } from "./glob.ts";
import { isReadOnly, isScope, type Scope, SCOPES } from "./scopes.ts";
import type { Selection } from "./decide.ts";

/** One scope on every node whose name matches a glob. */
export interface Grant {
  /** What it allows. */
  readonly scope: Scope;
  /** A glob of full node names. */
  readonly nodes: string;
  /** Restricts the grant to calling these functions. */
  readonly functions?: FunctionGlob;
  /** When it expires, in ms since 1970. @default {never} */
  readonly expiresAt?: number;
}

/** Functions by globs of module, name and arity; the arity is a number or `*`. */
export interface FunctionGlob {
  /** A glob of modules. */
  readonly module: string;
  /** A glob of names. */
  readonly function: string;
  /** A number, or `*`. */
  readonly arity: string;
}

/** Somebody who makes calls. Its fields may change while it stays the same principal. */
export interface Principal {
  /** Shown in the audit log. */
  readonly id: string;
  /** Owner of what outlives a call; tells apart principals that had the same id in turn. @default the id */
  readonly owner?: string;
  /** What it may do. */
  readonly grants: readonly Grant[];
  /** Why nothing is granted at the moment, in words for the operator; the grants are empty then. */
  readonly withheld?: string | undefined;
  /** Limit set by the operator: grants count only within it. */
  readonly ceiling?: readonly Grant[] | undefined;
  /** Which handlers are offered. @default all of them */
  readonly selection?: Selection;
  /** Whether `--read-only` took grants away; denials mention it. */
  readonly readOnly: boolean;
  /** Whether a denial says what is missing; to others, what is denied looks unknown. */
  readonly trusted: boolean;
}

/** The forms of a grant, for hints. */
const FORMS =
  `SCOPE, SCOPE@GLOB or call:MODULE:FUNCTION/ARITY@GLOB; scopes are ${
    SCOPES.join(", ")
  }`;

/**
 * Reads `SCOPE`, `SCOPE@GLOB` or `call:MODULE:FUNCTION/ARITY[@GLOB]`, where
 * `_` is any arity; without a glob it applies to every node.
 *
 * @throws {RegistryError} `bad_grant`
 *
 * @example
 * ```ts
 * import { parseGrant } from "../mod.ts";
 *
 * parseGrant("data@shop@*"); // { scope: "data", nodes: "shop@*" }
 * parseGrant("call:my_app:get_*\/_@dev@*");
 * ```
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

/** Module names may contain `@`, as those of Gleam do. */
function parseCall(text: string): Grant {
  const match = /^(call:([^:/]+):([^:]+?)\/(\d{1,3}|_|\*))(?:@(.*))?$/s
    .exec(text);
  if (match === null) {
    throw new RegistryError(
      "bad_grant",
      `"${text}" does not name the functions that may be called`,
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

/** What a call can be about beside nodes; a grant names it in place of a glob, and a glob may match it. */
const PLACES = ["dump"] as const;

/** See {@linkcode PLACES}. */
export type Place = typeof PLACES[number];

/** A glob that some node's name can match, or a place. */
function parseNodes(what: string, nodes = "*"): string {
  if (/^[^\s,]*[*@][^\s,]*$/.test(nodes)) return nodes;
  if (PLACES.some((place) => place === nodes)) return nodes;
  throw new RegistryError(
    "bad_grant",
    nodes === ""
      ? `"${what}@" names no node`
      : `"${nodes}" matches no node: node names are NAME@HOST`,
    {
      hint:
        `write ${what} for all nodes, ${what}@shop@* for some; one grant per option`,
    },
  );
}

/** Writes a grant as {@linkcode parseGrant} reads it. */
export function grantText({ scope, nodes, functions }: Grant): string {
  const what = functions === undefined
    ? scope
    : `call:${functions.module}:${functions.function}/${functions.arity}`;
  return nodes === "*" ? what : `${what}@${nodes}`;
}

/** Whether the glob covers the function. */
export function coversFunction(glob: FunctionGlob, mfa: Mfa): boolean {
  return matchesGlob(glob.module, mfa.module) &&
    matchesGlob(glob.function, mfa.function) &&
    matchesGlob(glob.arity, String(mfa.arity));
}

/**
 * Completes the operator's grants: adds `inspect` on every node unless they
 * mention `inspect`, and with `readOnly` drops everything above `data`.
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
